// Times beyond sim::Duration: how often things happen, and spans of the calendar.
//
// A duration is physical: a day is 24 hours, a year 365 days (8,760 hours). A month is not a
// duration. A calendar span ("5 y", "18 months") is counted on the calendar and has a length only
// from a given date.
#pragma once

#include "sim/clock.hpp"

#include <chrono>
#include <compare>

namespace reentry {

inline constexpr sim::Duration year_length = std::chrono::hours{8'760};

// Events, or a fraction, per time; kept per year of 365 days.
class PerTime {
 public:
    constexpr PerTime() = default;
    static constexpr PerTime per_year(double events) { return PerTime{events}; }
    static constexpr PerTime per_day(double events) { return PerTime{events * 365}; }

    constexpr double per_year() const { return per_year_; }
    constexpr double per_day() const { return per_year_ / 365; }
    constexpr double per_second() const { return per_year_ / 31'536'000; }

    // The number of events (or the fraction) expected in a time.
    constexpr double in(sim::Duration time) const { return per_second() * sim::to_seconds(time); }

    // The mean time between events; Duration::max() when there are none.
    constexpr sim::Duration mean_interval() const {
        if (!(per_year_ > 0)) return sim::Duration::max();
        return sim::from_seconds(31'536'000 / per_year_);
    }

    friend constexpr auto operator<=>(const PerTime&, const PerTime&) = default;

 private:
    constexpr explicit PerTime(double per_year) : per_year_(per_year) {}
    double per_year_ = 0;
};

// A span counted on the calendar. Members are not negative when read from text.
struct CalendarSpan {
    int years = 0;
    int months = 0;
    int days = 0;
    friend bool operator==(const CalendarSpan&, const CalendarSpan&) = default;
};

// The instant a span later: years and months first (a day that the month lacks becomes its last
// day), then days; the time of day stays.
sim::Time operator+(sim::Time start, const CalendarSpan& span);

// The length of a span that begins at `start`.
inline sim::Duration length_from(sim::Time start, const CalendarSpan& span) {
    return (start + span) - start;
}

// The first instant of the calendar month (UTC) in which t lies.
sim::Time month_start(sim::Time t);

// The first instant of the calendar month after the one in which t lies.
sim::Time next_month(sim::Time t);

}  // namespace reentry
