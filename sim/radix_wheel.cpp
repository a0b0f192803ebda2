#include "sim/radix_wheel.hpp"

#include <bit>

namespace reentry::sim {

namespace {

template <class Block>
void delete_chain(Block* block) {
    while (block) {
        Block* next = block->next;
        delete block;
        block = next;
    }
}

template <class Block>
Block* reversed(Block* chain) {
    Block* done = nullptr;
    while (chain) {
        Block* next = chain->next;
        chain->next = done;
        done = chain;
        chain = next;
    }
    return done;
}

}  // namespace

RadixWheel::~RadixWheel() {
    delete_chain(free_);
    if (!levels_) return;
    for (auto& level : levels_->buckets)
        for (Block* chain : level) delete_chain(chain);
}

void RadixWheel::push(const QueueEntry& entry) {
    if (!levels_) levels_ = std::make_unique<Levels>();
    place(entry);
    ++size_;
}

void RadixWheel::place(const QueueEntry& entry) {
    const int highest = 63 - std::countl_zero((entry.when ^ base_) | 1);
    const int level = highest / digit_bits;
    const int bucket = static_cast<int>((entry.when >> (digit_bits * level)) & 63);
    Block*& top = levels_->buckets[level][bucket];
    if (!top) {
        levels_->used[level] |= std::uint64_t{1} << bucket;
        used_levels_ |= 1u << level;
    }
    if (!top || top->size == block_entries) top = fresh_block(top);
    top->entries[top->size++] = entry;
}

std::uint64_t RadixWheel::take_first(std::vector<QueueEntry>& out) {
    while (size_ > block_entries) {
        const int level = std::countr_zero(used_levels_);
        const int bucket = std::countr_zero(levels_->used[level]);
        const int shift = digit_bits * level;
        Block* chain = detach(level, bucket);
        const std::uint64_t width = std::uint64_t{1} << shift;
        const std::uint64_t above = level + 1 == level_count ? 0 : ~((width << digit_bits) - 1);
        base_ = (base_ & above) | (static_cast<std::uint64_t>(bucket) << shift);
        if (level == 0 || !chain->next) {
            drain(chain, out);
            return base_ > forever - width ? forever : base_ + width;
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

// Oldest block first, so that events of equal time stay in the order of their insertion.
void RadixWheel::spread(Block* chain) {
    Block* block = reversed(chain);
    while (block) {
        for (std::size_t i = 0; i < block->size; ++i) place(block->entries[i]);
        Block* next = block->next;
        recycle(block);
        block = next;
    }
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
    Block* block = free_;
    if (block) {
        free_ = block->next;
    } else {
        block = new Block;
        ++blocks_;
    }
    block->next = next;
    block->size = 0;
    return block;
}

void RadixWheel::recycle(Block* block) {
    block->next = free_;
    free_ = block;
}

}  // namespace reentry::sim
