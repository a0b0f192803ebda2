// Classes of flows, their groups and clocks.
#include "sim/flow/sharing.hpp"

#include <algorithm>
#include <utility>

namespace reentry::sim::flow {

std::uint32_t Sharing::add_link(double capacity) {
    const auto link = static_cast<std::uint32_t>(links.size());
    links.emplace_back();
    links[link].capacity = links[link].widest = capacity;
    links[link].capped = new_cell(link, own_cap);
    links[link].unwatched = new_cell(link, unwatched);
    return link;
}

std::uint32_t Sharing::add_class(std::span<const Hop> path, double cap_level) {
    std::uint32_t id = static_cast<std::uint32_t>(classes.size());
    if (free_classes_.empty()) {
        classes.emplace_back();
    } else {
        id = free_classes_.back();
        free_classes_.pop_back();
    }
    FlowClass& made = classes[id];
    for (const Hop& hop : path) made.hops.push_back({hop.capacity.index, hop.use});
    made.cap_level = cap_level;
    made.path_rate = path_rate(made.hops);
    return id;
}

double Sharing::path_rate(std::span<const ClassHop> hops) const {
    double rate = unlimited;
    for (const ClassHop& hop : hops) rate = std::min(rate, links[hop.link].widest / hop.use);
    return rate;
}

void Sharing::place(std::uint32_t id, std::uint32_t bottleneck) {
    FlowClass& flow_class = classes[id];
    flow_class.bottleneck = bottleneck;
    enter_group(id, {});
    for (std::uint32_t hop = 0; hop < flow_class.hops.size(); ++hop) attach(id, hop);
}

void Sharing::remove_class(std::uint32_t id) {
    FlowClass& flow_class = classes[id];
    for (std::uint32_t hop = 0; hop < flow_class.hops.size(); ++hop) {
        links[flow_class.hops[hop].link].carried += flow_class.hops[hop].use * flow_class.moved;
        detach(id, hop);
    }
    leave_group(id);
    FlowClass fresh;  // keeps the memory and the stamps, which outdate all entries of the old class
    fresh.hops = std::move(flow_class.hops);
    fresh.hops.clear();
    fresh.flows = std::move(flow_class.flows);
    fresh.flows.clear();
    fresh.placing = flow_class.placing;
    fresh.front = flow_class.front;
    flow_class = std::move(fresh);
    free_classes_.push_back(id);
}

void Sharing::move(std::uint32_t id, std::uint32_t bottleneck) {
    FlowClass& flow_class = classes[id];
    const TwoDouble so_far = attained(flow_class);
    for (std::uint32_t hop = 0; hop < flow_class.hops.size(); ++hop) detach(id, hop);
    leave_group(id);
    flow_class.bottleneck = bottleneck;
    enter_group(id, so_far);
    for (std::uint32_t hop = 0; hop < flow_class.hops.size(); ++hop) attach(id, hop);
}

void Sharing::enter_group(std::uint32_t id, const TwoDouble& so_far) {
    FlowClass& flow_class = classes[id];
    flow_class.offset = so_far;
    if (flow_class.bottleneck == own_cap) {
        flow_class.since = now;
        return;
    }
    Link& link = links[flow_class.bottleneck];
    run_clock(flow_class.bottleneck);
    flow_class.offset.subtract(link.clock);
    ++link.group;
    if (flow_class.cap_level < unlimited) {
        link.group_caps.prune(link.group, [this](const CapEntry& entry) { return holds(entry); });
        link.group_caps.push({flow_class.cap_level, id, flow_class.placing});
    }
    push_finish(id);
}

void Sharing::push_finish(std::uint32_t id) {
    const FlowClass& flow_class = classes[id];
    Link& link = links[flow_class.bottleneck];
    link.finishes.prune(link.group, [this](const ClassEntry& entry) { return holds(entry); });
    TwoDouble key = flow_class.flows.entries().front().tag;
    key.subtract(flow_class.offset);
    link.finishes.push({key, id, flow_class.front});
}

void Sharing::leave_group(std::uint32_t id) {
    FlowClass& flow_class = classes[id];
    ++flow_class.placing;
    ++flow_class.front;
    if (flow_class.bottleneck == own_cap) return;
    Link& link = links[flow_class.bottleneck];
    if (--link.group > 0) return;
    link.clock = {};
    link.finishes.clear();
    link.group_caps.clear();
}

void Sharing::change_weight(std::uint32_t id, double weight, double rate_bound) {
    FlowClass& flow_class = classes[id];
    const bool placed = flow_class.bottleneck != none;
    if (placed) {
        flow_class.moved = moved(flow_class);
        flow_class.counted_until = attained(flow_class);
    }
    for (const ClassHop& hop : flow_class.hops) {
        if (placed) cells[hop.cell].weight.add(-contribution(flow_class, hop));
        links[hop.link].rate_bound.add(-hop.use * flow_class.rate_bound.value());
    }
    flow_class.count += weight > 0 ? 1 : -1;
    flow_class.weight.add(weight);
    flow_class.rate_bound.add(rate_bound);
    if (flow_class.count == 0) flow_class.weight = flow_class.rate_bound = {};
    for (const ClassHop& hop : flow_class.hops) {
        if (placed) cells[hop.cell].weight.add(contribution(flow_class, hop));
        links[hop.link].rate_bound.add(hop.use * flow_class.rate_bound.value());
    }
}

void Sharing::replace_rate_bound(std::uint32_t id, const TwoDouble& rate_bound) {
    FlowClass& flow_class = classes[id];
    for (const ClassHop& hop : flow_class.hops) {
        links[hop.link].rate_bound.add(-hop.use * flow_class.rate_bound.value());
        links[hop.link].rate_bound.add(hop.use * rate_bound.value());
    }
    flow_class.rate_bound = rate_bound;
}

std::uint32_t Sharing::likely_bottleneck(const FlowClass& flow_class) const {
    std::uint32_t lowest = own_cap;
    double level = flow_class.cap_level;
    for (const ClassHop& hop : flow_class.hops) {
        if (!links[hop.link].watched) continue;
        if (links[hop.link].level >= level && level < unlimited) continue;
        lowest = hop.link;
        level = links[hop.link].level;
    }
    return lowest;
}

void Sharing::run_clock(std::uint32_t id) {
    Link& link = links[id];
    if (link.group > 0 && link.since < now)
        link.clock.add(link.level * now.seconds_since(link.since));
    link.since = now;
}

TwoDouble Sharing::attained(const FlowClass& flow_class) const {
    TwoDouble sum = flow_class.offset;
    if (flow_class.bottleneck == own_cap) {
        sum.add(flow_class.cap_level * now.seconds_since(flow_class.since));
        return sum;
    }
    const Link& link = links[flow_class.bottleneck];
    sum.add(link.clock);
    if (link.since < now) sum.add(link.level * now.seconds_since(link.since));
    return sum;
}

double Sharing::level(const FlowClass& flow_class) const {
    return flow_class.bottleneck == own_cap ? flow_class.cap_level
                                            : links[flow_class.bottleneck].level;
}

double Sharing::moved(const FlowClass& flow_class) const {
    return flow_class.moved +
           flow_class.weight.value() * difference(attained(flow_class), flow_class.counted_until);
}
}  // namespace reentry::sim::flow
