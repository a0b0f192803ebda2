#include "sim/clock_text.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace reentry::sim {

namespace {

// ".25" for 250,000,000 ns, nothing for 0.
std::string decimals(std::int64_t nanoseconds) {
    if (nanoseconds == 0) return {};
    std::string text = fmt::format(".{:09}", nanoseconds);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

}  // namespace

std::string iso_text(Time t) {
    const auto day = day_of(t);
    const std::chrono::hh_mm_ss<Duration> clock{t - midnight(day)};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}Z", int{day.year()},
                       unsigned{day.month()}, unsigned{day.day()}, clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count(),
                       decimals(clock.subseconds().count()));
}

std::string seconds_text(Duration d) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(d);
    const std::int64_t rest = (d - seconds).count();
    const char* sign = d < Duration::zero() ? "-" : "";
    const auto whole = seconds.count() < 0 ? -seconds.count() : seconds.count();
    return fmt::format("{}{}{} s", sign, whole, decimals(rest < 0 ? -rest : rest));
}

}  // namespace reentry::sim
