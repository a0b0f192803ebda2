#include "models/recovery/fetch.hpp"

#include "models/operation/job_limits.hpp"
#include "models/scenario/draw.hpp"
#include "sim/combine.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

void note(Recovery& recovery, std::size_t workload, Stage stage, sim::Time begin,
          std::string waited_for = {}) {
    const auto now = recovery.world.sim.now();
    if (recovery.options.spans && now > begin)
        recovery.by_workload[workload]->spans.push_back({stage, begin, now, std::move(waited_for)});
}

Shipment shipment_of(Recovery& recovery, std::size_t workload, const Candidate& source,
                     double bytes) {
    auto& world = recovery.world;
    return {world.reading(source.copy), world.target_for(workload, recovery.site_of(workload)),
            bytes, restore_limits(world.what, source.copy, workload), Purpose::recovery};
}

// The library that reads a copy's tapes.
struct Reader {
    std::size_t store = none;
    const LibraryFigures* figures = nullptr;
    End at;
};

// Their own library, or when it went with its site the one named for that. Without one, a
// replacement comes with the target and stands where the workload comes back.
Reader reader_of(const Recovery& recovery, std::size_t workload, std::size_t copy) {
    const auto& world = recovery.world;
    const auto& place = world.what.places[copy];
    const auto& stores = world.what.scenario->stores;
    if (stores[place.store].site != recovery.damage.lost_site)
        return {place.store, &place.library, world.reading(copy)};
    if (place.reader == none)
        return {place.store, &place.library, world.at_site(recovery.site_of(workload))};
    return {place.reader, &place.reader_library,
            world.at_site(world.site_index(stores[place.reader].site))};
}

// Vaulted tapes come by courier before anything can be read. One trip fetches them all: it begins
// when they are first asked for, and whoever comes later waits only for the rest of it.
sim::Task<void> recall_tapes(Recovery& recovery, std::size_t workload, std::size_t copy) {
    const auto& place = recovery.what().places[copy];
    if (place.vault == none) co_return;
    const auto begin = recovery.world.sim.now();
    auto& arrival = recovery.tapes_arrive[place.vault];
    if (!arrival) {
        const auto& vault = recovery.what().scenario->stores[place.vault];
        auto random = recovery.world.key.stream("courier");
        arrival = begin + sample(vault.courier, random);
        recovery.recorder.shipped(copy, workload, begin);
    }
    const auto there = std::max(begin, *arrival);
    co_await recovery.world.sim.until(there);
    note(recovery, workload, Stage::courier, begin);
}

// One drive reads its share of the parts, with a mount and a search for each.
sim::Task<void> read_tapes(Recovery& recovery, std::size_t workload, const Candidate& source,
                           double share, std::int64_t mounts) {
    auto& world = recovery.world;
    const auto reader = reader_of(recovery, workload, source.copy);
    const auto queued = world.sim.now();
    const auto drive = co_await world.drives(reader.store)
                           .acquire(1, static_cast<int>(recovery.subject(workload).priority));
    note(recovery, workload, Stage::mount, queued, "drives");
    const auto begin = world.sim.now();
    co_await world.sim.delay((reader.figures->mount + reader.figures->locate) * mounts +
                             reader.figures->unload * (mounts - 1));
    note(recovery, workload, Stage::mount, begin);
    const auto reading = world.sim.now();
    auto shipment =
        shipment_of(recovery, workload, source, share * static_cast<double>(source.bytes));
    shipment.from = reader.at;
    shipment.limits.per_stream = reader.figures->drive_rate;
    shipment.limits.device *= share;  // what limits the whole job is shared by its drives
    auto moving = world.carry(shipment);
    co_await moving;
    note(recovery, workload, Stage::transfer, reading);
}

// The cartridges that hold the parts: each part begins on one, long ones go on to the next.
std::int64_t cartridges(const Candidate& source, const Location& place) {
    const auto full = source.bytes / std::max<std::int64_t>(1, place.library.tape_bytes);
    return static_cast<std::int64_t>(source.parts.size()) + full;
}

sim::Task<void> fetch_from_tape(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const auto& place = recovery.what().places[source.copy];
    auto recalling = recall_tapes(recovery, workload, source.copy);
    co_await recalling;
    const auto tapes = cartridges(source, place);
    const auto reader = reader_of(recovery, workload, source.copy);
    const auto& library = recovery.what().scenario->stores[reader.store];
    const auto lanes = std::min({tapes, library.drives_per_job, library.drives});
    std::vector<sim::Process> readers;
    for (std::int64_t lane = 0; lane < lanes; ++lane) {
        const auto mounts = (tapes + lanes - 1 - lane) / lanes;
        readers.push_back(recovery.world.sim.spawn(
            read_tapes(recovery, workload, source, 1.0 / static_cast<double>(lanes), mounts),
            "tape"));
    }
    auto all = sim::all_of(recovery.world.sim, readers);
    co_await all;
}

// Asks for every object, waits for the slowest and for the provider's quota. The readable copies
// then live as long as the option says.
sim::Task<void> thaw(Recovery& recovery, std::size_t workload, const Candidate& source) {
    auto& world = recovery.world;
    const auto& place = world.what.places[source.copy];
    const auto& option = place.tier.thaws[*place.thaw];
    const auto begin = world.sim.now();
    if (auto* requests = world.thaw_requests(source.copy)) {
        const auto objects = static_cast<double>(source.objects);
        co_await requests->take(objects);
    }
    if (auto* quota = world.thaw_bytes(source.copy)) {
        const auto bytes = static_cast<double>(source.bytes);
        co_await quota->take(bytes);
    }
    auto random = world.key.stream(fmt::format("thaw/{}", recovery.subject(workload).id));
    co_await world.sim.delay(sim::from_seconds(option.wait.sample(random)));
    const auto now = world.sim.now();
    recovery.recorder.thawed(source.copy, workload, source.objects, source.bytes, begin, now,
                             now + option.kept);
    note(recovery, workload, Stage::thaw, begin);
}

sim::Task<void> fetch_online(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const auto& place = recovery.what().places[source.copy];
    if (place.thaw) {
        auto thawing = thaw(recovery, workload, source);
        co_await thawing;
    }
    const auto begin = recovery.world.sim.now();
    auto moving = recovery.world.carry(
        shipment_of(recovery, workload, source, static_cast<double>(source.bytes)));
    co_await moving;
    note(recovery, workload, Stage::transfer, begin);
}

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
                          std::min(known, world.sim.now()));
    const auto site = recovery.site_of(workload);
    const auto seconds = [&](const Candidate& c) {
        return lone_restore_seconds(world, c, workload, site);
    };
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

sim::Task<void> fetch(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const bool tape = recovery.what().places[source.copy].kind == Location::Kind::tape;
    auto fetching = tape ? fetch_from_tape(recovery, workload, source)
                         : fetch_online(recovery, workload, source);
    co_await fetching;
    recovery.recorder.downloaded(source.copy, workload, source.objects, source.bytes,
                                 recovery.world.sim.now());
}

}  // namespace reentry
