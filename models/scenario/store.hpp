// A store that the organisation owns: disk, Ceph, a tape library with its off-site vault, a gateway
// that makes virtual tapes, or a production array that keeps snapshots and replicas.
#pragma once

#include "models/files/choice.hpp"
#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"

#include <string>

namespace reentry {

enum class StoreKind : std::uint8_t { disk, tape_library, vault, gateway, array };

struct Store {
    std::string id;
    std::string name;
    StoreKind kind = StoreKind::disk;
    std::string site;
    std::string equipment;   // file in data/on-premises/ that prices it and gives its figures
    bool immutable = false;  // survives an attacker with administrator rights
    Rate read{};             // disk: all jobs together
    Rate write{};
    std::int64_t drives = 1;  // tape library
    std::int64_t drives_per_job = 2;
    std::string library;                 // vault: the library whose tapes lie in it
    std::string reader;                  // vault: the library that reads them when that one is lost
    Uncertain<sim::Duration> courier{};  // vault: from call to tapes in the library
    std::string array;                   // array: failure domain as the workloads name it
    std::int64_t gateways = 1;           // gateway: so many alike, side by side
    Bytes cache;                         // gateway, each: what was written last is read from here
    Bytes upload_buffer;                 // gateway, each: what waits for its upload
    Bytes tape;                          // gateway: size of a virtual tape
    sim::Duration eject_after{};  // gateway: a tape is ejected this long after its first byte
};

std::span<const files::Choice<StoreKind>> choices(StoreKind);
void describe(Fields& fields, Store& store);

}  // namespace reentry
