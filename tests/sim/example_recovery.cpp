// A recovery that reads as its runbook: two systems, one tape drive, a link that fails once.
#include "sim/kernel.hpp"

namespace sim = reentry::sim;
using namespace std::chrono_literals;

namespace {

struct Site {
    sim::Simulation sim;
    sim::Resource drives{sim, 1, sim::Discipline::priority};
    sim::Event network_back{sim};
    sim::Timeline timeline;
};

sim::Task<void> read_tape(Site& site, std::string system, int urgency) {
    const sim::Time asked = site.sim.now();
    const auto drive = co_await site.drives.acquire(1, urgency);
    const sim::Time begun = site.sim.now();
    site.timeline.span(asked, begun, system, "wait for a drive");
    co_await site.sim.delay(1h);
    site.timeline.span(begun, site.sim.now(), system, "read tape");
}

sim::Task<void> recover(Site& site, std::string system, int urgency) {
    co_await site.sim.delay(15min);  // detect, decide
    bool read = false;
    while (!read) {
        auto reading = read_tape(site, system, urgency);
        try {
            co_await reading;
            read = true;
        } catch (const sim::Interrupted& interrupted) {
            site.timeline.event(site.sim.now(), system, "interrupted", interrupted.what());
        }
        if (!read) {
            co_await site.network_back;
        }
    }
    site.timeline.event(site.sim.now(), system, "serves again");
}

}  // namespace

std::string example_recovery() {
    Site site;
    const sim::Process archive = site.sim.spawn(recover(site, "archive", 2), "archive");
    site.sim.spawn(recover(site, "database", 1), "database");
    site.sim.at(sim::Time{30min}, [&] { archive.interrupt("link down"); });
    site.sim.at(sim::Time{45min}, [&] { site.network_back.trigger(); });
    site.sim.run();
    return site.timeline.second_lines(sim::Time{});
}
