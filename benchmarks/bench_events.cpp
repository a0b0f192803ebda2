// Events per second of the kernel, beside yardsticks measured in the same run.
//
// hold: take the earliest of N pending events and put it back after an exponential delay (Jones,
// CACM 29(4), 1986). mm1: a queue with one server at utilisation 0.9, time per customer; "bare" is
// a loop over two kinds of event in a 4-ary heap without processes, "kernel" a process per
// customer, a Resource and its statistics. Targets: docs/benchmarks.md.
#include "benchmarks/yardstick_queues.hpp"
#include "sim/kernel.hpp"
#include "sim/statistics.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <deque>

namespace {

using namespace reentry;
using sim::Duration;
using sim::Time;

// xoshiro256+ (Blackman and Vigna) and the inverse transform: about 9 ns a draw, the same in all
// cases.
class Draws {
 public:
    double exponential(double mean) { return -mean * std::log(1.0 - uniform()); }
    Duration delay(double mean) {
        return Duration{static_cast<std::int64_t>(exponential(mean)) + 1};
    }

 private:
    double uniform() {
        const std::uint64_t result = s_[0] + s_[3];
        const std::uint64_t shifted = s_[1] << 17;
        s_[2] ^= s_[0];
        s_[3] ^= s_[1];
        s_[1] ^= s_[2];
        s_[0] ^= s_[3];
        s_[2] ^= shifted;
        s_[3] = (s_[3] << 45) | (s_[3] >> 19);
        return static_cast<double>(result >> 11) * 0x1p-53;
    }
    std::uint64_t s_[4] = {0x9e3779b97f4a7c15, 0xbf58476d1ce4e5b9, 0x94d049bb133111eb, 1};
};

constexpr double mean_delay = 1e9;

template <class Queue>
void hold_yardstick(benchmark::State& state) {
    Draws draws;
    Queue queue;
    std::uint64_t number = 0;
    const auto pending = static_cast<std::uint32_t>(state.range(0));
    for (std::uint32_t i = 0; i < pending; ++i)
        queue.push({draws.delay(mean_delay).count(), ++number, i});
    for (std::int64_t i = 0; i < 3 * state.range(0); ++i) {
        const yardstick::Entry due = queue.pop();
        queue.push({due.time + draws.delay(mean_delay).count(), ++number, due.id});
    }
    for (auto _ : state) {
        const yardstick::Entry due = queue.pop();
        queue.push({due.time + draws.delay(mean_delay).count(), ++number, due.id});
    }
}

void hold_ours(benchmark::State& state) {
    Draws draws;
    sim::EventQueue queue{Time{}};
    const auto pending = static_cast<std::uint32_t>(state.range(0));
    for (std::uint32_t i = 0; i < pending; ++i)
        queue.arm(queue.add(), Time{draws.delay(mean_delay)});
    for (std::int64_t i = 0; i < 3 * state.range(0); ++i) {
        const sim::Slot due = queue.pop();
        queue.arm(due, queue.now() + draws.delay(mean_delay));
    }
    for (auto _ : state) {
        const sim::Slot due = queue.pop();
        queue.arm(due, queue.now() + draws.delay(mean_delay));
    }
    state.counters["bytes_per_event"] =
        static_cast<double>(queue.memory()) / static_cast<double>(pending);
}

sim::Task<void> holder(sim::Simulation& simulation, Draws& draws) {
    for (;;) co_await simulation.delay(draws.delay(mean_delay));
}

void hold_processes(benchmark::State& state) {
    Draws draws;
    sim::Simulation simulation;
    for (std::int64_t i = 0; i < state.range(0); ++i) simulation.spawn(holder(simulation, draws));
    for (std::int64_t i = 0; i < 4 * state.range(0); ++i) simulation.step();
    for (auto _ : state) simulation.step();
}

// A transfer's next completion is armed anew on each change of rate: nine of ten are replaced
// before they come.
void rearm_ours(benchmark::State& state) {
    Draws draws;
    sim::EventQueue queue{Time{}};
    const auto pending = static_cast<std::uint32_t>(state.range(0));
    for (std::uint32_t i = 0; i < pending; ++i)
        queue.arm(queue.add(), Time{draws.delay(mean_delay)});
    std::uint32_t turn = 0;
    for (auto _ : state) {
        const sim::Slot due = queue.pop();
        queue.arm(due, queue.now() + draws.delay(mean_delay));
        for (int i = 0; i < 9; ++i) {
            turn = (turn + 7919) % pending;
            queue.arm(turn, queue.now() + draws.delay(mean_delay));
        }
    }
}

constexpr std::int64_t customers = 1'000'000;
constexpr double mean_interarrival = 1e9 / 0.9;
constexpr double mean_service = 1e9;

double bare_mm1(Draws& draws) {
    yardstick::Heap<4> queue;
    std::deque<std::int64_t> waiting;
    std::uint64_t number = 0;
    std::int64_t arrived = 0;
    double time_in_system = 0;
    constexpr std::uint32_t arrival = 0;
    constexpr std::uint32_t departure = 1;
    queue.push({draws.delay(mean_interarrival).count(), ++number, arrival});
    while (!queue.empty()) {
        const yardstick::Entry due = queue.pop();
        if (due.id == arrival) {
            waiting.push_back(due.time);
            if (waiting.size() == 1)
                queue.push({due.time + draws.delay(mean_service).count(), ++number, departure});
            if (++arrived < customers)
                queue.push({due.time + draws.delay(mean_interarrival).count(), ++number, arrival});
        } else {
            time_in_system += static_cast<double>(due.time - waiting.front());
            waiting.pop_front();
            if (!waiting.empty())
                queue.push({due.time + draws.delay(mean_service).count(), ++number, departure});
        }
    }
    return time_in_system / customers;
}

sim::Task<void> customer(sim::Simulation& simulation, sim::Resource& server, Draws& draws,
                         double& time_in_system) {
    const Time arrival = simulation.now();
    auto served = co_await server.acquire();
    co_await simulation.delay(draws.delay(mean_service));
    time_in_system += static_cast<double>((simulation.now() - arrival).count());
}

sim::Task<void> arrivals(sim::Simulation& simulation, sim::Resource& server, Draws& draws,
                         double& time_in_system) {
    for (std::int64_t i = 0; i < customers; ++i) {
        co_await simulation.delay(draws.delay(mean_interarrival));
        simulation.spawn(customer(simulation, server, draws, time_in_system));
    }
}

double kernel_mm1(Draws& draws) {
    sim::Simulation simulation;
    sim::Resource server{simulation, 1};
    double time_in_system = 0;
    simulation.spawn(arrivals(simulation, server, draws, time_in_system));
    simulation.run();
    return time_in_system / customers;
}

// As other process engines measure it: two processes, customers are numbers in a queue between
// them; its length and their times are measured, and the server is a resource with its statistics.
struct Counter {
    explicit Counter(sim::Simulation& simulation) : arrived(simulation), server(simulation, 1) {}
    std::deque<Time> waiting;
    sim::TimeAverage queue_length{Time{}, 0};
    sim::Signal arrived;
    sim::Resource server;
    double time_in_system = 0;
};

sim::Task<void> source(sim::Simulation& simulation, Counter& counter, Draws& draws) {
    for (std::int64_t i = 0; i < customers; ++i) {
        co_await simulation.delay(draws.delay(mean_interarrival));
        counter.waiting.push_back(simulation.now());
        counter.queue_length.change(simulation.now(), 1);
        counter.arrived.notify();
    }
}

sim::Task<void> clerk(sim::Simulation& simulation, Counter& counter, Draws& draws) {
    for (std::int64_t i = 0; i < customers; ++i) {
        while (counter.waiting.empty()) co_await counter.arrived;
        const Time arrival = counter.waiting.front();
        counter.waiting.pop_front();
        counter.queue_length.change(simulation.now(), -1);
        const auto server = co_await counter.server.acquire();
        co_await simulation.delay(draws.delay(mean_service));
        counter.time_in_system += static_cast<double>((simulation.now() - arrival).count());
    }
}

double two_process_mm1(Draws& draws) {
    sim::Simulation simulation;
    Counter counter{simulation};
    simulation.spawn(source(simulation, counter, draws));
    simulation.spawn(clerk(simulation, counter, draws));
    simulation.run();
    return counter.time_in_system / customers;
}

template <double (*Run)(Draws&)>
void mm1(benchmark::State& state) {
    Draws draws;
    for (auto _ : state) benchmark::DoNotOptimize(Run(draws));
    state.counters["ns_per_customer"] =
        benchmark::Counter(customers * 1e-9, benchmark::Counter::kIsIterationInvariantRate |
                                                 benchmark::Counter::kInvert);
}

void sizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->Arg(1'000)->Arg(100'000)->Arg(1'000'000);
}

BENCHMARK(hold_yardstick<yardstick::Heap<4>>)->Name("hold/4-ary heap")->Apply(sizes);
BENCHMARK(hold_yardstick<yardstick::Heap<2>>)->Name("hold/binary heap")->Apply(sizes);
BENCHMARK(hold_yardstick<yardstick::StandardQueue>)->Name("hold/priority_queue")->Apply(sizes);
BENCHMARK(hold_yardstick<yardstick::RadixHeap>)->Name("hold/radix heap")->Apply(sizes);
BENCHMARK(hold_ours)->Name("hold/ours")->Apply(sizes);
BENCHMARK(hold_processes)->Name("hold/our processes")->Apply(sizes);
BENCHMARK(rearm_ours)->Name("re-arm nine, pop one/ours")->Apply(sizes);
BENCHMARK(mm1<bare_mm1>)->Name("mm1/bare loop")->Unit(benchmark::kMillisecond);
BENCHMARK(mm1<two_process_mm1>)
    ->Name("mm1/two processes, resource, statistics")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(mm1<kernel_mm1>)
    ->Name("mm1/process per customer, resource, statistics")
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
