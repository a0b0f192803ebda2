// What the readers of units share: a figure with its unit, and the tables of unit names.
#pragma once

#include "models/money/decimal.hpp"
#include "sim/clock.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace reentry {

// "40 TB" as {40, "TB"}; the unit may be empty.
struct Measure {
    Decimal figure;
    std::string_view unit;
};

// The whole text as one figure with the rest as its unit (trimmed, may hold anything).
Parsed<Measure> split_measure(std::string_view text);

// The whole text as a row of figures with one-word units: "2 d 4 h".
Parsed<std::vector<Measure>> split_measures(std::string_view text);

// figure * unit to the nearest whole number; nothing when that does not fit 64 bits.
std::optional<std::int64_t> whole_units(const Decimal& figure, std::int64_t unit);

// figure / 100 as the nearest double.
double percent_of(const Decimal& figure);

// The bytes in one "B", "kB", "GiB" ...; nothing for other words.
std::optional<std::int64_t> bytes_in(std::string_view unit);

// The bits in one "bit", "Mbit", "Gb", "Kibit" ...; nothing for other words.
std::optional<std::int64_t> bits_in(std::string_view unit);

// The length of one "ms", "h", "hours", "week", "y" ...; nothing for other words and for months.
std::optional<sim::Duration> time_in(std::string_view unit);

// True for the words that mean a calendar month.
bool is_month(std::string_view unit);

// Why a word is no unit of time: names the month rule, or suggests the nearest name.
std::string time_unit_hint(std::string_view unit);

}  // namespace reentry
