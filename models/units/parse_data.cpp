#include "models/diagnostic.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"
#include "models/units/lexer.hpp"
#include "models/units/parse.hpp"

#include <fmt/format.h>

namespace reentry {
namespace {

constexpr const char* a_size = "a size with unit such as \"40 TB\"";
constexpr const char* a_rate = "a rate with unit such as \"10 Gbit/s\" or \"300 MB/s\"";
constexpr const char* a_fraction = "a percentage such as \"12.5 %\"";

// The size unit that was probably meant, or nothing.
std::string meant_size_unit(std::string_view unit) {
    const std::string with_byte = std::string(unit) + "B";
    if (bytes_in(with_byte)) return with_byte;
    NearestName search(unit);
    for (const auto* name :
         {"B", "kB", "MB", "GB", "TB", "PB", "EB", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"})
        search.offer(name);
    return search.result();
}

std::string suggestion(const Decimal& figure, const std::string& unit) {
    return unit.empty() ? "" : did_you_mean(fmt::format("{} {}", figure.to_string(), unit));
}

std::string size_hint(const Measure& measure) {
    if (measure.unit.empty()) return "the unit is missing";
    const std::string hint = suggestion(measure.figure, meant_size_unit(measure.unit));
    return bits_in(measure.unit) ? fmt::format("{} is in bits; {}", measure.unit, hint) : hint;
}

// "Gbps" and "MBps" as {unit, "s"}; else the words around the stroke.
std::pair<std::string_view, std::string_view> rate_words(std::string_view unit) {
    const auto stroke = unit.find('/');
    if (stroke != unit.npos) return {trim(unit.substr(0, stroke)), trim(unit.substr(stroke + 1))};
    if (unit.ends_with("ps")) return {unit.substr(0, unit.size() - 2), "s"};
    return {unit, ""};
}

std::string rate_hint(const Measure& measure) {
    const auto [data, time] = rate_words(measure.unit);
    if (data.empty()) return "the unit is missing";
    if (!bytes_in(data) && !bits_in(data))
        return suggestion(measure.figure,
                          meant_size_unit(data) + (time.empty() ? "/s" : "/") + std::string(time));
    if (time.empty()) return suggestion(measure.figure, std::string(data) + "/s");
    return time_unit_hint(time);
}

}  // namespace

Parsed<Bytes> parse_bytes(std::string_view text) {
    const auto measure = split_measure(text);
    if (!measure) return Parsed<Bytes>::failure(a_size, measure.hint);
    const auto unit = bytes_in(measure->unit);
    if (!unit) return Parsed<Bytes>::failure(a_size, size_hint(*measure));
    if (measure->figure.is_negative())
        return Parsed<Bytes>::failure(a_size, "a size is not negative");
    const auto count = whole_units(measure->figure, *unit);
    return count ? Parsed<Bytes>{Bytes{*count}}
                 : Parsed<Bytes>::failure(a_size, "the largest size is 9.22 EB");
}

Parsed<Rate> parse_rate(std::string_view text) {
    const auto measure = split_measure(text);
    if (!measure) return Parsed<Rate>::failure(a_rate, measure.hint);
    const auto [data, time] = rate_words(measure->unit);
    const auto bytes = bytes_in(data);
    const auto bits = bits_in(data);
    const auto period = time_in(time);
    if (!period || (!bytes && !bits)) return Parsed<Rate>::failure(a_rate, rate_hint(*measure));
    if (measure->figure.is_negative())
        return Parsed<Rate>::failure(a_rate, "a rate is not negative");
    const double unit = bytes ? static_cast<double>(*bytes) : static_cast<double>(*bits) / 8;
    return Rate{measure->figure.to_double() * unit / sim::to_seconds(*period)};
}

Parsed<double> parse_fraction(std::string_view text) {
    const auto measure = split_measure(text);
    if (!measure) return Parsed<double>::failure(a_fraction, measure.hint);
    if (measure->unit == "%") return percent_of(measure->figure);
    const bool is_plain_share =
        measure->unit.empty() && measure->figure.scale() <= 9 && measure->figure <= Decimal{1, 0};
    return Parsed<double>::failure(
        a_fraction, is_plain_share ? suggestion(measure->figure * Decimal{100, 0}, "%") : "");
}

}  // namespace reentry
