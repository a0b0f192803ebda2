#include "sim/flow/fluid.hpp"

#include "sim/check.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace reentry::sim {

using flow::Instant;
using flow::own_cap;

namespace {

// Flows that finish within a picosecond of each other finish together.
constexpr double together_seconds = 1e-12;

// Sorted by capacity, each capacity once.
void make_canonical(std::span<const Hop> path, Path& canonical) {
    canonical.assign(path.begin(), path.end());
    std::sort(canonical.begin(), canonical.end(),
              [](const Hop& a, const Hop& b) { return a.capacity < b.capacity; });
    std::size_t kept = 0;
    for (const Hop& hop : canonical) {
        if (kept > 0 && canonical[kept - 1].capacity == hop.capacity)
            canonical[kept - 1].use += hop.use;
        else
            canonical[kept++] = hop;
    }
    canonical.resize(kept);
}

std::size_t hash_of(std::span<const Hop> path, double cap_level) {
    std::uint64_t hash = std::bit_cast<std::uint64_t>(cap_level);
    const auto mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 29;
    };
    for (const Hop& hop : path) {
        mix(hop.capacity.index);
        mix(std::bit_cast<std::uint64_t>(hop.use));
    }
    return static_cast<std::size_t>(hash);
}

bool same_path(std::span<const flow::ClassHop> hops, std::span<const Hop> path) {
    return std::equal(hops.begin(), hops.end(), path.begin(), path.end(),
                      [](const flow::ClassHop& a, const Hop& b) {
                          return a.link == b.capacity.index && a.use == b.use;
                      });
}

double rate_bound(const flow::FlowClass& flow_class, double weight) {
    return std::min(flow_class.cap_level * weight, flow_class.path_rate);
}

}  // namespace

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

// The flows across the link may now be faster than was thought possible, and fill other links.
void FluidNetwork::widen(std::uint32_t link) {
    std::vector<std::uint32_t> crossing;
    table_.for_each_crossing(
        link, [&](const flow::Member& member) { crossing.push_back(member.flow_class); });
    for (const std::uint32_t id : crossing) {
        flow::FlowClass& flow_class = table_.classes[id];
        flow_class.path_rate = table_.path_rate(flow_class.hops);
        flow::TwoDouble bound;
        for (const flow::FlowEntry& entry : flow_class.flows.entries())
            if (moves(entry)) bound.add(rate_bound(flow_class, flows_[entry.slot].weight));
        table_.replace_rate_bound(id, bound);
    }
    for (const std::uint32_t id : crossing) {
        for (const flow::ClassHop& hop : table_.classes[id].hops) {
            table_.watch_if_needed(hop.link);
            mark_changed(hop.link);
        }
    }
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

std::uint32_t FluidNetwork::new_slot() {
    if (free_slots_.empty()) {
        flows_.emplace_back();
        return static_cast<std::uint32_t>(flows_.size() - 1);
    }
    const std::uint32_t slot = free_slots_.back();
    free_slots_.pop_back();
    return slot;
}

void FluidNetwork::free_slot(std::uint32_t slot) {
    flows_[slot].phase = FlowState::Phase::free;
    ++flows_[slot].generation;
    free_slots_.push_back(slot);
}

bool FluidNetwork::moves(const flow::FlowEntry& entry) const {
    const FlowState& flow = flows_[entry.slot];
    return flow.generation == entry.generation && flow.phase == FlowState::Phase::moving;
}

// The class of all flows with this path and cap level; made when there is none.
std::uint32_t FluidNetwork::class_for(std::span<const Hop> path, double cap_level) {
    make_canonical(path, scratch_path_);
    const std::size_t hash = hash_of(scratch_path_, cap_level);
    const auto [first, last] = class_by_hash_.equal_range(hash);
    for (auto it = first; it != last; ++it) {
        const flow::FlowClass& found = table_.classes[it->second];
        if (found.cap_level == cap_level && same_path(found.hops, scratch_path_)) return it->second;
    }
    const std::uint32_t made = table_.add_class(scratch_path_, cap_level);
    table_.classes[made].hash = hash;
    class_by_hash_.emplace(hash, made);
    return made;
}

void FluidNetwork::join(std::uint32_t slot, std::uint32_t id) {
    FlowState& flow = flows_[slot];
    flow.flow_class = id;
    flow::FlowClass& flow_class = table_.classes[id];
    const bool placed = flow_class.bottleneck != flow::none;
    flow.tag = placed ? table_.attained(flow_class) : flow::TwoDouble{};
    flow.tag.add(flow.bytes / flow.weight);
    table_.change_weight(id, flow.weight, rate_bound(flow_class, flow.weight));
    flow_class.flows.push({flow.tag, slot, flow.generation});
    for (const flow::ClassHop& hop : flow_class.hops) {
        table_.watch_if_needed(hop.link);
        if (table_.links[hop.link].watched) mark_changed(hop.link);
    }
    if (!placed) table_.place(id, table_.likely_bottleneck(flow_class));
    if (flow_class.flows.entries().front().slot == slot) front_changed(id);
}

void FluidNetwork::leave(std::uint32_t slot) {
    const FlowState& flow = flows_[slot];
    const std::uint32_t id = flow.flow_class;
    flow::FlowClass& flow_class = table_.classes[id];
    for (const flow::ClassHop& hop : flow_class.hops)
        if (table_.links[hop.link].full) mark_changed(hop.link);
    table_.change_weight(id, -flow.weight, -rate_bound(flow_class, flow.weight));
    const bool was_first = flow_class.flows.entries().front().slot == slot;
    flows_[slot].phase = FlowState::Phase::complete;
    --active_;
    if (flow_class.count == 0) {
        retire(id);
    } else if (was_first) {
        front_changed(id);
    } else {
        flow_class.flows.prune(flow_class.count,
                               [this](const flow::FlowEntry& entry) { return moves(entry); });
    }
}

void FluidNetwork::retire(std::uint32_t id) {
    const auto [first, last] = class_by_hash_.equal_range(table_.classes[id].hash);
    class_by_hash_.erase(
        std::find_if(first, last, [id](const auto& entry) { return entry.second == id; }));
    class_finishes_.erase(id);
    for (const flow::ClassHop& hop : table_.classes[id].hops) loosened_.push_back(hop.link);
    table_.remove_class(id);
}

void FluidNetwork::mark_changed(std::uint32_t link) {
    if (table_.links[link].changed) return;
    table_.links[link].changed = true;
    changed_.push_back(link);
}

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
