// An exact instant: whole nanoseconds and the fraction that sim::Time cannot hold.
//
// Flows rarely finish on a whole nanosecond. The engine lives in these instants and rounds once,
// when it reports; so bytes are never gained or lost by rounding and flows that finish together
// stay together. Invariant: part lies in [-0.5, 0.5), so `ns` is the nearest whole nanosecond.
#pragma once

#include "sim/clock.hpp"

#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>

namespace reentry::sim::flow {

struct Instant {
    std::int64_t ns = 0;
    double part = 0.0;

    static constexpr Instant of(Time t) { return Instant{t.time_since_epoch().count(), 0.0}; }

    // Later than every other instant.
    static constexpr Instant never() {
        return Instant{std::numeric_limits<std::int64_t>::max(), 0.0};
    }

    // The nearest whole nanosecond.
    constexpr Time rounded() const { return Time{Duration{ns}}; }

    // Seconds from `earlier` to this.
    constexpr double seconds_since(Instant earlier) const {
        return (static_cast<double>(ns - earlier.ns) + (part - earlier.part)) / 1e9;
    }

    // The instant `seconds` >= 0 later; never() when that lies beyond the range of sim::Time.
    Instant after(double seconds) const {
        const double offset = seconds * 1e9 + part;
        if (!(offset < 9.2e18) || static_cast<double>(ns) + offset >= 9.2e18) return never();
        // From 2^52 on a double is whole already, and adding a half could round it up.
        const double whole = offset < 0x1p52 ? std::floor(offset + 0.5) : offset;
        return Instant{ns + static_cast<std::int64_t>(whole), offset - whole};
    }

    friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
};

}  // namespace reentry::sim::flow
