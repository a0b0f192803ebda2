// Until when points are kept, which of them hang together, and which can be used.
#include "models/protection/recovery_point.hpp"
#include "models/protection/retention.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::weeks;

namespace {

// 2027-03-01 is a Monday.
sim::Time at(int day, sim::Duration time = {}) {
    using namespace std::chrono;
    return sim::Time{sys_days{2027y / March / 1}.time_since_epoch()} + days{day - 1} + time;
}

sim::Time on(int year, unsigned month, unsigned day) {
    using namespace std::chrono;
    return sim::Time{
        sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}}
            .time_since_epoch()};
}

RecoveryPoint point(sim::Time content, int base, sim::Time keep_until) {
    RecoveryPoint p;
    p.content = p.started = content;
    p.available = content + 2h;
    p.keep_until = keep_until;
    p.base = base;
    p.whole = base < 0;
    return p;
}

}  // namespace

TEST_CASE("fathers and grandfathers are the first fulls of their week, month and year") {
    Keep keep;
    keep.days = 7;
    keep.weeks = 4;
    keep.months = 6;
    keep.years = 2;
    Retention retention(keep);
    // The first full ever opens its week, its month and its year: the year is kept longest.
    CHECK(retention.keep_until(on(2027, 3, 1), true) == on(2029, 3, 1));
    // Tuesday opens nothing.
    CHECK(retention.keep_until(on(2027, 3, 2), true) == on(2027, 3, 9));
    // The next Monday opens a week: four weeks.
    CHECK(retention.keep_until(on(2027, 3, 8), true) == on(2027, 4, 5));
    // 1 April, a Thursday, opens a month: six months. An increment stands for nothing.
    CHECK(retention.keep_until(on(2027, 3, 31), false) == on(2027, 4, 7));
    CHECK(retention.keep_until(on(2027, 4, 1), true) == on(2027, 10, 1));
    CHECK(retention.keep_until(on(2028, 1, 3), true) == on(2030, 1, 3));
}

TEST_CASE("a full outlives its increments") {
    // A full kept 7 days with three increments, each needing the one before it.
    Points points{point(at(1), -1, at(8)), point(at(2), 0, at(9)), point(at(3), 1, at(10)),
                  point(at(4), 2, at(11))};
    apply_chain_rule(points, 0, 4, at(100));
    for (const auto& p : points) CHECK(p.deleted == at(11));
}

TEST_CASE("differential points need their full only") {
    Points points{point(at(1), -1, at(8)), point(at(2), 0, at(9)), point(at(3), 0, at(10))};
    apply_chain_rule(points, 0, 3, at(100));
    CHECK(points[0].deleted == at(10));
    CHECK(points[1].deleted == at(9));
    CHECK(points[2].deleted == at(10));
}

TEST_CASE("what is kept beyond the horizon is never deleted") {
    Points points{point(at(1), -1, at(8)), point(at(2), -1, at(20))};
    apply_chain_rule(points, 0, 2, at(15));
    CHECK(points[0].deleted == at(8));
    CHECK(points[1].deleted == sim::Time::max());
}

TEST_CASE("a point can be used from when it is complete until it is deleted") {
    Points points{point(at(1), -1, at(8)), point(at(2), -1, at(9))};
    points[0].deleted = at(8);
    points[1].deleted = at(9);
    CHECK_FALSE(newest_usable(points, at(1, 1h), at(1, 1h)));
    CHECK(newest_usable(points, at(1, 2h), at(1, 2h)) == 0u);
    CHECK(newest_usable(points, at(2, 1h), at(2, 1h)) == 0u);  // the second is not complete
    CHECK(newest_usable(points, at(2, 2h), at(2, 2h)) == 1u);
    CHECK(newest_usable(points, at(1, 5h), at(5)) == 0u);  // the second is infected
    CHECK(newest_usable(points, at(8), at(8)) == 1u);
    CHECK_FALSE(newest_usable(points, at(1, 5h), at(8)));  // the first is gone by then
    CHECK_FALSE(newest_usable(points, at(9), at(9)));
}

TEST_CASE("a chain is read from its full on") {
    Points points{point(at(1), -1, at(8)), point(at(2), 0, at(9)), point(at(3), 1, at(10)),
                  point(at(4), -1, at(11)), point(at(5), 3, at(12))};
    CHECK(chain_of(points, 2) == std::vector<std::size_t>{0, 1, 2});
    CHECK(chain_of(points, 3) == std::vector<std::size_t>{3});
    CHECK(chain_of(points, 4) == std::vector<std::size_t>{3, 4});
}
