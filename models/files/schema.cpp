#include "models/files/schema.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace reentry::files {
namespace {

using Json = nlohmann::ordered_json;

Json object() {
    return {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
}

std::string described(const Field& field, const Value& value) {
    const std::string range = value.range();
    return range.empty() ? std::string(field.meaning)
                         : fmt::format("{} Allowed: {}.", field.meaning, range);
}

void add_bounds(const Limits<double>& bounds, Json& to) {
    if (bounds.at_least) to["minimum"] = *bounds.at_least;
    if (bounds.above) to["exclusiveMinimum"] = *bounds.above;
    if (bounds.at_most) to["maximum"] = *bounds.at_most;
    if (bounds.below) to["exclusiveMaximum"] = *bounds.below;
}

// TOML and JSON agree on strings, numbers, booleans and lists of them; other defaults are left out.
void add_default(const std::string& toml, Json& to) {
    const Json value = Json::parse(toml, nullptr, false);
    if (!value.is_discarded()) to["default"] = value;
}

// A shape's name as a key of $defs that needs no escapes in a reference.
std::string definition_key(const std::string& name) {
    std::string key;
    for (const char c : name) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain || (!key.empty() && key.back() != '-')) key += plain ? c : '-';
    }
    return key;
}

}  // namespace

// The tables that are open, the outermost first, and the shapes met so far.
struct SchemaWriter::Tables {
    std::vector<Json> open{object()};
    Json shapes = Json::object();

    void add(const Field& field, Json schema) {
        Json& table = open.back();
        table["properties"][std::string(field.key)] = std::move(schema);
        if (field.required) table["required"].push_back(field.key);
    }
};

SchemaWriter::SchemaWriter() : tables_(std::make_unique<Tables>()) {}

SchemaWriter::~SchemaWriter() = default;

void SchemaWriter::value(const Field& field, Value& value) {
    const Shape shape = value.shape();
    const std::string name = definition_key(shape.name);
    tables_->shapes[name] = Json::parse(shape.schema);
    Json schema{{"description", described(field, value)}, {"$ref", "#/$defs/" + name}};
    add_bounds(value.bounds(), schema);
    if (!field.required) add_default(value.write(), schema);
    tables_->add(field, std::move(schema));
}

void SchemaWriter::group(const Field& field, Group& group) {
    tables_->open.push_back(object());
    if (group.kind() == GroupKind::table)
        group.describe_at(0, *this);
    else
        group.describe_blank(*this);
    Json element = std::move(tables_->open.back());
    tables_->open.pop_back();

    Json schema;
    if (group.kind() == GroupKind::list)
        schema = {{"type", "array"}, {"items", std::move(element)}};
    else if (group.kind() == GroupKind::named)
        schema = {{"type", "object"}, {"additionalProperties", std::move(element)}};
    else
        schema = std::move(element);
    schema["description"] = field.meaning;
    tables_->add(field, std::move(schema));
}

std::string SchemaWriter::text(const std::string& title) const {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
    schema.update(tables_->open.front());
    schema["properties"]["include"] = {
        {"description", "Further files, relative to this one, that are read as part of it."},
        {"type", "array"},
        {"items", {{"type", "string"}}}};
    schema["$defs"] = tables_->shapes;
    return schema.dump(2) + '\n';
}

}  // namespace reentry::files
