#include "models/scenario/extent_rules.hpp"

#include "models/money/format.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace reentry {
namespace {

// A job leaves some hundred bytes: more of one strategy do not fit the memory of a usual machine.
constexpr double most_jobs = 20e6;
constexpr double most_outages = 1e6;
constexpr double most_bytes = 1e18;  // of one workload; all of them are added up in 64 bits

class Extents {
 public:
    explicit Extents(const Scenario& scenario)
        : scenario_(scenario),
          rates_(exchange_rates(scenario)),
          horizon_(length_from(scenario.start, scenario.horizon)) {}

    std::vector<ExtentFault> check() {
        for (const auto& workload : scenario_.workloads) {
            bytes_of(workload);
            convertible(of("workload", workload.id).key("outage_cost"), workload.outage_cost);
            convertible(of("workload", workload.id).key("loss_cost"), workload.loss_cost);
        }
        for (const auto& strategy : scenario_.strategies) jobs_of(strategy);
        for (const auto& incident : scenario_.incidents) stages_of(incident);
        for (const auto& site : scenario_.sites) {
            quick(of("site", site.id).key("production_read"), site.production_read);
            quick(of("site", site.id).key("production_write"), site.production_write);
        }
        for (const auto& store : scenario_.stores) {
            quick(of("store", store.id).key("read"), store.read);
            quick(of("store", store.id).key("write"), store.write);
        }
        for (const auto& link : scenario_.links) network(of("link", link.id), link);
        for (const auto& line : scenario_.connections) network(of("connection", line.id), line);
        for (const auto& site : scenario_.sites)
            if (site.region)
                own_currency(of("site", site.id).key("region").key("compute"),
                             site.region->compute);
        return std::move(faults_);
    }

 private:
    void bytes_of(const Workload& workload) {
        const double years = sim::to_seconds(horizon_) / sim::to_seconds(year_length);
        const double grown = std::pow(1 + workload.growth.per_year(), years);
        if (workload.size.to_double() > most_bytes)
            fault(of("workload", workload.id).key("size"), format_bytes(workload.size),
                  "at most 1 EB");
        else if (workload.size.to_double() * std::max(grown, 1.0) > most_bytes)
            fault(of("workload", workload.id).key("growth"),
                  format_percent(workload.growth.per_year()) + " a year",
                  "growth to at most 1 EB over the horizon");
    }

    // How many jobs the copies of a strategy have altogether; the busiest copy is at fault.
    void jobs_of(const Strategy& strategy) {
        double all = 0, most = 0;
        const Copy* busiest = nullptr;
        for (const auto& copy : strategy.copies) {
            if (copy.method == Method::replication) continue;
            const double jobs = static_cast<double>(covered(copy)) * sim::to_seconds(horizon_) /
                                sim::to_seconds(copy.every);
            all += jobs;
            if (jobs > most) most = jobs, busiest = &copy;
        }
        if (busiest == nullptr || all <= most_jobs) return;
        fault(of("strategy", strategy.id).key("copy").element(busiest->id, 0).key("every"),
              format_duration(busiest->every),
              fmt::format("longer: the strategy would have {} jobs over the horizon, at most {} "
                          "fit the memory",
                          format_number(all), format_number(most_jobs)));
    }

    std::size_t covered(const Copy& copy) const {
        const auto names = without_groups(scenario_.groups, copy.workloads);
        if (names.empty()) return scenario_.workloads.size();
        return static_cast<std::size_t>(std::count_if(
            scenario_.workloads.begin(), scenario_.workloads.end(), [&](const Workload& w) {
                return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                    return name == w.id || name == files::word_of(w.kind);
                });
            }));
    }

    // Simulated time ends in 2262; a random stage can take many times its mean.
    void stages_of(const Incident& incident) {
        const auto at = of("incident", incident.id);
        const std::pair<const char*, const Uncertain<sim::Duration>*> stages[] = {
            {"detection", &incident.detection}, {"decision", &incident.decision},
            {"dwell", &incident.dwell},         {"target", &incident.target},
            {"outage", &incident.outage},       {"after", &incident.after}};
        for (const auto& [key, times] : stages)
            for (const auto time : times->figures)
                if (time > 10 * year_length)
                    fault(at.key(key), format_duration(time), "at most ten years");
    }

    // Nothing may take longer than there is time.
    void quick(const files::Address& at, Rate rate) {
        double most = 0;
        for (const auto& workload : scenario_.workloads)
            most = std::max(most, workload.size.to_double());
        const double century = 100 * sim::to_seconds(year_length);
        if (rate.bytes_per_second() > 0 && most / rate.bytes_per_second() > century)
            fault(at, format_rate(rate),
                  "a rate that moves the largest workload within a hundred years");
    }

    template <class Way>
    void network(const files::Address& at, const Way& way) {
        own_currency(at.key("cost"), way.cost);
        quick(at.key("capacity"), way.capacity);
        const double outages = way.outages.rate.in(horizon_);
        if (outages > most_outages)
            fault(at.key("outages").key("rate"), format_per_time(way.outages.rate),
                  fmt::format("at most {} outages over the horizon", format_number(most_outages)));
    }

    // From the start on, since the newest rate that is not younger holds.
    void convertible(const files::Address& at, const MoneyRate& cost) {
        const auto currency = scenario_.finance.currency;
        if (cost.amount.is_zero() || cost.currency == currency) return;
        const auto start = sim::day_of(scenario_.start);
        if (rates_.find(cost.currency, currency, start) != nullptr) return;
        fault(at, reentry::quoted(exact_text(cost)),
              fmt::format(
                  "an amount in {}, or an [[exchange_rate]] from {} to {} as of {} or before",
                  currency.code(), cost.currency.code(), currency.code(), format_date(start)));
    }

    void own_currency(const files::Address& at, const MoneyRate& cost) {
        const auto currency = scenario_.finance.currency;
        if (cost.amount.is_zero() || cost.currency == currency) return;
        fault(at, reentry::quoted(exact_text(cost)),
              fmt::format("an amount in {}, the currency of the scenario", currency.code()));
    }

    static files::Address of(std::string_view list, const std::string& id) {
        return files::Address{}.key(list).element(id, 0);
    }
    void fault(files::Address key, std::string found, std::string expected) {
        faults_.push_back({std::move(key), std::move(found), std::move(expected)});
    }

    const Scenario& scenario_;
    ExchangeRates rates_;
    sim::Duration horizon_;
    std::vector<ExtentFault> faults_;
};

}  // namespace

std::vector<ExtentFault> extent_faults(const Scenario& scenario) {
    return Extents(scenario).check();
}

}  // namespace reentry
