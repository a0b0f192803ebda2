// Events, signals, all-of, any-of, deadlines, timers.
#include "sim/kernel.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace {

using namespace reentry;
using namespace reentry::sim;
using namespace std::chrono_literals;

using Log = std::vector<std::string>;

double seconds(const Simulation& sim) { return to_seconds(sim.now() - Time{}); }

Task<void> sleep(Simulation& sim, Duration d) { co_await sim.delay(d); }

Task<void> await_event(Simulation& sim, Event& event, std::string name, Log& log) {
    co_await event;
    log.push_back(fmt::format("{} at {}", name, seconds(sim)));
}

TEST_CASE("An event wakes all who wait, in order, and lets later ones pass at once") {
    Simulation sim;
    Event power{sim};
    Log log;
    sim.spawn(await_event(sim, power, "a", log));
    sim.spawn(await_event(sim, power, "b", log));
    sim.at(Time{2s}, [&] { power.trigger(); });
    sim.at(Time{3s}, [&] {
        power.trigger();
        sim.spawn(await_event(sim, power, "c", log));
    });
    sim.run();
    CHECK(log == Log{"a at 2", "b at 2", "c at 3"});
}

Task<void> count_signals(Simulation& sim, Signal& signal, Log& log) {
    for (;;) {
        co_await signal;
        log.push_back(fmt::format("{}", seconds(sim)));
    }
}

TEST_CASE("A signal wakes those present each time and remembers nothing") {
    Simulation sim;
    Signal signal{sim};
    Log log;
    signal.notify();
    sim.spawn(count_signals(sim, signal, log));
    for (const Duration t : {Duration{1s}, Duration{1s}, Duration{4s}})
        sim.at(Time{t}, [&] { signal.notify(); });
    sim.run();
    CHECK(log ==
          Log{"1", "4"});  // the second at 1 s finds nobody: the process has not come back yet
    CHECK(sim.live() == 1);
}

Task<void> event_by(Simulation& sim, Event& event, Time deadline, Log& log) {
    const bool happened = co_await event.by(deadline);
    log.push_back(fmt::format("{} at {}", happened, seconds(sim)));
}

TEST_CASE("A wait with a deadline ends with whichever comes first") {
    Simulation sim;
    Event event{sim};
    Log log;
    sim.spawn(event_by(sim, event, Time{1s}, log));
    sim.spawn(event_by(sim, event, Time{9s}, log));
    sim.at(Time{5s}, [&] { event.trigger(); });
    sim.run();
    CHECK(log == Log{"false at 1", "true at 5"});
    CHECK(seconds(sim) == 5);
}

Task<void> process_by(Simulation& sim, Process process, Time deadline, Log& log) {
    const bool ended = co_await process.by(deadline);
    log.push_back(fmt::format("{} at {}", ended, seconds(sim)));
}

TEST_CASE("The end of a process can be awaited with a deadline") {
    Simulation sim;
    Log log;
    const Process slow = sim.spawn(sleep(sim, 10s));
    sim.spawn(process_by(sim, slow, Time{4s}, log));
    sim.spawn(process_by(sim, slow, Time{40s}, log));
    sim.run();
    CHECK(log == Log{"false at 4", "true at 10"});
}

Task<void> join_all(Simulation& sim, std::vector<Process> processes, Log& log) {
    auto all = all_of(sim, processes);
    co_await all;
    log.push_back(fmt::format("all at {}", seconds(sim)));
}

Task<void> join_any(Simulation& sim, std::vector<Process> processes, Log& log) {
    const std::size_t first = co_await any_of(sim, processes);
    log.push_back(fmt::format("{} at {}", first, seconds(sim)));
}

Task<void> join_any_by(Simulation& sim, std::vector<Process> processes, Time t, Log& log) {
    const std::size_t first = co_await any_of(sim, processes, t);
    log.push_back(fmt::format("{} at {}", first, seconds(sim)));
}

TEST_CASE("All-of ends with the last, any-of with the first") {
    Simulation sim;
    Log log;
    std::vector<Process> processes;
    for (const Duration d : {Duration{5s}, Duration{2s}, Duration{9s}})
        processes.push_back(sim.spawn(sleep(sim, d)));
    sim.spawn(join_all(sim, processes, log));
    sim.spawn(join_any(sim, processes, log));
    sim.spawn(join_all(sim, {}, log));
    sim.run();
    CHECK(log == Log{"all at 0", "1 at 2", "all at 9"});
}

TEST_CASE("Any-of gives the first in order at equal times and what has ended already at once") {
    Simulation sim;
    Log log;
    std::vector<Process> processes;
    for (int i = 0; i < 3; ++i) processes.push_back(sim.spawn(sleep(sim, 1s)));
    sim.spawn(join_any(sim, {processes[2], processes[0], processes[1]}, log));
    sim.run();
    sim.spawn(join_any(sim, processes, log));
    sim.run();
    CHECK(log == Log{"1 at 1", "0 at 1"});  // processes[0] was spawned first, so it ends first
}

TEST_CASE("Any-of with a deadline gives the number of processes if none ends by then") {
    Simulation sim;
    Log log;
    const std::vector<Process> processes{sim.spawn(sleep(sim, 7s)), sim.spawn(sleep(sim, 8s))};
    sim.spawn(join_any_by(sim, processes, Time{3s}, log));
    sim.spawn(join_any_by(sim, processes, Time{30s}, log));
    sim.run();
    CHECK(log == Log{"2 at 3", "0 at 7"});
}

TEST_CASE("Calls are made in the order of time and can be cancelled") {
    Simulation sim;
    Log log;
    sim.at(Time{2s}, [&] { log.push_back("two"); });
    const ScheduledCall one = sim.at(Time{1s}, [&] { log.push_back("one"); });
    ScheduledCall never = sim.at(Time{1s}, [&] { log.push_back("never"); });
    never.cancel();
    never.cancel();
    CHECK(one.pending());
    CHECK_FALSE(never.pending());
    sim.run();
    CHECK(log == Log{"one", "two"});
    CHECK_FALSE(one.pending());
    CHECK_THROWS_AS(sim.at(Time{1s}, [] {}), ContractViolation);
}

TEST_CASE("A timer fires once for each arming that was not replaced") {
    Simulation sim;
    Log log;
    {
        Timer timer{sim, [&] { log.push_back(fmt::format("{}", seconds(sim))); }};
        timer.arm(Time{9s});
        timer.arm(Time{3s});
        CHECK(timer.due() == Time{3s});
        sim.run();
        CHECK_FALSE(timer.armed());
        timer.arm(Time{5s});
        timer.disarm();
        sim.run();
        timer.arm(Time{6s});
    }
    sim.run();
    CHECK(log == Log{"3"});
}

TEST_CASE("A failure in a call surfaces with its time") {
    Simulation sim;
    sim.at(Time{1s}, [] { throw std::runtime_error("no link"); });
    CHECK_THROWS_WITH_AS(sim.run(), "at 1970-01-01T00:00:01Z in a timer: no link", ProcessFailure);
}

}  // namespace
