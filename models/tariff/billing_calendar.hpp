// The billing periods of a horizon: calendar months (UTC), cut where a price list changes, so that
// each period is rated with the list in force on each of its days.
#pragma once

#include "models/tariff/terms.hpp"
#include "sim/clock.hpp"

#include <chrono>
#include <cstddef>
#include <span>
#include <vector>

namespace reentry {

struct BillingMonth {
    std::chrono::year_month name{};
    sim::Time begin{}, end{};  // the whole calendar month, even where the horizon begins inside it
    std::size_t first_period = 0, period_count = 0;
};

struct BillingPeriod {
    sim::Time begin{}, end{};
    std::size_t month = 0;  // index in months()
};

class BillingCalendar {
 public:
    BillingCalendar() = default;

    // Cuts [begin, end) at month starts and at every date at which a price of the tariffs changes.
    BillingCalendar(sim::Time begin, sim::Time end, std::span<const Binding> bindings);

    const std::vector<BillingPeriod>& periods() const { return periods_; }
    const std::vector<BillingMonth>& months() const { return months_; }
    const BillingMonth& month_of(std::size_t period) const {
        return months_[periods_[period].month];
    }
    sim::Time begin() const { return begin_; }
    sim::Time end() const { return end_; }

    // Whether t lies in the horizon, its end included.
    bool covers(sim::Time t) const { return t >= begin_ && t <= end_ && !periods_.empty(); }
    // The period in which t lies; the end of the horizon lies in the last. t must be covered.
    std::size_t period_at(sim::Time t) const;

    friend bool operator==(const BillingCalendar&, const BillingCalendar&) = default;

 private:
    sim::Time begin_{}, end_{};
    std::vector<BillingPeriod> periods_;
    std::vector<BillingMonth> months_;
};

inline bool operator==(const BillingPeriod& a, const BillingPeriod& b) {
    return a.begin == b.begin && a.end == b.end && a.month == b.month;
}
inline bool operator==(const BillingMonth& a, const BillingMonth& b) { return a.begin == b.begin; }

}  // namespace reentry
