// The cells of the table: where each hop of each class stands.
#include "sim/flow/sharing.hpp"

namespace reentry::sim::flow {

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
}  // namespace reentry::sim::flow
