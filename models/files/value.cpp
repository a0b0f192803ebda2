#include "models/files/value.hpp"

#include "models/text.hpp"
#include "models/units/format.hpp"
#include "models/units/parse.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::files {
namespace {

constexpr std::string_view id_schema = R"({"type":"string","pattern":"^[A-Za-z0-9_./-]+$"})";

bool is_id(const std::string& text) {
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.' || c == '/';
    });
}

// Fixed words follow in quotes while they are few.
std::string targets_text(const Targets& targets) {
    std::vector<std::string> parts;
    if (!targets.kinds.empty()) parts.push_back("id of " + kinds_text(targets));
    if (targets.words.size() <= 3)
        for (const auto& word : targets.words) parts.push_back(quoted(word));
    else
        parts.push_back(fmt::format("{} and the like", quoted(targets.words.front())));
    return listed(parts);
}

}  // namespace

std::string kinds_text(const Targets& targets) {
    std::vector<std::string> kinds;
    for (const auto& kind : targets.kinds) {
        const bool vowel = std::string_view("aeiou").find(kind.front()) != std::string_view::npos;
        kinds.push_back((vowel ? "an " : "a ") + kind);
    }
    return listed(kinds);
}

Shape Id::shape() const {
    return {"id", "a name of letters, digits, - _ . /", std::string(id_schema)};
}

void Id::read(const Node& node, Reading& reading) {
    if (!node.is_text() || !is_id(node.text)) return reading.fault(node, shape().form);
    value_ = node.text;
    reading.declare(kind_, node);
}

std::string Id::write() const { return quoted(value_); }

Shape Reference::shape() const {
    const std::string text = targets_text(targets_);
    return {text, "the " + text, R"({"type":"string"})"};
}

void Reference::read(const Node& node, Reading& reading) {
    if (!node.is_text()) return reading.fault(node, shape().form);
    value_ = node.text;
    reading.refer(targets_, node);
}

std::string Reference::write() const { return value_.empty() ? std::string() : quoted(value_); }

Shape References::shape() const {
    std::string unused;
    return list_shape(Reference(unused, targets_).shape());
}

void References::read(const Node& node, Reading& reading) {
    if (node.kind != NodeKind::array) return reading.fault(node, shape().form);
    values_.assign(node.elements.size(), {});
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const Reading::Inside inside(reading, fmt::format("[{}]", i));
        Reference(values_[i], targets_).read(node.elements[i], reading);
    }
}

std::string References::write() const { return Codec<std::vector<std::string>>::write(values_); }

Shape TimeOfDay::shape() const {
    return {"time of day", "a time of day in UTC such as \"22:00\"",
            R"({"type":"string","pattern":"^\\d{2}:\\d{2}(:\\d{2})?$"})"};
}

void TimeOfDay::read(const Node& node, Reading& reading) {
    if (!node.is_text() && node.kind != NodeKind::time) return reading.fault(node, shape().form);
    if (const auto value = parse_time_of_day(node.text))
        value_ = *value;
    else
        reading.fault(node, value.expected, value.hint);
}

std::string TimeOfDay::write() const { return quoted(format_time_of_day(value_)); }

}  // namespace reentry::files
