#include "models/scenario/scenario.hpp"

namespace reentry {

ExchangeRates exchange_rates(const Scenario& scenario) {
    ExchangeRates rates;
    for (const auto& rate : scenario.exchange) rates.add(rate);
    return rates;
}

void describe(Fields& f, Objectives& o) {
    f.optional("probability", o.probability,
               "With which RTO and RPO of the top service are to be met.",
               {.above = 0, .at_most = 1});
    f.optional("recoverable", o.recoverable,
               "Share of the incidents in which everything must come back at all.",
               {.at_least = 0, .at_most = 1});
    f.optional("write_off", o.write_off,
               "Outage and lost work that count in costs when data never comes back.");
}

void describe(Fields& f, Effort& e) {
    f.optional("incidents", e.incidents, "Incidents of each class.",
               {.at_least = 2, .at_most = 1'000'000});
    f.optional("histories", e.histories, "Independent histories of operation.",
               {.at_least = 1, .at_most = 1'000});
    f.optional("seed", e.seed, "Master seed of all random numbers.", {.at_least = 0});
    f.optional("settle", e.settle,
               "Incidents are drawn from then on: time for the first copies to be made.");
}

void describe(Fields& f, Finance& m) {
    f.optional("currency", m.currency, "Currency of the report.");
    f.optional("vat", m.vat, "Tax added to every amount.", {.at_least = 0, .at_most = 1});
    f.optional("discount_rate", m.discount_rate, "Yearly rate for present values.",
               {.at_least = 0, .below = 1});
    f.optional("price_drift", m.price_drift, "Yearly change of all prices.",
               {.above = -1, .at_most = 1});
    f.optional("discount", m.discount, "Negotiated, off every provider's list price.",
               {.at_least = 0, .below = 1});
    f.optional("data_act", m.data_act,
               "Leaving a provider is charged by the switching rules of the EU Data Act.");
}

void describe(Fields& f, ExchangeRate& r) {
    f.required("from", r.from, "One of this currency ...");
    f.required("to", r.to, "... in this currency ...");
    f.required("rate", r.rate, "... is worth so much, as a decimal in quotes.",
               {.above = Decimal{}});
    f.required("as_of", r.as_of, "Date of the rate.");
    f.optional("source", r.source, "Where it comes from.");
    f.check(!(r.from == r.to), "to", "another currency");
}

void describe(Fields& f, Scenario& s) {
    f.required("name", s.name, "Short name, used for files.");
    f.check(s.name.size() <= 200, "name", "at most 200 letters: it names a folder");
    f.optional("title", s.title, "Title of reports.");
    f.optional("summary", s.summary, "What it is about, for reports.");
    f.required("start", s.start, "First day.");
    f.required("horizon", s.horizon, "How long it is operated.");
    f.table("finance", s.finance, "Currency, tax, discounting.");
    f.table("objectives", s.objectives, "What is asked of a strategy.");
    f.table("effort", s.effort, "How much is simulated.");
    f.table("transport", s.transport, "TCP and encryption at the ends of every transfer.");
    describe_agreements(f, s.agreements);
    f.list("exchange_rate", s.exchange, "Exchange rates.");
    f.required_list("site", s.sites, "Sites.");
    f.list("exchange_point", s.exchange_points, "Places where networks meet.");
    f.list("link", s.links, "Links between sites and exchange points.");
    f.list("connection", s.connections, "Ways to reach a provider.");
    f.required_list("workload", s.workloads, "What runs and must come back.");
    f.required_list("service", s.services, "Groups of workloads that people ask for.");
    f.reference("top_service", s.top_service, "service", "The service that decides.");
    f.list("critical_window", s.critical_windows, "Times in which an outage costs more.");
    f.list("store", s.stores, "Own stores.");
    f.optional("providers", s.providers, "Candidates, by catalogue id.");
    f.list("group", s.groups, "Workloads that strategies treat alike.");
    f.required_list("strategy", s.strategies, "Strategies to compare.");
    f.required_list("incident", s.incidents, "Classes of bad days.");
    f.list("drill", s.drills, "Restore drills.");
}

}  // namespace reentry
