#include "models/files/reference.hpp"

#include <fmt/format.h>

#include <utility>

namespace reentry::files {
namespace {

constexpr std::string_view table_head =
    "| Key | Value | Default | Meaning |\n| --- | --- | --- | --- |\n";

// Cells may hold no line ends, and bars only when escaped.
std::string cell(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '|') result += '\\';
        result += c == '\n' ? ' ' : c;
    }
    return result;
}

std::string type_cell(const Shape& shape) {
    if (shape.words.empty()) return cell(shape.name);
    std::string text;
    for (const auto& [word, meaning] : shape.words)
        text += fmt::format("{}`\"{}\"`", text.empty() ? "" : ", ", word);
    return text;
}

std::string default_cell(const Field& field, const Value& value) {
    if (field.required) return "required";
    const std::string text = value.write();
    return text.empty() ? "not set" : fmt::format("`{}`", cell(text));
}

// The meaning, then the range, then what the words of a choice mean.
std::string meaning_cell(const Field& field, const Value& value, const Shape& shape) {
    std::string text = cell(field.meaning);
    if (const auto range = value.range(); !range.empty())
        text += fmt::format(" Allowed: {}.", cell(range));
    for (const auto& [word, meaning] : shape.words)
        if (!meaning.empty()) text += fmt::format("<br>`{}`: {}.", word, cell(meaning));
    return text;
}

std::string header(const std::vector<std::string>& path, GroupKind kind) {
    const std::string joined = fmt::format("{}", fmt::join(path, "."));
    switch (kind) {
        case GroupKind::list:
            return fmt::format("[[{}]]", joined);
        case GroupKind::named:
            return fmt::format("[{}.NAME]", joined);
        case GroupKind::table:
        case GroupKind::possible:
            break;
    }
    return fmt::format("[{}]", joined);
}

std::string_view presence(const Field& field, GroupKind kind) {
    if (field.required) return "required, at least one";
    switch (kind) {
        case GroupKind::table:
            return "its own defaults";
        case GroupKind::possible:
            return "not set";
        case GroupKind::list:
        case GroupKind::named:
            break;
    }
    return "none";
}

std::string_view group_type(GroupKind kind) {
    switch (kind) {
        case GroupKind::list:
            return "list of tables";
        case GroupKind::named:
            return "tables by name";
        case GroupKind::table:
        case GroupKind::possible:
            break;
    }
    return "table";
}

}  // namespace

void ReferenceWriter::value(const Field& field, Value& value) {
    const Shape shape = value.shape();
    if (!shape.units.empty()) shapes_.emplace(shape.name, shape);
    sections_[open_.back()].rows +=
        fmt::format("| `{}` | {} | {} | {} |\n", field.key, type_cell(shape),
                    default_cell(field, value), meaning_cell(field, value, shape));
}

void ReferenceWriter::group(const Field& field, Group& group) {
    path_.emplace_back(field.key);
    sections_[open_.back()].rows +=
        fmt::format("| `{}` | {} | {} | {} |\n", field.key, group_type(group.kind()),
                    presence(field, group.kind()), cell(field.meaning));
    open_.push_back(sections_.size());
    sections_.push_back({header(path_, group.kind()), std::string(field.meaning), ""});
    if (group.kind() == GroupKind::table)
        group.describe_at(0, *this);
    else
        group.describe_blank(*this);
    open_.pop_back();
    path_.pop_back();
}

std::string ReferenceWriter::text() const {
    std::string text;
    for (const auto& section : sections_) {
        if (section.path.empty())
            text += "## Top of the file\n\n";
        else
            text += fmt::format("\n## `{}`\n\n{}\n\n", section.path, section.meaning);
        text += section.rows.empty() ? "" : std::string(table_head) + section.rows;
    }
    text += "\n## Values\n\n| Value | Written as | Units |\n| --- | --- | --- |\n";
    for (const auto& [name, shape] : shapes_)
        text += fmt::format("| {} | {} | {} |\n", cell(name), cell(shape.form), cell(shape.units));
    return text;
}

}  // namespace reentry::files
