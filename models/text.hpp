// Small pieces of text handling that readers, diagnostics and formatters share. ASCII rules, no
// locale.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reentry {

// The text without leading and trailing blanks, tabs and line ends.
std::string_view trim(std::string_view text);

// ASCII letters in lower case; all other bytes unchanged.
std::string lower(std::string_view text);

// The text in double quotes, with quotes, backslashes and control characters escaped as TOML does.
std::string quoted(std::string_view text);
// For std::string in both forms, so that std::quoted is never the better match where <iomanip> is
// seen.
inline std::string quoted(const std::string& text) { return quoted(std::string_view(text)); }
inline std::string quoted(std::string& text) { return quoted(std::string_view(text)); }
inline std::string quoted(const char* text) { return quoted(std::string_view(text)); }

// The trimmed parts between separators; an empty text has no parts.
std::vector<std::string_view> split(std::string_view text, char separator);

// "a", "a or b", "a, b or c": names as a sentence lists them. `last` is the word before the last
// name.
std::string listed(const std::vector<std::string>& names, std::string_view last = "or");

// Digits in groups of three set off by blanks: "1234567.5" becomes "1 234 567.5". Keeps a leading
// sign.
std::string grouped(std::string_view digits);

}  // namespace reentry
