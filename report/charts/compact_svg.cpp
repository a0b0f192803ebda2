#include "report/charts/compact_svg.hpp"

#include <array>
#include <string_view>

namespace reentry::report {
namespace {

constexpr std::string_view blanks = " \t\r\n";

// All default values in SVG Tiny 1.2, and not set otherwise by the outermost group.
constexpr std::array<std::string_view, 6> defaults{
    " stroke-opacity=\"1\"",  " fill-opacity=\"1\"",  " vector-effect=\"none\"",
    " font-style=\"normal\"", " font-weight=\"400\"", " transform=\"matrix(1,0,0,1,0,0)\""};

// The end of "<g ...> </g>" that begins at `begin`, or npos if that group has content.
std::size_t end_of_empty_group(std::string_view svg, std::size_t begin) {
    const std::size_t open_end = svg.find('>', begin);
    if (open_end == svg.npos) return svg.npos;
    const std::size_t next = svg.find_first_not_of(blanks, open_end + 1);
    if (next == svg.npos || svg.substr(next, 4) != "</g>") return svg.npos;
    const std::size_t after = svg.find_first_not_of(blanks, next + 4);
    return after == svg.npos ? svg.size() : after;
}

std::string without_defaults(std::string_view tag) {
    std::string out{tag};
    for (const auto attribute : defaults) {
        const std::size_t at = out.find(attribute);
        if (at != out.npos) out.erase(at, attribute.size());
    }
    return out;
}

}  // namespace

std::string compact_svg(const std::string& svg) {
    std::string out;
    for (std::size_t at = 0; at < svg.size();) {
        const std::size_t open = svg.find('<', at);
        if (open == svg.npos) return out + svg.substr(at);
        out.append(svg, at, open - at);
        const bool group = svg.compare(open, 3, "<g ") == 0;
        const std::size_t empty_end = group ? end_of_empty_group(svg, open) : svg.npos;
        const std::size_t close = svg.find('>', open);
        if (empty_end != svg.npos) {
            at = empty_end;
        } else if (close == svg.npos) {
            return out + svg.substr(open);
        } else {
            out += without_defaults(std::string_view{svg}.substr(open, close + 1 - open));
            at = close + 1;
        }
    }
    return out;
}

}  // namespace reentry::report
