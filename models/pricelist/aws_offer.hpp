// Offer files of Amazon, JSON and CSV, as a stream: of a file of any length only the rows that a
// rule knows are kept. Index files are recognised and told apart.
//
// Source: AWS Billing user guide, "Reading the price list files", and files of 2016 to 2026. JSON
// has the products before the terms; a file that does not is refused, as nothing would be kept.
#pragma once

#include "models/pricelist/reading.hpp"

#include <istream>
#include <string>

namespace reentry::pricelist {

// Adds the prices of one offer to the list. With errors nothing of the file is added.
void read_aws_json(std::istream& in, const std::string& file, const Wanted& wanted, PriceList& list,
                   Diagnostics& diagnostics);
void read_aws_csv(std::istream& in, const std::string& file, const Wanted& wanted, PriceList& list,
                  Diagnostics& diagnostics);

}  // namespace reentry::pricelist
