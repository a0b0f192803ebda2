// The far part of the event queue: events in buckets that grow coarser with their distance, each
// unsorted.
//
// Times are digits to the base 64. An event stands on the level of the highest digit in which its
// time differs from `base`, in the bucket of its own digit there. So every event of a level comes
// before every event of the next level, and bucket by bucket in order; only the first bucket is
// ever split, one level down at a time. An event is moved about log64(pending) times, always from
// one contiguous block to another: at a million pending events this costs a fraction of the cache
// misses of a heap. (Monotone radix heap, Ahuja, Mehlhorn, Orlin and Tarjan, J. ACM 37(2), 1990,
// with 64 digits instead of 2; the "bottom" kept sorted outside as in the ladder queue, Tang, Goh
// and Thng, ACM TOMACS 15(3), 2005.)
//
// Invariant: base <= time of every event inside.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace reentry::sim {

// One pending event: 16 bytes, ordered by (when, key). The key holds the insertion number in its
// high bits.
struct QueueEntry {
    std::uint64_t when;
    std::uint64_t key;
};

// True if a comes before b in the total order; without branches.
inline bool precedes(const QueueEntry& a, const QueueEntry& b) {
    return (a.when < b.when) | ((a.when == b.when) & (a.key < b.key));
}

class RadixWheel {
 public:
    static constexpr std::uint64_t forever = ~std::uint64_t{0};
    static constexpr std::size_t block_entries = 31;

    RadixWheel() = default;
    RadixWheel(const RadixWheel&) = delete;
    RadixWheel& operator=(const RadixWheel&) = delete;

    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    std::uint64_t base() const { return base_; }

    // Bytes held, free blocks included.
    std::size_t memory() const { return blocks_ * sizeof(Block) + (levels_ ? sizeof(Levels) : 0); }

    // Moves the base to an empty wheel's new beginning.
    void rebase(std::uint64_t base) { base_ = base; }

    // Adds an event; its time must not lie before base().
    void push(std::uint64_t when, std::uint64_t key);

    // Moves the earliest events to `out` (unsorted) and returns the last time of the span that they
    // cover: all events left inside are later. Takes everything when few are left, nothing when all
    // come after `limit` and are many.
    std::uint64_t take_first(std::uint64_t limit, std::vector<QueueEntry>& out);

    // Moves all events to `out`.
    void take_all(std::vector<QueueEntry>& out);

 private:
    static constexpr std::size_t cache_line = 64;
    struct alignas(cache_line) Block {
        Block* next;
        std::size_t size;
        std::array<QueueEntry, block_entries> entries;
    };
    static constexpr int digit_bits = 6;
    static constexpr int level_count = 11;
    struct Levels {
        std::array<std::array<Block*, 64>, level_count> buckets{};
        std::array<std::uint64_t, level_count> used{};
    };

    void place(std::uint64_t when, std::uint64_t key);
    Block* detach(int level, int bucket);
    void spread(Block* chain);
    void drain(Block* chain, std::vector<QueueEntry>& out);
    static void fetch(const Block& block);
    Block* fresh_block(Block* next);
    void add_slab();
    void recycle(Block* block);

    std::unique_ptr<Levels> levels_;
    std::uint32_t used_levels_ = 0;
    std::size_t size_ = 0;
    std::uint64_t base_ = 0;
    Block* free_ = nullptr;
    std::vector<std::unique_ptr<Block[]>> slabs_;
    std::size_t blocks_ = 0;
};

}  // namespace reentry::sim
