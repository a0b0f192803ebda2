// What the processes of one history share, and those processes: jobs, gateways, first copies by
// courier, replicas.
#pragma once

#include "models/operation/backup_job.hpp"
#include "models/operation/virtual_tapes.hpp"
#include "sim/event.hpp"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace reentry {

// The devices that carry the first fulls of one copy.
struct Seeding {
    explicit Seeding(sim::Simulation& simulation)
        : here(simulation), loaded(simulation), arrived(simulation) {}
    sim::Event here, loaded, arrived;
    sim::CapacityId load{};
    std::int64_t pieces = 0, bytes = 0;
    std::size_t waiting = 0;  // workloads that are not loaded yet
};

struct Operation {
    World& world;
    History& history;
    Recorder& recorder;
    std::vector<std::vector<std::unique_ptr<Lane>>>
        lanes{};                                   // [copy][workload]; null where not covered
    std::map<std::size_t, sim::Time> last_trip{};  // by vault: the day of the courier's last trip
    std::vector<std::optional<TapeShelf>> shelves{};   // by copy
    std::map<std::size_t, GatewayCache> caches{};      // by store
    std::vector<std::unique_ptr<Seeding>> seedings{};  // by copy; null over the network

    sim::FramePool* frame_pool() const { return world.frame_pool(); }
    const Copy& policy(const Lane& lane) const { return world.what.strategy->copies[lane.copy]; }
    const Location& place(const Lane& lane) const { return world.what.places[lane.copy]; }
};

// The bytes of a job to where it goes, at most at `cap` bytes per second.
sim::Task<void> move_bytes(Operation& operation, const Lane& lane, const PlannedJob& job,
                           double cap);

// The job that is due now, start to end.
sim::Task<void> back_up(Operation& operation, Lane& lane, PlannedJob job);

// Into the cache of the gateway, as far as its upload buffer has room; the upload follows behind.
sim::Task<void> write_virtual_tape(Operation& operation, Lane& lane, const PlannedJob& job,
                                   std::vector<sim::Process>& uploads);

// Puts what was written on virtual tapes, and tells the point when all of it was uploaded.
void put_on_tapes(Operation& operation, Lane& lane, std::vector<sim::Process> uploads);

// Prepares the copies whose first fulls go by courier.
void order_devices(Operation& operation);

// A first full on devices: load, courier, ingest.
sim::Task<void> seed(Operation& operation, Lane& lane, PlannedJob job);

// Follows production from the first full on.
sim::Task<void> replicate(Operation& operation, Lane& lane);

}  // namespace reentry
