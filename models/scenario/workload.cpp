#include "models/scenario/workload.hpp"

#include <array>

namespace reentry {
namespace {

constexpr std::array kinds{
    files::Choice{Kind::virtual_machines, "virtual-machines", "images with changed-block tracking"},
    files::Choice{Kind::file_tree, "file-tree", "shared file systems"},
    files::Choice{Kind::postgresql, "postgresql", "base backup, log fetch, single-threaded replay"},
    files::Choice{Kind::kafka, "kafka", "event streams"},
    files::Choice{Kind::ceph_rbd, "ceph-rbd", "block images on Ceph"},
    files::Choice{Kind::ceph_rgw, "ceph-rgw", "object gateway on Ceph"},
    files::Choice{Kind::kubernetes, "kubernetes", "control plane, objects and volumes"},
    files::Choice{Kind::container_registry, "container-registry", "images by layer"},
    files::Choice{Kind::object_bucket, "object-bucket", "buckets of objects"},
    files::Choice{Kind::code_forge, "code-forge", "repositories with their CI"},
    files::Choice{Kind::kubeflow, "kubeflow", "machine-learning pipelines and artefacts"},
    files::Choice{Kind::spark, "spark", "analysis clusters and their data"},
    files::Choice{Kind::identity, "identity", "DNS and identity services"},
    files::Choice{Kind::infrastructure_as_code, "infrastructure-as-code",
                  "rebuilt from code in provisioning slots"},
};

}  // namespace

std::span<const files::Choice<Kind>> choices(Kind) { return kinds; }

void describe(Fields& f, Workload& w) {
    f.id("id", w.id, "workload", "Name by which others refer to the workload.");
    f.optional("name", w.name, "Name for people.");
    f.required("kind", w.kind, "What it is: decides the stages of its recovery.");
    f.reference("site", w.site, "site", "Where it runs.");
    f.optional("array", w.array,
               "Failure domain of its production storage; empty: the only one of the site.");
    f.optional("count", w.count, "Alike machines, clusters or databases in this entry.",
               {.at_least = 1});
    f.required("size", w.size, "Primary data at the start, all of the entry.", {.above = Bytes{0}});
    f.optional("growth", w.growth, "Growth of the size per year, compounding.",
               {.above = PerTime::per_year(-1)});
    f.required("change", w.change, "Share of the data changed per day.",
               {.at_least = PerTime::per_year(0)});
    f.optional("hot_share", w.hot_share,
               "Share of the data on which the changes fall: how change saturates.",
               {.above = 0, .at_most = 1});
    f.optional("reduction", w.reduction,
               "Size before divided by size after compression and deduplication.", {.at_least = 1});
    f.required("item_size", w.item_size, "Mean size of a file, object or image.",
               {.above = Bytes{0}});
    f.optional("logs", w.logs, "Log volume (WAL, journal) shipped besides the data.");
    f.required("rto", w.rto, "Recovery time objective.", {.above = sim::Duration{0}});
    f.required("rpo", w.rpo, "Recovery point objective.", {.above = sim::Duration{0}});
    f.optional("tolerable", w.tolerable, "Maximum tolerable outage; \"0 s\" when not stated.");
    f.optional("outage_cost", w.outage_cost, "What an outage costs per time.");
    f.optional("loss_cost", w.loss_cost, "What lost data costs per time of lost work.");
    f.optional("priority", w.priority, "1 is restored first.", {.at_least = 1, .at_most = 9});
    f.optional("minimum_share", w.minimum_share,
               "Share of its data with which it serves; the rest is fetched behind.",
               {.above = 0, .at_most = 1});
    f.references("depends_on", w.depends_on, "workload", "What must serve before it can.");
    f.table("stages", w.stages, "What its recovery takes besides moving bytes.");
}

void describe(Fields& f, Service& s) {
    f.id("id", s.id, "service", "Name by which others refer to the service.");
    f.optional("name", s.name, "Name for people.");
    f.references("workloads", s.workloads, "workload", "What it is made of.");
    f.references("minimum", s.minimum, "workload",
                 "What must be back for its minimum level; empty: everything.");
    f.optional("priority", s.priority,
               "Priority of its workloads, where it is more urgent than their own; 0: theirs.",
               {.at_least = 0, .at_most = 9});
    f.optional("minimum_first", s.minimum_first,
               "Whether what its minimum level needs is restored before all else.");
    f.required("rto", s.rto, "Recovery time objective of the minimum level.",
               {.above = sim::Duration{0}});
    f.required("rpo", s.rpo, "Recovery point objective.", {.above = sim::Duration{0}});
    f.check(!s.workloads.empty(), "workloads", "at least one workload");
}

void describe(Fields& f, CriticalWindow& w) {
    f.required("name", w.name, "Name for people: \"launch of Vigil\".");
    f.required("begin", w.begin, "When it begins.");
    f.required("length", w.length, "How long it lasts.", {.above = sim::Duration{0}});
    f.required("factor", w.factor, "What it multiplies the cost of an outage with.",
               {.at_least = 1});
    f.references("services", w.services, "service", "Whose outages cost more; empty: all.");
}

}  // namespace reentry
