// What the recovery of a workload takes besides moving its bytes.
//
// A value that is left at zero is taken from the file of the workload's kind in
// data/workload-kinds/, where that states one; see stages_of() in models/operation/case.hpp. Rates
// and counts "of a member" hold for each of the `count` alike members of a workload.
#pragma once

#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"

namespace reentry {

struct Stages {
    // All kinds.
    Uncertain<sim::Duration>
        prepare{};  // clean target ready to receive bytes (hypervisor, cluster, volumes)
    Uncertain<sim::Duration> start{};    // from last byte to running
    Uncertain<sim::Duration> verify{};   // checks until it counts as serving
    Rate rehydrate{};                    // rebuilding data on restore, whole workload; 0: no limit
    Rate scan{};                         // malware scan after ransomware; 0: not scanned
    Uncertain<sim::Duration> promote{};  // a replica that takes over: until it can serve
    Uncertain<sim::Duration> switch_over{};  // ... until clients find it (DNS, addresses)
    double items_per_second = 0;  // files, objects, layers that a member can create; 0: any

    // Databases: logs are fetched while one thread replays them.
    Rate replay{};     // of a member; 0: nothing to replay
    Rate log_fetch{};  // of a member; 0: no limit but the path's

    // Virtual machines.
    std::int64_t side_by_side = 0;    // images restored at the same time; 0: all
    Uncertain<sim::Duration> boot{};  // of the machines that came last

    // Kubernetes clusters, each.
    Bytes etcd{};                          // its snapshot
    std::int64_t api_objects = 0;          // to be created again
    double api_objects_per_second = 0;     // that its API server lets through
    std::int64_t volumes = 0;              // to be provisioned
    std::int64_t volumes_at_once = 0;      // of them; 0: all
    Uncertain<sim::Duration> provision{};  // of one volume
    std::int64_t nodes = 0;                // that run data movers; 0: movers are no limit
    std::int64_t movers_per_node = 0;
    Rate mover{};  // of one mover

    // Kafka: what is not in a closed segment is not in the store of segments.
    std::int64_t partitions = 0;  // 0: nothing is lost by open segments
    Bytes segment{};              // size at which one is closed
    Uncertain<sim::Duration> offsets{};

    // Ceph RBD: base and differences, imported in order.
    Rate import_rate{};  // of a member; 0: no limit

    // Registries, Kubeflow, Spark: what must know of the data. Forges: what builds.
    Uncertain<sim::Duration> index{};
    Uncertain<sim::Duration> runners{};

    // Servers to provision from code: always for infrastructure as code, which restores only its
    // state; of other kinds where the strategy keeps no copy of them.
    std::int64_t rebuild_units = 0;
    std::int64_t rebuild_slots = 1;        // of them at the same time
    Uncertain<sim::Duration> rebuild{};    // per server
    Uncertain<sim::Duration> image{};      // building the image that they boot
    Uncertain<sim::Duration> configure{};  // configuration run of a server, in the same slots
};

void describe(Fields& fields, Stages& stages);

}  // namespace reentry
