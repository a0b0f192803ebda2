#include "models/pricelist/inline_table.hpp"

#include "models/files/address.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

namespace reentry::pricelist {
namespace {

using files::Node;
using files::NodeKind;

std::string joined(const Node& node) {
    std::string text;
    for (const auto& element : node.elements)
        text += (text.empty() ? "" : ", ") + inline_text(element);
    for (const auto& entry : node.entries)
        text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", files::toml_key(entry.key),
                            inline_text(entry.value));
    return text;
}

// Behind the string that begins at `at`; npos when it never ends. Multi-line strings do not stand
// in price entries.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\' && quote == '"')
            ++at;
        else if (text[at] == quote)
            return at + 1;
    }
    return text.npos;
}

}  // namespace

std::string inline_text(const Node& node) {
    switch (node.kind) {
        case NodeKind::table:
            return "{ " + joined(node) + " }";
        case NodeKind::array:
            return "[" + joined(node) + "]";
        case NodeKind::string:
            return quoted(node.text);
        case NodeKind::integer:
            return std::to_string(node.integer);
        case NodeKind::number:
            return fmt::format("{}", node.number);
        case NodeKind::boolean:
            return node.boolean ? "true" : "false";
        case NodeKind::date:
        case NodeKind::time:
        case NodeKind::date_time:
            break;
    }
    return node.text;
}

std::optional<std::size_t> end_of_table(std::string_view text, std::size_t begin) {
    if (begin >= text.size() || text[begin] != '{') return {};
    int depth = 0;
    for (std::size_t at = begin; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = end_of_string(text, at);
            continue;
        }
        if (c == '#') {
            at = text.find('\n', at);
            continue;
        }
        if (c == '{') ++depth;
        if (c == '}' && --depth == 0) return at + 1;
        ++at;
    }
    return {};
}

std::optional<std::size_t> offset_of(std::string_view text, const files::Place& place) {
    std::size_t at = 0;
    for (std::uint32_t line = 1; line < place.line; ++line) {
        at = text.find('\n', at);
        if (at == text.npos) return {};
        ++at;
    }
    for (std::uint32_t column = 1; column < place.column; ++column) {
        if (at >= text.size()) return {};
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at < text.size() ? std::optional(at) : std::nullopt;
}

}  // namespace reentry::pricelist
