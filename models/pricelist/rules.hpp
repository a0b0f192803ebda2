// Which row of a price list is which figure of a catalogue: data, one rule for each kind of row.
//
// A rule names the row exactly as the provider does; a trailing "*" stands for any ending and a
// lone "*" for anything. A row may serve several figures (Amazon bills LIST as PUT of the Standard
// class in every class). Rules whose row names were not seen in a genuine list or in the
// provider's documentation say so in docs/price-lists.md.
#pragma once

#include "models/pricelist/listed_price.hpp"
#include "models/pricelist/units.hpp"

#include <string>
#include <vector>

namespace reentry::pricelist {

struct Rule {
    MeterKey row;
    Kind kind = Kind::bytes;
    std::vector<std::string> targets;  // "tier.cold.price.put"
    // Amazon's free gigabytes of egress stand outside the regional rows, and inbound traffic is
    // free: what the catalogue states beside the bands stays.
    bool keeps_allowance = false;
};

std::vector<Rule> aws_rules();
std::vector<Rule> azure_rules();
std::vector<Rule> google_rules();
std::vector<Rule> rules_of(Vendor vendor);

// Null when no rule knows the row.
const Rule* find_rule(const std::vector<Rule>& rules, const MeterKey& row);

}  // namespace reentry::pricelist
