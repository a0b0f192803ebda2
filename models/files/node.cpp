#include "models/files/node.hpp"

#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::files {
namespace {

constexpr std::size_t longest_quote = 60;

// Cut between characters, never inside a UTF-8 sequence.
std::string shortened(std::string_view text) {
    if (text.size() <= longest_quote) return quoted(text);
    std::size_t end = longest_quote;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    return quoted(text.substr(0, end)) + "...";
}

}  // namespace

const Entry* Node::find(std::string_view key) const {
    const auto at = std::find_if(entries.begin(), entries.end(),
                                 [key](const Entry& entry) { return entry.key == key; });
    return at == entries.end() ? nullptr : &*at;
}

Entry* Node::find(std::string_view key) {
    const auto at = std::find_if(entries.begin(), entries.end(),
                                 [key](const Entry& entry) { return entry.key == key; });
    return at == entries.end() ? nullptr : &*at;
}

bool Node::is_array_of_tables() const {
    return kind == NodeKind::array && !elements.empty() &&
           std::all_of(elements.begin(), elements.end(),
                       [](const Node& element) { return element.kind == NodeKind::table; });
}

std::string_view identity(const Node& element) {
    const Entry* id = element.find(identity_key);
    return id != nullptr && id->value.is_text() ? std::string_view(id->value.text)
                                                : std::string_view();
}

std::string found_text(const Node& node) {
    switch (node.kind) {
        case NodeKind::table:
            return "a table";
        case NodeKind::array:
            return node.elements.empty() ? "an empty list" : "a list";
        case NodeKind::string:
            return shortened(node.text);
        case NodeKind::integer:
            return fmt::format("the number {}", node.integer);
        case NodeKind::number:
            return fmt::format("the number {}", node.number);
        case NodeKind::boolean:
            return node.boolean ? "true" : "false";
        case NodeKind::date:
            return "the date " + node.text;
        case NodeKind::time:
            return "the time of day " + node.text;
        case NodeKind::date_time:
            return "the date and time " + node.text;
    }
    return {};
}

}  // namespace reentry::files
