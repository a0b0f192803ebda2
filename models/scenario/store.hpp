// A store that the organisation owns: disk, Ceph, or a tape library with its off-site vault.
#pragma once

#include "models/files/choice.hpp"
#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"

#include <string>

namespace reentry {

enum class StoreKind : std::uint8_t { disk, tape_library, vault };

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
};

std::span<const files::Choice<StoreKind>> choices(StoreKind);
void describe(Fields& fields, Store& store);

}  // namespace reentry
