// Getting the bytes of a chosen copy to where they are needed: courier, thaw, drives, links.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// A part of a candidate: so much of its bytes and objects, its logs left out.
Candidate share_of(const Candidate& source, double share);

// Bytes of the candidate, out of its copy's place to where the workload comes back.
Shipment shipment_of(Recovery& recovery, std::size_t workload, const Candidate& source,
                     double bytes);

// Moves the bytes and notes what held them back.
sim::Task<void> move_bytes(Recovery& recovery, std::size_t workload, Shipment shipment, Stage what);

// Whether all of the candidate is asked for at once, and none of it can be had before the rest:
// frozen, or on virtual tapes.
bool comes_as_one(const Recovery& recovery, const Candidate& source);

// Brings the candidate's bytes to the workload's site, noted as the stage `what`.
sim::Task<void> fetch(Recovery& recovery, std::size_t workload, Candidate source,
                      Stage what = Stage::transfer);

}  // namespace reentry
