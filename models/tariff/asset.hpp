// Things that are bought rather than rented: drives, libraries, cartridges, disks, servers.
//
// An asset turns each Standing entry of its meter into cost of capital, support, electricity, floor
// and people. Equipment is replaced when its life ends, for as long as it is held.
#pragma once

#include "models/ledger/ledger.hpp"
#include "models/money/decimal.hpp"
#include "models/tariff/provenance.hpp"

#include <optional>
#include <string>

namespace reentry {

enum class Capital : std::uint8_t {
    amortised,  // price / life, per month held (straight line)
    cash        // the price when it is bought, and again when it is replaced
};

// A figure that may be unknown, with where it comes from. Unknown: `value` is empty and `absent`
// says why.
struct Figure {
    std::optional<Decimal> value;
    std::string absent;
    Provenance provenance;
};

struct Asset {
    std::string name;  // "lto-9-drive"
    Meter meter = Meter::device;
    std::string option;  // Standing entries with this option; "*": any

    Figure price;  // per piece, in the tariff's currency
    Decimal life_years{5, 0};
    Capital capital = Capital::amortised;
    std::int64_t capacity_bytes = 0;  // > 0: pieces follow the bytes stored in the resource

    // Per piece. Empty figures without a reason mean that there is no such cost.
    Figure support_percent;  // of the price, per year
    Figure watts;
    Figure rack_units;
    Figure people;  // full-time equivalents
};

// What the assets' needs cost. Empty without a reason: not counted, and nothing may need it.
struct RunningCosts {
    Figure per_kwh;
    Decimal pue{1, 0};  // power usage effectiveness: total over equipment power
    Figure per_rack_unit_year;
    Figure per_person_year;
};

}  // namespace reentry
