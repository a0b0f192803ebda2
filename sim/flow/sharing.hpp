// Who shares what: links, classes of flows, and the table of how much each link carries for each
// bottleneck.
//
// A *link* is a capacity. A *class* holds all flows of one path and one cap level (cap / weight),
// so its flows have one level, and what each has attained per unit of weight differs by a constant.
// The *bottleneck* of a class is the full link that sets its level, or its own cap. The cell (row,
// column) holds the classes that cross link `row` and have their bottleneck at link `column`; its
// weight is the load that they put on the row per unit of the column's level. When a level changes,
// all classes of its column change their rate without being touched: their attained service is the
// column's clock plus an offset.
//
// Invariants: every hop of every class stands in exactly one cell; a watched link's hops stand in
// the column of the class's bottleneck (or in the link's `capped` cell), an unwatched link's in its
// `unwatched` cell. A link is unwatched only while the upper bounds of its flows' rates cannot fill
// it. Attained service and clocks are bytes per unit of weight.
#pragma once

#include "sim/flow/cell_index.hpp"
#include "sim/flow/heaps.hpp"
#include "sim/flow/instant.hpp"
#include "sim/flow/path.hpp"
#include "sim/flow/two_double.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace reentry::sim::flow {

inline constexpr std::uint32_t none = 0xFFFFFFFF;
inline constexpr std::uint32_t own_cap = 0xFFFFFFFE;    // as bottleneck: the class moves at its cap
inline constexpr std::uint32_t unwatched = 0xFFFFFFFD;  // as column: the link cannot fill

// A flow in the heap of its class; stale once the slot's generation has moved on.
struct FlowEntry {
    TwoDouble tag;
    std::uint32_t slot;
    std::uint32_t generation;
    friend bool later(const FlowEntry& a, const FlowEntry& b) { return a.tag > b.tag; }
};

// A class in the heap of its bottleneck, by the clock at which its first flow is complete.
struct ClassEntry {
    TwoDouble key;
    std::uint32_t flow_class;
    std::uint32_t stamp;
    friend bool later(const ClassEntry& a, const ClassEntry& b) { return a.key > b.key; }
};

// A class in a heap by cap level: the smallest first among those held by a link, the largest first
// (by a negated key) among those that cross a link at their cap.
struct CapEntry {
    double key;
    std::uint32_t flow_class;
    std::uint32_t stamp;
    friend bool later(const CapEntry& a, const CapEntry& b) { return a.key > b.key; }
};

struct Member {
    std::uint32_t flow_class;
    std::uint32_t hop;
};

struct Cell {
    std::uint32_t row = none;
    std::uint32_t column = none;
    std::uint32_t row_position = 0;     // in Link::row
    std::uint32_t column_position = 0;  // in Link::column
    TwoDouble weight;
    std::vector<Member> members;
};

struct ClassHop {
    std::uint32_t link;
    double use;
    std::uint32_t cell = none;
    std::uint32_t position = 0;  // in Cell::members
};

struct FlowClass {
    std::vector<ClassHop> hops;
    double cap_level = unlimited;
    double path_rate =
        unlimited;  // no flow of the path can be faster, by the links' widest capacities
    std::uint32_t bottleneck = none;
    std::uint32_t count = 0;
    TwoDouble weight;      // of all flows
    TwoDouble rate_bound;  // sum of min(cap, path_rate)
    TwoDouble offset;  // attained = bottleneck's clock + offset; at own cap: attained at `since`
    Instant since;     // only at own cap
    TwoDouble counted_until;      // attained service up to which `moved` counts
    double moved = 0.0;           // bytes
    std::uint32_t placing = 0;    // counts changes of bottleneck
    std::uint32_t front = 0;      // counts changes of bottleneck or of the first flow
    std::uint64_t capped_in = 0;  // the solve that last put it at its cap
    std::size_t hash = 0;         // of path and cap level
    LazyHeap<FlowEntry> flows;
};

struct Link {
    double capacity = 0.0;
    double widest = 0.0;       // the largest capacity that it has had
    double level = unlimited;  // unlimited while it is not full
    TwoDouble rate_bound;      // no more than this can ever be asked of it
    bool watched = false;
    bool full = false;
    bool changed = false;               // stands in the list from which the next solve starts
    TwoDouble clock;                    // integral of level over time while the group is not empty
    Instant since;                      // up to which the clock has run
    std::vector<std::uint32_t> row;     // cells of the classes that cross this link
    std::vector<std::uint32_t> column;  // cells of the classes that have their bottleneck here
    std::uint32_t capped = none;        // cell of the classes that cross it at their own cap
    std::uint32_t unwatched = none;     // cell of all classes while unwatched
    std::uint32_t group = 0;            // how many classes have their bottleneck here
    LazyHeap<ClassEntry> finishes;      // of the group
    LazyHeap<CapEntry> group_caps;      // of the group: lowest cap level first
    LazyHeap<CapEntry> crossing_caps;   // of the capped classes that cross: highest cap level first
    double carried = 0.0;               // bytes of classes that are no more
    double full_seconds = 0.0;
    Instant full_since;
};

class Sharing {
 public:
    std::vector<Link> links;
    std::vector<FlowClass> classes;
    std::vector<Cell> cells;
    Instant now;

    std::uint32_t add_link(double capacity);

    // A class without flows, on these links (distinct); it stands in no cell before place().
    std::uint32_t add_class(std::span<const Hop> path, double cap_level);
    void place(std::uint32_t flow_class, std::uint32_t bottleneck);
    void remove_class(std::uint32_t flow_class);

    // Moves the class to another bottleneck; what it has attained stays.
    void move(std::uint32_t flow_class, std::uint32_t bottleneck);

    // Adds one flow of this weight and upper bound of its rate; with both negative, removes one.
    void change_weight(std::uint32_t flow_class, double weight, double rate_bound);

    // The bottleneck that a new class will most likely have, by the present levels.
    std::uint32_t likely_bottleneck(const FlowClass& flow_class) const;

    // Puts the class into the heap of its bottleneck by its first flow.
    void push_finish(std::uint32_t flow_class);

    void replace_rate_bound(std::uint32_t flow_class, const TwoDouble& rate_bound);

    // Can the link's flows fill it? Watches it from then on, or no longer when they are far from
    // it.
    void watch_if_needed(std::uint32_t link);
    void unwatch_if_possible(std::uint32_t link);

    // Lets the link's clock run up to now at its present level.
    void run_clock(std::uint32_t link);

    TwoDouble attained(const FlowClass& flow_class) const;
    double level(const FlowClass& flow_class) const;
    double moved(const FlowClass& flow_class) const;  // bytes of all its flows, those gone included
    double path_rate(std::span<const ClassHop> hops) const;

    // All classes that cross the link: applies visit(Member).
    template <class Visit>
    void for_each_crossing(std::uint32_t link, Visit visit) const {
        const Link& at = links[link];
        for (const std::uint32_t cell : {at.capped, at.unwatched})
            for (const Member& member : cells[cell].members) visit(member);
        for (const std::uint32_t cell : at.row)
            for (const Member& member : cells[cell].members) visit(member);
    }

    bool is_crossed(std::uint32_t link) const {
        const Link& at = links[link];
        return !at.row.empty() || !cells[at.capped].members.empty() ||
               !cells[at.unwatched].members.empty();
    }

    bool holds(const ClassEntry& entry) const {
        return classes[entry.flow_class].front == entry.stamp;
    }
    bool holds(const CapEntry& entry) const {
        return classes[entry.flow_class].placing == entry.stamp;
    }

 private:
    std::uint32_t new_cell(std::uint32_t row, std::uint32_t column);
    std::uint32_t cell_of(std::uint32_t link, std::uint32_t bottleneck);
    void free_cell(std::uint32_t cell);
    void attach(std::uint32_t flow_class, std::uint32_t hop);
    void detach(std::uint32_t flow_class, std::uint32_t hop);
    void enter_group(std::uint32_t flow_class, const TwoDouble& attained);
    void leave_group(std::uint32_t flow_class);
    void rehang(std::uint32_t link);
    double contribution(const FlowClass& flow_class, const ClassHop& hop) const;

    CellIndex index_;
    std::vector<std::uint32_t> free_cells_;
    std::vector<std::uint32_t> free_classes_;
    std::vector<Member> scratch_;
};

}  // namespace reentry::sim::flow
