#include "models/protection/retention.hpp"

#include "models/units/time.hpp"

#include <algorithm>
#include <chrono>

namespace reentry {
namespace {

using namespace std::chrono;

// Days since the epoch of the Monday of t's week, over seven: the same for a whole ISO week.
std::int64_t week_number(sim::Time t) {
    const auto days_since_epoch = floor<days>(t.time_since_epoch()).count();
    return (days_since_epoch + 3) / 7;  // 1970-01-01 was a Thursday
}

std::int64_t month_number(sim::Time t) {
    const auto day = sim::day_of(t);
    return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month()));
}

// Whether `period` is a new one; remembers it.
bool opens(std::int64_t& last, std::int64_t period) {
    const bool is_new = period != last;
    last = period;
    return is_new;
}

}  // namespace

sim::Time Retention::keep_until(sim::Time content, bool whole) {
    sim::Time until = content + days{keep_.days};
    stands_ = false;
    if (!whole) return until;
    const auto stand = [&](bool is_first, std::int64_t periods, sim::Time end) {
        if (!is_first) return;
        stands_ = stands_ || periods > 0;
        until = std::max(until, end);
    };
    stand(opens(week_, week_number(content)), keep_.weeks, content + weeks{keep_.weeks});
    stand(opens(month_, month_number(content)), keep_.months,
          content + CalendarSpan{0, static_cast<int>(keep_.months), 0});
    stand(opens(year_, static_cast<int>(sim::day_of(content).year())), keep_.years,
          content + CalendarSpan{static_cast<int>(keep_.years), 0, 0});
    return until;
}

void apply_chain_rule(Points& points, std::size_t first, std::size_t last, sim::Time horizon) {
    for (auto i = first; i < last; ++i) points[i].deleted = points[i].keep_until;
    for (auto i = last; i-- > first;) {
        const auto& point = points[i];
        if (point.whole) continue;
        auto& base = points[static_cast<std::size_t>(point.base)];
        base.deleted = std::max(base.deleted, point.deleted);
    }
    for (auto i = first; i < last; ++i)
        if (points[i].deleted >= horizon) points[i].deleted = sim::Time::max();
}

}  // namespace reentry
