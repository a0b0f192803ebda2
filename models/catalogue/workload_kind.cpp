#include "models/catalogue/workload_kind.hpp"

#include "models/files/load.hpp"
#include "models/files/reader.hpp"

namespace reentry {

namespace {

// Keys of the workload's `stages`, each of which a kind may do without.
void describe_stages(Fields& f, WorkloadKind& k) {
    f.optional("items_per_second", k.items_per_second, "Files, objects or layers of a member.");
    f.optional("promote", k.promote, "Making a replica fit to serve where it lies.");
    f.optional("switch_over", k.switch_over, "Until clients find a replica that took over.");
    f.optional("log_fetch", k.log_fetch, "Speed of fetching logs, of a member.");
    f.optional("side_by_side", k.side_by_side, "Images restored at the same time.");
    f.optional("boot", k.boot, "Booting the machines that came last.");
    f.optional("etcd", k.etcd, "Snapshot of a cluster's etcd.");
    f.optional("api_objects", k.api_objects, "Objects of a cluster.");
    f.optional("api_objects_per_second", k.api_objects_per_second,
               "Objects that the API server of a cluster lets through.");
    f.optional("volumes_at_once", k.volumes_at_once, "Volumes provisioned at the same time.");
    f.optional("provision", k.provision, "Provisioning one volume.");
    f.optional("movers_per_node", k.movers_per_node, "Data movers on one node.");
    f.optional("mover", k.mover, "Speed of one data mover.");
    f.optional("segment", k.segment, "Size at which a segment is closed.");
    f.optional("offsets", k.offsets, "Restoring the offsets of consumers.");
    f.optional("import_rate", k.import_rate, "Speed of importing an image, of a member.");
    f.optional("index", k.index, "The database or catalogue that knows the data.");
    f.optional("runners", k.runners, "Runners, after the repositories.");
    f.optional("rebuild", k.rebuild, "Provisioning one server.");
}

}  // namespace

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
    describe_stages(f, k);
}

WorkloadKind read_workload_kind(const std::filesystem::path& path, Diagnostics& diagnostics) {
    return files::read<WorkloadKind>(files::load_file(path, diagnostics), diagnostics);
}

WorkloadKind read_workload_kind_text(const std::string& name, const std::string& text,
                                     Diagnostics& diagnostics) {
    return files::read<WorkloadKind>(files::load_text(name, text, diagnostics), diagnostics);
}

}  // namespace reentry
