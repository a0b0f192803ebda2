// Who is paid for what: the tariffs behind the roles of a case, with the terms of the scenario.
#pragma once

#include "models/catalogue/catalogue.hpp"
#include "models/operation/case.hpp"
#include "models/tariff/rate.hpp"

#include <deque>

namespace reentry::study {

// What-if factors on the prices of all providers; 1 leaves them as they are.
struct PriceFactors {
    double storage = 1, requests = 1, retrieval = 1, traffic = 1, connection = 1, on_premises = 1;
    bool neutral() const;
};

// Tariffs bound to the roles of one row. Holds the copies that what-if factors and the scenario's
// own contracts make, so it must outlive whatever rates with it; its addresses are stable.
class Bindings {
 public:
    Bindings(const Scenario& scenario, const Case& what, const Catalogue& catalogue,
             const PriceFactors& factors = {});
    Bindings(const Bindings&) = delete;
    Bindings& operator=(const Bindings&) = delete;

    const std::vector<Binding>& list() const { return list_; }
    RatingOptions options() const { return {reporting_, &rates_}; }

 private:
    void bind(const std::string& role, const Tariff& tariff, const PriceFactors& factors,
              const Terms& terms);

    std::deque<Tariff> own_;
    std::vector<Binding> list_;
    ExchangeRates rates_;
    Currency reporting_;
};

// The tariff with every price multiplied by the factor of its kind, its caps and minimum amounts
// with it. Support percentages follow by themselves; the account's minimum follows storage, for
// which providers ask it.
Tariff scaled(const Tariff& tariff, const PriceFactors& factors);

// What it costs to read one byte back from each copy of a case, in the reporting currency: the bill
// of reading a terabyte in the standard way. For the policy "cheapest copy first".
std::vector<double> read_prices(const Case& what, const Bindings& bindings);

// What the scenario itself pays for links and connections, as a tariff with a resource for each.
Tariff contracts_of(const Scenario& scenario);

}  // namespace reentry::study
