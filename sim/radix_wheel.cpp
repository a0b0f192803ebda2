#include "sim/radix_wheel.hpp"

#include <algorithm>
#include <bit>

namespace reentry::sim {

void RadixWheel::push(std::uint64_t when, std::uint64_t key) {
    if (!levels_) levels_ = std::make_unique<Levels>();
    place(when, key);
    ++size_;
}

void RadixWheel::place(std::uint64_t when, std::uint64_t key) {
    const int highest = 63 - std::countl_zero((when ^ base_) | 1);
    const int level = highest / digit_bits;
    const int bucket = static_cast<int>((when >> (digit_bits * level)) & 63);
    Block*& top = levels_->buckets[level][bucket];
    if (!top) {
        levels_->used[level] |= std::uint64_t{1} << bucket;
        used_levels_ |= 1u << level;
    }
    if (!top || top->size == block_entries) top = fresh_block(top);
    QueueEntry& entry = top->entries[top->size++];
    entry.when = when;
    entry.key = key;
}

std::uint64_t RadixWheel::take_first(std::uint64_t limit, std::vector<QueueEntry>& out) {
    while (size_ > block_entries) {
        const int level = std::countr_zero(used_levels_);
        const int bucket = std::countr_zero(levels_->used[level]);
        const int shift = digit_bits * level;
        const std::uint64_t width = std::uint64_t{1} << shift;
        const std::uint64_t above = level + 1 == level_count ? 0 : ~((width << digit_bits) - 1);
        const std::uint64_t begin = (base_ & above) | (static_cast<std::uint64_t>(bucket) << shift);
        if (begin > limit) return base_ - 1;
        base_ = begin;
        Block* chain = detach(level, bucket);
        if (level == 0 || !chain->next) {
            drain(chain, out);
            return base_ + (width - 1);
        }
        spread(chain);
    }
    take_all(out);
    return forever;
}

void RadixWheel::take_all(std::vector<QueueEntry>& out) {
    while (used_levels_ != 0) {
        const int level = std::countr_zero(used_levels_);
        const int bucket = std::countr_zero(levels_->used[level]);
        drain(detach(level, bucket), out);
    }
}

RadixWheel::Block* RadixWheel::detach(int level, int bucket) {
    Block* chain = levels_->buckets[level][bucket];
    levels_->buckets[level][bucket] = nullptr;
    std::uint64_t& used = levels_->used[level];
    used &= used - 1;
    if (used == 0) used_levels_ &= ~(1u << level);
    return chain;
}

// Blocks of a chain lie anywhere: the next one is fetched while one is spread.
void RadixWheel::spread(Block* chain) {
    while (chain) {
        Block* next = chain->next;
        if (next) fetch(*next);
        for (std::size_t i = 0; i < chain->size; ++i)
            place(chain->entries[i].when, chain->entries[i].key);
        recycle(chain);
        chain = next;
    }
}

void RadixWheel::fetch(const Block& block) {
    const auto* line = reinterpret_cast<const char*>(&block);
    for (std::size_t at = 0; at < sizeof(Block); at += cache_line) __builtin_prefetch(line + at);
}

void RadixWheel::drain(Block* chain, std::vector<QueueEntry>& out) {
    while (chain) {
        for (std::size_t i = chain->size; i-- > 0;) out.push_back(chain->entries[i]);
        size_ -= chain->size;
        Block* next = chain->next;
        recycle(chain);
        chain = next;
    }
}

RadixWheel::Block* RadixWheel::fresh_block(Block* next) {
    if (!free_) add_slab();
    Block* block = free_;
    free_ = block->next;
    block->next = next;
    block->size = 0;
    return block;
}

// Slabs grow with what is there: by an eighth.
void RadixWheel::add_slab() {
    const std::size_t count = std::max<std::size_t>(4, blocks_ / 8);
    slabs_.push_back(std::make_unique_for_overwrite<Block[]>(count));
    blocks_ += count;
    for (std::size_t i = count; i-- > 0;) recycle(&slabs_.back()[i]);
}

void RadixWheel::recycle(Block* block) {
    block->next = free_;
    free_ = block;
}

}  // namespace reentry::sim
