// Finds the cell of (row, column): an open-addressing hash table with linear probing.
//
// The only lookup by pair in the engine; it is asked once per hop whenever a class changes its
// bottleneck.
#pragma once

#include <cstdint>
#include <vector>

namespace reentry::sim::flow {

class CellIndex {
 public:
    // The value of the pair, or `missing`.
    std::uint32_t find(std::uint32_t row, std::uint32_t column) const;
    // The pair must not be there.
    void insert(std::uint32_t row, std::uint32_t column, std::uint32_t value);
    // The pair must be there.
    void erase(std::uint32_t row, std::uint32_t column);

    static constexpr std::uint32_t missing = 0xFFFFFFFF;

 private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t value = missing;
    };
    std::size_t home(std::uint64_t key) const;
    std::size_t locate(std::uint64_t key) const;
    void grow();

    std::vector<Slot> slots_;
    std::size_t size_ = 0;
};

}  // namespace reentry::sim::flow
