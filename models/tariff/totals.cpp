#include "models/tariff/totals.hpp"

#include <algorithm>
#include <numeric>

namespace reentry {

LineTotals::LineTotals(const Usage& usage) : periods_(usage.calendar.periods().size()) {
    const auto& rows = usage.rows();
    rows_.resize(rows.size());
    std::iota(rows_.begin(), rows_.end(), 0U);
    std::sort(rows_.begin(), rows_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return rows[a].line != rows[b].line ? rows[a].line < rows[b].line : a < b;
    });
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const LineId line = rows[rows_[i]].line;
        if (lines_.empty() || lines_.back() != line) {
            lines_.push_back(line);
            begin_.push_back(i);
            atoms_.resize(lines_.size() * periods_);
        }
        const std::size_t base = (lines_.size() - 1) * periods_;
        for (std::size_t p = 0; p < periods_; ++p) atoms_[base + p] += usage.amount(rows_[i], p);
    }
    begin_.push_back(rows_.size());
    for (const auto& [line, steps] : usage.steps) {
        const std::vector<Int128> excess = peak_excess(steps, usage.calendar.periods());
        const std::size_t base = index_of(line) * periods_;
        for (std::size_t p = 0; p < periods_; ++p) atoms_[base + p] += excess[p];
    }
}

std::size_t LineTotals::index_of(LineId line) const {
    const auto found = std::lower_bound(lines_.begin(), lines_.end(), line);
    if (found == lines_.end() || *found != line) return lines_.size();
    return static_cast<std::size_t>(found - lines_.begin());
}

bool is_storage(const UsageLine& line, const LineRater& rater) {
    if (line.basis != Basis::listed) return false;
    const auto& meters = rater.price_line(line)->meters;
    return std::find(meters.begin(), meters.end(), Meter::storage) != meters.end();
}

bool follows_storage(const PriceLine& line) {
    return std::any_of(line.prices.begin(), line.prices.end(),
                       [](const Price& price) { return !price.free_per_stored.is_zero(); });
}

bool counts_resource(const PriceLine& line, const Resource& resource) {
    const auto& named = line.free_stored_in;
    return named.empty() || std::find(named.begin(), named.end(), resource.name) != named.end();
}

StoredAtoms::StoredAtoms(const LineTotals& totals, const Usage& usage, const LineRater& rater)
    : months_(usage.calendar.months().size()) {
    for (const Account& account : rater.accounts())
        by_account_.emplace_back(
            account.tariff == nullptr ? 0 : account.tariff->resources.size() * months_);
    for (std::size_t i = 0; i < totals.lines().size(); ++i) {
        const UsageLine& line = usage.lines[totals.lines()[i]];
        if (!is_storage(line, rater)) continue;
        for (std::size_t p = 0; p < usage.calendar.periods().size(); ++p)
            add(line.account, line.resource, usage.calendar.periods()[p].month, totals.atoms(i)[p]);
    }
}

void StoredAtoms::add(std::uint16_t account, std::uint16_t resource, std::size_t month,
                      Int128 atoms) {
    by_account_[account][resource * months_ + month] += atoms;
}

Int128 StoredAtoms::at(std::uint16_t account, std::uint16_t resource, std::size_t month) const {
    return by_account_[account][resource * months_ + month];
}

Int128 StoredAtoms::counted_by(const UsageLine& line, const LineRater& rater,
                               std::size_t month) const {
    const PriceLine* price = rater.price_line(line);
    if (price == nullptr || !follows_storage(*price)) return 0;
    const auto& resources = rater.accounts()[line.account].tariff->resources;
    Int128 sum = 0;
    for (std::size_t r = 0; r < resources.size(); ++r)
        if (counts_resource(*price, resources[r]))
            sum += at(line.account, static_cast<std::uint16_t>(r), month);
    return sum;
}

}  // namespace reentry
