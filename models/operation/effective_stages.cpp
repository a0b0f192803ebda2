#include "models/operation/effective_stages.hpp"

namespace reentry {
namespace {

template <class T>
void take(T& own, const Sourced<T>& usual) {
    if (own == T{} && usual) own = *usual;
}

}  // namespace

Stages stages_of(const Workload& workload, const WorkloadKind* kind) {
    Stages stages = workload.stages;
    if (kind == nullptr) return stages;
    take(stages.start, kind->start);
    if (stages.rehydrate == Rate{} && kind->rehydrate_rate)  // of each member; ours is of all
        stages.rehydrate = *kind->rehydrate_rate * static_cast<double>(workload.count);
    take(stages.promote, kind->promote);
    take(stages.switch_over, kind->switch_over);
    take(stages.items_per_second, kind->items_per_second);
    take(stages.replay, kind->replay_rate);
    take(stages.log_fetch, kind->log_fetch);
    take(stages.side_by_side, kind->side_by_side);
    take(stages.boot, kind->boot);
    take(stages.etcd, kind->etcd);
    take(stages.api_objects, kind->api_objects);
    take(stages.api_objects_per_second, kind->api_objects_per_second);
    take(stages.volumes_at_once, kind->volumes_at_once);
    take(stages.provision, kind->provision);
    take(stages.movers_per_node, kind->movers_per_node);
    take(stages.mover, kind->mover);
    take(stages.segment, kind->segment);
    take(stages.offsets, kind->offsets);
    take(stages.import_rate, kind->import_rate);
    take(stages.index, kind->index);
    take(stages.runners, kind->runners);
    take(stages.rebuild, kind->rebuild);
    return stages;
}

}  // namespace reentry
