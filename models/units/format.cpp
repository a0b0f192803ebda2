#include "models/units/format.hpp"

#include "models/text.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

namespace reentry {
namespace {

using Units = std::array<std::string_view, 7>;
constexpr Units byte_units{"B", "kB", "MB", "GB", "TB", "PB", "EB"};
constexpr Units binary_units{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
constexpr Units byte_rates{"B/s", "kB/s", "MB/s", "GB/s", "TB/s", "PB/s", "EB/s"};
constexpr Units bit_rates{"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s", "Pbit/s", "Ebit/s"};

std::string without_trailing_zeros(std::string digits) {
    if (digits.find('.') == digits.npos) return digits;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
    return digits == "-0" ? "0" : digits;
}

// At most three significant digits of a value below 1000; "1000" when it rounds up to that.
std::string three_digits(double value) {
    const double size = std::fabs(value);
    const int places = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    return without_trailing_zeros(fmt::format("{:.{}f}", value, places));
}

std::string scaled(double value, const Units& units, double step) {
    std::size_t unit = 0;
    const double limit = step == 1000 ? 999.5 : 1023.5;
    for (; std::fabs(value) >= limit && unit + 1 < units.size(); ++unit) value /= step;
    return fmt::format("{} {}", three_digits(value), units[unit]);
}

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t hour = 3'600 * second;
constexpr std::int64_t day = 24 * hour;

std::string days_and_hours(std::int64_t nanoseconds) {
    const std::int64_t hours = (nanoseconds + hour / 2) / hour;
    if (hours % 24 == 0) return fmt::format("{} d", hours / 24);
    return fmt::format("{} d {} h", hours / 24, hours % 24);
}

// The unit changes where the next one still shows three digits or the reader thinks in it.
std::string positive_duration(std::int64_t ns) {
    const auto value = static_cast<double>(ns);
    const auto in = [&](double unit, const char* name) {
        return fmt::format("{} {}", three_digits(value / unit), name);
    };
    if (ns < 1'000) return fmt::format("{} ns", ns);
    if (value < 999.5e3) return in(1e3, "\u00b5s");
    if (value < 999.5e6) return in(1e6, "ms");
    if (value < 119.5e9) return in(1e9, "s");
    if (value < 119.5 * 60e9) return in(60e9, "min");
    if (ns < 48 * hour - hour / 2) return in(static_cast<double>(hour), "h");
    if (ns < 100 * day - hour / 2) return days_and_hours(ns);
    if (ns < 730 * day) return fmt::format("{:.0f} d", value / static_cast<double>(day));
    return in(365.0 * static_cast<double>(day), "y");
}

}  // namespace

std::string format_bytes(Bytes bytes) { return scaled(bytes.to_double(), byte_units, 1000); }

std::string format_bytes_binary(Bytes bytes) {
    return scaled(bytes.to_double(), binary_units, 1024);
}

std::string format_rate(Rate rate) { return scaled(rate.bytes_per_second(), byte_rates, 1000); }

std::string format_bit_rate(Rate rate) { return scaled(rate.bits_per_second(), bit_rates, 1000); }

std::string format_duration(sim::Duration d) {
    if (d == sim::Duration::max()) return "never";
    if (d == sim::Duration::zero()) return "0 s";
    if (d < sim::Duration::zero()) return "-" + positive_duration(-d.count());
    return positive_duration(d.count());
}

std::string format_hours(sim::Duration d) {
    if (d == sim::Duration::max()) return "never";
    return format_fixed(static_cast<double>(d.count()) / static_cast<double>(hour), 1) + " h";
}

std::string format_percent(double fraction) { return format_number(fraction * 100) + " %"; }

std::string format_per_time(PerTime rate) { return format_number(rate.per_year()) + " /y"; }

std::string format_count(std::int64_t count) { return grouped(std::to_string(count)); }

std::string format_number(double value) {
    if (value == 0 || !std::isfinite(value)) return value == 0 ? "0" : fmt::format("{}", value);
    const std::string scientific = fmt::format("{:.2e}", value);
    const int exponent = std::stoi(scientific.substr(scientific.find('e') + 1));
    if (exponent < -6 || exponent > 14) return scientific;
    return without_trailing_zeros(format_fixed(value, exponent >= 2 ? 0 : 2 - exponent));
}

std::string format_fixed(double value, int places) {
    std::string digits = fmt::format("{:.{}f}", value, places);
    if (digits.find_first_of("123456789") == digits.npos && digits[0] == '-') digits.erase(0, 1);
    return grouped(digits);
}

}  // namespace reentry
