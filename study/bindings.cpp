#include "study/bindings.hpp"

#include "models/operation/recorder.hpp"
#include "models/protection/job_size.hpp"
#include "models/tariff/meter.hpp"

#include <fmt/format.h>

namespace reentry::study {
namespace {

Decimal decimal_of(double value) {
    return {static_cast<Int128>(value * 1e9 + (value < 0 ? -0.5 : 0.5)), 9};
}

// The factor that a meter's price is multiplied with.
double factor_of(Meter meter, const PriceFactors& f) {
    switch (meter) {
        case Meter::storage:
        case Meter::capacity_bytes:
        case Meter::monitored_objects:
            return f.storage;
        case Meter::restore_request:
        case Meter::retrieved_bytes:
        case Meter::provisioned_unit:
            return f.retrieval;
        case Meter::sent_bytes:
        case Meter::received_bytes:
        case Meter::replicated_bytes:
            return f.traffic;
        case Meter::port:
        case Meter::tunnel:
        case Meter::gateway:
        case Meter::attachment:
            return f.connection;
        case Meter::device:
        case Meter::medium:
        case Meter::person:
        case Meter::site_cost:
            return f.on_premises;
        default:
            return f.requests;
    }
}

void scale(std::optional<Decimal>& price, const Decimal& factor) {
    if (price) price = *price * factor;
}

Terms terms_of(const Scenario& scenario, const std::string& role) {
    const bool of_provider = role == "provider" || role == "second";
    const auto& finance = scenario.finance;
    Terms terms;
    terms.vat_percent = decimal_of(finance.vat * 100);
    terms.drift_percent = decimal_of(finance.price_drift * 100);
    terms.drift_from = sim::day_of(scenario.start);
    terms.data_act = of_provider && finance.data_act;
    if (of_provider && finance.discount > 0) {
        Discount discount;
        discount.percent = decimal_of(finance.discount * 100);
        discount.note = "negotiated";
        terms.discounts.push_back(discount);
    }
    if (of_provider) scenario.agreements.add_to(terms, role);
    return terms;
}

// One line for one contract, paid per year or per hour; what states no cost is free.
void add_contract(Tariff& tariff, const std::string& name, const MoneyRate& cost) {
    Resource resource;
    resource.name = name;
    resource.title = name;
    resource.kind = ResourceKind::connection;
    PriceLine line;
    line.name = "contract";
    line.meters = {Meter::port};
    line.option = "*";
    Price price;
    const bool free = cost.time <= sim::Duration::zero();
    const bool yearly = free || cost.time == year_length;
    line.unit = yearly ? PriceUnit{"year", 1, Per::year, false, {}}
                       : PriceUnit{"hour", 1, Per::hour, false, {}};
    const auto per_unit = yearly
                              ? cost.amount
                              : (Quantity::of(cost.amount) *
                                 Quantity(std::chrono::nanoseconds(std::chrono::hours{1}).count()) /
                                 Quantity(cost.time.count()))
                                    .to_decimal(12);
    price.bands.push_back({std::nullopt, per_unit});
    price.provenance.source = "scenario";
    line.prices.push_back(price);
    resource.lines.push_back(line);
    tariff.resources.push_back(resource);
}

// Machines of a site that is rented when it is needed, by the hour; without a price it is unknown.
void add_compute(Tariff& tariff, const Site& site) {
    const auto& cost = site.region->compute;
    Resource resource;
    resource.name = resource.title = site.id;
    resource.kind = ResourceKind::connection;
    PriceLine line;
    line.name = "compute";
    line.meters = {Meter::instance};
    line.option = "*";
    line.unit = PriceUnit{"hour", 1, Per::once, false, {}};
    Price price;
    std::optional<Decimal> per_hour;
    if (cost.time > sim::Duration::zero())
        per_hour = (Quantity::of(cost.amount) *
                    Quantity(std::chrono::nanoseconds(std::chrono::hours{1}).count()) /
                    Quantity(cost.time.count()))
                       .to_decimal(12);
    price.bands.push_back({std::nullopt, per_hour});
    price.provenance.source = "scenario";
    line.prices.push_back(price);
    resource.lines.push_back(line);
    tariff.resources.push_back(resource);
}

}  // namespace

bool PriceFactors::neutral() const {
    return storage == 1 && requests == 1 && retrieval == 1 && traffic == 1 && connection == 1 &&
           on_premises == 1;
}

Tariff contracts_of(const Scenario& scenario) {
    Tariff tariff;
    tariff.id = tariff.provider = "contracts";
    tariff.currency = std::string(scenario.finance.currency.code());
    for (const auto& link : scenario.links) add_contract(tariff, link.id, link.cost);
    for (const auto& line : scenario.connections) add_contract(tariff, line.id, line.cost);
    for (const auto& site : scenario.sites)
        if (site.region) add_compute(tariff, site);
    return tariff;
}

Tariff scaled(const Tariff& tariff, const PriceFactors& factors) {
    Tariff result = tariff;
    for (auto& resource : result.resources) {
        for (auto& line : resource.lines) {
            if (line.meters.empty()) continue;
            const auto factor = decimal_of(factor_of(line.meters.front(), factors));
            for (auto& price : line.prices) {
                for (auto& band : price.bands) scale(band.price, factor);
                scale(price.cap, factor);
                scale(price.minimum, factor);
            }
        }
        for (auto& asset : resource.assets)
            scale(asset.price.value, decimal_of(factors.on_premises));
    }
    scale(result.minimum_per_month, decimal_of(factors.storage));
    return result;
}

std::vector<double> read_prices(const Case& what, const Bindings& bindings) {
    constexpr std::int64_t probe = 1'000'000'000'000;
    std::vector<double> prices;
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        Ledger ledger;
        ledger.begin = what.scenario->start;
        ledger.end = ledger.begin + CalendarSpan{0, 1, 0};
        Recorder recorder(what, ledger, State::recovery);
        const auto& place = what.places[c];
        const auto objects = JobSize::objects_in(probe, place.integration);
        const auto w = what.covers[c].empty() ? 0 : what.covers[c].front();
        if (place.thaw)
            recorder.thawed(c, w, objects, probe, ledger.begin, ledger.begin,
                            ledger.begin + place.tier.thaws[*place.thaw].kept);
        recorder.downloaded(c, w, objects, probe, ledger.begin);
        const auto total =
            rate_total(meter(ledger, bindings.list()), bindings.list(), bindings.options());
        prices.push_back(total.amount.to_double() / static_cast<double>(probe));
    }
    return prices;
}

Bindings::Bindings(const Scenario& scenario, const Case& what, const Catalogue& catalogue,
                   const PriceFactors& factors)
    : rates_(exchange_rates(scenario)), reporting_(scenario.finance.currency) {
    const auto& strategy = *what.strategy;
    if (uses_role(strategy, "provider"))
        bind("provider", catalogue.provider(what.provider)->tariff, factors,
             terms_of(scenario, "provider"));
    if (uses_role(strategy, "region"))  // of the same account
        bind("region", catalogue.provider(what.provider)->tariff, factors,
             terms_of(scenario, "provider"));
    if (uses_role(strategy, "second"))
        bind("second", catalogue.provider(strategy.second)->tariff, factors,
             terms_of(scenario, "second"));
    for (const auto& store : scenario.stores)
        if (const auto* equipment = catalogue.equipment(store.equipment))
            bind(store.id, equipment->tariff, factors, terms_of(scenario, store.id));
    bind("contract", contracts_of(scenario), factors, terms_of(scenario, "contract"));
}

void Bindings::bind(const std::string& role, const Tariff& tariff, const PriceFactors& factors,
                    const Terms& terms) {
    for (const auto& bound : list_)
        if (bound.tariff->id == tariff.id && bound.role != "contract")
            return list_.push_back({role, bound.tariff, terms});  // one account
    const auto& kept = own_.emplace_back(factors.neutral() ? tariff : scaled(tariff, factors));
    list_.push_back({role, &kept, terms});
}

}  // namespace reentry::study
