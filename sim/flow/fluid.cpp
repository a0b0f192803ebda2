// What the fluid network is asked from outside: capacities, flows, rates, use.
#include "sim/flow/fluid.hpp"

#include "sim/check.hpp"

#include <algorithm>
#include <utility>

namespace reentry::sim {

using flow::Instant;
using flow::own_cap;

CapacityId FluidNetwork::add_capacity(double rate, std::string name) {
    REENTRY_CHECK(rate >= 0 && rate < unlimited, "capacity '{}' of {} bytes/s", name, rate);
    names_.push_back(std::move(name));
    return CapacityId{table_.add_link(rate)};
}

void FluidNetwork::set_capacity(Time now, CapacityId id, double rate) {
    REENTRY_CHECK(id.index < names_.size(), "no capacity {}", id.index);
    REENTRY_CHECK(rate >= 0 && rate < unlimited, "{}: {} bytes/s", names_[id.index], rate);
    run_to(now);
    flow::Link& link = table_.links[id.index];
    if (link.capacity == rate) return;
    link.capacity = rate;
    if (rate > link.widest) {
        link.widest = rate;
        widen(id.index);
    }
    table_.watch_if_needed(id.index);
    mark_changed(id.index);
}

FlowId FluidNetwork::start(Time now, std::span<const Hop> path, double bytes, FlowOptions options) {
    REENTRY_CHECK(bytes >= 0 && bytes < unlimited, "a flow of {} bytes", bytes);
    REENTRY_CHECK(options.weight > 0 && options.weight < unlimited, "weight {}", options.weight);
    REENTRY_CHECK(options.cap > 0, "a flow capped at {} bytes/s", options.cap);
    REENTRY_CHECK(!path.empty() || options.cap < unlimited, "a flow without path and cap");
    for (const Hop& hop : path)
        REENTRY_CHECK(hop.capacity.index < names_.size() && hop.use > 0 && hop.use < unlimited,
                      "bad hop over capacity {} with use {}", hop.capacity.index, hop.use);
    run_to(now);
    const std::uint32_t slot = new_slot();
    FlowState& made = flows_[slot];
    made.order = started_++;
    made.bytes = bytes;
    made.weight = options.weight;
    const FlowId id{slot, made.generation};
    if (bytes == 0) {
        made.phase = FlowState::Phase::complete;
        completed_.push_back({id, now});
        return id;
    }
    made.phase = FlowState::Phase::moving;
    join(slot, class_for(path, options.cap / options.weight));
    ++active_;
    return id;
}

double FluidNetwork::cancel(Time now, FlowId id) {
    run_to(now);
    const FlowState& flow = state(id);
    const double left = remaining(now, id);
    const double moved = flow.bytes - left;
    if (flow.phase == FlowState::Phase::moving)
        leave(id.slot);
    else
        std::erase_if(completed_, [id](const Completion& done) { return done.flow == id; });
    free_slot(id.slot);
    return moved;
}

double FluidNetwork::rate(FlowId id) {
    settle();
    const FlowState& flow = state(id);
    if (flow.phase == FlowState::Phase::complete) return 0.0;
    return flow.weight * table_.level(table_.classes[flow.flow_class]);
}

std::optional<CapacityId> FluidNetwork::bottleneck(FlowId id) {
    settle();
    const FlowState& flow = state(id);
    if (flow.phase == FlowState::Phase::complete) return std::nullopt;
    const std::uint32_t link = table_.classes[flow.flow_class].bottleneck;
    if (link == own_cap || link == flow::none) return std::nullopt;
    return CapacityId{link};
}

double FluidNetwork::remaining(Time now, FlowId id) {
    run_to(now);
    const FlowState& flow = state(id);
    if (flow.phase == FlowState::Phase::complete) return 0.0;
    const flow::TwoDouble attained = table_.attained(table_.classes[flow.flow_class]);
    return std::clamp(flow.weight * difference(flow.tag, attained), 0.0, flow.bytes);
}

std::optional<Time> FluidNetwork::next_completion() {
    settle();
    if (!completed_.empty()) {
        const auto by_time = [](const Completion& a, const Completion& b) {
            return a.time < b.time;
        };
        return std::min_element(completed_.begin(), completed_.end(), by_time)->time;
    }
    const Instant next = next_finish();
    if (next == Instant::never()) return std::nullopt;
    return next.rounded();
}

std::vector<Completion> FluidNetwork::advance(Time now) {
    run_to(now);
    std::sort(completed_.begin(), completed_.end(),
              [this](const Completion& a, const Completion& b) {
                  if (a.time != b.time) return a.time < b.time;
                  return flows_[a.flow.slot].order < flows_[b.flow.slot].order;
              });
    for (const Completion& done : completed_) free_slot(done.flow.slot);
    return std::exchange(completed_, {});
}

CapacityUse FluidNetwork::use(Time now, CapacityId id) {
    REENTRY_CHECK(id.index < names_.size(), "no capacity {}", id.index);
    run_to(now);
    const flow::Link& link = table_.links[id.index];
    CapacityUse use{link.carried, link.full_seconds};
    table_.for_each_crossing(id.index, [&](const flow::Member& member) {
        const flow::FlowClass& flow_class = table_.classes[member.flow_class];
        use.bytes += flow_class.hops[member.hop].use * table_.moved(flow_class);
    });
    if (link.full) use.saturated_seconds += table_.now.seconds_since(link.full_since);
    return use;
}

FluidNetwork::FlowState& FluidNetwork::state(FlowId id) {
    REENTRY_CHECK(id.slot < flows_.size() && flows_[id.slot].generation == id.generation &&
                      flows_[id.slot].phase != FlowState::Phase::free,
                  "flow {}.{} is over", id.slot, id.generation);
    return flows_[id.slot];
}
}  // namespace reentry::sim
