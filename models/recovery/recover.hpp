// One incident from failure to the last workload back: people, targets, thaws, drives and links, in
// dependency order, while the backups of whatever was not hit go on.
#pragma once

#include "models/operation/history.hpp"
#include "models/recovery/choose.hpp"
#include "models/recovery/damage.hpp"
#include "models/recovery/outcome.hpp"

#include <vector>

namespace reentry {

struct RecoveryOptions {
    bool spans = false;      // keep every stage of every workload, and the critical path
    Onlooker onlooker = {};  // is shown the world of the recovery
};

struct RecoveryResult {
    IncidentOutcome outcome;  // without costs
    Ledger usage;             // what the recovery used, state `recovery`
    std::size_t events = 0;
};

// Simulates the recovery from the damage, on the history of the same case.
RecoveryResult recover(const Case& what, const History& history, const Damage& damage,
                       std::uint64_t seed, const RecoveryOptions& options = {});

}  // namespace reentry
