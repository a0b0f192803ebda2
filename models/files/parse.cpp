#include "models/files/parse.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <tuple>
#include <utility>

namespace reentry::files {
namespace {

Place place_of(const toml::source_region& region, std::uint32_t file) {
    return {file, region.begin.line, region.begin.column};
}

template <class Value>
std::string iso_text(const Value& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

Node convert(const toml::node& from, std::uint32_t file);

bool stands_before(const Entry& a, const Entry& b) {
    return std::tie(a.place, a.key) < std::tie(b.place, b.key);
}

// The library sorts keys by name; the file's own order reads better in everything that is printed
// from it.
void convert_table(const toml::table& from, std::uint32_t file, Node& to) {
    to.kind = NodeKind::table;
    to.entries.reserve(from.size());
    for (const auto& [key, value] : from)
        to.entries.push_back(
            {std::string(key.str()), place_of(key.source(), file), convert(value, file)});
    std::sort(to.entries.begin(), to.entries.end(), stands_before);
}

void convert_array(const toml::array& from, std::uint32_t file, Node& to) {
    to.kind = NodeKind::array;
    to.elements.reserve(from.size());
    for (const auto& element : from) to.elements.push_back(convert(element, file));
}

void convert_date(const toml::node& from, Node& to) {
    if (const auto* date = from.as_date()) {
        to.kind = NodeKind::date;
        to.text = iso_text(date->get());
    } else if (const auto* time = from.as_time()) {
        to.kind = NodeKind::time;
        to.text = iso_text(time->get());
    } else {
        to.kind = NodeKind::date_time;
        to.text = iso_text(from.as_date_time()->get());
    }
}

Node convert(const toml::node& from, std::uint32_t file) {
    Node to;
    to.place = place_of(from.source(), file);
    if (const auto* table = from.as_table()) {
        convert_table(*table, file, to);
    } else if (const auto* array = from.as_array()) {
        convert_array(*array, file, to);
    } else if (const auto* text = from.as_string()) {
        to.kind = NodeKind::string;
        to.text = text->get();
    } else if (const auto* integer = from.as_integer()) {
        to.kind = NodeKind::integer;
        to.integer = integer->get();
        to.number = static_cast<double>(integer->get());
    } else if (const auto* number = from.as_floating_point()) {
        to.kind = NodeKind::number;
        to.number = number->get();
    } else if (const auto* boolean = from.as_boolean()) {
        to.kind = NodeKind::boolean;
        to.boolean = boolean->get();
    } else {
        convert_date(from, to);
    }
    return to;
}

void move_to(Place place, Node& node) {
    node.place = place;
    for (auto& entry : node.entries) entry.place = place, move_to(place, entry.value);
    for (auto& element : node.elements) move_to(place, element);
}

// Whether a line with an odd number of quotation marks ends here: a text that was never closed.
bool ends_line(std::string_view text, const toml::source_position& at) {
    for (toml::source_index line = 1; line < at.line; ++line) {
        const auto end = text.find('\n');
        if (end == text.npos) return false;
        text.remove_prefix(end + 1);
    }
    text = text.substr(0, text.find('\n'));
    const auto marks =
        std::count(text.begin(), text.end(), '"') + std::count(text.begin(), text.end(), '\'');
    return marks % 2 == 1;
}

}  // namespace

std::optional<Node> parse_toml(std::string_view text, const std::string& file, std::uint32_t index,
                               const TextLimits& limits, Diagnostics& diagnostics) {
    if (auto fault = exceeds(limits, text)) {
        fault->file = file;
        diagnostics.add(std::move(*fault));
        return {};
    }
    try {
        return convert(toml::parse(text, std::string_view(file)), index);
    } catch (const toml::parse_error& error) {
        const auto& begin = error.source().begin;
        const bool open = ends_line(text, begin);
        diagnostics.add({.file = file,
                         .line = static_cast<int>(begin.line),
                         .column = static_cast<int>(begin.column),
                         .found = "text that is not TOML",
                         .hint = std::string(error.description()) +
                                 (open ? "; is a closing quotation mark missing?" : "")});
        return {};
    }
}

std::optional<Node> parse_toml_value(std::string_view text, Place place, const TextLimits& limits) {
    if (text.find('\n') != std::string_view::npos) return {};
    Diagnostics unused;
    auto table = parse_toml(fmt::format("value = {}", text), "", 0, limits, unused);
    if (!table || table->entries.size() != 1) return {};
    Node value = std::move(table->entries.front().value);
    move_to(place, value);
    return value;
}

}  // namespace reentry::files
