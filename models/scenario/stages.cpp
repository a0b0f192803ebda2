#include "models/scenario/stages.hpp"

namespace reentry {
namespace {

void describe_databases(Fields& f, Stages& stages) {
    f.optional("replay", stages.replay,
               "Speed at which one thread replays logs, for each member; \"0 B/s\": as the kind.");
    f.optional(
        "log_fetch", stages.log_fetch,
        "Speed of fetching logs, for each member; \"0 B/s\": as the kind, else as the path.");
}

void describe_machines(Fields& f, Stages& stages) {
    f.optional("side_by_side", stages.side_by_side,
               "Virtual machines: images restored at the same time; 0: as the kind, else all.",
               {.at_least = 0});
    f.optional("boot", stages.boot, "Virtual machines: booting those that came last.");
}

void describe_clusters(Fields& f, Stages& stages) {
    f.optional("etcd", stages.etcd, "Kubernetes: snapshot of a cluster's etcd.");
    f.optional("api_objects", stages.api_objects,
               "Kubernetes: objects of a cluster that are created again.", {.at_least = 0});
    f.optional("api_objects_per_second", stages.api_objects_per_second,
               "Kubernetes: objects that a cluster's API server lets through; 0: as the kind.",
               {.at_least = 0});
    f.optional("volumes", stages.volumes, "Kubernetes: volumes of a cluster.", {.at_least = 0});
    f.optional("volumes_at_once", stages.volumes_at_once,
               "Kubernetes: volumes provisioned at the same time; 0: as the kind, else all.",
               {.at_least = 0});
    f.optional("provision", stages.provision, "Kubernetes: provisioning one volume.");
    f.optional("nodes", stages.nodes,
               "Kubernetes: nodes of a cluster that run data movers; 0: movers are no limit.",
               {.at_least = 0});
    f.optional("movers_per_node", stages.movers_per_node,
               "Kubernetes: data movers on one node; 0: as the kind.", {.at_least = 0});
    f.optional("mover", stages.mover, "Kubernetes: speed of one data mover.");
}

void describe_streams(Fields& f, Stages& stages) {
    f.optional("partitions", stages.partitions,
               "Kafka: partitions, whose open segments are lost where only closed ones are copied; "
               "0: none is lost.",
               {.at_least = 0});
    f.optional("segment", stages.segment, "Kafka: size at which a segment is closed.");
    f.optional("offsets", stages.offsets, "Kafka: restoring the offsets of consumers.");
}

void describe_servers(Fields& f, Stages& stages) {
    f.optional("rebuild_units", stages.rebuild_units,
               "Servers that are provisioned from code: always for infrastructure as code, for "
               "other kinds where the strategy copies them nowhere; 0: none.",
               {.at_least = 0});
    f.optional("rebuild_slots", stages.rebuild_slots, "Servers provisioned at the same time.",
               {.at_least = 1});
    f.optional("rebuild", stages.rebuild, "Provisioning time of one server.");
    f.optional("image", stages.image, "Building the image that the servers boot.");
    f.optional("configure", stages.configure,
               "Configuration run of one server, in the same slots.");
}

}  // namespace

void describe(Fields& f, Stages& stages) {
    f.optional("prepare", stages.prepare, "Until a clean target can receive bytes.");
    f.optional("start", stages.start, "From the last byte to running.");
    f.optional("verify", stages.verify, "Checks until it counts as serving.");
    f.optional("rehydrate", stages.rehydrate,
               "Speed of unpacking or rebuilding data on restore; \"0 B/s\": as the kind, else no "
               "limit.");
    f.optional("scan", stages.scan,
               "Speed of scanning for malware after ransomware; \"0 B/s\" when not scanned.");
    f.optional("promote", stages.promote,
               "Making a replica that takes over fit to serve; \"0 s\": as the kind.");
    f.optional(
        "switch_over", stages.switch_over,
        "Until clients find a replica that took over (DNS, addresses); \"0 s\": as the kind.");
    f.optional("items_per_second", stages.items_per_second,
               "Files, objects or layers of `item_size` that each member can create in a second; "
               "0: as the kind, else any number.",
               {.at_least = 0});
    describe_databases(f, stages);
    describe_machines(f, stages);
    describe_clusters(f, stages);
    describe_streams(f, stages);
    f.optional("import_rate", stages.import_rate,
               "Ceph RBD: speed of importing an image or a difference, for each member.");
    f.optional("index", stages.index,
               "Registry, Kubeflow, Spark: the database or catalogue that knows the data.");
    f.optional("runners", stages.runners, "Code forge: runners of its CI, after the repositories.");
    describe_servers(f, stages);
}

}  // namespace reentry
