#include "models/recovery/tape.hpp"

#include "models/recovery/fetch.hpp"
#include "models/recovery/stages.hpp"
#include "models/recovery/team.hpp"
#include "models/scenario/draw.hpp"
#include "sim/combine.hpp"

#include <algorithm>

namespace reentry {
namespace {

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
    if (!site_lost(recovery.damage, stores[place.store].site))
        return {place.store, &place.library, world.reading(copy)};
    if (place.reader == none)
        return {place.store, &place.library, world.at_site(recovery.site_of(workload))};
    return {place.reader, &place.reader_library,
            world.at_site(world.site_index(stores[place.reader].site))};
}

// Mounting so many tapes in one drive, one after the other.
sim::Duration handling(const Reader& reader, std::int64_t mounts) {
    return (reader.figures->mount + reader.figures->locate) * mounts +
           reader.figures->unload * (mounts - 1);
}

// One drive reads its share of the parts, with a mount and a search for each.
sim::Task<void> read_tapes(Recovery& recovery, std::size_t workload, const Candidate& source,
                           double share, std::int64_t mounts, Stage what) {
    auto& world = recovery.world;
    const auto reader = reader_of(recovery, workload, source.copy);
    const auto queued = world.sim.now();
    auto& drives = world.drives(reader.store);
    const auto urgency = recovery.what().urgency[workload];
    const auto drive = co_await drives.acquire(1, urgency);
    note_wait(recovery, workload, Stage::mount, queued, drives.name());
    auto mounting = stage(recovery, workload, Stage::mount, handling(reader, mounts));
    co_await mounting;
    auto shipment =
        shipment_of(recovery, workload, source, share * static_cast<double>(source.bytes));
    shipment.from = reader.at;
    shipment.limits.per_stream = reader.figures->drive_rate;
    shipment.limits.per_stream_name = "speed of a drive";
    shipment.limits.device *= share;  // what limits the whole job is shared by its drives
    auto reading = move_bytes(recovery, workload, shipment, what);
    co_await reading;
}

// The cartridges that hold the parts: each part begins on one, long ones go on to the next.
std::int64_t cartridges(const Candidate& source, const Location& place) {
    const auto full = source.bytes / std::max<std::int64_t>(1, place.library.tape_bytes);
    return static_cast<std::int64_t>(source.parts.size()) + full;
}

}  // namespace

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
    note(recovery, workload, {Stage::courier, begin, {}, {}, {}, {}});
}

sim::Task<void> bring_from_tape(Recovery& recovery, std::size_t workload, const Candidate& source,
                                Stage what) {
    const auto& place = recovery.what().places[source.copy];
    const auto tapes = cartridges(source, place);
    const auto reader = reader_of(recovery, workload, source.copy);
    const auto& library = recovery.what().scenario->stores[reader.store];
    const auto lanes = std::min({tapes, library.drives_per_job, library.drives});
    Team readers;
    for (std::int64_t lane = 0; lane < lanes; ++lane) {
        const auto mounts = (tapes + lanes - 1 - lane) / lanes;
        readers.add(recovery.world.sim.spawn(
            read_tapes(recovery, workload, source, 1.0 / static_cast<double>(lanes), mounts, what),
            "tape"));
    }
    auto all = sim::all_of(recovery.world.sim, readers.members());
    co_await all;
}

sim::Task<void> find_unreadable(Recovery& recovery, std::size_t workload, const Candidate& source) {
    auto recalling = recall_tapes(recovery, workload, source.copy);
    co_await recalling;
    auto reading = read_tapes(recovery, workload, source, 0, 1, Stage::transfer);
    co_await reading;
}

}  // namespace reentry
