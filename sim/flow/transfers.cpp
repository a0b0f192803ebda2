#include "sim/flow/transfers.hpp"

#include "sim/flow/fluid.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace reentry::sim {

namespace {

class Replay {
 public:
    Replay(std::span<const TransferLink> links, std::span<const TransferFlow> flows)
        : flows_(flows), finish_(flows.size()), order_(flows.size()) {
        for (const TransferLink& link : links) network_.add_capacity(link.capacity, link.name);
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::sort(order_.begin(), order_.end(), [flows](std::size_t a, std::size_t b) {
            return flows[a].start != flows[b].start ? flows[a].start < flows[b].start : a < b;
        });
    }

    std::vector<std::optional<Time>> run() {
        for (const std::size_t flow : order_) start(flow);
        while (const std::optional<Time> next = network_.next_completion()) collect(*next);
        return std::move(finish_);
    }

 private:
    void start(std::size_t index) {
        const TransferFlow& flow = flows_[index];
        collect(flow.start);
        path_.clear();
        for (const CapacityId capacity : flow.path) path_.push_back({capacity});
        const FlowId id = network_.start(flow.start, path_, flow.bytes, flow.options);
        if (id.slot >= flow_in_slot_.size()) flow_in_slot_.resize(id.slot + 1);
        flow_in_slot_[id.slot] = index;
    }

    void collect(Time now) {
        for (const Completion& done : network_.advance(now))
            finish_[flow_in_slot_[done.flow.slot]] = done.time;
    }

    std::span<const TransferFlow> flows_;
    FluidNetwork network_;
    std::vector<std::optional<Time>> finish_;
    std::vector<std::size_t> order_;  // by start
    std::vector<std::size_t>
        flow_in_slot_;  // a slot is free again only after its flow was collected
    Path path_;
};

}  // namespace

std::vector<std::optional<Time>> finish_times(std::span<const TransferLink> links,
                                              std::span<const TransferFlow> flows) {
    return Replay(links, flows).run();
}

}  // namespace reentry::sim
