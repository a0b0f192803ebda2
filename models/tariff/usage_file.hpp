// Usage from files, for whoever has metered or invoiced quantities and no simulation: CSV with a
// header line, or JSON. The format is described in docs/tariffs.md.
//
// A record tells what lay in a tier (meter "storage", with bytes, from and to), what happened (at),
// what was held (from and to), or a month's quantity as an invoice states it (month, quantity,
// unit). All faults are reported, each with its line or its key.
#pragma once

#include "models/diagnostic.hpp"
#include "models/ledger/ledger.hpp"
#include "models/money/decimal.hpp"
#include "models/tariff/usage.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace reentry {

// A month's quantity as an invoice states it: no rule of a tier is applied to it any more.
struct DirectUsage {
    std::string resource;
    Meter meter{};
    std::string option;
    std::chrono::year_month month{};
    Decimal quantity;
    std::string unit;  // "GB-month"; empty: the unit of the price line
    std::string workload, copy;
    State state = State::running;
    int line = 0;     // where it stands in the file; 0: unknown
    std::string key;  // likewise
};

struct UsageFile {
    // Horizon: as stated in the file, else the calendar months that the records touch.
    Ledger ledger;
    std::vector<DirectUsage> direct;
};

// `file` is the name for diagnostics. Records with faults are left out.
UsageFile read_usage_csv(std::string_view text, const std::string& file, Diagnostics& diagnostics);
UsageFile read_usage_json(std::string_view text, const std::string& file, Diagnostics& diagnostics);

// JSON when the text begins with '{' or '[', else CSV.
UsageFile read_usage(std::string_view text, const std::string& file, Diagnostics& diagnostics);

// Adds stated quantities to usage: in a month that a price change cuts, in proportion to the days.
// Faults: a month outside the horizon, a unit that does not measure the meter.
void add_direct(Usage& usage, const std::vector<DirectUsage>& direct,
                std::span<const Binding> bindings, const std::string& file,
                Diagnostics& diagnostics);

// Metered and stated usage of a file together.
Usage meter(const UsageFile& file, std::span<const Binding> bindings, const std::string& name,
            Diagnostics& diagnostics);

}  // namespace reentry
