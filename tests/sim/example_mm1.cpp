// A queue with one server: customers arrive at random, wait for the clerk, are served, leave.
#include "sim/kernel.hpp"
#include "sim/random/distribution.hpp"
#include "sim/random/stream.hpp"
#include "sim/statistics.hpp"

#include <fmt/format.h>

namespace sim = reentry::sim;

namespace {

struct Office {
    explicit Office(std::uint64_t seed)
        : arrivals(seed, 0, sim::Purpose("arrivals")),
          services(seed, 0, sim::Purpose("services")) {}

    sim::Simulation sim;
    sim::Resource clerk{sim, 1};
    sim::Distribution between_arrivals = sim::Distribution::exponential(1 / 0.8);  // seconds
    sim::Distribution service_time = sim::Distribution::exponential(1);
    sim::Stream arrivals;
    sim::Stream services;
    sim::Moments seconds_in_office;
};

sim::Task<void> customer(sim::Simulation& sim, Office& office) {
    const sim::Time came = sim.now();
    auto clerk = co_await office.clerk.acquire();
    const auto service = sim::from_seconds(office.service_time.sample(office.services));
    co_await sim.delay(service);
    clerk.release();
    office.seconds_in_office.add(sim::to_seconds(sim.now() - came));
}

sim::Task<void> street(sim::Simulation& sim, Office& office, int customers) {
    for (int i = 0; i < customers; ++i) {
        const auto pause = sim::from_seconds(office.between_arrivals.sample(office.arrivals));
        co_await sim.delay(pause);
        sim.spawn(customer(sim, office));
    }
}

}  // namespace

std::string example_mm1() {
    Office office{1};
    office.sim.spawn(street(office.sim, office, 100'000), "street");
    office.sim.run();
    const sim::ResourceUsage clerk = office.clerk.usage();
    return fmt::format("utilisation  {:.3f}   theory 0.8\n", clerk.utilisation) +
           fmt::format("waiting      {:.2f} s  theory 4 s\n", clerk.mean_wait) +
           fmt::format("in office    {:.2f} s  theory 5 s\n", office.seconds_in_office.mean());
}
