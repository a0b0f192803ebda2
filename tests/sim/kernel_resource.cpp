// Resources: order, priority, capacity, measurement.
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

struct Use {
    Duration after;
    int n;
    int priority;
    Duration span;
};

Task<void> use(Simulation& sim, Resource& resource, Use use, std::string name, Log& log) {
    co_await sim.delay(use.after);
    const auto lease = co_await resource.acquire(use.n, use.priority);
    log.push_back(fmt::format("{} {}", name, to_seconds(sim.now() - Time{})));
    co_await sim.delay(use.span);
}

TEST_CASE("A resource serves first come first served") {
    Simulation sim;
    Resource drives{sim, 2};
    Log log;
    for (const char* name : {"a", "b", "c", "d"})
        sim.spawn(use(sim, drives, {0s, 1, 0, 10s}, name, log));
    sim.run();
    CHECK(log == Log{"a 0", "b 0", "c 10", "d 10"});
}

TEST_CASE("A large request at the head is not overtaken by small ones behind it") {
    Simulation sim;
    Resource drives{sim, 3};
    Log log;
    sim.spawn(use(sim, drives, {0s, 2, 0, 10s}, "two", log));
    sim.spawn(use(sim, drives, {1s, 3, 0, 10s}, "three", log));
    sim.spawn(use(sim, drives, {2s, 1, 0, 10s}, "one", log));
    sim.run();
    CHECK(log == Log{"two 0", "three 10", "one 20"});
}

TEST_CASE("The more urgent go first, equals in order of arrival; what is held is not taken away") {
    Simulation sim;
    Resource drives{sim, 1, Discipline::priority};
    Log log;
    sim.spawn(use(sim, drives, {0s, 1, 9, 10s}, "running", log));
    sim.spawn(use(sim, drives, {1s, 1, 5, 1s}, "later", log));
    sim.spawn(use(sim, drives, {2s, 1, 1, 1s}, "urgent", log));
    sim.spawn(use(sim, drives, {3s, 1, 1, 1s}, "urgent too", log));
    sim.run();
    CHECK(log == Log{"running 0", "urgent 10", "urgent too 11", "later 12"});
}

TEST_CASE("A small urgent request passes a large one that waits") {
    Simulation sim;
    Resource drives{sim, 2, Discipline::priority};
    Log log;
    sim.spawn(use(sim, drives, {0s, 1, 0, 10s}, "running", log));
    sim.spawn(use(sim, drives, {1s, 2, 5, 1s}, "large", log));
    sim.spawn(use(sim, drives, {2s, 1, 1, 1s}, "urgent", log));
    sim.run();
    CHECK(log == Log{"running 0", "urgent 2", "large 10"});
}

TEST_CASE("With discipline fifo priorities are ignored") {
    Simulation sim;
    Resource drives{sim, 1};
    Log log;
    sim.spawn(use(sim, drives, {0s, 1, 0, 10s}, "a", log));
    sim.spawn(use(sim, drives, {1s, 1, 5, 1s}, "b", log));
    sim.spawn(use(sim, drives, {2s, 1, 1, 1s}, "c", log));
    sim.run();
    CHECK(log == Log{"a 0", "b 10", "c 11"});
}

TEST_CASE("Capacity falls and rises: what is in use stays, grants wait for it") {
    Simulation sim;
    Resource drives{sim, 2};
    Log log;
    sim.spawn(use(sim, drives, {0s, 1, 0, 10s}, "a", log));
    sim.spawn(use(sim, drives, {0s, 1, 0, 20s}, "b", log));
    sim.spawn(use(sim, drives, {1s, 1, 0, 1s}, "c", log));
    sim.at(Time{5s}, [&] {
        drives.set_capacity(0);
        CHECK(drives.in_use() == 2);
        CHECK(drives.available() == 0);
    });
    sim.at(Time{50s}, [&] { drives.set_capacity(1); });
    sim.run();
    CHECK(log == Log{"a 0", "b 0", "c 50"});
}

Task<void> use_by(Simulation& sim, Resource& resource, Time deadline, Log& log) {
    const auto lease = co_await resource.acquire_by(deadline);
    log.push_back(fmt::format("{} at {}", lease.size(), to_seconds(sim.now() - Time{})));
}

TEST_CASE("A request with a deadline gives up and makes way for those behind it") {
    Simulation sim;
    Resource drives{sim, 1};
    Log log;
    sim.spawn(use(sim, drives, {0s, 1, 0, 10s}, "a", log));
    sim.run_until(Time{1s});
    sim.spawn(use_by(sim, drives, Time{4s}, log));
    sim.spawn(use_by(sim, drives, Time{40s}, log));
    sim.run();
    CHECK(log == Log{"a 0", "0 at 4", "1 at 10"});
}

Task<void> move_lease(Simulation& sim, Resource& resource, Log& log) {
    auto lease = co_await resource.acquire(2);
    auto moved = std::move(lease);
    log.push_back(fmt::format("{} {}", lease.size(), moved.size()));
    co_await sim.delay(1s);
    moved.release();
    log.push_back(fmt::format("{} free", resource.available()));
    moved.release();
}

TEST_CASE("A lease moves, is released early, and not twice") {
    Simulation sim;
    Resource drives{sim, 2};
    Log log;
    sim.spawn(move_lease(sim, drives, log));
    CHECK_THROWS_AS(sim.run(), ProcessFailure);
    CHECK(log == Log{"0 2", "2 free"});
    CHECK(drives.in_use() == 0);
}

TEST_CASE("Requests that can never be served are broken contracts") {
    Simulation sim;
    Resource drives{sim, 2};
    CHECK_THROWS_AS((void)drives.acquire(3), ContractViolation);
    CHECK_THROWS_AS((void)drives.acquire(0), ContractViolation);
    CHECK_THROWS_AS(drives.set_capacity(-1), ContractViolation);
    drives.set_capacity(3);
    CHECK_NOTHROW((void)drives.acquire(3));
}

TEST_CASE("Use, waits and queue are measured") {
    Simulation sim;
    Resource drives{sim, 2};
    Log log;
    // In use: 2 over [0,10), 1 over [10,15), 0 over [15,20). Waiting: 1 over [2,10).
    sim.spawn(use(sim, drives, {0s, 2, 0, 10s}, "a", log));
    sim.spawn(use(sim, drives, {2s, 1, 0, 5s}, "b", log));
    sim.run_until(Time{20s});
    const ResourceUsage usage = drives.usage();
    CHECK(usage.mean_in_use == doctest::Approx(25.0 / 20));
    CHECK(usage.utilisation == doctest::Approx(25.0 / 40));
    CHECK(usage.mean_queue_length == doctest::Approx(8.0 / 20));
    CHECK(usage.longest_queue == 1);
    CHECK(usage.grants == 2);
    CHECK(usage.mean_wait == doctest::Approx(4));  // 0 s and 8 s
    CHECK(usage.longest_wait == 8);
    drives.reset_usage();
    sim.run_until(Time{30s});
    CHECK(drives.usage().utilisation == 0);
    CHECK(drives.usage().grants == 0);
}

Task<void> wait_with_deadline(Simulation& sim, Resource& resource, Log& log) {
    const auto lease = co_await resource.acquire_by(sim.now() + 10s);
    log.push_back(fmt::format("{} servers at {}", lease.size(), to_seconds(sim.now() - Time{})));
}

TEST_CASE("A deadline that comes after the resource has gone gives an empty lease") {
    Simulation sim;
    Log log;
    {
        Resource closed{sim, 1};
        closed.set_capacity(0);
        sim.spawn(wait_with_deadline(sim, closed, log));
        sim.run_until(Time{5s});
    }
    sim.run();
    CHECK(log == Log{"0 servers at 10"});
}

// By hand: one holds 0..10, another waits from 2 on; measured anew from 6: at 10 four seconds of
// queue in four, though the wait itself was eight.
TEST_CASE(
    "Measuring anew forgets what was waited before, in the queue's length but not in the wait") {
    Simulation sim;
    Resource drive{sim, 1};
    Log log;
    sim.spawn(use(sim, drive, {0s, 1, 0, 10s}, "first", log));
    sim.spawn(use(sim, drive, {2s, 1, 0, 10s}, "second", log));
    sim.run_until(Time{6s});
    CHECK(drive.usage().mean_queue_length == doctest::Approx(4.0 / 6));
    drive.reset_usage();
    sim.run_until(Time{10s});
    CHECK(drive.usage().mean_queue_length == doctest::Approx(1));
    CHECK(drive.usage().mean_wait == doctest::Approx(8));
    CHECK(drive.usage().mean_in_use == doctest::Approx(1));
}

}  // namespace
