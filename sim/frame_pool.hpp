// Memory for coroutine frames: free lists by size, owned by one simulation.
//
// A frame remembers its pool behind its last byte (8 bytes), so tasks may outlive the simulation:
// the pool goes when the simulation and the last frame are gone. Frames above 1 KiB, and tasks that
// are made without a simulation in sight, use the global heap. Under the address sanitizer every
// frame does, so that a stale frame is found.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <new>
#include <vector>

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

class FramePool {
 public:
    FramePool() = default;
    FramePool(const FramePool&) = delete;
    FramePool& operator=(const FramePool&) = delete;

    // Storage of `size` bytes from `pool`, or from the global heap if pool is null.
    static void* allocate(std::size_t size, FramePool* pool);

    // Returns storage; `size` as it was asked for.
    static void deallocate(void* frame, std::size_t size) noexcept;

    // The owner lets go: deletes the pool now or together with its last frame.
    void retire() noexcept;

    // Bytes taken from the global heap, and frames in use.
    std::size_t memory() const { return memory_; }
    std::size_t in_use() const { return in_use_; }

 private:
    static constexpr std::size_t step = 32;
    static constexpr std::size_t classes = 33;
    static constexpr bool pools_frames = REENTRY_POOLS_FRAMES;
    struct FreeBlock {
        FreeBlock* next;
    };

    // Where the owner is noted: behind the frame, aligned for a pointer.
    static constexpr std::size_t owner_offset(std::size_t size) {
        return (size + alignof(FramePool*) - 1) & ~(alignof(FramePool*) - 1);
    }

    ~FramePool();
    void* take(std::size_t size_class);
    void put(void* block, std::size_t size_class) noexcept;
    void* carve(std::size_t bytes);

    std::array<FreeBlock*, classes> free_{};
    std::byte* slab_ = nullptr;
    std::size_t slab_left_ = 0;
    std::size_t next_slab_ = 4096;
    std::vector<std::byte*> slabs_;
    std::size_t memory_ = 0;
    std::size_t in_use_ = 0;
    bool retired_ = false;
};

inline void* FramePool::allocate(std::size_t size, FramePool* pool) {
    const std::size_t offset = owner_offset(size);
    const std::size_t total = offset + sizeof(FramePool*);
    const std::size_t size_class = (total + step - 1) / step;
    const bool pooled = pool && pools_frames && size_class < classes;
    if (!pooled) pool = nullptr;
    void* block = pooled ? pool->take(size_class) : ::operator new(total);
    std::memcpy(static_cast<std::byte*>(block) + offset, &pool, sizeof pool);
    return block;
}

inline void FramePool::deallocate(void* frame, std::size_t size) noexcept {
    const std::size_t offset = owner_offset(size);
    FramePool* pool;
    std::memcpy(&pool, static_cast<std::byte*>(frame) + offset, sizeof pool);
    if (pool)
        pool->put(frame, (offset + sizeof pool + step - 1) / step);
    else
        ::operator delete(frame);
}

inline void* FramePool::take(std::size_t size_class) {
    FreeBlock*& first = free_[size_class];
    void* block = first;
    if (first)
        first = first->next;
    else
        block = carve(size_class * step);
    ++in_use_;
    return block;
}

inline void FramePool::put(void* block, std::size_t size_class) noexcept {
    free_[size_class] = ::new (block) FreeBlock{free_[size_class]};
    if (--in_use_ == 0 && retired_) delete this;
}

// Something that lends its frame pool to the coroutines it is the first or a later parameter of.
template <class T>
concept LendsFrames = requires(const T& lender) {
    { lender.frame_pool() } -> std::convertible_to<FramePool*>;
};

// The pool of the first lender among a coroutine's parameters, null if there is none.
inline FramePool* frame_pool_of() { return nullptr; }
template <class First, class... Rest>
FramePool* frame_pool_of(const First& first, const Rest&... rest) {
    if constexpr (LendsFrames<First>)
        return first.frame_pool();
    else
        return frame_pool_of(rest...);
}

}  // namespace reentry::sim
