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

std::uint32_t Sharing::new_cell(std::uint32_t row, std::uint32_t column) {
    std::uint32_t cell = static_cast<std::uint32_t>(cells.size());
    if (free_cells_.empty()) {
        cells.emplace_back();
    } else {
        cell = free_cells_.back();
        free_cells_.pop_back();
    }
    cells[cell].row = row;
    cells[cell].column = column;
    return cell;
}

// The cell in which a hop across `link` belongs.
std::uint32_t Sharing::cell_of(std::uint32_t link, std::uint32_t bottleneck) {
    Link& row = links[link];
    if (!row.watched) return row.unwatched;
    if (bottleneck == own_cap) return row.capped;
    std::uint32_t cell = index_.find(link, bottleneck);
    if (cell != CellIndex::missing) return cell;
    cell = new_cell(link, bottleneck);
    index_.insert(link, bottleneck, cell);
    cells[cell].row_position = static_cast<std::uint32_t>(row.row.size());
    row.row.push_back(cell);
    Link& column = links[bottleneck];
    cells[cell].column_position = static_cast<std::uint32_t>(column.column.size());
    column.column.push_back(cell);
    return cell;
}

void Sharing::free_cell(std::uint32_t id) {
    const Cell& cell = cells[id];
    std::vector<std::uint32_t>& row = links[cell.row].row;
    std::vector<std::uint32_t>& column = links[cell.column].column;
    cells[row.back()].row_position = cell.row_position;
    row[cell.row_position] = row.back();
    row.pop_back();
    cells[column.back()].column_position = cell.column_position;
    column[cell.column_position] = column.back();
    column.pop_back();
    index_.erase(cell.row, cell.column);
    free_cells_.push_back(id);
}

// The load of a class on a link per unit of its bottleneck's level; at its own cap the load itself.
// It is a pure function of the class, so what is taken out later is exactly what was put in.
double Sharing::contribution(const FlowClass& flow_class, const ClassHop& hop) const {
    const double weight = hop.use * flow_class.weight.value();
    return flow_class.bottleneck == own_cap ? weight * flow_class.cap_level : weight;
}

void Sharing::attach(std::uint32_t id, std::uint32_t hop_index) {
    FlowClass& flow_class = classes[id];
    ClassHop& hop = flow_class.hops[hop_index];
    hop.cell = cell_of(hop.link, flow_class.bottleneck);
    Cell& cell = cells[hop.cell];
    hop.position = static_cast<std::uint32_t>(cell.members.size());
    cell.members.push_back({id, hop_index});
    cell.weight.add(contribution(flow_class, hop));
    if (cell.column != own_cap) return;
    LazyHeap<CapEntry>& caps = links[hop.link].crossing_caps;
    caps.prune(cell.members.size(), [this](const CapEntry& entry) { return holds(entry); });
    caps.push({-flow_class.cap_level, id, flow_class.placing});
}

void Sharing::detach(std::uint32_t id, std::uint32_t hop_index) {
    FlowClass& flow_class = classes[id];
    ClassHop& hop = flow_class.hops[hop_index];
    Cell& cell = cells[hop.cell];
    cell.weight.add(-contribution(flow_class, hop));
    const Member last = cell.members.back();
    cell.members[hop.position] = last;
    classes[last.flow_class].hops[last.hop].position = hop.position;
    cell.members.pop_back();
    if (!cell.members.empty()) return;
    cell.weight = {};
    if (cell.column != own_cap && cell.column != unwatched) free_cell(hop.cell);
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

// The margin covers the rounding of use * (capacity / use).
void Sharing::watch_if_needed(std::uint32_t id) {
    Link& link = links[id];
    if (link.watched || link.rate_bound.value() < link.capacity * (1.0 - 1e-9)) return;
    link.watched = true;
    link.since = now;
    rehang(id);
}

// Half the capacity: a link at the edge does not change sides with every flow.
void Sharing::unwatch_if_possible(std::uint32_t id) {
    Link& link = links[id];
    if (!link.watched || link.group > 0 || link.rate_bound.value() > 0.5 * link.capacity) return;
    link.watched = false;
    rehang(id);
}

// Puts all hops across the link into the cells in which they now belong.
void Sharing::rehang(std::uint32_t id) {
    scratch_.clear();
    for_each_crossing(id, [this](const Member& member) { scratch_.push_back(member); });
    for (const Member& member : scratch_) detach(member.flow_class, member.hop);
    links[id].crossing_caps.clear();
    for (const Member& member : scratch_) attach(member.flow_class, member.hop);
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
