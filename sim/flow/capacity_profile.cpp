#include "sim/flow/capacity_profile.hpp"

#include "sim/check.hpp"

namespace reentry::sim {

namespace {

CapacityProfile::Factors ones() {
    CapacityProfile::Factors factors;
    factors.fill(1.0);
    return factors;
}

}  // namespace

CapacityProfile::CapacityProfile() : CapacityProfile(ones()) {}

CapacityProfile::CapacityProfile(const Factors& factors) : factors_(factors) {
    for (int hour = 0; hour < hours_per_week; ++hour) {
        const double factor = factors_[hour];
        REENTRY_CHECK(factor >= 0 && factor < 1e300, "factor {} in hour {}", factor, hour);
        int ahead = 1;
        while (ahead < hours_per_week && factors_[(hour + ahead) % hours_per_week] == factor)
            ++ahead;
        hours_to_change_[hour] = ahead < hours_per_week ? ahead : 0;
    }
}

CapacityProfile CapacityProfile::business_hours(int first, int last, double inside) {
    REENTRY_CHECK(0 <= first && first < last && last <= 24, "from {} to {} o'clock", first, last);
    Factors factors = ones();
    for (int day = 0; day < 5; ++day)
        for (int hour = first; hour < last; ++hour) factors[24 * day + hour] = inside;
    return CapacityProfile(factors);
}

CapacityProfile CapacityProfile::in_zone(std::chrono::hours ahead) const {
    Factors shifted;
    for (int hour = 0; hour < hours_per_week; ++hour) {
        const auto local = (hour + ahead.count()) % hours_per_week;
        shifted[hour] = factors_[(local + hours_per_week) % hours_per_week];
    }
    return CapacityProfile(shifted);
}

// 1970-01-01 was a Thursday, three days after Monday.
std::size_t CapacityProfile::hour_of_week(Time t) {
    const auto hours = std::chrono::floor<std::chrono::hours>(t.time_since_epoch()).count() + 72;
    const auto hour = hours % hours_per_week;
    return static_cast<std::size_t>(hour < 0 ? hour + hours_per_week : hour);
}

std::optional<Time> CapacityProfile::next_change(Time t) const {
    const int ahead = hours_to_change_[hour_of_week(t)];
    if (ahead == 0) return std::nullopt;
    return Time{std::chrono::floor<std::chrono::hours>(t.time_since_epoch()) +
                std::chrono::hours{ahead}};
}

}  // namespace reentry::sim
