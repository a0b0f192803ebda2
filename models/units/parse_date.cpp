#include "models/text.hpp"
#include "models/units/parse.hpp"

#include <optional>

namespace reentry {
namespace {

constexpr const char* a_date = "a date such as \"2027-01-31\"";
constexpr const char* a_time = "an instant in UTC such as \"2027-01-31T06:00Z\"";
constexpr const char* a_time_of_day = "a time of day such as \"22:00\"";

// Exactly `digits` digits off the front of the text, and then the sign that follows (if any is
// asked).
std::optional<int> take(std::string_view& text, std::size_t digits, char sign) {
    if (text.size() < digits + (sign ? 1 : 0)) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (sign && text[digits] != sign) return std::nullopt;
    text.remove_prefix(digits + (sign ? 1 : 0));
    return value;
}

bool is_zone(std::string_view text) {
    return text.size() >= 2 && (text[0] == '+' || text[0] == '-') && text[1] >= '0' &&
           text[1] <= '9';
}

}  // namespace

Parsed<std::chrono::year_month_day> parse_date(std::string_view text) {
    using Result = Parsed<std::chrono::year_month_day>;
    text = trim(text);
    const auto year = take(text, 4, '-');
    const auto month = year ? take(text, 2, '-') : std::nullopt;
    const auto day = month ? take(text, 2, 0) : std::nullopt;
    if (!day || !text.empty()) return Result::failure(a_date, "year, month and day, as ISO 8601");
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return Result::failure(a_date, "there is no such day");
    if (*year < 1700 || *year > 2200) return Result::failure(a_date, "years from 1700 to 2200");
    return date;
}

Parsed<sim::Duration> parse_time_of_day(std::string_view text) {
    using Result = Parsed<sim::Duration>;
    text = trim(text);
    const auto hour = take(text, 2, ':');
    const auto minute = hour ? take(text, 2, 0) : std::nullopt;
    std::optional<int> second = 0;
    if (minute && text.starts_with(':')) {
        text.remove_prefix(1);
        second = take(text, 2, 0);
    }
    if (!minute || !second || !text.empty()) return Result::failure(a_time_of_day);
    const bool is_end_of_day = *hour == 24 && *minute == 0 && *second == 0;
    if (!is_end_of_day && (*hour > 23 || *minute > 59 || *second > 59))
        return Result::failure(a_time_of_day, "there is no such time");
    return sim::Duration{std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
                         std::chrono::seconds{*second}};
}

Parsed<sim::Time> parse_time(std::string_view text) {
    using Result = Parsed<sim::Time>;
    text = trim(text);
    const auto date = parse_date(text.substr(0, 10));
    if (!date) return Result::failure(a_time, date.hint);
    text.remove_prefix(10);
    if (text.empty()) return sim::midnight(*date);
    if (text[0] != 'T' && text[0] != ' ') return Result::failure(a_time);
    text.remove_prefix(1);
    const auto zone = text.find_first_not_of("0123456789:");
    if (zone == text.npos) return Result::failure(a_time, "the zone is missing: add Z for UTC");
    const auto time_of_day = parse_time_of_day(text.substr(0, zone));
    if (!time_of_day) return Result::failure(a_time, time_of_day.hint);
    if (is_zone(text.substr(zone)))
        return Result::failure(a_time, "give the instant in UTC, with Z");
    if (text.substr(zone) != "Z") return Result::failure(a_time);
    return sim::midnight(*date) + *time_of_day;
}

}  // namespace reentry
