// Simulated time: 64-bit nanoseconds since 1970-01-01T00:00Z, on a clock that cannot be read.
//
// Calendar dates are UTC. The range is 1677 to 2262. Equal instants are equal numbers; there is no
// drift, because every conversion from seconds rounds once, to the nearest nanosecond.
#pragma once

#include <chrono>
#include <cstdint>

namespace reentry::sim {

// A clock without now(): simulated time comes only from a Simulation.
struct Clock {
    using rep = std::int64_t;
    using period = std::nano;
    using duration = std::chrono::duration<rep, period>;
    using time_point = std::chrono::time_point<Clock>;
    static constexpr bool is_steady = true;
};

using Duration = Clock::duration;
using Time = Clock::time_point;

// The number of seconds in d, as a double (exact below 2^53 ns, about 104 days).
constexpr double to_seconds(Duration d) { return static_cast<double>(d.count()) / 1e9; }

// s seconds, rounded to the nearest nanosecond; saturates at the largest Duration.
constexpr Duration from_seconds(double s) {
    const double ns = s * 1e9;
    if (ns >= 9.2e18) return Duration::max();
    return Duration{static_cast<std::int64_t>(ns < 0 ? ns - 0.5 : ns + 0.5)};
}

// Midnight UTC at the start of a calendar day.
constexpr Time midnight(std::chrono::year_month_day day) {
    return Time{
        std::chrono::duration_cast<Duration>(std::chrono::sys_days{day}.time_since_epoch())};
}

// The calendar day (UTC) in which t lies.
constexpr std::chrono::year_month_day day_of(Time t) {
    return std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<Duration>{t.time_since_epoch()});
}

}  // namespace reentry::sim
