#include "models/files/address.hpp"

#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace reentry::files {
namespace {

bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

// The name in quotes at the front, without escapes; the text moves behind it.
std::optional<std::string> take_quoted(std::string_view& text) {
    const auto end = text.find('"', 1);
    if (end == std::string_view::npos) return {};
    std::string name(text.substr(1, end - 1));
    text.remove_prefix(end + 1);
    return name;
}

std::optional<std::string> take_name(std::string_view& text) {
    if (!text.empty() && text.front() == '"') return take_quoted(text);
    std::size_t length = 0;
    while (length < text.size() && text[length] != '.' && text[length] != '[') ++length;
    if (length == 0) return {};
    std::string name(text.substr(0, length));
    text.remove_prefix(length);
    return name;
}

std::optional<std::size_t> take_index(std::string_view& text) {
    std::size_t index = 0;
    const char* begin = text.data() + 1;
    const char* end = text.data() + text.size();
    const auto [behind, error] = std::from_chars(begin, end, index);
    if (error != std::errc{} || behind == end || *behind != ']') return {};
    text.remove_prefix(static_cast<std::size_t>(behind - text.data()) + 1);
    return index;
}

}  // namespace

std::string toml_key(std::string_view key) {
    const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), is_bare);
    return bare ? std::string(key) : quoted(key);
}

Address Address::key(std::string_view key) const {
    const std::string_view dot = exact.empty() ? "" : ".";
    return {fmt::format("{}{}{}", shown, dot, key),
            fmt::format("{}{}{}", exact, dot, toml_key(key))};
}

Address Address::element(std::string_view name, std::size_t index) const {
    if (name.empty())
        return {fmt::format("{}[{}]", shown, index), fmt::format("{}[{}]", exact, index)};
    return {fmt::format("{} {}", shown, quoted(name)), fmt::format("{}.{}", exact, toml_key(name))};
}

std::optional<std::vector<Step>> parse_address(std::string_view exact) {
    std::vector<Step> steps;
    while (!exact.empty()) {
        Step step;
        if (exact.front() == '[' && !steps.empty()) {
            step.index = take_index(exact);
            if (!step.index) return {};
        } else {
            auto name = take_name(exact);
            if (!name) return {};
            step.name = std::move(*name);
        }
        steps.push_back(std::move(step));
        if (exact.empty() || exact.front() == '[') continue;
        if (exact.front() != '.' || exact.size() == 1) return {};
        exact.remove_prefix(1);
    }
    if (steps.empty()) return {};
    return steps;
}

}  // namespace reentry::files
