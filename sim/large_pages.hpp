// An allocator for tables that are read at random: from 4 MiB on it asks for pages of 2 MiB.
//
// A million pending events or flows lie on thousands of ordinary pages, more than the processor
// remembers the addresses of; finding the page then costs as much as the access. Where the system
// knows no such request, it is an ordinary allocator. What is computed is the same.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace reentry::sim {

template <class T>
class LargePages {
 public:
    using value_type = T;

    LargePages() = default;
    template <class Other>
    LargePages(const LargePages<Other>&) noexcept {}

    T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        if (bytes < worthwhile) return std::allocator<T>().allocate(count);
        const std::size_t whole = (bytes + page - 1) / page * page;
        void* memory = std::aligned_alloc(page, whole);
        if (!memory) throw std::bad_alloc();
#if defined(__linux__)
        madvise(memory, whole, MADV_HUGEPAGE);  // refused: the pages stay small
#endif
        return static_cast<T*>(memory);
    }

    void deallocate(T* memory, std::size_t count) noexcept {
        if (count * sizeof(T) < worthwhile)
            std::allocator<T>().deallocate(memory, count);
        else
            std::free(memory);
    }

    friend bool operator==(const LargePages&, const LargePages&) { return true; }

 private:
    static constexpr std::size_t page = std::size_t{2} << 20;
    static constexpr std::size_t worthwhile = 2 * page;
};

template <class T>
using LargeVector = std::vector<T, LargePages<T>>;

}  // namespace reentry::sim
