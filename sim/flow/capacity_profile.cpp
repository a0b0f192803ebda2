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

// Backwards, an hour before each change and then on from there; twice round, since the week closes.
CapacityProfile::CapacityProfile(const Factors& factors) : factors_(factors) {
    for (const double factor : factors_)
        REENTRY_CHECK(factor >= 0 && factor < 1e300, "a factor of {}", factor);
    for (int back = 2 * hours_per_week; back-- > 0;) {
        const int hour = back % hours_per_week, next = (hour + 1) % hours_per_week;
        if (factors_[hour] != factors_[next])
            hours_to_change_[hour] = 1;
        else if (hours_to_change_[next] > 0)
            hours_to_change_[hour] = hours_to_change_[next] + 1;
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
