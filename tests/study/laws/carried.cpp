#include "tests/study/laws/carried.hpp"

namespace laws {

using namespace reentry;

Onlooker Carried::onlooker() {
    return [this](World& world) { look(world); };
}

void Carried::look(World& world) {
    if (bytes_.empty()) find(world);
    for (std::uint32_t c = 0; c < bytes_.size(); ++c)
        bytes_[c] = world.flows.use(sim::CapacityId{c}).bytes;
    if (each_look) each_look(world.sim.now());
}

void Carried::find(World& world) {
    const auto& scenario = *world.what.scenario;
    bytes_.resize(world.flows.capacities());
    for (std::size_t arc = 0; arc < world.what.arcs.size(); ++arc)
        arcs_.emplace_back(world.arc_capacity(arc));
    site_read_.resize(scenario.sites.size());
    for (std::size_t w = 0; w < scenario.workloads.size(); ++w)
        site_read_[world.site_index(scenario.workloads[w].site)] = world.source_of(w).device;
    for (std::size_t s = 0; s < scenario.sites.size(); ++s)
        site_write_.push_back(world.target_for(0, s).device);
    for (std::size_t c = 0; c < world.what.places.size(); ++c) {
        copy_read_.push_back(world.reading(c).device);
        copy_write_.push_back(world.writing(c).device);
    }
}

double Carried::leaving(const Case& what, const std::string& node) const {
    double sum = 0;
    for (std::size_t arc = 0; arc < what.arcs.size(); ++arc)
        if (what.arcs[arc].from == node) sum += over_arc(arc);
    return sum;
}

double Carried::reaching(const Case& what, const std::string& node) const {
    double sum = 0;
    for (std::size_t arc = 0; arc < what.arcs.size(); ++arc)
        if (what.arcs[arc].to == node) sum += over_arc(arc);
    return sum;
}

}  // namespace laws
