#include "models/tariff/provenance.hpp"

#include <array>
#include <utility>

namespace reentry {
namespace {

constexpr std::array<std::pair<Confidence, std::string_view>, 5> names{{
    {Confidence::official, "official"},
    {Confidence::feed, "feed"},
    {Confidence::secondary, "secondary"},
    {Confidence::inferred, "inferred"},
    {Confidence::assumed, "assumed"},
}};

}  // namespace

std::string_view confidence_name(Confidence confidence) {
    return names[static_cast<std::size_t>(confidence)].second;
}

bool confidence_from_name(std::string_view name, Confidence& confidence) {
    for (const auto& [value, text] : names)
        if (text == name) return confidence = value, true;
    return false;
}

}  // namespace reentry
