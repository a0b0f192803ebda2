#include "sim/flow/level_solver.hpp"

#include <algorithm>

namespace reentry::sim::flow {

namespace {

// Two levels closer than this are one level; the difference is rounding.
constexpr double tie = 1e-14;

bool clearly_above(double a, double b) { return a > b * (1.0 + tie); }

}  // namespace

void LevelSolver::solve(Sharing& table, std::span<const std::uint32_t> changed) {
    table_ = &table;
    ++solve_;
    set_.clear();
    recapped_.clear();
    queue_.clear();
    fillings_.resize(table.links.size());
    for (const std::uint32_t link : changed) include(link);
    for (const std::uint32_t link : set_) refresh(link);
    for (const std::uint32_t link : set_) propose(link);
    while (!queue_.empty()) take_first();
    finish();
}

// The first candidate is filled, unless its level has risen meanwhile: then it waits its turn.
void LevelSolver::take_first() {
    const Candidate first = queue_.first();
    const double level = level_of(first.link);
    const bool rising = rises(first.link);
    if (rising && level > first.level && level < unlimited)
        return queue_.replace_first({level, first.link});
    queue_.pop();
    if (rising && level <= first.level) fill(first.link);
}

// Takes in the link and all that the classes held by it, directly or by steps, cross.
void LevelSolver::include(std::uint32_t first) {
    if (!table_->links[first].watched || in_set(first)) return;
    std::size_t next = set_.size();
    const auto add = [this](std::uint32_t link) {
        fillings_[link] = Filling{solve_, false, 0.0, 0.0, 0};
        table_->run_clock(link);
        set_.push_back(link);
    };
    add(first);
    for (; next < set_.size(); ++next)
        for (const std::uint32_t cell : table_->links[set_[next]].column)
            if (const std::uint32_t row = table_->cells[cell].row; !in_set(row)) add(row);
}

// Computes from the table what is left of the link and whose levels still rise.
void LevelSolver::refresh(std::uint32_t link) {
    const Link& at = table_->links[link];
    Filling& filling = fillings_[link];
    double load = table_->cells[at.capped].weight.value();
    filling.weight = 0.0;
    filling.rising = 0;
    for (const std::uint32_t id : at.row) {
        const Cell& cell = table_->cells[id];
        if (rises(cell.column)) {
            filling.weight += cell.weight.value();
            filling.rising += static_cast<std::uint32_t>(cell.members.size());
        } else {
            load += cell.weight.value() * table_->links[cell.column].level;
        }
    }
    filling.left = at.capacity - load;
}

// A lower bound of the link's level: exact when nobody who crosses it at another level has to come
// down.
double LevelSolver::level_of(std::uint32_t link) const {
    const Filling& filling = fillings_[link];
    if (filling.rising > 0) return std::max(0.0, filling.left) / filling.weight;
    const double capacity = table_->links[link].capacity;
    const bool overloaded = filling.left < -1e-12 * capacity;
    return overloaded ? 0.0 : unlimited;
}

void LevelSolver::propose(std::uint32_t link) {
    if (const double level = level_of(link); level < unlimited) queue_.push({level, link});
}

// Freezes the link at its level, unless that turns out to be higher: then it queues up again.
void LevelSolver::fill(std::uint32_t link) {
    refresh(link);
    const bool risen = let_go_to_caps(link) || draw_from_caps(link) || draw_from_outside(link) ||
                       draw_from_set(link);
    if (risen)
        propose(link);
    else if (const double level = level_of(link); fillings_[link].rising > 0)
        freeze(link, level);
    else
        fillings_[link].frozen = true;
}

// The level rises with each class let go; no further than to where another link may fill first.
bool LevelSolver::let_go_to_caps(std::uint32_t link) {
    const double other = queue_.empty() ? unlimited : queue_.first().level;
    const double ceiling = std::max(level_of(link), other);
    bool any = false;
    while (fillings_[link].rising > 0) {
        const CapEntry* lowest = table_->links[link].group_caps.top(
            [this](const CapEntry& entry) { return table_->holds(entry); });
        const double level = std::min(level_of(link), ceiling);
        if (lowest == nullptr || !clearly_above(level, lowest->key)) break;
        to_cap(lowest->flow_class);
        any = true;
    }
    return any;
}

bool LevelSolver::draw_from_caps(std::uint32_t link) {
    bool any = false;
    while (true) {
        const CapEntry* highest = table_->links[link].crossing_caps.top(
            [this](const CapEntry& entry) { return table_->holds(entry); });
        if (highest == nullptr || !clearly_above(-highest->key, level_of(link))) break;
        const std::uint32_t flow_class = highest->flow_class;
        if (table_->classes[flow_class].capped_in == solve_) break;
        from_cap(flow_class, link);
        any = true;
    }
    join(joining_);
    return any;
}

bool LevelSolver::draw_from_outside(std::uint32_t link) {
    const double level = level_of(link);
    joining_.clear();
    for (const std::uint32_t id : table_->links[link].row) {
        const std::uint32_t column = table_->cells[id].column;
        if (!in_set(column) && clearly_above(table_->links[column].level, level))
            joining_.push_back(column);
    }
    const bool any = !joining_.empty();
    join(joining_);
    return any;
}

// Moves between links that both rise change no candidate; only a class that goes to its cap does.
bool LevelSolver::draw_from_set(std::uint32_t link) {
    const double level = level_of(link);
    drawn_.clear();
    for (const std::uint32_t id : table_->links[link].row) {
        const Cell& cell = table_->cells[id];
        if (cell.column == link || !rises(cell.column)) continue;
        for (const Member& member : cell.members) drawn_.push_back(member.flow_class);
    }
    bool any = false;
    for (const std::uint32_t flow_class : drawn_) {
        if (clearly_above(level, table_->classes[flow_class].cap_level)) {
            to_cap(flow_class);
            any = true;
        } else {
            table_->move(flow_class, link);
        }
    }
    return any;
}

void LevelSolver::to_cap(std::uint32_t id) {
    table_->move(id, own_cap);
    FlowClass& flow_class = table_->classes[id];
    flow_class.capped_in = solve_;
    recapped_.push_back(id);
    for (const ClassHop& hop : flow_class.hops) {
        if (!rises(hop.link)) continue;
        Filling& filling = fillings_[hop.link];
        const double weight = hop.use * flow_class.weight.value();
        filling.left -= weight * flow_class.cap_level;
        filling.weight -= weight;
        --filling.rising;
    }
}

void LevelSolver::from_cap(std::uint32_t id, std::uint32_t link) {
    table_->move(id, link);
    const FlowClass& flow_class = table_->classes[id];
    recapped_.push_back(id);
    for (const ClassHop& hop : flow_class.hops) {
        if (rises(hop.link)) {
            Filling& filling = fillings_[hop.link];
            const double weight = hop.use * flow_class.weight.value();
            filling.left += weight * flow_class.cap_level;
            filling.weight += weight;
            ++filling.rising;
            if (hop.link != link) propose(hop.link);
        } else if (!in_set(hop.link) && table_->links[hop.link].full) {
            joining_.push_back(hop.link);
        }
    }
}

// Takes links from outside into the running solve: their classes rise again.
void LevelSolver::join(std::span<const std::uint32_t> links) {
    const std::size_t before = set_.size();
    for (const std::uint32_t link : links) include(link);
    for (std::size_t i = before; i < set_.size(); ++i) {
        for (const std::uint32_t cell : table_->links[set_[i]].column) {
            const std::uint32_t row = table_->cells[cell].row;
            if (!rises(row)) continue;
            refresh(row);
            propose(row);
        }
        refresh(set_[i]);
        propose(set_[i]);
    }
    joining_.clear();
}

void LevelSolver::freeze(std::uint32_t link, double level) {
    fillings_[link].frozen = true;
    table_->links[link].level = level;
    for (const std::uint32_t id : table_->links[link].column) {
        const Cell& cell = table_->cells[id];
        if (!rises(cell.row)) continue;
        Filling& filling = fillings_[cell.row];
        filling.left -= cell.weight.value() * level;
        filling.weight -= cell.weight.value();
        filling.rising -= static_cast<std::uint32_t>(cell.members.size());
    }
}

// Links that nobody has as bottleneck are not full, but for ties with another link.
void LevelSolver::finish() {
    for (const std::uint32_t id : set_) {
        Link& link = table_->links[id];
        if (link.group == 0) link.level = unlimited;
        const bool full = link.group > 0 ||
                          (table_->is_crossed(id) && fillings_[id].left <= 1e-12 * link.capacity);
        if (full == link.full) continue;
        if (link.full) link.full_seconds += table_->now.seconds_since(link.full_since);
        link.full = full;
        link.full_since = table_->now;
    }
}

}  // namespace reentry::sim::flow
