// How time passes in the fluid network: which flow ends next, and what its end changes.
#include "sim/check.hpp"
#include "sim/flow/fluid.hpp"

#include <algorithm>

namespace reentry::sim {

using flow::Instant;
using flow::own_cap;

namespace {

// Flows that finish within a picosecond of each other finish together.
constexpr double together_seconds = 1e-12;

}  // namespace

// The class has another first flow: its place in the group's heap moves.
void FluidNetwork::front_changed(std::uint32_t id) {
    flow::FlowClass& flow_class = table_.classes[id];
    flow_class.flows.top([this](const flow::FlowEntry& entry) { return moves(entry); });
    fetch_next(flow_class);
    ++flow_class.front;
    if (flow_class.bottleneck == own_cap)
        reschedule_class(id);
    else
        table_.push_finish(id);
}

// One of the root's children in the heap is first after the present one.
void FluidNetwork::fetch_next(const flow::FlowClass& flow_class) const {
    const auto& entries = flow_class.flows.entries();
    for (std::size_t i = 1; i < std::min<std::size_t>(entries.size(), 5); ++i)
        __builtin_prefetch(&flows_[entries[i].slot]);
}

void FluidNetwork::reschedule_link(std::uint32_t id) {
    flow::Link& link = table_.links[id];
    const flow::ClassEntry* first =
        link.finishes.top([this](const flow::ClassEntry& entry) { return table_.holds(entry); });
    if (first == nullptr || link.level == 0.0) {
        link_finishes_.erase(id);
        return;
    }
    const double left = std::max(0.0, difference(first->key, link.clock));
    link_finishes_.set(id, link.since.after(left / link.level));
}

void FluidNetwork::reschedule_class(std::uint32_t id) {
    const flow::FlowClass& flow_class = table_.classes[id];
    const flow::TwoDouble& tag = flow_class.flows.entries().front().tag;
    const double left = std::max(0.0, difference(tag, flow_class.offset));
    class_finishes_.set(id, flow_class.since.after(left / flow_class.cap_level));
}

// Makes all rates right after changes; no time passes in between.
void FluidNetwork::settle() {
    if (!changed_.empty()) {
        for (const std::uint32_t link : changed_) table_.links[link].changed = false;
        solver_.solve(table_, changed_);
        changed_.clear();
        for (const std::uint32_t link : solver_.reached()) reschedule_link(link);
        for (const std::uint32_t id : solver_.recapped()) {
            if (table_.classes[id].bottleneck == own_cap)
                reschedule_class(id);
            else
                class_finishes_.erase(id);
        }
    }
    for (const std::uint32_t link : loosened_) table_.unwatch_if_possible(link);
    loosened_.clear();
}

Instant FluidNetwork::next_finish() const {
    Instant next = Instant::never();
    if (!link_finishes_.empty()) next = link_finishes_.top_key();
    if (!class_finishes_.empty()) next = std::min(next, class_finishes_.top_key());
    return next;
}

void FluidNetwork::run_to(Time now) {
    if (!begun_) table_.now = Instant::of(now);
    begun_ = true;
    REENTRY_CHECK(now >= table_.now.rounded(), "time runs backwards by {} ns",
                  (table_.now.rounded() - now).count());
    for (settle();; settle()) {
        const Instant next = next_finish();
        if (next == Instant::never() || next.rounded() > now) break;
        table_.now = std::max(table_.now, next);
        finish_due(table_.now.after(together_seconds));
    }
    table_.now = std::max(table_.now, Instant::of(now));
}

void FluidNetwork::finish_due(Instant limit) {
    while (!link_finishes_.empty() && link_finishes_.top_key() <= limit)
        finish_due_of_link(link_finishes_.top(), limit);
    while (!class_finishes_.empty() && class_finishes_.top_key() <= limit)
        complete(table_.classes[class_finishes_.top()].flows.entries().front().slot);
}

// The link has changed by this and is scheduled anew by the next solve.
void FluidNetwork::finish_due_of_link(std::uint32_t id, Instant limit) {
    link_finishes_.erase(id);
    table_.run_clock(id);
    flow::Link& link = table_.links[id];
    while (const flow::ClassEntry* first = link.finishes.top(
               [this](const flow::ClassEntry& entry) { return table_.holds(entry); })) {
        const double left = std::max(0.0, difference(first->key, link.clock));
        if (table_.now.after(left / link.level) > limit) break;
        complete(table_.classes[first->flow_class].flows.entries().front().slot);
    }
    mark_changed(id);
}

void FluidNetwork::complete(std::uint32_t slot) {
    leave(slot);
    completed_.push_back({FlowId{slot, flows_[slot].generation}, table_.now.rounded()});
}
}  // namespace reentry::sim
