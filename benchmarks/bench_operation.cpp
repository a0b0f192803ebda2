// The operations-centre scenario on one core: five years of one strategy, and a thousand recoveries
// of its lost site, each strategy on the first provider that offers it.
//
// Targets: less than 1 s for the years, less than 5 s for a thousand recoveries. Counters: events,
// and events per second; "kernel" is the same for a thousand processes that only sleep, measured in
// the same run.
#include "models/catalogue/catalogue.hpp"
#include "models/operation/operate.hpp"
#include "models/recovery/recover.hpp"
#include "models/scenario/scenario_file.hpp"
#include "sim/kernel.hpp"
#include "study/simulate.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace {

using namespace reentry;

constexpr std::uint64_t seed = 1;
constexpr std::size_t recoveries = 1000;

void count_events(benchmark::State& state, std::size_t events) {
    const auto each = static_cast<double>(events) / static_cast<double>(state.iterations());
    state.counters["events"] = each;
    state.counters["events/s"] =
        benchmark::Counter(each, benchmark::Counter::kIsIterationInvariantRate);
}

sim::Task<void> sleeper(sim::Simulation& simulation, int i) {
    for (;;) {
        const auto pause = std::chrono::seconds{1 + (i * 7919) % 3600};
        co_await simulation.delay(pause);
        ++i;
    }
}

void kernel(benchmark::State& state) {
    sim::Simulation simulation;
    for (int i = 0; i < 1000; ++i) simulation.spawn(sleeper(simulation, i));
    for (auto _ : state) simulation.step();
    count_events(state, simulation.events_processed());
}

void five_years(benchmark::State& state, const Case& what) {
    std::size_t events = 0;
    for (auto _ : state) events += operate(what, seed, 0).events;
    count_events(state, events);
}

std::size_t lost_site(const Scenario& scenario) {
    const auto& incidents = scenario.incidents;
    const auto found = std::find_if(incidents.begin(), incidents.end(), [](const Incident& one) {
        return one.kind == IncidentKind::lost_site;
    });
    return static_cast<std::size_t>(found - incidents.begin());
}

void thousand_recoveries(benchmark::State& state, const Case& what) {
    const auto history = operate(what, seed, 0);
    const auto kind = lost_site(*what.scenario);
    std::size_t events = 0;
    for (auto _ : state)
        for (std::size_t number = 0; number < recoveries; ++number) {
            const auto damage = draw_damage(*what.scenario, kind, number, seed);
            events += recover(what, history, damage).events;
        }
    count_events(state, events);
}

Scenario operations_centre() {
    Diagnostics faults;
    auto file = read_scenario(REENTRY_ROOT "/scenarios/esoc.toml", {}, faults);
    if (faults.has_errors()) std::abort();
    return file.scenario;
}

void add_benchmarks(const std::vector<study::CaseRow>& rows) {
    benchmark::RegisterBenchmark("kernel", kernel);
    std::set<std::string> known;
    for (const auto& row : rows) {
        if (!row.offer.made || !known.insert(row.strategy).second) continue;
        const auto& what = *row.offer.made;
        const auto add = [&](const char* part, auto run) {
            benchmark::RegisterBenchmark(
                fmt::format("{}/{}", part, row.strategy).c_str(),
                [run, &what](benchmark::State& state) { run(state, what); })
                ->Unit(benchmark::kMillisecond);
        };
        add("five years", five_years);
        add("1,000 lost sites", thousand_recoveries);
    }
}

}  // namespace

int main(int argc, char** argv) {
    Diagnostics faults;
    const auto catalogue = Catalogue::read(REENTRY_ROOT "/data", faults);
    const auto scenario = operations_centre();
    const auto rows = study::rows_of(scenario, catalogue);
    add_benchmarks(rows);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
