// Where a figure comes from. Every price carries one; reports state the share of each confidence.
#pragma once

#include "models/confidence.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace reentry {

std::string_view confidence_name(Confidence confidence);                   // "official"
bool confidence_from_name(std::string_view name, Confidence& confidence);  // false: no such word

struct Provenance {
    std::string source;                   // address or document
    std::chrono::year_month_day as_of{};  // date printed in or on the source; !ok() = undated
    Confidence confidence = Confidence::assumed;
    std::string note;  // region, rule of inference, doubt
};

}  // namespace reentry
