#include "models/files/sourced.hpp"

#include "models/diagnostic.hpp"
#include "models/files/fields.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace reentry {

std::span<const files::Choice<Confidence>> choices(Confidence) {
    static constexpr std::array<files::Choice<Confidence>, 5> all{{
        {Confidence::official, "official", "stated by whoever sells or builds it"},
        {Confidence::feed, "feed", "taken from the seller's machine-readable price list"},
        {Confidence::secondary, "secondary", "reported by a third party"},
        {Confidence::inferred, "inferred", "derived from other stated figures"},
        {Confidence::assumed, "assumed", "our own assumption"},
    }};
    return all;
}

void describe(files::Fields& f, SourceDocument& source) {
    f.required("title", source.title, "What the document is called, and who publishes it.");
    f.optional("url", source.url, "Where it can be read.");
    f.optional("date", source.date, "Date of the version that was read.");
}

void describe(files::Fields& f, Origin& origin) {
    f.reference("source", origin.source, "source", "Document that the figures are taken from.");
    f.required("date", origin.date, "Day on which the figures were read.");
    f.required("confidence", origin.confidence, "How much the figures can be relied on.");
    f.optional("note", origin.note, "What else must be known of them.");
}

}  // namespace reentry

namespace reentry::files {
namespace {

bool has_unknown_key(const Node& node, const std::vector<std::string>& known, Reading& reading) {
    bool unknown = false;
    for (const auto& [key, place, value] : node.entries) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        const auto near = key.size() <= 64 ? nearest(key, known) : std::string();
        reading.fault({place, "." + key.substr(0, 64), "an unknown key",
                       "one of the keys " + listed(known), did_you_mean(near)});
        unknown = true;
    }
    return unknown;
}

// The member's node, or a fault that it is missing.
const Node* member(const Node& node, std::string_view key, const std::string& form,
                   Reading& reading) {
    if (const Entry* entry = node.find(key)) return &entry->value;
    reading.fault({node.place, fmt::format(".{}", key), "nothing", form, {}});
    return nullptr;
}

template <class T>
void read_member(const Node& node, std::string_view key, bool required, T& to, Reading& reading) {
    if (!required && node.find(key) == nullptr) return;
    const Node* value = member(node, key, Codec<T>::shape().form, reading);
    const Reading::Inside inside(reading, fmt::format(".{}", key));
    if (value != nullptr) Codec<T>::read(*value, to, reading);
}

void read_source(const Node& node, std::string& to, Reading& reading) {
    const Targets targets = "source";
    const Node* value = member(node, "source", "the id of a source", reading);
    const Reading::Inside inside(reading, ".source");
    if (value != nullptr) Reference(to, targets).read(*value, reading);
}

std::optional<SourcedParts> read_absent(const Node& node, Reading& reading) {
    if (has_unknown_key(node, {"absent"}, reading)) return {};
    SourcedParts parts;
    read_member(node, "absent", true, parts.absent, reading);
    if (parts.absent.empty()) reading.fault(node, "the reason why there is no figure");
    return parts;
}

}  // namespace

std::optional<SourcedParts> read_sourced(const Node& node, const Shape& value, Reading& reading) {
    if (node.kind != NodeKind::table) {
        reading.fault(node, sourced_shape(value).form);
        return {};
    }
    if (node.find("absent") != nullptr) return read_absent(node, reading);
    SourcedParts parts;
    const bool unknown =
        has_unknown_key(node, {"value", "source", "date", "confidence", "note"}, reading);
    parts.value = member(node, "value", value.form, reading);
    read_source(node, parts.origin.source, reading);
    read_member(node, "date", true, parts.origin.date, reading);
    read_member(node, "confidence", true, parts.origin.confidence, reading);
    read_member(node, "note", false, parts.origin.note, reading);
    if (unknown || parts.value == nullptr) return {};
    return parts;
}

std::string write_sourced(const std::string& value, const Origin& origin) {
    const std::string note =
        origin.note.empty() ? std::string() : fmt::format(", note = {}", quoted(origin.note));
    return fmt::format("{{ value = {}, source = {}, date = {}, confidence = {}{} }}", value,
                       quoted(origin.source),
                       Codec<std::chrono::year_month_day>::write(origin.date),
                       Codec<Confidence>::write(origin.confidence), note);
}

std::string write_absent(const std::string& reason) {
    return fmt::format("{{ absent = {} }}", quoted(reason));
}

Shape sourced_shape(const Shape& value) {
    return {
        "sourced " + value.name,
        fmt::format("{{ value = {}, source = ..., date = ..., confidence = ... }} or "
                    "{{ absent = \"why\" }}",
                    value.form),
        fmt::format(
            R"({{"anyOf":[{{"type":"object","additionalProperties":false,)"
            R"("required":["value","source","date","confidence"],"properties":{{"value":{},)"
            R"("source":{{"type":"string"}},"date":{},"confidence":{},"note":{{"type":"string"}})"
            R"(}}}},{{"type":"object","additionalProperties":false,"required":["absent"],)"
            R"("properties":{{"absent":{{"type":"string"}}}}}}]}})",
            value.schema, Codec<std::chrono::year_month_day>::shape().schema,
            Codec<Confidence>::shape().schema)};
}

}  // namespace reentry::files
