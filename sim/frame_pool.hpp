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
#include <vector>

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
    struct FreeBlock {
        FreeBlock* next;
    };

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
