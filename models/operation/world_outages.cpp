// Links and regions that go and come back.
#include "models/operation/world.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>

namespace reentry {

void World::start_outages(const std::vector<Outage>& known) {
    for (std::size_t link = 0; link < what.outages.size(); ++link) {
        std::optional<sim::Time> until;
        for (const auto& outage : known)
            if (outage.link == link && outage.begin <= sim.now() && sim.now() < outage.end)
                until = outage.end;
        if (until || what.outages[link].rate.per_year() > 0)
            sim.spawn(fail_and_repair(link, until), "outages");
    }
}

sim::Task<void> World::fail_and_repair(std::size_t link, std::optional<sim::Time> down_until) {
    const auto arc = std::find_if(what.arcs.begin(), what.arcs.end(),
                                  [link](const Arc& a) { return a.link == link; });
    auto random = key.stream("outage/" + arc->name);
    if (down_until) {
        const auto rest = *down_until - sim.now();
        auto down = stay_down(link, rest);
        co_await down;
    }
    const double per_year = what.outages[link].rate.per_year();
    if (!(per_year > 0)) co_return;
    const auto between = sim::Distribution::exponential(365 * 86'400 / per_year);
    for (;;) {
        const auto pause = sim::from_seconds(between.sample(random));
        co_await sim.delay(pause);
        const auto length = sample(what.outages[link].repair, random);
        auto down = stay_down(link, length);
        co_await down;
    }
}

sim::Task<void> World::stay_down(std::size_t link, sim::Duration length) {
    outages_.push_back({link, sim.now(), sim.now() + length});
    set_link(link, false);
    co_await sim.delay(length);
    set_link(link, true);
}

// Known outages and new ones may overlap: a link is up when nothing holds it down.
void World::set_link(std::size_t link, bool up) {
    link_holds_[link] += up ? -1 : 1;
    link_up_[link] = link_holds_[link] == 0;
    for (std::size_t arc = 0; arc < what.arcs.size(); ++arc)
        if (what.arcs[arc].link == link) hold(arc, !up);
    forget_paths();
}

void World::set_region(std::size_t node, bool up) {
    dark_[node] += up ? -1 : 1;
    for (std::size_t arc = 0; arc < what.arcs.size(); ++arc)
        if (what.arcs[arc].from == nodes_[node] || what.arcs[arc].to == nodes_[node])
            hold(arc, !up);
    if (inside_[node]) flows.set_capacity(*inside_[node], dark_[node] == 0 ? wide_open : 0);
    forget_paths();
}

// An arc that is down carries nothing; transfers under way on it wait, new ones go round it if they
// can.
void World::hold(std::size_t arc, bool down) {
    auto& capacity = arcs_[arc];
    capacity.holds += down ? 1 : -1;
    flows.set_capacity(capacity.all, capacity.holds == 0 ? capacity.rate : 0);
}

void World::forget_paths() {
    path_known_.assign(path_known_.size(), false);
    network_changed_.notify();
}

void World::lose_link(const std::string& name, sim::Duration length) {
    const auto arc = std::find_if(what.arcs.begin(), what.arcs.end(),
                                  [&name](const Arc& a) { return a.name == name; });
    if (arc == what.arcs.end()) return;
    const auto link = arc->link;
    set_link(link, false);
    sim.at(sim.now() + length, [this, link] { set_link(link, true); });
}

void World::lose_region(const std::string& role, sim::Duration length) {
    const auto found = std::find(nodes_.begin(), nodes_.end(), role);
    if (found == nodes_.end()) return;
    const auto region = static_cast<std::size_t>(found - nodes_.begin());
    set_region(region, false);
    sim.at(sim.now() + length, [this, region] { set_region(region, true); });
}

}  // namespace reentry
