#include "models/money/decimal.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

namespace reentry {
namespace {

struct Unit {
    std::string_view name;
    std::int64_t size;
};

constexpr std::array<Unit, 12> sizes{{{"EB", 1'000'000'000'000'000'000},
                                      {"EiB", std::int64_t{1} << 60},
                                      {"PB", 1'000'000'000'000'000},
                                      {"PiB", std::int64_t{1} << 50},
                                      {"TB", 1'000'000'000'000},
                                      {"TiB", std::int64_t{1} << 40},
                                      {"GB", 1'000'000'000},
                                      {"GiB", std::int64_t{1} << 30},
                                      {"MB", 1'000'000},
                                      {"MiB", std::int64_t{1} << 20},
                                      {"kB", 1'000},
                                      {"KiB", 1'024}}};

constexpr std::array<Unit, 7> times{{{"d", 86'400'000'000'000},
                                     {"h", 3'600'000'000'000},
                                     {"min", 60'000'000'000},
                                     {"s", 1'000'000'000},
                                     {"ms", 1'000'000},
                                     {"us", 1'000},
                                     {"ns", 1}}};

void add_part(std::string& text, std::int64_t count, std::string_view unit) {
    if (count == 0) return;
    if (!text.empty()) text += ' ';
    text += fmt::format("{} {}", count, unit);
}

// The shortest plain digits that read back as value * factor; an exponent where no Decimal holds
// it.
std::string shortest(double value, int factor) {
    const auto decimal = Decimal::parse(fmt::format("{}", value));
    if (!decimal || *decimal > Decimal{power_of_ten(30), 0})
        return fmt::format("{}", value * factor);
    return (*decimal * Decimal{factor, 0}).to_string();
}

}  // namespace

std::string exact_text(Bytes bytes) {
    for (const auto& unit : sizes)
        if (bytes.count() != 0 && bytes.count() % unit.size == 0)
            return fmt::format("{} {}", bytes.count() / unit.size, unit.name);
    return fmt::format("{} B", bytes.count());
}

std::string exact_text(sim::Duration duration) {
    std::string text;
    std::int64_t rest = duration.count();
    for (const auto& unit : times) {
        add_part(text, rest / unit.size, unit.name);
        rest %= unit.size;
    }
    return text.empty() ? "0 s" : text;
}

std::string exact_text(Rate rate) { return shortest(rate.bytes_per_second(), 1) + " B/s"; }

std::string exact_fraction(double fraction) { return shortest(fraction, 100) + " %"; }

std::string format_span(const CalendarSpan& span) {
    std::string text;
    add_part(text, span.years, "y");
    add_part(text, span.months, span.months == 1 ? "month" : "months");
    add_part(text, span.days, "d");
    return text.empty() ? "0 d" : text;
}

std::string format_date(std::chrono::year_month_day date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string format_time(sim::Time t) {
    const auto day = sim::day_of(t);
    return fmt::format("{}T{}Z", format_date(day), format_time_of_day(t - sim::midnight(day)));
}

std::string format_time_of_day(sim::Duration since_midnight) {
    const std::int64_t seconds = since_midnight.count() / 1'000'000'000;
    const std::int64_t h = seconds / 3'600, min = seconds / 60 % 60, s = seconds % 60;
    return s == 0 ? fmt::format("{:02}:{:02}", h, min)
                  : fmt::format("{:02}:{:02}:{:02}", h, min, s);
}

}  // namespace reentry
