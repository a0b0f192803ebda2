// How much of a capacity is there, by hour and weekday: a weekly pattern of 168 factors, in UTC.
//
// Business traffic takes its share of a link on weekdays from 8 to 18: the factor is what it
// leaves. Factors change on the full hour only; the pattern repeats every week and knows no
// holidays.
#pragma once

#include "sim/clock.hpp"

#include <array>
#include <chrono>
#include <optional>

namespace reentry::sim {

class CapacityProfile {
 public:
    static constexpr int hours_per_week = 168;
    using Factors = std::array<double, hours_per_week>;  // [0] is Monday, 0 to 1 o'clock

    // Always 1.
    CapacityProfile();

    // Checked: factors are >= 0 and finite.
    explicit CapacityProfile(const Factors& factors);

    // `inside` from hour `first` up to, not including, hour `last` on Monday to Friday, else 1.
    // Checked: 0 <= first < last <= 24.
    static CapacityProfile business_hours(int first, int last, double inside);

    // The same pattern when its hours were meant in a zone that is `ahead` of UTC (whole hours).
    CapacityProfile in_zone(std::chrono::hours ahead) const;

    double factor(Time t) const { return factors_[hour_of_week(t)]; }

    // The first instant after t with another factor than at t; none when the factor never changes.
    std::optional<Time> next_change(Time t) const;

 private:
    static std::size_t hour_of_week(Time t);

    Factors factors_;
    std::array<int, hours_per_week> hours_to_change_{};  // from the start of each hour; 0: never
};

}  // namespace reentry::sim
