// The physical figures of places where copies lie, as the simulation needs them. No prices, no
// sources: those stay in the catalogues that these are taken from. Rates are bytes per second;
// `unlimited` where nothing limits.
#pragma once

#include "models/network/tcp.hpp"
#include "sim/random/distribution.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace reentry {

// One way of making archived objects readable.
struct Thaw {
    std::string name;        // "expedited", "standard", "bulk", "high-priority"
    sim::Distribution wait;  // from the request until the objects are readable [seconds]
    double requests_per_second = unlimited;  // restore requests that are accepted
    double bytes_per_hour = unlimited;       // that become readable
    sim::Duration kept{};                    // how long the readable copies live
    double largest_object = unlimited;       // for which the wait is promised [bytes]
    bool needs_unit = false;                 // limits hold for each provisioned unit
};

// A storage class of a provider.
struct TierFigures {
    std::string name;
    sim::Duration first_byte{};
    double per_stream = unlimited;
    double aggregate = unlimited;  // one account, all jobs together
    double puts_per_second = unlimited;
    double gets_per_second = unlimited;
    bool lockable = false;
    sim::Duration minimum_kept{};  // what leaves earlier is paid for to its end
    std::vector<Thaw> thaws;       // empty: readable at once
};

// One virtual tape gateway of a provider, and the tapes behind it.
struct GatewayFigures {
    double write = unlimited;                            // into the cache
    double cache_read = unlimited;                       // what is still in the cache
    double cloud_read = unlimited;                       // from tapes that are not
    std::int64_t drives = 10;                            // virtual
    std::int64_t tape_minimum = 0, tape_maximum = 0;     // bytes; 0: not known
    std::int64_t cache_maximum = 0, buffer_maximum = 0;  // bytes; 0: not known
    std::string library_tier;                            // where tapes lie until they are ejected
    std::vector<std::string> archive_tiers;              // where ejected ones lie
    std::vector<std::pair<std::string, sim::Distribution>> recalls;  // of a tape, by tier [seconds]
};

// A device that carries a first full to a provider.
struct ShipmentFigures {
    std::string id;
    std::int64_t capacity = 0;  // bytes; 0: not known
    double load = unlimited;    // bytes per second
    bool available = true;      // can be ordered
};

// Tape drives with the library around them.
struct LibraryFigures {
    double drive_rate = 0;        // native, streaming
    std::int64_t tape_bytes = 0;  // native capacity
    sim::Duration mount{};        // robot and load to ready
    sim::Duration locate{};       // mean, from load point
    sim::Duration unload{};       // rewind, unload and robot
};

// What a product's restore points hang on.
enum class ChainKind : std::uint8_t {
    full_incremental,
    forever_incremental,
    synthetic_full,
    log,
    none
};

// What a backup product does with data: objects, requests, limits.
struct IntegrationFigures {
    std::string name = "generic";
    double object_bytes = 64e6;  // stored
    double object_least = 0;     // that a copy may ask for; 0 with
    double object_most = 0;      // the most: the size is not chosen
    double puts_per_object = 1;
    double gets_per_object = 1;
    double lists_per_job = 1;
    double locks_per_object = 1;   // when the copy is locked
    double metadata_share = 0.01;  // of the stored bytes, on top
    double backup_streams = 8;
    double restore_streams = 8;
    double per_stream = unlimited;
    double rehydrate = unlimited;        // whole job, on restore
    double over_retrieval = 1;           // bytes read / bytes needed
    std::vector<std::string> forbidden;  // tier classes that it cannot use
    std::vector<std::string> tiers;      // tier classes that it supports; empty: not stated
    bool forbids_lifecycle = false;      // objects must not be moved to other classes under it
    bool takes_gfs_only = false;         // of a chain, only fulls that stand for a week or longer
    bool whole_volume = false;           // in a restore whole volumes come back first
    bool needs_appliance = false;        // an appliance at the provider runs while a job does
    ChainKind chain = ChainKind::full_incremental;
    sim::Duration lock_period{};  // locks are renewed so often and outlast their need by as much
    std::vector<std::pair<std::string, sim::Duration>> lock_periods;  // by vendor, where it differs
    sim::Duration seal_period{};  // deduplication of locked data starts afresh; 0: never
    friend bool operator==(const IntegrationFigures&, const IntegrationFigures&) = default;
};

}  // namespace reentry
