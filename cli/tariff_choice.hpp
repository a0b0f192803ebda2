// By whose prices a usage file is rated, and on what terms.
#pragma once

#include "cli/command.hpp"
#include "cli/session.hpp"
#include "models/money/exchange.hpp"
#include "models/tariff/terms.hpp"
#include "models/tariff/usage_file.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace reentry::cli {

struct TariffOptions {
    std::vector<std::string> catalogues;  // "ID", "FILE.toml", "ROLE=ID"
    std::string currency;                 // empty: of the first catalogue
    std::vector<std::string> exchange;    // "USD:EUR=0.92"
    std::string terms;                    // file; empty: none
    std::string vat, discount, drift;     // per cent; empty: as the file of terms says
    bool data_act = false;
    bool dated = false;  // each day by the edition of the catalogue in force
};

void add_tariff_options(Command& command, TariffOptions& options);

// Tariffs bound to the roles that a usage file has. Bindings point into `own`.
struct ChosenTariffs {
    std::deque<Tariff> own;
    std::vector<Binding> bindings;
    std::optional<Currency> reporting;
    ExchangeRates rates;
};

// Nothing after errors, which are in `faults` (those of catalogue files were reported).
std::optional<ChosenTariffs> choose_tariffs(Session& session, const TariffOptions& options,
                                            const UsageFile& usage, Diagnostics& faults);

}  // namespace reentry::cli
