// Event queues to measure ours against, as plainly and as quickly as the field writes them: (time,
// number, id) entries of 24 bytes moved by value, no cancellation.
#pragma once

#include <queue>

#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace yardstick {

struct Entry {
    std::int64_t time;
    std::uint64_t number;
    std::uint32_t id;
};

inline bool before(const Entry& a, const Entry& b) {
    return a.time < b.time || (a.time == b.time && a.number < b.number);
}

// Array heap with `Arity` children per node; a hole is moved instead of swapping.
template <std::size_t Arity>
class Heap {
 public:
    bool empty() const { return entries_.empty(); }

    void push(const Entry& entry) {
        entries_.push_back(entry);
        std::size_t hole = entries_.size() - 1;
        while (hole > 0) {
            const std::size_t parent = (hole - 1) / Arity;
            if (!before(entry, entries_[parent])) break;
            entries_[hole] = entries_[parent];
            hole = parent;
        }
        entries_[hole] = entry;
    }

    Entry pop() {
        const Entry first = entries_.front();
        const Entry last = entries_.back();
        entries_.pop_back();
        if (!entries_.empty()) sink(last);
        return first;
    }

 private:
    void sink(const Entry& entry) {
        const std::size_t size = entries_.size();
        std::size_t hole = 0;
        for (;;) {
            const std::size_t child = hole * Arity + 1;
            if (child >= size) break;
            const std::size_t end = child + Arity < size ? child + Arity : size;
            std::size_t least = child;
            for (std::size_t i = child + 1; i < end; ++i)
                if (before(entries_[i], entries_[least])) least = i;
            if (!before(entries_[least], entry)) break;
            entries_[hole] = entries_[least];
            hole = least;
        }
        entries_[hole] = entry;
    }

    std::vector<Entry> entries_;
};

// std::priority_queue.
class StandardQueue {
 public:
    bool empty() const { return queue_.empty(); }
    void push(const Entry& entry) { queue_.push(entry); }
    Entry pop() {
        const Entry first = queue_.top();
        queue_.pop();
        return first;
    }

 private:
    struct Later {
        bool operator()(const Entry& a, const Entry& b) const { return before(b, a); }
    };
    std::priority_queue<Entry, std::vector<Entry>, Later> queue_;
};

// Monotone radix heap with one bucket per bit: the quickest of the table at a million pending
// events.
class RadixHeap {
 public:
    bool empty() const { return size_ == 0; }

    void push(const Entry& entry) {
        buckets_[bucket_of(entry.time)].push_back(entry);
        ++size_;
    }

    Entry pop() {
        if (head_ == buckets_[0].size()) pull();
        --size_;
        return buckets_[0][head_++];
    }

 private:
    std::size_t bucket_of(std::int64_t time) const {
        return static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(time ^ last_)));
    }

    // Insertion order survives, since a bucket is only ever spread over empty ones.
    void pull() {
        buckets_[0].clear();
        head_ = 0;
        std::size_t first = 1;
        while (buckets_[first].empty()) ++first;
        last_ = buckets_[first].front().time;
        for (const Entry& entry : buckets_[first])
            if (entry.time < last_) last_ = entry.time;
        for (const Entry& entry : buckets_[first]) buckets_[bucket_of(entry.time)].push_back(entry);
        buckets_[first].clear();
    }

    std::array<std::vector<Entry>, 65> buckets_;
    std::size_t head_ = 0;
    std::size_t size_ = 0;
    std::int64_t last_ = 0;
};

}  // namespace yardstick
