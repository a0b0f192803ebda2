// What is usual for a kind of workload, as its file in data/workload-kinds/ states it, each figure
// with its source.
//
// Change, reduction and item size are starting points for a scenario and never applied silently.
// What a recovery takes holds wherever the workload's own `stages` leave it at zero
// (models/operation/effective_stages.hpp); the optional figures bear the names of those keys and
// are left out where a kind has no such stage.
#pragma once

#include "models/catalogue/citation.hpp"
#include "models/diagnostic.hpp"
#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace reentry {

struct WorkloadKind {
    std::string id;  // as scenarios name the kind: "postgresql"
    std::string name;
    std::vector<std::string> stages;  // what a restore goes through, in order
    SourceDocuments sources;
    Sourced<PerTime> change;       // share of the data changed per day
    Sourced<double> reduction;     // size before over size after compression, deduplication
    Sourced<Bytes> item_size;      // mean file, object, segment or image
    Sourced<Rate> replay_rate;     // log replay
    Sourced<Rate> rehydrate_rate;  // writing restored data back
    Sourced<Uncertain<sim::Duration>> start;  // from the last byte to running
    Sourced<double> items_per_second, api_objects_per_second;
    Sourced<Rate> log_fetch, mover, import_rate;
    Sourced<std::int64_t> side_by_side, api_objects, volumes_at_once, movers_per_node;
    Sourced<Bytes> etcd, segment;
    Sourced<Uncertain<sim::Duration>> boot, provision, offsets, index, runners, rebuild, promote,
        switch_over;
};

void describe(Fields& fields, WorkloadKind& kind);

WorkloadKind read_workload_kind(const std::filesystem::path& path, Diagnostics& diagnostics);
WorkloadKind read_workload_kind_text(const std::string& name, const std::string& text,
                                     Diagnostics& diagnostics);

}  // namespace reentry
