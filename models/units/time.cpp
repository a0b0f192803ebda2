#include "models/units/time.hpp"

namespace reentry {
namespace {

using std::chrono::last;
using std::chrono::months;
using std::chrono::years;

}  // namespace

sim::Time operator+(sim::Time start, const CalendarSpan& span) {
    const auto day = sim::day_of(start);
    const auto time_of_day = start - sim::midnight(day);
    auto moved = day + years{span.years} + months{span.months};
    if (!moved.ok()) moved = moved.year() / moved.month() / last;
    return sim::midnight(moved) + std::chrono::days{span.days} + time_of_day;
}

sim::Time month_start(sim::Time t) {
    const auto day = sim::day_of(t);
    return sim::midnight(day.year() / day.month() / 1);
}

sim::Time next_month(sim::Time t) {
    const auto day = sim::day_of(t);
    return sim::midnight((day.year() / day.month() + months{1}) / 1);
}

}  // namespace reentry
