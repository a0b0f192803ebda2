// Rate limits against their closed form.
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

Task<void> take(Simulation& sim, RateLimit& limit, double amount, Log& log) {
    co_await limit.take(amount);
    log.push_back(fmt::format("{}", to_seconds(sim.now() - Time{})));
}

TEST_CASE("A burst passes at once, the rest at the rate, first come first served") {
    Simulation sim;
    RateLimit requests{sim, 10, 1s, 5};
    Log log;
    for (int i = 0; i < 8; ++i) sim.spawn(take(sim, requests, 1, log));
    sim.run();
    CHECK(log == Log{"0", "0", "0", "0", "0", "0.1", "0.2", "0.3"});
    CHECK(requests.served() == 8);
}

TEST_CASE("An amount above the burst is served over time and holds back those behind it") {
    Simulation sim;
    RateLimit quota{sim, 50, 1h, 10};  // 50 GB an hour, 10 at once
    Log log;
    sim.spawn(take(sim, quota, 60, log));  // (60 - 10) / 50 h
    sim.spawn(take(sim, quota, 5, log));   // 6 minutes later
    sim.run();
    CHECK(log == Log{"3600", "3960"});
}

TEST_CASE("Tokens accrue up to the burst and no further") {
    Simulation sim;
    RateLimit limit{sim, 2, 1s, 4};
    Log log;
    sim.spawn(take(sim, limit, 4, log));
    sim.run();
    CHECK(limit.available() == 0);
    sim.run_until(Time{1s});
    CHECK(limit.available() == 2);
    sim.run_until(Time{60s});
    CHECK(limit.available() == 4);
    sim.spawn(take(sim, limit, 6, log));  // (6 - 4) / 2 per second
    sim.run();
    CHECK(log == Log{"0", "61"});
}

TEST_CASE("Thirty thousand requests end when the rate says, without drift") {
    Simulation sim;
    RateLimit limit{sim, 3, 1s, 0};  // a third of a second each: no whole number of nanoseconds
    Log log;
    for (int i = 0; i < 30'000; ++i) sim.spawn(take(sim, limit, 1, log));
    sim.run();
    // 30,000 / 3 per second; the last one's own rounding up to the nanosecond remains.
    CHECK(sim.now() >= Time{10'000s});
    CHECK(sim.now() <= Time{10'000s + 2ns});
}

TEST_CASE("A change of rate times the waiting takes anew") {
    Simulation sim;
    RateLimit limit{sim, 1, 1s, 0};
    Log log;
    sim.spawn(take(sim, limit, 10, log));
    sim.spawn(take(sim, limit, 10, log));
    sim.at(Time{4s}, [&] { limit.set_rate(2, 1s); });
    sim.run();
    CHECK(log == Log{"7", "12"});  // 4 at 1/s, then 6 at 2/s; then 10 at 2/s
}

TEST_CASE("An interrupted take spends what it was let through; the next starts at once") {
    Simulation sim;
    RateLimit limit{sim, 1, 1s, 0};
    Log log;
    const Process first = sim.spawn(take(sim, limit, 10, log));
    sim.spawn(take(sim, limit, 5, log));
    const Process third = sim.spawn(take(sim, limit, 100, log));
    sim.spawn(take(sim, limit, 1, log));
    sim.at(Time{3s}, [&] { first.interrupt("cancelled"); });
    sim.at(Time{4s}, [&] { third.interrupt("cancelled"); });
    sim.run();
    CHECK(log == Log{"8", "9"});
    CHECK(limit.served() == 3 + 5 + 1);
}

TEST_CASE("Nonsense is refused") {
    Simulation sim;
    CHECK_THROWS_AS((RateLimit{sim, 0, 1s, 1}), ContractViolation);
    CHECK_THROWS_AS((RateLimit{sim, 1, 0s, 1}), ContractViolation);
    CHECK_THROWS_AS((RateLimit{sim, 1, 1s, -1}), ContractViolation);
    RateLimit limit{sim, 1, 1s, 1};
    CHECK_THROWS_AS((void)limit.take(-1), ContractViolation);
}

}  // namespace
