// What points hold of a rolling chain, while others between them go.
#include "models/protection/rolling_chain.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using std::chrono::days;

namespace {

// A point a day, there at once.
RecoveryPoint point(int day, int deleted) {
    RecoveryPoint p;
    p.content = p.started = p.available = sim::Time{days{day}};
    p.deleted = deleted > 0 ? sim::Time{days{deleted}} : sim::Time::max();
    p.whole = true;
    return p;
}

// Bytes touched: 100 on the first day, 50 more on the second, 25 on the third ...: all changes fall
// on 200 bytes, of which half of the rest is touched each day.
std::int64_t touched(const Points& points, std::size_t newer, std::size_t older) {
    std::int64_t sum = 0, more = 100;
    for (auto gap = (points[newer].content - points[older].content) / days{1}; gap > 0; --gap) {
        sum += more;
        more /= 2;
    }
    return sum;
}

std::vector<Lain> hold(const Points& points, int end) {
    std::vector<std::int64_t> brought(points.size(), 100);
    brought[0] = 0;
    RollingChain chain(points, [&](std::size_t a, std::size_t b) { return touched(points, a, b); });
    return chain.hold(brought, sim::Time{days{end}});
}

std::int64_t held_on(const std::vector<Lain>& held, int day) {
    std::int64_t sum = 0;
    for (const auto& h : held)
        if (h.from <= sim::Time{days{day}} && sim::Time{days{day}} < h.to) sum += h.bytes;
    return sum;
}

}  // namespace

TEST_CASE("points that all live equally long take their changes with them") {
    // Days 0 to 3, each kept 10 days.
    const auto held = hold({point(0, 10), point(1, 11), point(2, 12), point(3, 13)}, 20);
    REQUIRE(held.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(held[i].bytes == 100);
        CHECK(held[i].to - held[i].from == days{10});
        CHECK(held[i].deleted);
    }
}

TEST_CASE("what a point brought and was not touched again goes over to the next") {
    // Day 0 and day 3 are kept long; days 1 and 2 go on day 5 and 6. After that day 3 holds what
    // was touched since day 0: 100 + 50 + 25.
    const auto held = hold({point(0, 30), point(1, 5), point(2, 6), point(3, 30)}, 20);
    CHECK(held_on(held, 4) == 300);
    // Day 1 goes: day 2 now holds what was touched since day 0, 150; day 3 its own 100.
    CHECK(held_on(held, 5) == 250);
    CHECK(held_on(held, 6) == 175);
    CHECK(held_on(held, 19) == 175);
    std::int64_t kept = 0;
    for (const auto& h : held)
        if (!h.deleted) {
            kept += h.bytes;
            CHECK(h.point == 3);
        }
    CHECK(kept == 175);
}

TEST_CASE("whatever goes when, all bytes that came are held once and end once") {
    const Points points{point(0, 4), point(1, 9), point(2, 3), point(3, 0),
                        point(4, 6), point(5, 6), point(6, 0), point(7, 8)};
    std::int64_t sum = 0;
    for (const auto& h : hold(points, 20)) {
        sum += h.bytes;
        CHECK(h.from < h.to);
        CHECK(h.bytes > 0);
    }
    CHECK(sum == 700);
}

TEST_CASE("nothing is taken over by a point that is not there yet") {
    // Day 1 goes before day 2 has come.
    auto points = Points{point(0, 30), point(1, 2), point(3, 30)};
    const auto held = hold(points, 20);
    CHECK(held_on(held, 1) == 100);
    CHECK(held_on(held, 2) == 0);
    CHECK(held_on(held, 3) == 100);
}
