#include "report/render/text_width.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace reentry::report {
namespace {

struct CodePoint {
    char32_t value;
    std::size_t length;  // in bytes
};

CodePoint first_code_point(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC0 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF8 ? 4
                                             : 0;
    if (length == 0 || length > text.size()) return {0xFFFD, 1};
    if (length == 1) return {lead, 1};
    char32_t value = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {0xFFFD, 1};
        value = (value << 6) | (byte(i) & 0x3Fu);
    }
    return {value, length};
}

struct Range {
    char32_t first, last;
};
constexpr std::array<Range, 6> combining{{{0x300, 0x36F},
                                          {0x1AB0, 0x1AFF},
                                          {0x1DC0, 0x1DFF},
                                          {0x200B, 0x200F},
                                          {0x20D0, 0x20FF},
                                          {0xFE00, 0xFE0F}}};
constexpr std::array<Range, 7> wide{{{0x1100, 0x115F},
                                     {0x2E80, 0xA4CF},
                                     {0xAC00, 0xD7A3},
                                     {0xF900, 0xFAFF},
                                     {0xFE30, 0xFE6F},
                                     {0xFF00, 0xFF60},
                                     {0x1F300, 0x1FAFF}}};

template <std::size_t N>
bool within(const std::array<Range, N>& ranges, char32_t c) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const Range& r) { return c >= r.first && c <= r.last; });
}

std::size_t columns_of(char32_t c) {
    if (c < 0x300) return 1;
    if (within(combining, c)) return 0;
    return within(wide, c) || (c >= 0x20000 && c <= 0x3FFFD) ? 2 : 1;
}

// The longest beginning of the text that fits the width; at least one code point.
std::size_t fitting_bytes(std::string_view text, std::size_t width) {
    std::size_t bytes = 0, columns = 0;
    while (bytes < text.size()) {
        const CodePoint c = first_code_point(text.substr(bytes));
        columns += columns_of(c.value);
        if (columns > width && bytes > 0) break;
        bytes += c.length;
    }
    return bytes;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether the blank stands inside a number or between a number and its unit ("1 845 428 EUR", "12
// h").
bool joins(std::string_view text, std::size_t blank) {
    constexpr std::size_t longest_unit = 4;
    if (blank == 0 || blank + 1 >= text.size() || !is_digit(text[blank - 1])) return false;
    if (is_digit(text[blank + 1])) return true;
    const std::size_t end = std::min(text.find_first_of(" ,.;)", blank + 1), text.size());
    return end - blank - 1 <= longest_unit;
}

void add_word(std::vector<std::string>& lines, std::string_view word, std::size_t width) {
    std::string& line = lines.back();
    const std::size_t used = text_width(line);
    if (line.empty() || used + 1 + text_width(word) <= width) {
        if (!line.empty()) line += ' ';
        line += word;
    } else {
        lines.emplace_back(word);
    }
    while (text_width(lines.back()) > width) {
        const std::size_t cut = fitting_bytes(lines.back(), width);
        if (cut >= lines.back().size()) break;
        std::string rest = lines.back().substr(cut);
        lines.back().resize(cut);
        lines.push_back(std::move(rest));
    }
}

}  // namespace

std::size_t text_width(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const CodePoint c = first_code_point(text);
        columns += columns_of(c.value);
        text.remove_prefix(c.length);
    }
    return columns;
}

std::string printable(std::string_view text) {
    std::string clean;
    while (!text.empty()) {
        const CodePoint c = first_code_point(text);
        const bool blank = c.value == '\n' || c.value == '\t' || c.value == '\r';
        const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0) ||
                             c.value == 0xFFFD || (c.value >= 0x202A && c.value <= 0x202E);
        if (blank)
            clean += ' ';
        else if (control)
            clean += "\uFFFD";
        else
            clean += text.substr(0, c.length);
        text.remove_prefix(c.length);
    }
    return clean;
}

std::size_t next_break(std::string_view text) {
    std::size_t blank = text.find(' ');
    while (blank != std::string_view::npos && joins(text, blank)) blank = text.find(' ', blank + 1);
    return std::min(blank, text.size());
}

std::string unbroken(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == ' ' && joins(text, i))
            out += "\u00a0";
        else
            out += text[i];
    return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const std::size_t end = next_break(text);
        if (end > 0) add_word(lines, text.substr(0, end), std::max<std::size_t>(width, 1));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace reentry::report
