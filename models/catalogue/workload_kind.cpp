#include "models/catalogue/workload_kind.hpp"

#include "models/files/load.hpp"
#include "models/files/reader.hpp"

namespace reentry {

void describe(Fields& f, WorkloadKind& k) {
    f.required("id", k.id, "The kind as scenarios name it; also the file's name.");
    f.required("name", k.name, "Name for people.");
    f.required("stages", k.stages, "What a restore goes through, in order.");
    f.named_tables("source", k.sources, "source", "Documents that figures are taken from.");
    f.required("change", k.change, "Share of the data changed per day.");
    f.required("reduction", k.reduction, "Size before over size after reduction.");
    f.required("item_size", k.item_size, "Mean file, object, segment or image.");
    f.required("replay_rate", k.replay_rate, "Rate of log replay.");
    f.required("rehydrate_rate", k.rehydrate_rate, "Rate of writing restored data back.");
    f.required("start", k.start, "From the last byte to running.");
}

WorkloadKind read_workload_kind(const std::filesystem::path& path, Diagnostics& diagnostics) {
    return files::read<WorkloadKind>(files::load_file(path, diagnostics), diagnostics);
}

WorkloadKind read_workload_kind_text(const std::string& name, const std::string& text,
                                     Diagnostics& diagnostics) {
    return files::read<WorkloadKind>(files::load_text(name, text, diagnostics), diagnostics);
}

}  // namespace reentry
