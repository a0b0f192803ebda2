#include "models/files/codec.hpp"

#include "models/text.hpp"
#include "models/units/format.hpp"
#include "models/units/parse.hpp"
#include "sim/check.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

namespace reentry::files {
namespace {

// A number in JSON Schema's dialect of regular expressions, with an optional sign.
constexpr std::string_view figure = R"(\\d[\\d_ ]*(\\.\\d+)?([eE][+-]?\\d+)?)";

Shape text_shape(std::string name, std::string form, std::string_view pattern,
                 std::string units = {}) {
    return {.name = std::move(name),
            .form = std::move(form),
            .schema = fmt::format(R"({{"type":"string","pattern":"{}"}})", pattern),
            .units = std::move(units)};
}

// Dates stand with or without quotes; an editor's schema check sees both as strings.
template <class T>
void read_date(const Node& node, T& to, Reading& reading, Parsed<T> (*parse)(std::string_view)) {
    const bool is_date = node.kind == NodeKind::date || node.kind == NodeKind::date_time;
    if (!is_date && !node.is_text()) return reading.fault(node, Codec<T>::shape().form);
    if (auto value = parse(node.text))
        to = *value;
    else
        reading.fault(node, value.expected, value.hint);
}

// The shortest of several spellings that reads back as the same value; the first of equally short
// ones.
template <class T>
std::string shortest(const T& value, const std::vector<std::string>& spellings,
                     Parsed<T> (*parse)(std::string_view)) {
    const std::string* best = nullptr;
    for (const auto& spelling : spellings) {
        const auto read = parse(spelling);
        if (read && *read == value && (best == nullptr || spelling.size() < best->size()))
            best = &spelling;
    }
    REENTRY_CHECK(best != nullptr, "no spelling reads back, such as {}", spellings.front());
    return quoted(*best);
}

}  // namespace

void Reading::fault(const Node& at, std::string expected, std::string hint) {
    faults_.push_back({at.place, key_, found_text(at), std::move(expected), std::move(hint)});
}

void Reading::fault(Fault fault) {
    fault.key = key_ + fault.key;
    faults_.push_back(std::move(fault));
}

void Reading::declare(const char* kind, const Node& name) {
    declared_.push_back({kind, name.text, name.place, key_});
}

void Reading::refer(const Targets& targets, const Node& name) {
    referred_.push_back({targets, name.text, name.place, key_});
}

Shape list_shape(const Shape& element) {
    return {"list of " + element.name, "a list, each element " + element.form,
            fmt::format(R"({{"type":"array","items":{}}})", element.schema)};
}

Shape Codec<std::string>::shape() { return {"text", "text in quotes", R"({"type":"string"})"}; }

void Codec<std::string>::read(const Node& node, std::string& to, Reading& reading) {
    if (!node.is_text()) return reading.fault(node, shape().form);
    to = node.text;
}

std::string Codec<std::string>::write(const std::string& value) { return quoted(value); }

Shape Codec<bool>::shape() { return {"yes or no", "true or false", R"({"type":"boolean"})"}; }

void Codec<bool>::read(const Node& node, bool& to, Reading& reading) {
    if (node.kind != NodeKind::boolean) return reading.fault(node, shape().form);
    to = node.boolean;
}

std::string Codec<bool>::write(const bool& value) { return value ? "true" : "false"; }

Shape Codec<std::int64_t>::shape() {
    return {"whole number", "a whole number", R"({"type":"integer"})"};
}

void Codec<std::int64_t>::read(const Node& node, std::int64_t& to, Reading& reading) {
    if (node.kind != NodeKind::integer) return reading.fault(node, shape().form);
    to = node.integer;
}

std::string Codec<std::int64_t>::write(const std::int64_t& value) {
    return fmt::format("{}", value);
}

Shape Codec<double>::shape() {
    return {"number", "a number or a percentage such as \"20 %\"",
            fmt::format(R"({{"anyOf":[{{"type":"number"}},)"
                        R"({{"type":"string","pattern":"^[+-]?{} ?%$"}}]}})",
                        figure)};
}

void Codec<double>::read(const Node& node, double& to, Reading& reading) {
    const bool is_number = node.kind == NodeKind::integer || node.kind == NodeKind::number;
    if (is_number && std::isfinite(node.number)) {
        to = node.number;
    } else if (node.is_text()) {
        if (const auto value = parse_fraction(node.text))
            to = *value;
        else
            reading.fault(node, shape().form, value.hint);
    } else {
        reading.fault(node, shape().form);
    }
}

std::string Codec<double>::write(const double& value) { return fmt::format("{}", value); }

Shape Codec<Bytes>::shape() {
    return text_shape(
        "size", "a size with unit such as \"40 TB\"",
        fmt::format(R"(^{} ?([kKMGTPE]i?)?B$)", figure),
        "B, kB, MB, GB, TB, PB, EB (powers of 1000); KiB, MiB, GiB, TiB, PiB, EiB (of 1024)");
}

void Codec<Bytes>::read(const Node& node, Bytes& to, Reading& reading) {
    read_unit(node, to, reading, parse_bytes);
}

std::string Codec<Bytes>::write(const Bytes& value) { return quoted(exact_text(value)); }

Shape Codec<Rate>::shape() {
    return text_shape("rate", "a rate with unit such as \"10 Gbit/s\"",
                      fmt::format(R"(^{} ?[kKMGTPE]?i?(B|b|bit)(ps| ?/ ?[a-z]+)$)", figure),
                      "a size or bit, kbit, Mbit, Gbit, Tbit, each per s, min, h or day");
}

void Codec<Rate>::read(const Node& node, Rate& to, Reading& reading) {
    read_unit(node, to, reading, parse_rate);
}

std::string Codec<Rate>::write(const Rate& value) {
    std::vector<std::string> spellings;
    constexpr std::array<std::pair<double, std::string_view>, 3> prefixes{
        {{1e9, "G"}, {1e6, "M"}, {1e3, "k"}}};
    for (const auto& [factor, prefix] : prefixes) {
        spellings.push_back(fmt::format("{} {}bit/s", value.bits_per_second() / factor, prefix));
        spellings.push_back(fmt::format("{} {}B/s", value.bytes_per_second() / factor, prefix));
    }
    spellings.push_back(exact_text(value));
    return shortest(value, spellings, parse_rate);
}

Shape Codec<PerTime>::shape() {
    return text_shape("frequency", "a number per time such as \"0.5 /y\" or \"3 %/d\"",
                      fmt::format(R"(^[+-]?{} ?%? ?(/|per) ?[\\d.]* ?[a-z]+$)", figure),
                      "an optional %, then / or per and s, min, h, day, week or y (365 days)");
}

void Codec<PerTime>::read(const Node& node, PerTime& to, Reading& reading) {
    read_unit(node, to, reading, parse_per_time);
}

std::string Codec<PerTime>::write(const PerTime& value) {
    return shortest(
        value,
        {fmt::format("{} /y", value.per_year()), fmt::format("{} %/d", value.per_day() * 100),
         fmt::format("{} %/y", value.per_year() * 100)},
        parse_per_time);
}

Shape Codec<sim::Duration>::shape() {
    return text_shape(
        "duration", "a duration with unit such as \"6 h\"",
        fmt::format(R"(^({} ?[a-z]+ ?)+$)", figure),
        "ns, us, ms, s, min, h, d, weeks, y (365 days); several may follow each other");
}

void Codec<sim::Duration>::read(const Node& node, sim::Duration& to, Reading& reading) {
    read_unit(node, to, reading, parse_duration);
}

std::string Codec<sim::Duration>::write(const sim::Duration& value) {
    return quoted(exact_text(value));
}

Shape Codec<CalendarSpan>::shape() {
    return text_shape("calendar span", "a span of the calendar such as \"5 y\" or \"18 months\"",
                      R"(^(\\d+ ?[a-z]+ ?)+$)", "y, months, weeks, days; whole numbers");
}

void Codec<CalendarSpan>::read(const Node& node, CalendarSpan& to, Reading& reading) {
    read_unit(node, to, reading, parse_calendar_span);
}

std::string Codec<CalendarSpan>::write(const CalendarSpan& value) {
    return quoted(format_span(value));
}

Shape Codec<sim::Time>::shape() {
    return text_shape("instant", "a date or an instant in UTC such as 2027-01-01T06:00:00Z",
                      R"(^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2})?Z)?$)");
}

void Codec<sim::Time>::read(const Node& node, sim::Time& to, Reading& reading) {
    read_date(node, to, reading, parse_time);
}

std::string Codec<sim::Time>::write(const sim::Time& value) { return quoted(format_time(value)); }

Shape Codec<std::chrono::year_month_day>::shape() {
    return text_shape("date", "a date such as 2027-01-01", R"(^\\d{4}-\\d{2}-\\d{2}$)");
}

void Codec<std::chrono::year_month_day>::read(const Node& node, std::chrono::year_month_day& to,
                                              Reading& reading) {
    read_date(node, to, reading, parse_date);
}

std::string Codec<std::chrono::year_month_day>::write(const std::chrono::year_month_day& value) {
    return quoted(format_date(value));
}

}  // namespace reentry::files
