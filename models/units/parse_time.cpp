#include "models/diagnostic.hpp"
#include "models/text.hpp"
#include "models/units/lexer.hpp"
#include "models/units/parse.hpp"

#include <fmt/format.h>

namespace reentry {
namespace {

constexpr const char* a_duration = "a duration with unit such as \"3 h\", \"90 min\" or \"2 days\"";
constexpr const char* a_span =
    "a span of the calendar such as \"5 y\", \"18 months\" or \"30 days\"";
constexpr const char* a_frequency =
    "a rate per time such as \"0.5 /y\", \"0.8 %/day\" or \"1 per 5 y\"";
constexpr std::int64_t nanoseconds_per_day = 86'400'000'000'000;

// The length of a measure, at most 290 years (what a Duration holds).
Parsed<sim::Duration> length(const Measure& measure) {
    const auto unit = time_in(measure.unit);
    if (!unit) return Parsed<sim::Duration>::failure(a_duration, time_unit_hint(measure.unit));
    if (measure.figure.is_negative())
        return Parsed<sim::Duration>::failure(a_duration, "a duration is not negative");
    const auto nanoseconds = whole_units(measure.figure, unit->count());
    if (!nanoseconds)
        return Parsed<sim::Duration>::failure(a_duration, "the longest duration is 292 years");
    return sim::Duration{*nanoseconds};
}

constexpr int longest_span_years = 200;

// Adds a measure to a span; false when its unit or figure does not belong in one.
bool add_to(CalendarSpan& span, const Measure& measure) {
    const bool fits = measure.figure.is_whole() && !measure.figure.is_negative() &&
                      measure.figure <= Decimal{longest_span_years * 366, 0};
    if (!fits) return false;
    const int count = static_cast<int>(measure.figure.mantissa());
    const auto unit = time_in(measure.unit);
    if (is_month(measure.unit))
        span.months += count;
    else if (unit == year_length)
        span.years += count;
    else if (unit && unit->count() % nanoseconds_per_day == 0)
        span.days += count * static_cast<int>(unit->count() / nanoseconds_per_day);
    else
        return false;
    return span.years + span.months / 12 + span.days / 365 <= longest_span_years;
}

std::string span_hint(const Measure& measure) {
    if (measure.unit.empty()) return "the unit is missing";
    if (!measure.figure.is_whole()) return "a span of the calendar has whole years, months, days";
    if (is_month(measure.unit)) return "the longest span is 200 years";
    if (!time_in(measure.unit)) return time_unit_hint(measure.unit);
    if (measure.figure.is_negative()) return "a span is not negative";
    return time_in(measure.unit)->count() < nanoseconds_per_day ? ""
                                                                : "the longest span is 200 years";
}

// The words on both sides of "/" or "per".
struct Ratio {
    std::string_view above;
    std::string_view below;
};

std::optional<Ratio> split_ratio(std::string_view text) {
    for (const std::string_view sign : {"/", " per "})
        if (const auto at = text.find(sign); at != text.npos)
            return Ratio{trim(text.substr(0, at)), trim(text.substr(at + sign.size()))};
    return std::nullopt;
}

// "y", "day" or "5 y".
Parsed<sim::Duration> period(std::string_view text) {
    if (const auto unit = time_in(text)) return *unit;
    const auto measure = split_measure(text);
    if (!measure) return Parsed<sim::Duration>::failure(a_frequency, time_unit_hint(text));
    return length(*measure);
}

}  // namespace

Parsed<sim::Duration> parse_duration(std::string_view text) {
    const auto measures = split_measures(text);
    if (!measures) return Parsed<sim::Duration>::failure(a_duration, measures.hint);
    std::int64_t total = 0;
    for (const auto& measure : *measures) {
        const auto part = length(measure);
        if (!part) return part;
        if (__builtin_add_overflow(total, part->count(), &total))
            return Parsed<sim::Duration>::failure(a_duration, "the longest duration is 292 years");
    }
    return sim::Duration{total};
}

Parsed<CalendarSpan> parse_calendar_span(std::string_view text) {
    const auto measures = split_measures(text);
    if (!measures) return Parsed<CalendarSpan>::failure(a_span, measures.hint);
    CalendarSpan span;
    for (const auto& measure : *measures)
        if (!add_to(span, measure))
            return Parsed<CalendarSpan>::failure(a_span, span_hint(measure));
    return span;
}

Parsed<PerTime> parse_per_time(std::string_view text) {
    const auto ratio = split_ratio(text);
    if (!ratio) return Parsed<PerTime>::failure(a_frequency, "the time is missing");
    const auto events = split_measure(ratio->above);
    if (!events) return Parsed<PerTime>::failure(a_frequency, events.hint);
    const bool percent = events->unit == "%";
    if (!percent && !events->unit.empty())
        return Parsed<PerTime>::failure(a_frequency, quoted(events->unit) + " is not counted");
    const auto time = period(ratio->below);
    if (!time) return Parsed<PerTime>::failure(a_frequency, time.hint);
    if (time->count() == 0) return Parsed<PerTime>::failure(a_frequency, "the time is zero");
    // Whole factors first, so that "0.5 /y" is 0.5 exactly and "0.8 %/day" is 0.008 * 365.
    const auto divisor = greatest_divisor(year_length.count(), time->count());
    const double value = percent ? percent_of(events->figure) : events->figure.to_double();
    return PerTime::per_year(value * static_cast<double>(year_length.count() / divisor) /
                             static_cast<double>(time->count() / divisor));
}

}  // namespace reentry
