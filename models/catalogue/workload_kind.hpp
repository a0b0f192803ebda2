// What is usual for a kind of workload, as its file in data/workload-kinds/ states it: starting
// points for a scenario, each with its source, never applied silently.
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
};

void describe(Fields& fields, WorkloadKind& kind);

WorkloadKind read_workload_kind(const std::filesystem::path& path, Diagnostics& diagnostics);
WorkloadKind read_workload_kind_text(const std::string& name, const std::string& text,
                                     Diagnostics& diagnostics);

}  // namespace reentry
