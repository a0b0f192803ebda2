// First in, first out, for the events of one instant: a ring of keys that grows as needed.
//
// Adding and taking are a store and a load; there is nothing to compare. A burst, such as a million
// processes started at once, gives its memory back (relax).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace reentry::sim {

class KeyRing {
 public:
    bool empty() const { return head_ == tail_; }
    std::size_t size() const { return tail_ - head_; }

    void push(std::uint64_t key) {
        if (tail_ - head_ == capacity_) [[unlikely]]
            resize(std::max<std::size_t>(16, 2 * capacity_));
        keys_[tail_++ & (capacity_ - 1)] = key;
    }

    // The key that came first. Must not be empty.
    std::uint64_t take() { return keys_[head_++ & (capacity_ - 1)]; }

    // Keeps the keys for which keep(key), in order.
    template <class Keep>
    void filter(Keep keep) {
        std::size_t kept = head_;
        for (std::size_t i = head_; i != tail_; ++i)
            if (const std::uint64_t key = at(i); keep(key)) at(kept++) = key;
        tail_ = kept;
    }

    // Gives back what a burst has left behind.
    void relax() {
        if (capacity_ > largest_kept && size() < largest_kept / 2) [[unlikely]]
            resize(largest_kept);
    }

    // Bytes held.
    std::size_t memory() const { return capacity_ * sizeof(std::uint64_t); }

 private:
    static constexpr std::size_t largest_kept = 8192;

    std::uint64_t& at(std::size_t i) { return keys_[i & (capacity_ - 1)]; }

    // Kept out of line: it happens a few times in a run. The capacity stays a power of two.
    [[gnu::noinline, gnu::cold]] void resize(std::size_t capacity) {
        auto keys = std::make_unique<std::uint64_t[]>(capacity);
        const std::size_t count = size();
        for (std::size_t i = 0; i < count; ++i) keys[i] = at(head_ + i);
        keys_ = std::move(keys);
        capacity_ = capacity;
        head_ = 0;
        tail_ = count;
    }

    std::unique_ptr<std::uint64_t[]> keys_;
    std::size_t capacity_ = 0;
    std::size_t head_ = 0;
    std::size_t tail_ = 0;
};

}  // namespace reentry::sim
