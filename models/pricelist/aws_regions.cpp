#include "models/pricelist/aws_regions.hpp"

#include "models/text.hpp"

#include <algorithm>
#include <array>

namespace reentry::pricelist {
namespace {

struct Region {
    std::string_view code;
    std::string_view prefixes;  // with blanks between them
    std::string_view names;     // with bars between them
};

// Prefixes and names as seen in price lists of 2016, 2018 and 2023, and in the Amazon S3 User
// Guide, "Understanding your AWS billing and usage reports for Amazon S3".
constexpr std::array regions{
    Region{"us-east-1", "USE1", "US East (N. Virginia)"},
    Region{"us-east-2", "USE2", "US East (Ohio)"},
    Region{"us-west-1", "USW1", "US West (N. California)"},
    Region{"us-west-2", "USW2", "US West (Oregon)"},
    Region{"ca-central-1", "CAN1", "Canada (Central)"},
    Region{"ca-west-1", "CAN2", "Canada West (Calgary)"},
    Region{"eu-west-1", "EU EUW1", "EU (Ireland)|Europe (Ireland)"},
    Region{"eu-west-2", "EUW2", "EU (London)|Europe (London)"},
    Region{"eu-west-3", "EUW3", "EU (Paris)|Europe (Paris)"},
    Region{"eu-central-1", "EUC1", "EU (Frankfurt)|Europe (Frankfurt)"},
    Region{"eu-central-2", "EUC2", "EU (Zurich)|Europe (Zurich)"},
    Region{"eu-north-1", "EUN1", "EU (Stockholm)|Europe (Stockholm)"},
    Region{"eu-south-1", "EUS1", "EU (Milan)|Europe (Milan)"},
    Region{"eu-south-2", "EUS2", "EU (Spain)|Europe (Spain)"},
    Region{"ap-northeast-1", "APN1", "Asia Pacific (Tokyo)"},
    Region{"ap-northeast-2", "APN2", "Asia Pacific (Seoul)"},
    Region{"ap-northeast-3", "APN3", "Asia Pacific (Osaka)|Asia Pacific (Osaka-Local)"},
    Region{"ap-southeast-1", "APS1", "Asia Pacific (Singapore)"},
    Region{"ap-southeast-2", "APS2", "Asia Pacific (Sydney)"},
    Region{"ap-southeast-3", "APS4", "Asia Pacific (Jakarta)"},
    Region{"ap-south-1", "APS3", "Asia Pacific (Mumbai)"},
    Region{"ap-south-2", "APS5", "Asia Pacific (Hyderabad)"},
    Region{"ap-east-1", "APE1", "Asia Pacific (Hong Kong)"},
    Region{"sa-east-1", "SAE1", "South America (Sao Paulo)"},
    Region{"af-south-1", "AFS1 CPT", "Africa (Cape Town)"},
    Region{"me-south-1", "MES1", "Middle East (Bahrain)"},
    Region{"me-central-1", "MEC1", "Middle East (UAE)"},
    Region{"il-central-1", "ILC1", "Israel (Tel Aviv)"},
    Region{"us-gov-west-1", "UGW1", "AWS GovCloud (US)|AWS GovCloud (US-West)"},
    Region{"us-gov-east-1", "UGE1", "AWS GovCloud (US-East)"},
};

bool lists(std::string_view all, char between, std::string_view one) {
    const auto parts = split(all, between);
    return std::find(parts.begin(), parts.end(), one) != parts.end();
}

// The region that the text begins with, by prefix or code; the prefix goes off its front.
std::string_view take_region(std::string_view& text) {
    for (const auto& region : regions) {
        if (text.starts_with(region.code) && text.substr(region.code.size()).starts_with('-')) {
            text.remove_prefix(region.code.size() + 1);
            return region.code;
        }
        const auto dash = text.find('-');
        if (dash != text.npos && lists(region.prefixes, ' ', text.substr(0, dash))) {
            text.remove_prefix(dash + 1);
            return region.code;
        }
    }
    return {};
}

}  // namespace

std::string_view aws_region_of_location(std::string_view location) {
    for (const auto& region : regions)
        if (lists(region.names, '|', location)) return region.code;
    return {};
}

std::optional<std::string> without_region(std::string_view usage_type, std::string_view region) {
    std::string_view rest = usage_type;
    const auto stated = take_region(rest);
    const bool fits = stated.empty() ? region == "us-east-1" : stated == region;
    if (!fits) return {};
    return std::string(rest);
}

}  // namespace reentry::pricelist
