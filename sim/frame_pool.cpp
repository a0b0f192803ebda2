#include "sim/frame_pool.hpp"

#include <new>

namespace reentry::sim {

namespace {

constexpr std::size_t largest_slab = 256 * 1024;

}  // namespace

void FramePool::retire() noexcept {
    retired_ = true;
    if (in_use_ == 0) delete this;
}

FramePool::~FramePool() {
    for (std::byte* slab : slabs_) ::operator delete(slab);
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
