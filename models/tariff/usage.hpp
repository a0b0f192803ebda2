// Usage: what was metered, by price line, billing period and cause. Exact whole numbers of atoms:
//   storage, early deletion, capacity   byte-nanoseconds
//   other things held                   piece-nanoseconds
//   requests, bytes, orders             millionths of one
// A five-year history is a few thousand rows of sixty periods, so that prices can be changed and
// rated again in milliseconds.
#pragma once

#include "models/money/int128.hpp"
#include "models/tariff/billing_calendar.hpp"
#include "models/tariff/usage_lines.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace reentry {

inline constexpr std::int64_t atoms_per_piece = 1'000'000;

// Whether a meter is held for a time (atoms are nanoseconds) or counted.
bool is_held(Meter meter);
// Whether what is held or counted is bytes, not pieces.
bool measures_bytes(Meter meter);

// Who used what, as the ledger says it. Names are indices in Usage::names.
struct UsageRow {
    LineId line = 0;
    std::uint16_t binding = 0;
    NameId resource = 0;
    NameId option = 0;
    Meter meter{};
    Cause cause;
    friend bool operator==(const UsageRow&, const UsageRow&) = default;
};

// A change of the bytes billed on a line whose tier samples daily peaks.
struct UsageStep {
    sim::Time at{};
    Int128 bytes = 0;
};

class Usage {
 public:
    Usage() { names.emplace_back(); }

    BillingCalendar calendar;
    UsageLines lines;
    std::vector<std::string> names;
    std::map<LineId, std::vector<UsageStep>> steps;  // in order of time
    std::int64_t outside = 0;  // entries of the ledger that lie outside the horizon

    const std::vector<UsageRow>& rows() const { return rows_; }
    Int128 amount(std::size_t row, std::size_t period) const {
        return amounts_[row * calendar.periods().size() + period];
    }

    // The number of a row, adding it when it is new.
    std::uint32_t row(const UsageRow& wanted);
    void add(std::uint32_t row, std::size_t period, Int128 atoms) {
        amounts_[row * calendar.periods().size() + period] += atoms;
    }
    NameId intern(std::string_view name);

 private:
    struct Hash {
        std::size_t operator()(const UsageRow& row) const;
    };
    std::vector<UsageRow> rows_;
    std::vector<Int128> amounts_;  // row-major: rows x periods
    std::unordered_map<UsageRow, std::uint32_t, Hash> index_;
    std::unordered_map<std::string, NameId> name_index_;
};

// By how much daily peaks exceed the integral over time in some periods, in byte-nanoseconds: what
// sampling adds. Changes at one instant count together: a swap is no peak.
std::vector<Int128> peak_excess(std::span<const UsageStep> steps,
                                std::span<const BillingPeriod> periods);

}  // namespace reentry
