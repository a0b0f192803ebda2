// Transfers for processes: the fluid engine (sim/flow/fluid.hpp) on the clock of a simulation.
//
//     auto download = network.transfer({{disk}, {wan}, {array}}, bytes, FlowOptions{.cap =
//     stream_rate}); co_await download;
//
// A transfer holds its share of every capacity on its path from the await until all bytes have
// moved or the process is interrupted; what it had moved by then stays readable, and awaiting it
// again moves the rest. Order: transfers that end at one instant resume their processes in the
// order in which they began. Changes at one instant are solved together, once, behind all that is
// due then.
//
// The network must not outlive the simulation; transfers still under way when it dies never end.
#pragma once

#include "sim/flow/capacity_profile.hpp"
#include "sim/flow/fluid.hpp"
#include "sim/flow/heaps.hpp"
#include "sim/suspension.hpp"
#include "sim/timer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reentry::sim {

class FlowNetwork;

// From `since` on a transfer moved at `rate` [bytes/s], held back by a full capacity, or by its own
// cap where none is named; it had moved `moved` bytes by then.
struct FlowStep {
    Time since{};
    double moved = 0;
    double rate = 0;
    std::optional<CapacityId> limit;
    friend bool operator==(const FlowStep&, const FlowStep&) = default;
};

// What a transfer met on its way, one step for each change, in order of time.
using FlowTrace = std::vector<FlowStep>;

// One amount of bytes on its way. Awaited by one process at a time.
class Transfer final : public Suspension {
 public:
    Transfer(FlowNetwork& network, Path path, double bytes, FlowOptions options, FlowTrace* trace);

    bool await_ready() const noexcept { return left_ == 0.0; }
    void await_suspend(std::coroutine_handle<> point);
    void await_resume() { resumed(); }

    double bytes() const { return bytes_; }
    double left() const;                              // bytes not yet moved, now
    double moved() const { return bytes_ - left(); }  // bytes moved by now
    double rate() const;                              // bytes/s at present; 0 when not under way
    bool under_way() const { return under_way_; }

 private:
    friend class FlowNetwork;
    void cancelled() noexcept override;

    FlowNetwork* network_;
    Path path_;
    FlowOptions options_;
    double bytes_;
    double left_;  // as of the last await or interruption
    FlowId flow_{};
    FlowTrace* trace_;  // null: nobody asks
    bool under_way_ = false;
};

class FlowNetwork {
 public:
    explicit FlowNetwork(Simulation& simulation);
    ~FlowNetwork();
    FlowNetwork(const FlowNetwork&) = delete;
    FlowNetwork& operator=(const FlowNetwork&) = delete;

    // A capacity of `rate` bytes/s (>= 0), with a profile: of rate * factor. Names are for reports.
    CapacityId add_capacity(double rate, std::string name = {});
    CapacityId add_capacity(double rate, const CapacityProfile& profile, std::string name = {});

    // From now on the capacity is `rate` bytes/s, times its profile's factor; 0 is an outage.
    void set_capacity(CapacityId id, double rate);

    // What the capacity is now, bytes/s.
    double capacity(CapacityId id) const;
    const std::string& name(CapacityId id) const { return fluid_.name(id); }

    // Bytes to move along a path (see FluidNetwork::start); they set out when the result is
    // awaited. With a trace, which must outlive the transfer, what held it back is written there.
    [[nodiscard]] Transfer transfer(Path path, double bytes, FlowOptions options = {},
                                    FlowTrace* trace = nullptr);

    // Bytes carried and time saturated up to now.
    CapacityUse use(CapacityId id);

    std::size_t capacities() const { return fluid_.capacities(); }
    std::size_t active_transfers() const { return fluid_.active_flows(); }
    Simulation& simulation() { return simulation_; }

 private:
    friend class Transfer;

    // A capacity that follows a profile; awake while flows cross it.
    struct Profiled {
        CapacityId capacity;
        double rate;
        CapacityProfile profile;
        bool awake = false;
    };
    static constexpr std::uint32_t no_profile = 0xFFFFFFFF;

    void begin(Transfer& transfer);
    void interrupted(Transfer& transfer);
    void end(Transfer& transfer);
    void collect();
    void trace();
    void changed();
    void wake_profiles(const Path& path);
    void rest_profiles(const Path& path);
    void apply(std::uint32_t profiled);
    void step_profiles();
    void arm_steps();

    Simulation& simulation_;
    FluidNetwork fluid_;
    std::vector<Transfer*> by_slot_;
    std::vector<Transfer*> traced_;          // under way, in order of begin
    std::vector<std::uint32_t> profile_of_;  // by capacity
    std::vector<Profiled> profiled_;
    flow::IndexedHeap<Time> steps_;  // next step of the profiles that are awake
    Timer completion_;
    Timer step_;
    bool solve_is_due_ = false;
};

}  // namespace reentry::sim
