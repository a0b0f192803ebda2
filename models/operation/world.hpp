// The simulated world of one case: links, sites, stores and people as capacities and resources, and
// the one way in which bytes travel between them. Operation and recovery both happen in a world; a
// recovery has one of its own, built at the instant of the failure.
//
// Each link direction is a capacity that other traffic shrinks by hour and weekday; where backups
// or recoveries may take only a share, a second capacity stands for that share. A transfer crosses
// the source's reading capacity, the links of its path, and the target's writing capacity at one
// common rate (fluid, max-min fair), capped by job_rate().
#pragma once

#include "models/operation/case.hpp"
#include "models/operation/history.hpp"
#include "models/operation/passage.hpp"
#include "sim/event.hpp"
#include "sim/flow_network.hpp"
#include "sim/random/stream.hpp"
#include "sim/rate_limit.hpp"
#include "sim/resource.hpp"
#include "sim/simulation.hpp"

#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace reentry {

enum class Purpose : std::uint8_t { backup, recovery };

// One end of a transfer: a node of the network and the capacity that reading or writing there
// takes. Production storage moves whole data where the network moves reduced data: `use` bytes for
// each byte sent.
struct End {
    std::size_t node = 0;
    std::optional<sim::CapacityId> device;
    double use = 1;
    std::optional<sim::CapacityId> quota{};  // of requests, in the bytes that they can carry
};

// A transfer to be made.
struct Shipment {
    End from, to;
    double bytes = 0;
    JobLimits limits;  // its TCP part is filled in from the path
    Purpose purpose = Purpose::backup;
};

// Which random numbers a world uses: the same key gives the same world.
struct RandomKey {
    std::uint64_t seed = 0;
    std::uint64_t replication = 0;
    sim::Purpose purpose{""};  // distinguishes the operation from each class of incidents
    sim::Stream stream(std::string_view name) const {
        return sim::Stream(seed, replication, purpose.with(name));
    }
};

// What one thaw option of a class lets through, for all copies that are thawed by it.
struct ThawQuota {
    sim::RateLimit* requests = nullptr;  // null: no limit
    sim::RateLimit* bytes = nullptr;
    double weight = 1;  // of each object and byte of this copy: more where it has fewer accounts
    double objects_per_second = unlimited, bytes_per_second = unlimited;  // when this one is alone
};

// The gateways of one store together.
struct Gateway {
    Gateway(sim::Simulation& simulation, std::int64_t gigabytes, std::int64_t count)
        : buffer(simulation, static_cast<int>(gigabytes)),
          uplinks(simulation, static_cast<int>(count)) {}
    sim::Resource buffer;   // GB that wait for their upload
    sim::Resource uplinks;  // each uploads one thing after the other
    sim::CapacityId write, read, recall;
};

class World {
 public:
    World(const Case& what, sim::Time start, const RandomKey& key);

    sim::Simulation sim;
    sim::FlowNetwork flows;
    const Case& what;
    const RandomKey key;

    // Ends of transfers.
    End source_of(std::size_t workload) const;                     // production storage, reading
    End source_at(std::size_t workload, std::size_t site) const;   // the same where it has moved to
    End target_for(std::size_t workload, std::size_t site) const;  // production storage, writing
    End reading(std::size_t copy) const;                           // where a copy lies, reading
    End writing(std::size_t copy) const;                           // virtual tapes: their gateway
    End uploading(std::size_t copy) const;                         // from the gateway to the tapes
    End cached(std::size_t copy) const;                            // the gateway's cache, reading
    End into_store(std::size_t store) const;
    End at_site(std::size_t site) const { return {site_node_[site], {}}; }  // no device of its own

    // Moves the bytes: waits for a path, pays one round trip, then flows. With a passage, which
    // must outlive the task, what held it back is written there.
    sim::Task<void> carry(Shipment shipment, Passage* passage = nullptr);

    // The path as it is now, if there is one.
    const std::optional<Path>& path(std::size_t from_node, std::size_t to_node);

    // The capacity of one direction of a link: index in Case::arcs.
    sim::CapacityId arc_capacity(std::size_t arc) const { return arcs_[arc].all; }

    sim::Resource& drives(std::size_t store) { return *drives_[store]; }  // virtual ones too
    Gateway& gateway(std::size_t store) { return *gateways_[store]; }
    sim::Resource& crew(std::size_t site) { return crews_[site]; }
    const ThawQuota& thaw_quota(std::size_t copy) const { return thaw_quotas_[copy]; }

    // Starts the failures and repairs of all links; `down` are outages already under way at the
    // start.
    void start_outages(const std::vector<Outage>& known = {});
    const std::vector<Outage>& outages() const { return outages_; }

    // Takes a link, or all ways into a provider's region, away for a time. Transfers under way
    // stand still, new ones wait or go round. Links that no path of the case uses are not in it:
    // nothing happens.
    void lose_link(const std::string& name, sim::Duration length);
    void lose_region(const std::string& role, sim::Duration length);

    // Whether outages leave no path between two places that are joined otherwise.
    bool cut_off(const End& place, const End& other);

    // co_await network_changed(): until a link or region goes or comes back.
    sim::Signal& network_changed() { return network_changed_; }

    std::size_t site_index(std::string_view id) const;
    sim::FramePool* frame_pool() const { return sim.frame_pool(); }

 private:
    struct Device {
        std::optional<sim::CapacityId> read, write;
        double read_use = 1, write_use = 1;  // of the capacity for each byte
    };
    std::size_t node(const std::string& name);
    void add_arcs();
    void add_sites();
    void add_stores();
    void add_gateways();
    void add_tiers();
    void add_regions();
    void add_quotas(std::size_t copy);
    Device device_of(std::size_t copy);
    ThawQuota thaw_quota_of(std::size_t copy);
    sim::Path hops(const Shipment& shipment, const Path& path) const;
    void tell(Passage& passage, const sim::FlowTrace& trace, const char* cap) const;
    sim::Task<void> fail_and_repair(std::size_t link, std::optional<sim::Time> down_until);
    sim::Task<void> stay_down(std::size_t link, sim::Duration length);
    void set_link(std::size_t link, bool up);
    void set_region(std::size_t node, bool up);
    void hold(std::size_t arc, bool down);
    void forget_paths();

    struct ArcCapacity {
        double rate = 0;  // outside working hours, when it is up
        int holds = 0;    // reasons why it is down
        sim::CapacityId all;
        std::optional<sim::CapacityId> backup, recovery;  // where their share is below one
    };

    Topology topology_;
    std::vector<std::string> nodes_;
    std::vector<ArcCapacity> arcs_;
    std::vector<int> link_holds_;  // by link: reasons why it is down
    std::vector<bool> link_up_;
    std::vector<int> dark_;  // by node: reasons why this region is out of reach
    std::vector<std::optional<sim::CapacityId>> inside_;  // by node: of a region, where all is near
    sim::Signal network_changed_;
    std::vector<std::optional<Path>> paths_;  // cache by from * nodes + to
    std::vector<bool> path_known_;

    std::vector<Device> sites_, stores_, places_;
    std::vector<std::size_t> site_node_, place_node_;
    std::deque<sim::Resource> crews_, drive_pool_;
    std::vector<sim::Resource*> drives_;                                 // by store; null for disks
    std::deque<std::optional<Gateway>> gateways_;                        // by store
    std::vector<std::optional<sim::CapacityId>> put_quota_, get_quota_;  // by copy
    std::deque<sim::RateLimit> limits_;
    std::vector<ThawQuota> thaw_quotas_;  // by copy
    std::vector<Outage> outages_;
};

// Is shown a world when it begins to run, after each of its events and when it ends; changes
// nothing. Laws are tested with it, whatever the processes believe.
using Onlooker = std::function<void(World&)>;

}  // namespace reentry
