// Noting what a recovery goes through, stage by stage.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Notes a stage that began at `span.begin` and ends now; one without length leaves no trace.
void note(Recovery& recovery, std::size_t workload, StageSpan span);

// Notes the wait for a queue, since `begin`: on what is what it is called.
void note_wait(Recovery& recovery, std::size_t workload, Stage stage, sim::Time begin,
               const std::string& queue);

// A stage that takes its time and nothing else.
sim::Task<void> stage(Recovery& recovery, std::size_t workload, Stage which, sim::Duration length);

}  // namespace reentry
