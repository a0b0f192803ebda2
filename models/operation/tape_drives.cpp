#include "models/operation/tape_drives.hpp"

#include <algorithm>
#include <utility>

namespace reentry {
namespace {

// The library with a drive of which a job works at one end; none: the end is no tape.
struct TapeEnd {
    std::size_t store = none;
    sim::Duration load{}, unload{};
};

TapeEnd end_at(const Case& what, std::size_t copy, std::int64_t tapes) {
    if (copy == none || what.places[copy].kind != Location::Kind::tape) return {};
    const auto& library = what.places[copy].library;
    return {what.places[copy].store,
            (library.mount + library.locate) * tapes + library.unload * (tapes - 1),
            library.unload};
}

}  // namespace

std::int64_t tapes_holding(const Points& origin, sim::Time content,
                           std::optional<sim::Time> since) {
    const auto after = [&origin](sim::Time time) {
        return std::upper_bound(origin.begin(), origin.end(), time,
                                [](sim::Time t, const RecoveryPoint& p) { return t < p.content; });
    };
    const auto end = after(content);
    if (end == origin.begin()) return 1;
    const std::int64_t later = since ? end - after(*since) : 0;
    const auto newest = static_cast<std::size_t>(end - origin.begin() - 1);
    const auto chain = static_cast<std::int64_t>(chain_of(origin, newest).size());
    return std::max<std::int64_t>(1, since ? std::min(later, chain) : chain);
}

// Drives of several libraries are taken in the order of stores, those of one together: no two jobs
// wait for each other.
sim::Task<void> carry_backup(World& world, BackupCarriage job, Shipment shipment) {
    const auto& what = world.what;
    const auto from = end_at(what, what.from[job.copy], job.tapes_read);
    const auto to = end_at(what, job.copy, 1);
    if (from.store != none) {
        const auto& figures = what.places[what.from[job.copy]].library;
        shipment.limits.device = std::min(shipment.limits.device, figures.drive_rate);
    }
    const bool both = from.store == to.store;
    sim::Lease first, second;
    const auto low = std::min(from.store, to.store), high = std::max(from.store, to.store);
    if (low != none) {
        auto drives = co_await world.drives(low).acquire(both ? 2 : 1, job.urgency);
        first = std::move(drives);
    }
    if (high != none && !both) {
        auto drive = co_await world.drives(high).acquire(1, job.urgency);
        second = std::move(drive);
    }
    if (low != none && !job.loaded) {
        const auto loading = std::max(from.load, to.load);
        co_await world.sim.delay(loading);
    }
    auto moving = world.carry(shipment);
    co_await moving;
    if (low != none) {
        const auto unloading = std::max(from.unload, to.unload);
        co_await world.sim.delay(unloading);
    }
}

}  // namespace reentry
