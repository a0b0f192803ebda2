// A price change on the operations-centre scenario: five finished years of each of its options are
// rated again with storage prices a tenth dearer, down to the shares of every workload and copy.
//
// Target: less than 50 ms. "largest_option" is the one with the most usage, "all_options" every
// strategy on every provider, one after the other on one core; "totals_alone" is what a sweep
// needs. Counters: options, rows of usage by line and cause, charges.
#include "models/catalogue/catalogue.hpp"
#include "models/scenario/scenario_file.hpp"
#include "study/simulate.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>

namespace {

using namespace reentry;

struct Finished {
    Catalogue catalogue;
    study::Simulated simulated;
    std::vector<const study::CaseRow*> options;
};

Finished five_years() {
    Diagnostics faults;
    auto scenario = std::make_shared<Scenario>(
        read_scenario(REENTRY_ROOT "/scenarios/esoc.toml", {}, faults).scenario);
    auto catalogue = Catalogue::read(REENTRY_ROOT "/data", faults);
    if (faults.has_errors()) std::abort();
    scenario->effort.incidents = 0;
    scenario->effort.histories = 1;
    Finished all{std::move(catalogue), {}, {}};
    all.simulated = study::simulate(scenario, all.catalogue);
    for (const auto& row : all.simulated.rows)
        if (row.offer.made) all.options.push_back(&row);
    return all;
}

const Finished& finished() {
    static const Finished all = five_years();
    return all;
}

const study::CaseRow& largest() {
    const auto& options = finished().options;
    return **std::max_element(options.begin(), options.end(), [](const auto* a, const auto* b) {
        return a->usage().rows().size() < b->usage().rows().size();
    });
}

// What a what-if panel does with one option after a price has been moved.
Bill rated_again(const study::CaseRow& row) {
    study::PriceFactors dearer;
    dearer.storage = 1.1;
    const study::Bindings bindings(*finished().simulated.scenario, *row.offer.made,
                                   finished().catalogue, dearer);
    return rate(row.usage(), bindings.list(), bindings.options());
}

void largest_option(benchmark::State& state) {
    const auto& row = largest();
    std::size_t charges = 0;
    for (auto _ : state) charges = rated_again(row).charges.size();
    state.counters["rows"] = static_cast<double>(row.usage().rows().size());
    state.counters["charges"] = static_cast<double>(charges);
}
BENCHMARK(largest_option)->Unit(benchmark::kMillisecond);

void all_options(benchmark::State& state) {
    std::size_t charges = 0;
    for (auto _ : state) {
        charges = 0;
        for (const auto* row : finished().options) charges += rated_again(*row).charges.size();
    }
    state.counters["options"] = static_cast<double>(finished().options.size());
    state.counters["charges"] = static_cast<double>(charges);
}
BENCHMARK(all_options)->Unit(benchmark::kMillisecond);

void totals_alone(benchmark::State& state) {
    study::PriceFactors dearer;
    dearer.storage = 1.1;
    for (auto _ : state)
        for (const auto* row : finished().options) {
            const study::Bindings bindings(*finished().simulated.scenario, *row->offer.made,
                                           finished().catalogue, dearer);
            benchmark::DoNotOptimize(rate_total(row->usage(), bindings.list(), bindings.options()));
        }
    state.counters["options"] = static_cast<double>(finished().options.size());
}
BENCHMARK(totals_alone)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
