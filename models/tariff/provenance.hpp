// Where a figure comes from. Every price carries one; reports state the share of each confidence.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace reentry {

// How far a figure can be trusted, best first.
enum class Confidence : std::uint8_t {
    official,   // the provider's own page, read directly
    feed,       // the provider's machine-readable price list
    secondary,  // somebody else's text
    inferred,   // worked out from other figures; the note states the rule
    assumed     // ours, for want of anything better
};

std::string_view confidence_name(Confidence confidence);                   // "official"
bool confidence_from_name(std::string_view name, Confidence& confidence);  // false: no such word

struct Provenance {
    std::string source;                   // address or document
    std::chrono::year_month_day as_of{};  // date printed in or on the source; !ok() = undated
    Confidence confidence = Confidence::assumed;
    std::string note;  // region, rule of inference, doubt
};

}  // namespace reentry
