// Index files of the AWS Price List: they hold addresses, no prices. All addresses in them are
// relative to the host ("/offers/v1.0/aws/AmazonS3/current/eu-central-1/index.json").
#pragma once

#include "models/diagnostic.hpp"

#include <chrono>
#include <istream>
#include <map>
#include <optional>
#include <string>

namespace reentry::pricelist {

struct AwsIndex {
    struct Version {
        std::chrono::year_month_day from{};
        std::optional<std::chrono::year_month_day> until;  // first day without it
        std::string address;
    };
    std::map<std::string, std::string> offers;   // service index: offer -> its current list
    std::map<std::string, std::string> regions;  // region index: region -> its current list
    std::map<std::string, Version> versions;     // version index: version -> its list

    // The list that was in force on a day; the later one where two were. Null when none was.
    const Version* in_force(std::chrono::year_month_day day) const;
};

// All three kinds. A file with none of them is a fault, as are addresses that are not relative.
AwsIndex read_aws_index(std::istream& in, const std::string& file, Diagnostics& diagnostics);

}  // namespace reentry::pricelist
