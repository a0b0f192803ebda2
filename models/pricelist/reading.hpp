// What all readers of price lists are asked for.
#pragma once

#include "models/pricelist/rules.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace reentry::pricelist {

struct Wanted {
    std::string region;    // "eu-central-1", as the vendor names it
    std::string currency;  // of the catalogue
    std::chrono::year_month_day today{};
    std::vector<Rule> rules;
};

}  // namespace reentry::pricelist
