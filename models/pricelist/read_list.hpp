// Files of one vendor -> the neutral table. What a file is, is seen from its beginning.
#pragma once

#include "models/pricelist/reading.hpp"

#include <filesystem>
#include <istream>
#include <string>
#include <vector>

namespace reentry::pricelist {

struct ListFile {
    std::string name;  // for people
    std::istream* in = nullptr;
};

// The prices of the wanted region in all files together. A file with faults adds nothing; all
// faults are reported.
PriceList read_list(Vendor vendor, const std::vector<ListFile>& files, const Wanted& wanted,
                    Diagnostics& diagnostics);

// The same from files on disk; a file that cannot be read is a fault.
PriceList read_list(Vendor vendor, const std::vector<std::filesystem::path>& files,
                    const Wanted& wanted, Diagnostics& diagnostics);

}  // namespace reentry::pricelist
