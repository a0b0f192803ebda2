#include "sim/frame_pool.hpp"

#include <cstring>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define REENTRY_POOLS_FRAMES 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define REENTRY_POOLS_FRAMES 0
#endif
#endif
#ifndef REENTRY_POOLS_FRAMES
#define REENTRY_POOLS_FRAMES 1
#endif

namespace reentry::sim {

namespace {

constexpr bool pools_frames = REENTRY_POOLS_FRAMES;
constexpr std::size_t largest_slab = 256 * 1024;

// Where the owner is noted: behind the frame, aligned for a pointer.
constexpr std::size_t owner_offset(std::size_t size) {
    return (size + alignof(FramePool*) - 1) & ~(alignof(FramePool*) - 1);
}

}  // namespace

void* FramePool::allocate(std::size_t size, FramePool* pool) {
    const std::size_t offset = owner_offset(size);
    const std::size_t total = offset + sizeof(FramePool*);
    const std::size_t size_class = (total + step - 1) / step;
    const bool pooled = pool && pools_frames && size_class < classes;
    if (!pooled) pool = nullptr;
    void* block = pooled ? pool->take(size_class) : ::operator new(total);
    std::memcpy(static_cast<std::byte*>(block) + offset, &pool, sizeof pool);
    return block;
}

void FramePool::deallocate(void* frame, std::size_t size) noexcept {
    const std::size_t offset = owner_offset(size);
    FramePool* pool;
    std::memcpy(&pool, static_cast<std::byte*>(frame) + offset, sizeof pool);
    if (pool)
        pool->put(frame, (offset + sizeof pool + step - 1) / step);
    else
        ::operator delete(frame);
}

void FramePool::retire() noexcept {
    retired_ = true;
    if (in_use_ == 0) delete this;
}

FramePool::~FramePool() {
    for (std::byte* slab : slabs_) ::operator delete(slab);
}

void* FramePool::take(std::size_t size_class) {
    FreeBlock*& first = free_[size_class];
    void* block = first;
    if (first)
        first = first->next;
    else
        block = carve(size_class * step);
    ++in_use_;
    return block;
}

void FramePool::put(void* block, std::size_t size_class) noexcept {
    free_[size_class] = ::new (block) FreeBlock{free_[size_class]};
    if (--in_use_ == 0 && retired_) delete this;
}

// The rest of a slab that is too short is given up: at most one frame per slab.
void* FramePool::carve(std::size_t bytes) {
    if (slab_left_ < bytes) {
        slabs_.reserve(slabs_.size() + 1);
        slab_ = static_cast<std::byte*>(::operator new(next_slab_));
        slabs_.push_back(slab_);
        memory_ += next_slab_;
        slab_left_ = next_slab_;
        if (next_slab_ < largest_slab) next_slab_ *= 2;
    }
    void* block = slab_;
    slab_ += bytes;
    slab_left_ -= bytes;
    return block;
}

}  // namespace reentry::sim
