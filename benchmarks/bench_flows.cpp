// The fluid engine against plain progressive filling, and the cost of one start and end as flows
// grow.
//
// Counters: plain_s, the yardstick's seconds; plain/engine, how many times longer it takes
// (targets: 3 on 50 links, 12 on 2,101 links); disagreement, the largest relative difference of a
// finishing time.
#include "benchmarks/flows/cases.hpp"
#include "benchmarks/flows/plain_filling.hpp"
#include "sim/flow/fluid.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <ctime>
#include <vector>

namespace {

using namespace reentry;
using bench::FlowCase;

// Processor time: the ratios hold on a machine that is busy with other things.
double seconds_of(const auto& work) {
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double disagreement(const std::vector<std::optional<sim::Time>>& engine,
                    const std::vector<double>& plain) {
    double worst = 0.0;
    for (std::size_t f = 0; f < plain.size(); ++f)
        worst =
            std::max(worst, std::fabs(sim::to_seconds(*engine[f] - sim::Time{}) / plain[f] - 1));
    return worst;
}

void compare(benchmark::State& state, const FlowCase& flows) {
    std::vector<std::optional<sim::Time>> engine;
    std::vector<double> plain;
    const double plain_s =
        seconds_of([&] { plain = bench::PlainFilling(flows.links, flows.flows).run(); });
    double engine_s = 0.0;
    for (auto _ : state) {
        const double once =
            seconds_of([&] { engine = sim::finish_times(flows.links, flows.flows); });
        state.SetIterationTime(once);
        engine_s += once;
    }
    engine_s /= static_cast<double>(state.iterations());
    state.counters["plain_s"] = plain_s;
    state.counters["plain/engine"] = plain_s / engine_s;
    state.counters["disagreement"] = disagreement(engine, plain);
}

void random_200_links_1k(benchmark::State& s) { compare(s, bench::random_paths(200, 1000, 10)); }
void sites_211_links_1k(benchmark::State& s) { compare(s, bench::sites(5, 1000, 20000)); }
void star_10k(benchmark::State& s) { compare(s, bench::star(50, 10000, 100)); }
void dumbbell_10k(benchmark::State& s) { compare(s, bench::dumbbell(100, 10000, 100)); }
void random_50_links_10k(benchmark::State& s) { compare(s, bench::random_paths(50, 10000, 100)); }
void random_200_links_10k(benchmark::State& s) { compare(s, bench::random_paths(200, 10000, 100)); }
void sites_2101_links_10k(benchmark::State& s) { compare(s, bench::sites(50, 10000, 20000)); }

// `range` flows of one class share one link; each iteration ends one and starts another.
void one_link_turnover(benchmark::State& state) {
    bench::Draw draw(15);
    sim::FluidNetwork network;
    const sim::Hop link{network.add_capacity(1e9)};
    const auto start = [&](sim::Time now) {
        network.start(now, {&link, 1}, 1 + draw.exponential(1e6));
    };
    for (std::int64_t f = 0; f < state.range(0); ++f) start(sim::Time{});
    for (auto _ : state) {
        const sim::Time now = *network.next_completion();
        for (std::size_t ended = network.advance(now).size(); ended > 0; --ended) start(now);
    }
    state.counters["time/log2(n)"] = benchmark::Counter(
        std::log2(static_cast<double>(state.range(0))) * static_cast<double>(state.iterations()),
        benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

BENCHMARK(random_200_links_1k)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(sites_211_links_1k)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(star_10k)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(dumbbell_10k)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(random_50_links_10k)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(random_200_links_10k)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(sites_2101_links_10k)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(one_link_turnover)->RangeMultiplier(10)->Range(1000, 1000000);

}  // namespace

BENCHMARK_MAIN();
