// Fluid flows that share capacities max-min fairly, in time that the caller hands in.
//
// Every flow moves at rate weight * level. The level of a flow is the lowest of its cap (cap /
// weight) and the levels of the full capacities on its path; a capacity's level is the one at which
// its flows just fill it. That allocation is unique. Flows start and end at any instant, capacities
// change at any instant, and a change re-solves only the capacities that it can reach
// (sim/flow/level_solver.hpp).
//
// Time: calls come in the order of their `now`. A completion happens at an exact instant between
// the nanoseconds and is reported at the nearest one. Order of completions: by reported time, then
// by start. Accuracy: rates to about 1e-13 relative; a finishing time to the nanosecond or 1e-12 of
// the flow's duration. Source of the rule: D. Bertsekas, R. Gallager, Data Networks, 2nd
// ed., 6.5.2.
#pragma once

#include "sim/clock.hpp"
#include "sim/flow/heaps.hpp"
#include "sim/flow/instant.hpp"
#include "sim/flow/level_solver.hpp"
#include "sim/flow/path.hpp"
#include "sim/flow/sharing.hpp"
#include "sim/large_pages.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace reentry::sim {

// Names one flow; valid from start() until its completion was handed out by advance() or it was
// cancelled.
struct FlowId {
    std::uint32_t slot = 0;
    std::uint32_t generation = 0;
    friend constexpr auto operator<=>(const FlowId&, const FlowId&) = default;
};

struct Completion {
    FlowId flow;
    Time time;
};

// What one capacity has done since the network began.
struct CapacityUse {
    double bytes = 0.0;            // use * bytes of all flows that crossed it
    double saturated_seconds = 0;  // how long it was full
};

class FluidNetwork {
 public:
    // A capacity of `rate` bytes/s (>= 0, finite); the name is for messages only.
    CapacityId add_capacity(double rate, std::string name = {});

    // From now on the capacity is `rate` bytes/s; 0 is an outage, its flows wait.
    void set_capacity(Time now, CapacityId id, double rate);

    // A new flow of `bytes` (>= 0). An empty path needs a finite cap. With 0 bytes it is complete
    // at once.
    FlowId start(Time now, std::span<const Hop> path, double bytes, FlowOptions options = {});

    // Ends the flow where it stands; gives the bytes that it has moved.
    double cancel(Time now, FlowId id);

    // The present rate, bytes/s; 0 for a flow that is complete.
    double rate(FlowId id);

    // What sets its present rate: a full capacity; none when it moves at its own cap or is
    // complete.
    std::optional<CapacityId> bottleneck(FlowId id);

    // Bytes that are left at `now`.
    double remaining(Time now, FlowId id);

    // When the next flow will be complete if nothing changes; none when no flow moves.
    std::optional<Time> next_completion();

    // Lets time pass up to and including `now`; gives the flows completed by then, each once.
    std::vector<Completion> advance(Time now);

    // Bytes carried and time saturated up to `now`.
    CapacityUse use(Time now, CapacityId id);

    // Does any flow that is not complete cross it?
    bool in_use(CapacityId id) const { return table_.is_crossed(id.index); }

    double capacity(CapacityId id) const { return table_.links[id.index].capacity; }
    const std::string& name(CapacityId id) const { return names_[id.index]; }
    std::size_t active_flows() const { return active_; }
    std::size_t capacities() const { return names_.size(); }

 private:
    struct alignas(64) FlowState {  // one cache line
        std::uint32_t flow_class = 0;
        std::uint32_t generation = 0;
        std::uint64_t order = 0;
        double bytes = 0.0;
        double weight = 0.0;
        flow::TwoDouble tag;  // attained service of its class at which it is complete
        enum class Phase : std::uint8_t { free, moving, complete } phase = Phase::free;
    };

    FlowState& state(FlowId id);
    std::uint32_t new_slot();
    void free_slot(std::uint32_t slot);
    std::uint32_t class_for(std::span<const Hop> path, double cap_level);
    void join(std::uint32_t slot, std::uint32_t flow_class);
    void leave(std::uint32_t slot);
    void retire(std::uint32_t flow_class);
    void widen(std::uint32_t link);

    bool moves(const flow::FlowEntry& entry) const;
    void mark_changed(std::uint32_t link);
    void front_changed(std::uint32_t flow_class);
    void fetch_next(const flow::FlowClass& flow_class) const;
    void reschedule_link(std::uint32_t link);
    void reschedule_class(std::uint32_t flow_class);

    void settle();
    void run_to(Time now);
    flow::Instant next_finish() const;
    void finish_due(flow::Instant limit);
    void finish_due_of_link(std::uint32_t link, flow::Instant limit);
    void complete(std::uint32_t slot);

    flow::Sharing table_;
    flow::LevelSolver solver_;
    std::vector<std::string> names_;
    LargeVector<FlowState> flows_;
    std::vector<std::uint32_t> free_slots_;
    std::unordered_multimap<std::size_t, std::uint32_t> class_by_hash_;
    flow::IndexedHeap<flow::Instant> link_finishes_;   // of the classes that share a full link
    flow::IndexedHeap<flow::Instant> class_finishes_;  // of the classes that move at their cap
    std::vector<std::uint32_t> changed_;               // links to re-solve from
    std::vector<std::uint32_t> loosened_;              // links that a class has left for good
    std::vector<Completion> completed_;                // not yet handed out
    Path scratch_path_;
    std::uint64_t started_ = 0;
    std::size_t active_ = 0;
    bool begun_ = false;
};

}  // namespace reentry::sim
