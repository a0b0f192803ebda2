// On what terms usage is billed, as a file: tax, discounts, commitments, price drift, exchange
// rates, the EU Data Act. `reentry bill --terms FILE` reads it.
#pragma once

#include "models/diagnostic.hpp"
#include "models/money/exchange.hpp"
#include "models/scenario/agreement.hpp"

#include <filesystem>

namespace reentry {

struct TermsFile {
    Decimal vat;    // per cent
    Decimal drift;  // per cent on each anniversary of drift_from
    std::optional<std::chrono::year_month_day> drift_from;
    bool data_act = false;
    Agreements agreements;
    std::vector<ExchangeRate> exchange;

    // The terms of a role that is billed with a tariff.
    Terms of(std::string_view role, const Tariff& tariff) const;
};

void describe(Fields& fields, TermsFile& terms);

TermsFile read_terms(const std::filesystem::path& path, Diagnostics& diagnostics);

}  // namespace reentry
