// On what terms usage is billed, as a file: tax, discounts, commitments, price drift, exchange
// rates, the EU Data Act. `reentry bill --terms FILE` reads it.
#pragma once

#include "models/diagnostic.hpp"
#include "models/files/reader.hpp"
#include "models/money/exchange.hpp"
#include "models/scenario/agreement.hpp"

#include <filesystem>
#include <span>

namespace reentry {

struct TermsFile {
    Decimal vat;    // per cent
    Decimal drift;  // per cent on each anniversary of drift_from
    std::optional<std::chrono::year_month_day> drift_from;
    bool data_act = false;
    Agreements agreements;
    std::vector<ExchangeRate> exchange;

    std::string file;       // its name, for diagnostics; empty: not from a file
    files::Origins places;  // of the values that stand in it

    // The terms of a role that is billed with a tariff.
    Terms of(std::string_view role, const Tariff& tariff) const;
};

void describe(Fields& fields, TermsFile& terms);

// Reports discounts and commitments that can hold for nothing: of a role that is neither bound nor
// one of a scenario, of a resource or a meter that neither the bound tariffs nor `others` price.
void check_agreements(const TermsFile& terms, std::span<const Binding> bindings,
                      std::span<const Tariff* const> others, Diagnostics& diagnostics);

TermsFile read_terms(const std::filesystem::path& path, Diagnostics& diagnostics);

}  // namespace reentry
