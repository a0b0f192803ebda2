// How flows come into their classes and leave them, and which links that concerns.
#include "sim/flow/fluid.hpp"

#include <algorithm>
#include <bit>

namespace reentry::sim {

namespace {

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

bool FluidNetwork::moves(const flow::FlowEntry& entry) const {
    const FlowState& flow = flows_[entry.slot];
    return flow.generation == entry.generation && flow.phase == FlowState::Phase::moving;
}

void FluidNetwork::mark_changed(std::uint32_t link) {
    if (table_.links[link].changed) return;
    table_.links[link].changed = true;
    changed_.push_back(link);
}
}  // namespace reentry::sim
