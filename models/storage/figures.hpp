// The physical figures of places where copies lie, as the simulation needs them. No prices, no
// sources: those stay in the catalogues that these are taken from. Rates are bytes per second;
// `unlimited` where nothing limits.
#pragma once

#include "models/network/tcp.hpp"
#include "sim/random/distribution.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reentry {

// One way of making archived objects readable.
struct Thaw {
    std::string name;        // "expedited", "standard", "bulk", "high-priority"
    sim::Distribution wait;  // from the request until the objects are readable [seconds]
    double requests_per_second = unlimited;  // restore requests that are accepted
    double bytes_per_hour = unlimited;       // that become readable
    sim::Duration kept{};                    // how long the readable copies live
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
    std::vector<Thaw> thaws;  // empty: readable at once
};

// Tape drives with the library around them.
struct LibraryFigures {
    double drive_rate = 0;        // native, streaming
    std::int64_t tape_bytes = 0;  // native capacity
    sim::Duration mount{};        // robot and load to ready
    sim::Duration locate{};       // mean, from load point
    sim::Duration unload{};       // rewind, unload and robot
};

// What a backup product does with data: objects, requests, limits.
struct IntegrationFigures {
    std::string name = "generic";
    double object_bytes = 64e6;  // stored
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
    friend bool operator==(const IntegrationFigures&, const IntegrationFigures&) = default;
};

}  // namespace reentry
