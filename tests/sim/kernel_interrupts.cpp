// Interrupts in every kind of await; what is left behind; destruction with live processes.
#include "sim/kernel.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

namespace {

using namespace reentry;
using namespace reentry::sim;
using namespace std::chrono_literals;

using Log = std::vector<std::string>;

const Time deadline{1h};

// All that a process can wait for.
struct World {
    Simulation sim;
    Event event{sim};
    Signal signal{sim};
    Resource drives{sim, 1};
    RateLimit quota{sim, 1, 1h, 0};
    Process sleeper;
    Log log;
};

Task<void> sleep(World& world, Duration d) { co_await world.sim.delay(d); }

Task<void> wait_child(World& world) {
    auto child = sleep(world, 1h);
    co_await child;
}
Task<void> wait_event(World& world) { co_await world.event; }
Task<void> wait_deadline(World& world) { co_await world.event.by(deadline); }
Task<void> wait_signal(World& world) { co_await world.signal; }
Task<void> wait_drive(World& world) { const auto drive = co_await world.drives.acquire(); }
Task<void> wait_drive_by(World& world) {
    const auto drive = co_await world.drives.acquire_by(deadline);
}
Task<void> wait_quota(World& world) { co_await world.quota.take(1); }
Task<void> wait_process(World& world) { co_await world.sleeper; }
Task<void> wait_all(World& world) {
    std::vector<Process> processes{world.sleeper};
    auto all = all_of(world.sim, processes);
    co_await all;
}
Task<void> wait_any(World& world) {
    std::vector<Process> processes{world.sleeper};
    co_await any_of(world.sim, processes);
}

Task<void> report_interrupt(World& world, Task<void> inner) {
    try {
        co_await inner;
    } catch (const Interrupted& interrupted) {
        world.log.push_back(
            fmt::format("{} at {}", interrupted.what(), to_seconds(world.sim.now() - Time{})));
    }
    co_await world.sim.delay(1s);
    world.log.push_back("went on");
}

Task<void> hold_drive(World& world) {
    const auto drive = co_await world.drives.acquire();
    co_await world.sim.delay(2h);
}

using Wait = Task<void> (*)(World&);
const std::vector<Wait> waits = {wait_child,    wait_event, wait_deadline, wait_signal, wait_drive,
                                 wait_drive_by, wait_quota, wait_process,  wait_all,    wait_any};

TEST_CASE(
    "An interrupt reaches a process in every kind of await, and nothing of the wait remains") {
    for (const Wait wait : waits) {
        World world;
        world.sleeper = world.sim.spawn(sleep(world, 2h));
        world.sim.spawn(hold_drive(world));
        const Process process = world.sim.spawn(report_interrupt(world, wait(world)));
        world.sim.at(Time{5s}, [&] {
            process.interrupt("outage");
            process.interrupt("again");
        });
        world.sim.run_until(Time{10s});
        CHECK(world.log == Log{"outage at 5", "went on"});
        CHECK(process.done());
        CHECK(world.drives.queue_length() == 0);
        CHECK(world.quota.queue_length() == 0);
        CHECK(world.sim.pending() == 2);  // the sleeper and the holder
        process.interrupt("late");
        world.event.trigger();
        world.signal.notify();
        world.sim.run();
        CHECK(world.sim.live() == 0);
        CHECK(world.drives.in_use() == 0);
    }
}

TEST_CASE(
    "An interrupt that is not caught ends the process without error, giving back its leases") {
    for (const Wait wait : waits) {
        World world;
        world.sleeper = world.sim.spawn(sleep(world, 2h));
        world.sim.spawn(hold_drive(world));
        const Process process = world.sim.spawn(wait(world));
        world.sim.run_until(Time{5s});
        process.interrupt("cancelled");
        CHECK_FALSE(process.done());
        world.sim.run_until(Time{6s});
        CHECK(process.done());
    }
}

TEST_CASE("Interrupting the holder of a lease lets the next one in") {
    World world;
    const Process holder = world.sim.spawn(hold_drive(world));
    const Process next = world.sim.spawn(wait_drive(world));
    world.sim.run_until(Time{1s});
    holder.interrupt("drive failed");
    world.sim.run();
    CHECK(next.done());
    CHECK(world.sim.now() == Time{1s});
}

TEST_CASE("What was granted but not yet taken goes to the next in the queue") {
    World world;
    world.sim.spawn(hold_drive(world));
    const Process granted = world.sim.spawn(hold_drive(world));
    const Process next = world.sim.spawn(hold_drive(world));
    // At 2 h the holder ends, which grants; the call at the same time was inserted after that and
    // interrupts before the granted process has resumed.
    world.sim.run_until(Time{1s});
    world.sim.at(Time{2h}, [&] { granted.interrupt("cancelled"); });
    world.sim.run_until(Time{2h});
    CHECK(granted.done());
    CHECK(world.drives.in_use() == 1);
    world.sim.run();
    CHECK(next.done());
    CHECK(world.sim.now() == Time{4h});
}

TEST_CASE("A process that has not started never does when it is interrupted") {
    World world;
    const Process process = world.sim.spawn(hold_drive(world));
    process.interrupt("not needed");
    CHECK(process.done());
    world.sim.run();
    CHECK(world.sim.events_processed() == 0);
}

Task<void> interrupt_itself(World& world) {
    co_await world.sim.delay(1s);
    world.sim.current().interrupt("me");
}

TEST_CASE("A process cannot interrupt itself") {
    World world;
    world.sim.spawn(interrupt_itself(world));
    CHECK_THROWS_AS(world.sim.run(), ProcessFailure);
}

Task<void> retry(World& world) {
    for (int attempt = 1; attempt <= 3; ++attempt) {
        try {
            auto work = sleep(world, 10s);
            co_await work;
            world.log.push_back(fmt::format("done in attempt {}", attempt));
            break;
        } catch (const Interrupted& interrupted) {
            world.log.push_back(interrupted.what());
        }
    }
}

TEST_CASE("A job that is interrupted twice succeeds in its third attempt") {
    World world;
    const Process job = world.sim.spawn(retry(world));
    world.sim.at(Time{4s}, [&] { job.interrupt("link down"); });
    world.sim.at(Time{9s}, [&] { job.interrupt("link down again"); });
    world.sim.run();
    CHECK(world.log == Log{"link down", "link down again", "done in attempt 3"});
    CHECK(world.sim.now() == Time{19s});
}

TEST_CASE("A world with processes in every kind of await is destroyed cleanly") {
    World world;
    world.sleeper = world.sim.spawn(sleep(world, 2h));
    world.sim.spawn(hold_drive(world));
    for (const Wait wait : waits) world.sim.spawn(report_interrupt(world, wait(world)));
    world.sim.run_until(Time{1s});
    CHECK(world.sim.live() == 12);
}

TEST_CASE("Destroying the processes gives back leases and wakes nobody") {
    World world;
    world.sleeper = world.sim.spawn(sleep(world, 2h));
    world.sim.spawn(hold_drive(world));
    for (const Wait wait : waits) world.sim.spawn(report_interrupt(world, wait(world)));
    world.sim.run_until(Time{1s});
    world.sim.destroy_processes();
    CHECK(world.sim.live() == 0);
    CHECK(world.sim.pending() == 0);
    CHECK(world.drives.in_use() == 0);
    CHECK(world.drives.usage().grants == 1);
    CHECK(world.log.empty());
}

Task<void> keep_lease(Simulation& sim, Resource& resource) {
    const auto lease = co_await resource.acquire();
    co_await sim.delay(1h);
}

TEST_CASE("Owners that die before the simulation leave their waiters asleep") {
    Simulation sim;
    auto resource = std::make_unique<Resource>(sim, 1);
    sim.spawn(keep_lease(sim, *resource));
    const Process waiting = sim.spawn(keep_lease(sim, *resource));
    sim.run_until(Time{1s});
    resource.reset();
    sim.run();
    CHECK(sim.live() == 1);
    waiting.interrupt("nobody left");
    sim.run();
    CHECK(waiting.done());
}

}  // namespace
