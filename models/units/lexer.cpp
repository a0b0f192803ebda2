#include "models/units/lexer.hpp"

#include "models/diagnostic.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace reentry {
namespace {

constexpr std::string_view prefixes = "kMGTPE";

// The factor of "", "k", "K", "Gi" ...
std::optional<std::int64_t> prefix_factor(std::string_view prefix) {
    if (prefix.empty()) return 1;
    const auto power = prefixes.find(prefix[0] == 'K' ? 'k' : prefix[0]);
    if (power == prefixes.npos) return std::nullopt;
    const bool binary = prefix.size() == 2 && prefix[1] == 'i';
    if (prefix.size() > 1 && !binary) return std::nullopt;
    std::int64_t factor = 1;
    for (std::size_t i = 0; i <= power; ++i) factor *= binary ? 1024 : 1000;
    return factor;
}

std::optional<std::int64_t> factor_before(std::string_view unit, std::string_view ending) {
    if (!unit.ends_with(ending)) return std::nullopt;
    return prefix_factor(unit.substr(0, unit.size() - ending.size()));
}

constexpr std::int64_t second = 1'000'000'000;
constexpr std::array<std::pair<std::string_view, std::int64_t>, 24> time_units{{
    {"ns", 1},
    {"us", 1'000},
    {"\u00b5s", 1'000},
    {"\u03bcs", 1'000},
    {"ms", 1'000'000},
    {"s", second},
    {"sec", second},
    {"second", second},
    {"seconds", second},
    {"min", 60 * second},
    {"minute", 60 * second},
    {"minutes", 60 * second},
    {"h", 3'600 * second},
    {"hour", 3'600 * second},
    {"hours", 3'600 * second},
    {"d", 86'400 * second},
    {"day", 86'400 * second},
    {"days", 86'400 * second},
    {"w", 7 * 86'400 * second},
    {"week", 7 * 86'400 * second},
    {"weeks", 7 * 86'400 * second},
    {"y", 365 * 86'400 * second},
    {"year", 365 * 86'400 * second},
    {"years", 365 * 86'400 * second},
}};

std::string_view take_word(std::string_view& text) {
    const auto end = std::min(text.find_first_of(" \t0123456789+-."), text.size());
    const auto word = text.substr(0, end);
    text = trim(text.substr(end));
    return word;
}

}  // namespace

Parsed<Measure> split_measure(std::string_view text) {
    text = trim(text);
    const auto figure = take_decimal(text);
    if (!figure) return Parsed<Measure>::failure(figure.expected, figure.hint);
    return Measure{*figure, trim(text)};
}

Parsed<std::vector<Measure>> split_measures(std::string_view text) {
    std::vector<Measure> measures;
    text = trim(text);
    do {
        const auto figure = take_decimal(text);
        if (!figure) return Parsed<std::vector<Measure>>::failure(figure.expected, figure.hint);
        text = trim(text);
        measures.push_back({*figure, take_word(text)});
    } while (!text.empty());
    return measures;
}

std::optional<std::int64_t> whole_units(const Decimal& figure, std::int64_t unit) {
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    const Decimal size = figure.is_negative() ? -figure : figure;
    if (size > Decimal{Int128{largest} / unit + 1, 0}) return std::nullopt;
    const Int128 count = rounded_product(figure, unit);
    if (count > largest || count < -largest) return std::nullopt;
    return static_cast<std::int64_t>(count);
}

double percent_of(const Decimal& figure) {
    if (figure.scale() > Decimal::max_scale - 2) return figure.to_double() / 100;
    return (figure * Decimal{1, 2}).to_double();
}

std::optional<std::int64_t> bytes_in(std::string_view unit) { return factor_before(unit, "B"); }

std::optional<std::int64_t> bits_in(std::string_view unit) {
    const auto factor = factor_before(unit, "bit");
    return factor ? factor : factor_before(unit, "b");
}

std::optional<sim::Duration> time_in(std::string_view unit) {
    for (const auto& [name, nanoseconds] : time_units)
        if (name == unit) return sim::Duration{nanoseconds};
    return std::nullopt;
}

bool is_month(std::string_view unit) {
    return unit == "month" || unit == "months" || unit == "mo" || unit == "mon";
}

std::string time_unit_hint(std::string_view unit) {
    if (unit.empty()) return "the unit is missing";
    if (is_month(unit)) return "a month has no fixed length: write days, weeks or years";
    if (unit == "m") return "\"m\" could be a minute or a month: write min, or days";
    NearestName search(unit);
    for (const auto& [name, nanoseconds] : time_units) search.offer(name);
    return did_you_mean(search.result());
}

}  // namespace reentry
