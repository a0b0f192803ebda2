// Processes: order of events, nested tasks, errors, lifetime.
#include "sim/kernel.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace reentry;
using namespace reentry::sim;
using namespace std::chrono_literals;

using Log = std::vector<std::string>;

double seconds(const Simulation& sim) { return to_seconds(sim.now() - Time{}); }

Task<void> say(Simulation& sim, Duration after, std::string text, Log& log) {
    co_await sim.delay(after);
    log.push_back(text);
}

TEST_CASE("Processes run in the order of time, and of insertion at equal times") {
    Simulation sim;
    Log log;
    sim.spawn(say(sim, 2s, "c", log));
    sim.spawn(say(sim, 1s, "a", log));
    sim.spawn(say(sim, 1s, "b", log));
    sim.spawn(say(sim, 0s, "0", log));
    sim.run();
    CHECK(log == Log{"0", "a", "b", "c"});
    CHECK(seconds(sim) == 2);
    CHECK(sim.live() == 0);
    CHECK(sim.events_processed() == 8);  // a start and an end of the delay each
}

Task<void> clocks(Simulation& sim, std::string name, Duration tick, Log& log) {
    for (;;) {
        log.push_back(fmt::format("{} {}", name, seconds(sim)));
        co_await sim.delay(tick);
    }
}

TEST_CASE("Two clocks tick as in the first example of SimPy") {
    Simulation sim;
    Log log;
    sim.spawn(clocks(sim, "fast", 500ms, log));
    sim.spawn(clocks(sim, "slow", 1s, log));
    sim.run_until(Time{1999ms});
    CHECK(log == Log{"fast 0", "slow 0", "fast 0.5", "slow 1", "fast 1", "fast 1.5"});
    CHECK(sim.now() == Time{1999ms});
    CHECK(sim.live() == 2);
}

TEST_CASE("A run includes the events at its end and can be continued") {
    Simulation sim;
    Log log;
    sim.spawn(say(sim, 1s, "at 1", log));
    sim.spawn(say(sim, 3s, "at 3", log));
    sim.run_until(Time{1s});
    CHECK(log == Log{"at 1"});
    sim.run_until(Time{2s});
    sim.spawn(say(sim, 500ms, "at 2.5", log));
    CHECK(sim.step());
    CHECK(sim.step());
    CHECK(log == Log{"at 1", "at 2.5"});
    sim.run();
    CHECK(log == Log{"at 1", "at 2.5", "at 3"});
    CHECK_FALSE(sim.step());
}

Task<int> square(Simulation& sim, int x) {
    co_await sim.delay(1s);
    co_return x* x;
}

Task<int> at_once(int x) { co_return x + 1; }

Task<void> sum_of_squares(Simulation& sim, int n, int& sum) {
    for (int i = 1; i <= n; ++i) {
        auto squaring = square(sim, i);
        const int value = co_await squaring;
        sum += value;
    }
}

TEST_CASE("A child task takes its time and gives its value") {
    Simulation sim;
    int sum = 0;
    sim.spawn(sum_of_squares(sim, 4, sum));
    sim.run();
    CHECK(sum == 1 + 4 + 9 + 16);
    CHECK(seconds(sim) == 4);
}

Task<void> many_children(int n, std::int64_t& sum) {
    for (int i = 0; i < n; ++i) {
        auto child = at_once(i);
        const int value = co_await child;
        sum += value;
    }
}

TEST_CASE("Half a million children that end at once need no stack") {
    Simulation sim;
    std::int64_t sum = 0;
    sim.spawn(many_children(500'000, sum));
    sim.run();
    CHECK(sum == 125'000'250'000);  // n (n+1) / 2
}

Task<int> deep(Simulation& sim, int depth) {
    if (depth == 0) {
        co_await sim.delay(1s);
        co_return 0;
    }
    auto child = deep(sim, depth - 1);
    const int below = co_await child;
    co_return below + 1;
}

Task<void> dive(Simulation& sim, int depth, int& result) {
    auto diving = deep(sim, depth);
    result = co_await diving;
}

TEST_CASE("Tasks nest a thousand deep and come back without a further event") {
    Simulation sim;
    int result = 0;
    sim.spawn(dive(sim, 1000, result));
    sim.run();
    CHECK(result == 1000);
    CHECK(sim.events_processed() == 2);
}

Task<int> failing(Simulation& sim, Duration after) {
    if (after > 0s) co_await sim.delay(after);
    throw std::runtime_error("tape torn");
}

Task<int> passing_on(Simulation& sim, Duration after) {
    auto child = failing(sim, after);
    const int value = co_await child;
    co_return value;
}

Task<void> catching(Simulation& sim, Duration after, Log& log) {
    try {
        auto child = passing_on(sim, after);
        co_await child;
    } catch (const std::runtime_error& error) {
        log.push_back(error.what());
    }
}

TEST_CASE("An exception rises through nested tasks to whoever catches it") {
    for (const Duration after : {Duration{0s}, Duration{3s}}) {
        Simulation sim;
        Log log;
        sim.spawn(catching(sim, after, log));
        sim.run();
        CHECK(log == Log{"tape torn"});
    }
}

Task<void> not_catching(Simulation& sim) {
    auto child = passing_on(sim, 90s);
    co_await child;
}

TEST_CASE("An exception that escapes surfaces at once with time and name of the process") {
    Simulation sim{midnight(std::chrono::year_month_day{2026y / 3 / 1})};
    Log log;
    sim.spawn(not_catching(sim), "restore 7");
    sim.spawn(say(sim, 100s, "after", log));
    CHECK_THROWS_WITH_AS(sim.run(), "at 2026-03-01T00:01:30Z in restore 7: tape torn",
                         ProcessFailure);
    CHECK(sim.live() == 1);
    sim.run();
    CHECK(log == Log{"after"});
}

TEST_CASE("The original of an exception that escaped is nested") {
    Simulation sim;
    sim.spawn(not_catching(sim));
    try {
        sim.run();
        FAIL("no exception");
    } catch (const ProcessFailure& failure) {
        CHECK_THROWS_WITH_AS(std::rethrow_if_nested(failure), "tape torn", std::runtime_error);
    }
}

Task<void> backwards(Simulation& sim) {
    co_await sim.delay(5s);
    const Time past{4s};
    co_await sim.until(past);
}

Task<void> negative(Simulation& sim) { co_await sim.delay(-1s); }

TEST_CASE("Waiting for the past is a broken contract") {
    Simulation sim;
    sim.spawn(backwards(sim), "backwards");
    CHECK_THROWS_AS(sim.run(), ProcessFailure);
    sim.spawn(negative(sim), "negative");
    CHECK_THROWS_AS(sim.run(), ProcessFailure);
    CHECK_THROWS_AS(sim.run_until(Time{4s}), ContractViolation);
}

Task<void> other_world(Simulation& other) { co_await other.delay(1s); }

TEST_CASE("A process cannot wait in another simulation") {
    Simulation sim;
    Simulation other;
    sim.spawn(other_world(other));
    CHECK_THROWS_AS(sim.run(), ProcessFailure);
}

TEST_CASE("Two simulations in one program do not see each other") {
    Simulation a;
    Simulation b{Time{100s}};
    Log log;
    a.spawn(say(a, 2s, "a", log));
    b.spawn(say(b, 1s, "b", log));
    b.run();
    CHECK(seconds(a) == 0);
    a.run();
    CHECK(log == Log{"b", "a"});
    CHECK(b.now() == Time{101s});
}

Task<void> wait_for(Simulation& sim, Process process, Log& log) {
    co_await process;
    log.push_back(fmt::format("ended at {}", seconds(sim)));
}

TEST_CASE("The end of a process can be awaited, before and after it") {
    Simulation sim;
    Log log;
    const Process talk = sim.spawn(say(sim, 2s, "hello", log), "talk");
    CHECK(talk.name() == "talk");
    CHECK_FALSE(talk.done());
    sim.spawn(wait_for(sim, talk, log));
    sim.run();
    CHECK(talk.done());
    CHECK(talk.name().empty());
    sim.spawn(wait_for(sim, talk, log));
    sim.spawn(wait_for(sim, Process{}, log));
    sim.run();
    CHECK(log == Log{"hello", "ended at 2", "ended at 2", "ended at 2"});
}

TEST_CASE("A handle does not mistake a later process for the one that it was given for") {
    Simulation sim;
    Log log;
    const Process first = sim.spawn(say(sim, 1s, "first", log));
    sim.run();
    const Process second = sim.spawn(say(sim, 1s, "second", log));
    first.interrupt("too late");
    CHECK_FALSE(second.done());
    sim.run();
    CHECK(log == Log{"first", "second"});
}

struct Farewell {
    Farewell(Log& l, std::string t) : log(l), text(std::move(t)) {}
    ~Farewell() { log.push_back(text); }
    Log& log;
    std::string text;
};

Task<void> sleeping_child(Simulation& sim, Log& log) {
    const Farewell farewell{log, "child"};
    co_await sim.delay(1h);
}

Task<void> sleeping_parent(Simulation& sim, Log& log) {
    const Farewell farewell{log, "parent"};
    auto child = sleeping_child(sim, log);
    co_await child;
}

TEST_CASE("Destroying a simulation destroys what is suspended, children first") {
    Log log;
    {
        Simulation sim;
        sim.spawn(sleeping_parent(sim, log));
        sim.run_until(Time{1s});
        CHECK(sim.live_names() == Log{"process"});
    }
    CHECK(log == Log{"child", "parent"});
}

TEST_CASE("A task that was never started is destroyed quietly") {
    Log log;
    {
        Simulation sim;
        auto never = sleeping_parent(sim, log);
        sim.spawn(sleeping_parent(sim, log));
    }
    CHECK(log.empty());
}

TEST_CASE("A task may outlive the simulation that its frame came from") {
    Log log;
    auto sim = std::make_unique<Simulation>();
    {
        auto orphan = say(*sim, 1s, "never", log);
        sim.reset();
    }
    CHECK(log.empty());
}

Task<void> sleeper(Simulation& sim, Duration tick) {
    for (;;) co_await sim.delay(tick);
}

TEST_CASE("A sleeping process takes at most 256 bytes, its pending event included") {
    constexpr std::size_t n = 1 << 17;
    Simulation sim;
    for (std::size_t i = 0; i < n; ++i) sim.spawn(sleeper(sim, Duration{1 + i * 7919}));
    sim.run_until(Time{1ns});
    const std::size_t bytes = sim.frame_pool()->memory() + sim.queue_memory();
    CHECK(bytes / n + sizeof(ProcessRecord) <= 256);
}

}  // namespace
