// A workload: something that runs, holds data and must come back. One entry may stand for many
// alike machines.
#pragma once

#include "models/files/choice.hpp"
#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"
#include "models/money/money_rate.hpp"
#include "models/scenario/stages.hpp"

#include <span>
#include <string>
#include <vector>

namespace reentry {

// What a workload is decides the stages of its recovery.
enum class Kind : std::uint8_t {
    virtual_machines,
    file_tree,
    postgresql,
    kafka,
    ceph_rbd,
    ceph_rgw,
    kubernetes,
    container_registry,
    object_bucket,
    code_forge,
    kubeflow,
    spark,
    identity,
    infrastructure_as_code,
};

struct Workload {
    std::string id;
    std::string name;
    Kind kind = Kind::virtual_machines;
    std::string site;
    std::string array;       // failure domain of its production storage; "" = the site's only one
    std::int64_t count = 1;  // alike machines, clusters or databases in this entry
    Bytes size;              // primary data at the start
    PerTime growth{};        // of the size, per year, compounding daily
    Uncertain<PerTime> change{};  // share of the data changed per day
    double hot_share = 0.3;  // share of the data on which the changes fall: how change saturates
    double reduction = 2.0;  // size before / size after compression and deduplication
    Bytes item_size;         // mean file, object or image size
    Rate logs{};             // log volume shipped besides the data (WAL, journal)
    sim::Duration rto{};
    sim::Duration rpo{};
    sim::Duration tolerable{};  // maximum tolerable outage
    MoneyRate outage_cost{};    // per hour
    MoneyRate loss_cost{};      // per hour of lost data
    std::int64_t priority = 5;  // 1 is restored first
    double minimum_share = 1;   // of its data: with that it serves, the rest is fetched behind
    std::vector<std::string> depends_on;
    Stages stages;
};

// A group of workloads that people ask for by name; back at the minimum level before everything is.
struct Service {
    std::string id;
    std::string name;
    std::vector<std::string> workloads;
    std::vector<std::string> minimum;  // enough to serve; empty = all of them
    std::int64_t priority = 0;   // of its workloads, where it is more urgent than theirs; 0 = none
    bool minimum_first = false;  // what its minimum level needs is restored before all else
    sim::Duration rto{};
    sim::Duration rpo{};
};

// A time in which an outage costs more: launch and early orbit, a flyby, a campaign.
struct CriticalWindow {
    std::string name;
    sim::Time begin{};
    sim::Duration length{};
    double factor = 1;                  // on the cost of an outage
    std::vector<std::string> services;  // empty = all
};

std::span<const files::Choice<Kind>> choices(Kind);
void describe(Fields& fields, Workload& workload);
void describe(Fields& fields, Service& service);
void describe(Fields& fields, CriticalWindow& window);

}  // namespace reentry
