// Regions of Amazon: the code, the prefixes of usage types, and the names that older lists have
// instead of the code.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reentry::pricelist {

// "EU (Frankfurt)" -> "eu-central-1"; empty for a name that is no region.
std::string_view aws_region_of_location(std::string_view location);

// The usage type without the prefix of `region`: "EUC1-Requests-Tier1" -> "Requests-Tier1". Nothing
// when it has the prefix of another region, or none where one is due (only us-east-1 has none).
std::optional<std::string> without_region(std::string_view usage_type, std::string_view region);

}  // namespace reentry::pricelist
