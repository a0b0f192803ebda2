// The totals that rating works on: atoms by line and period over all causes. An inner part of
// rating.
#pragma once

#include "models/tariff/line_rater.hpp"
#include "models/tariff/usage.hpp"

#include <span>
#include <vector>

namespace reentry {

// The lines with usage, their rows and their totals per period.
class LineTotals {
 public:
    explicit LineTotals(const Usage& usage);

    const std::vector<LineId>& lines() const { return lines_; }  // ascending
    std::span<const std::uint32_t> rows(std::size_t index) const {
        return std::span(rows_).subspan(begin_[index], begin_[index + 1] - begin_[index]);
    }
    std::span<const Int128> atoms(std::size_t index) const {
        return std::span(atoms_).subspan(index * periods_, periods_);
    }
    std::span<const Int128> atoms(std::size_t index, const BillingMonth& month) const {
        return atoms(index).subspan(month.first_period, month.period_count);
    }
    // The index of a line; lines().size() when it has no usage.
    std::size_t index_of(LineId line) const;

 private:
    std::size_t periods_ = 0;
    std::vector<LineId> lines_;
    std::vector<std::size_t> begin_;
    std::vector<std::uint32_t> rows_;
    std::vector<Int128> atoms_;
};

// Atoms of storage by account, resource and month, which allowances in proportion count.
class StoredAtoms {
 public:
    StoredAtoms() = default;
    StoredAtoms(const LineTotals& totals, const Usage& usage, const LineRater& rater);

    // What a line's allowance counts in a month; 0 when it has none in proportion.
    Int128 counted_by(const UsageLine& line, const LineRater& rater, std::size_t month) const;
    void add(std::uint16_t account, std::uint16_t resource, std::size_t month, Int128 atoms);
    Int128 at(std::uint16_t account, std::uint16_t resource, std::size_t month) const;

 private:
    std::size_t months_ = 0;
    std::vector<std::vector<Int128>> by_account_;  // resource x month
};

// Whether the atoms of a line are stored bytes.
bool is_storage(const UsageLine& line, const LineRater& rater);
// Whether a line has an allowance in proportion to stored bytes.
bool follows_storage(const PriceLine& line);
// Whether an allowance in proportion of this line counts a resource of its tariff.
bool counts_resource(const PriceLine& line, const Resource& resource);

}  // namespace reentry
