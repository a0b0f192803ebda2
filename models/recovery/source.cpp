#include "models/recovery/source.hpp"

#include "models/recovery/promotion.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

// The first of the candidates for which `worse` holds against no other.
template <class Key>
std::optional<Candidate> best_by(std::vector<Candidate> all, Key key) {
    if (all.empty()) return std::nullopt;
    return *std::min_element(all.begin(), all.end(), [&](const Candidate& a, const Candidate& b) {
        return key(a) < key(b);
    });
}

}  // namespace

std::optional<Candidate> choose(Recovery& recovery, std::size_t workload) {
    auto& world = recovery.world;
    // From the moment people know, nothing that may be needed expires any more.
    const auto known = recovery.damage.failure + recovery.damage.detection;
    auto all = candidates(world.what, recovery.history, recovery.damage, workload,
                          std::min(known, world.sim.now()), recovery.aside[workload]);
    const auto settled = recovery.promoted[workload];
    std::erase_if(all, [&](const Candidate& c) {
        if (settled != none) return c.copy != settled;
        return recovery.parted_from_copy(workload, c.copy) && !may_take_over(recovery, c.copy);
    });
    const auto seconds = [&](const Candidate& c) { return seconds_to_use(recovery, workload, c); };
    switch (world.what.strategy->prefer) {
        case Preference::fastest:
            return best_by(std::move(all), seconds);
        case Preference::cheapest:
            return best_by(std::move(all), [&](const Candidate& c) {
                const auto& price = world.what.read_price;
                const double each = c.copy < price.size() ? price[c.copy] : 0;
                return std::pair(each * static_cast<double>(c.bytes), seconds(c));
            });
        case Preference::freshest:
            break;
    }
    return best_by(std::move(all), [&](const Candidate& c) {
        return std::pair(recovery.damage.failure - c.content, seconds(c));
    });
}

bool proves_bad(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const auto& copy = recovery.what().strategy->copies[source.copy];
    if (copy.restore_failure <= 0) return false;
    auto random = recovery.world.key.stream(
        fmt::format("bad/{}/{}/{}", copy.id, recovery.subject(workload).id, source.point));
    return random.uniform() < copy.restore_failure;
}

void set_aside(Recovery& recovery, std::size_t workload, const Candidate& source) {
    auto& aside = recovery.aside[workload];
    if (aside.empty()) aside.assign(recovery.what().places.size(), none);
    aside[source.copy] = source.point;
    ++recovery.by_workload[workload]->bad_points;
}

}  // namespace reentry
