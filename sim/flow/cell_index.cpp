#include "sim/flow/cell_index.hpp"

#include <utility>

namespace reentry::sim::flow {

namespace {

std::uint64_t pair_key(std::uint32_t row, std::uint32_t column) {
    return (static_cast<std::uint64_t>(row) << 32) | column;
}

}  // namespace

std::size_t CellIndex::home(std::uint64_t key) const {
    const std::uint64_t mixed = key * 0x9E3779B97F4A7C15ULL;  // Fibonacci hashing
    return static_cast<std::size_t>(mixed >> 32) & (slots_.size() - 1);
}

// The slot of the key, or the empty slot at which its search ends.
std::size_t CellIndex::locate(std::uint64_t key) const {
    std::size_t at = home(key);
    while (slots_[at].value != missing && slots_[at].key != key)
        at = (at + 1) & (slots_.size() - 1);
    return at;
}

std::uint32_t CellIndex::find(std::uint32_t row, std::uint32_t column) const {
    if (slots_.empty()) return missing;
    return slots_[locate(pair_key(row, column))].value;
}

void CellIndex::insert(std::uint32_t row, std::uint32_t column, std::uint32_t value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    const std::uint64_t key = pair_key(row, column);
    slots_[locate(key)] = Slot{key, value};
    ++size_;
}

// Closes the gap by moving later entries of the same run back (Knuth, vol. 3, 6.4, algorithm R).
void CellIndex::erase(std::uint32_t row, std::uint32_t column) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t gap = locate(pair_key(row, column));
    for (std::size_t at = (gap + 1) & mask; slots_[at].value != missing; at = (at + 1) & mask) {
        const std::size_t distance_from_home = (at - home(slots_[at].key)) & mask;
        if (distance_from_home < ((at - gap) & mask)) continue;
        slots_[gap] = slots_[at];
        gap = at;
    }
    slots_[gap] = Slot{};
    --size_;
}

void CellIndex::grow() {
    const std::vector<Slot> old =
        std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 64 : 2 * slots_.size()));
    for (const Slot& slot : old)
        if (slot.value != missing) slots_[locate(slot.key)] = slot;
}

}  // namespace reentry::sim::flow
