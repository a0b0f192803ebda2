#include "sim/flow/instant.hpp"

#include <doctest/doctest.h>

using reentry::sim::flow::Instant;

TEST_CASE("an instant far away keeps its fraction below half a nanosecond") {
    // 80 days are 6.912e15 ns, between 2^52 and 2^53, where a double holds whole numbers only: adding a half to an
    // odd one rounds it to the next even one. The fraction then was -1, and flows were never found finished.
    for (int odd = 0; odd < 100; ++odd) {
        const Instant start{1'929'011'094'872'890'143 + odd, 0.25};
        for (const double seconds : {5'000'000.000000001, 6'912'000.123456789, 8'999'999.999999999}) {
            const Instant later = start.after(seconds);
            CHECK(later.part >= -0.5);
            CHECK(later.part < 0.5 + 1e-9);
            CHECK(later <= later.after(1e-12));
        }
    }
}
