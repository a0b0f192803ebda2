// How many columns of a terminal a text takes, and text that is safe to print there.
//
// UTF-8 is assumed; a byte that is not part of a sequence counts as one column. Combining marks
// take none, East Asian wide characters and emoji take two (the ranges of Unicode 15's East Asian
// Width W and F that matter).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reentry::report {

std::size_t text_width(std::string_view text);

// Control characters, which could steer a terminal, become U+FFFD; line ends and tabs become a
// blank.
std::string printable(std::string_view text);

// The same text with no-break spaces inside numbers and between a number and its unit.
std::string unbroken(std::string_view text);

// Where the first word ends: the first blank that is not inside a number with its unit, or the end.
std::size_t next_break(std::string_view text);

// Broken at such blanks into lines of at most `width` columns; longer words are cut. Never empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace reentry::report
