// Queueing theory: M/M/1 and M/M/4 against their closed forms.
//
// 40 independent replications of 20,000 customers after a warm-up of 2,000 (relaxation time of
// M/M/1 at utilisation 0.8: 1 / (1 - sqrt(0.8))^2 = 90 service times, so nothing of the empty start
// is left). The replication means are independent and, as means of 20,000 values, normal; their
// Student interval at level 0.999 must cover the theory.
#include "sim/kernel.hpp"
#include "sim/random/distribution.hpp"
#include "sim/random/stream.hpp"
#include "sim/statistics.hpp"

#include <doctest/doctest.h>

namespace {

using namespace reentry::sim;

struct Queue {
    Queue(int c, double arrival_rate, std::uint64_t replication)
        : servers(sim, c),
          between(Distribution::exponential(1 / arrival_rate)),
          arrivals(7, replication, Purpose("arrivals")),
          services(7, replication, Purpose("services")) {}
    Simulation sim;
    Resource servers;
    Distribution between;
    Distribution service = Distribution::exponential(1);
    Stream arrivals;
    Stream services;
};

Task<void> customer(Simulation& sim, Queue& queue) {
    const auto server = co_await queue.servers.acquire();
    co_await sim.delay(from_seconds(queue.service.sample(queue.services)));
}

Task<void> arrivals(Simulation& sim, Queue& queue, int customers) {
    for (int i = 0; i < customers; ++i) {
        co_await sim.delay(from_seconds(queue.between.sample(queue.arrivals)));
        sim.spawn(customer(sim, queue));
    }
}

struct Means {
    Moments utilisation;
    Moments wait;
    Moments in_system;
};

Means replicate(int c, double arrival_rate) {
    Means means;
    for (std::uint64_t replication = 0; replication < 40; ++replication) {
        Queue queue{c, arrival_rate, replication};
        const Process warm_up = queue.sim.spawn(arrivals(queue.sim, queue, 2'000));
        while (!warm_up.done()) queue.sim.step();
        queue.servers.reset_usage();
        const Process measured = queue.sim.spawn(arrivals(queue.sim, queue, 20'000));
        while (!measured.done()) queue.sim.step();
        const ResourceUsage usage = queue.servers.usage();
        means.utilisation.add(usage.utilisation);
        means.wait.add(usage.mean_wait);
        means.in_system.add(usage.mean_in_use + usage.mean_queue_length);
    }
    return means;
}

void check_covers(const Moments& means, double theory) {
    const auto interval = mean_interval(means, 0.999);
    REQUIRE(interval);
    INFO("mean ", means.mean(), " +- ", interval->half_width(), ", theory ", theory);
    CHECK(interval->contains(theory));
    CHECK(interval->half_width() < 0.06 * theory);  // narrow enough to say something
}

// Erlang C: probability to wait with c servers at load a = arrival rate / service rate.
double probability_to_wait(int c, double a) {
    double term = 1;  // a^k / k!
    double sum = 0;
    for (int k = 0; k < c; ++k) {
        sum += term;
        term *= a / (k + 1);
    }
    const double all_busy = term / (1 - a / c);
    return all_busy / (sum + all_busy);
}

void compare_with_erlang(int c, double arrival_rate) {
    const Means means = replicate(c, arrival_rate);
    const double wait = probability_to_wait(c, arrival_rate) / (c - arrival_rate);
    check_covers(means.utilisation, arrival_rate / c);
    check_covers(means.wait, wait);
    check_covers(means.in_system, arrival_rate * wait + arrival_rate);  // Little
}

// By hand: Erlang C of one server is the utilisation, so the wait is 0.8 / 0.2 = 4 and 4 are in the
// system.
TEST_CASE("M/M/1 at utilisation 0.8 waits as theory says") {
    CHECK(probability_to_wait(1, 0.8) == doctest::Approx(0.8));
    compare_with_erlang(1, 0.8);
}

// By hand, a = 3.2: sum = 1 + 3.2 + 5.12 + 5.4613 = 14.7813; 4.3691 / 0.2 = 21.8453;
// C = 21.8453 / 36.6267 = 0.59643; wait = C / (4 - 3.2) = 0.74554.
TEST_CASE("M/M/4 at utilisation 0.8 waits as theory says") {
    CHECK(probability_to_wait(4, 3.2) == doctest::Approx(0.59643).epsilon(1e-5));
    compare_with_erlang(4, 3.2);
}

TEST_CASE("The same seed gives the same queue, event by event") {
    Queue a{1, 0.8, 3};
    Queue b{1, 0.8, 3};
    a.sim.spawn(arrivals(a.sim, a, 500));
    b.sim.spawn(arrivals(b.sim, b, 500));
    while (a.sim.step()) {
        REQUIRE(b.sim.step());
        REQUIRE(a.sim.now() == b.sim.now());
    }
    CHECK_FALSE(b.sim.step());
}

}  // namespace
