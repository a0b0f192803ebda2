// The yardstick: plain progressive filling of all flows, solved anew on each start and end.
//
// Nothing is grouped or remembered, but nothing is wasted either: flat arrays, flows listed by
// link, capped flows kept in the order of their caps, one pass over the active flows per change.
#pragma once

#include "sim/flow/transfers.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace reentry::bench {

class PlainFilling {
 public:
    PlainFilling(std::span<const sim::TransferLink> links, std::span<const sim::TransferFlow> flows)
        : flows_(flows),
          capacity_(links.size()),
          left_(links.size()),
          weight_(links.size()),
          crossing_(links.size()),
          rate_(flows.size()),
          remaining_(flows.size()),
          solve_(flows.size(), 0),
          finish_(flows.size()),
          order_(flows.size()) {
        for (std::size_t l = 0; l < links.size(); ++l) capacity_[l] = links[l].capacity;
        std::iota(order_.begin(), order_.end(), 0U);
        std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(flows[a].start, a) < std::pair(flows[b].start, b);
        });
    }

    // Finishing times in seconds, in the order of the flows.
    std::vector<double> run() {
        std::size_t next = 0;
        while (next < order_.size() || !active_.empty()) {
            const double start = next < order_.size() ? start_of(order_[next]) : sim::unlimited;
            const double end = earliest_end();
            pass(std::min(start, end));
            if (start <= end)
                enter(order_[next++]);
            else
                retire();
            fill();
        }
        return finish_;
    }

 private:
    double start_of(std::uint32_t f) const {
        return sim::to_seconds(flows_[f].start - sim::Time{});
    }
    double cap_level(std::uint32_t f) const {
        return flows_[f].options.cap / flows_[f].options.weight;
    }

    double earliest_end() const {
        double shortest = sim::unlimited;
        for (const std::uint32_t f : active_)
            shortest = std::min(shortest, remaining_[f] / rate_[f]);
        return now_ + shortest;
    }

    void pass(double until) {
        for (const std::uint32_t f : active_) remaining_[f] -= rate_[f] * (until - now_);
        now_ = until;
    }

    void enter(std::uint32_t f) {
        remaining_[f] = flows_[f].bytes;
        active_.push_back(f);
        for (const sim::CapacityId l : flows_[f].path) crossing_[l.index].push_back(f);
        if (flows_[f].options.cap < sim::unlimited) capped_.insert(place_of(f), f);
    }

    std::vector<std::uint32_t>::iterator place_of(std::uint32_t f) {
        return std::lower_bound(
            capped_.begin(), capped_.end(), f,
            [this](std::uint32_t a, std::uint32_t b) { return cap_level(a) < cap_level(b); });
    }

    void retire() {
        std::erase_if(active_, [this](std::uint32_t f) {
            if (remaining_[f] > 1e-9 * rate_[f]) return false;  // a nanosecond is left
            finish_[f] = now_;
            for (const sim::CapacityId l : flows_[f].path)
                crossing_[l.index].erase(
                    std::find(crossing_[l.index].begin(), crossing_[l.index].end(), f));
            if (flows_[f].options.cap < sim::unlimited)
                capped_.erase(std::find(place_of(f), capped_.end(), f));
            return true;
        });
    }

    void fill() {
        ++solves_;
        filling_.clear();
        for (std::uint32_t l = 0; l < capacity_.size(); ++l) {
            left_[l] = capacity_[l];
            weight_[l] = 0;
            for (const std::uint32_t f : crossing_[l]) weight_[l] += flows_[f].options.weight;
            if (!crossing_[l].empty()) filling_.push_back(l);
        }
        std::size_t cap = 0;
        for (std::size_t frozen = 0; frozen < active_.size();) frozen += step(cap);
    }

    // Freezes what fills next; the number of flows that are frozen by it.
    std::size_t step(std::size_t& cap) {
        while (cap < capped_.size() && solve_[capped_[cap]] == solves_) ++cap;
        const double cap_at = cap < capped_.size() ? cap_level(capped_[cap]) : sim::unlimited;
        double level = sim::unlimited;
        std::size_t fullest = 0;
        for (std::size_t i = 0; i < filling_.size();) {
            const std::uint32_t l = filling_[i];
            if (weight_[l] < 0.5) {  // weights are 1 in these cases
                filling_[i] = filling_.back();
                filling_.pop_back();
                continue;
            }
            if (left_[l] / weight_[l] < level) {
                level = left_[l] / weight_[l];
                fullest = l;
            }
            ++i;
        }
        if (cap_at <= level) return freeze(capped_[cap], cap_at);
        std::size_t frozen = 0;
        for (const std::uint32_t f : crossing_[fullest])
            if (solve_[f] != solves_) frozen += freeze(f, level);
        return frozen;
    }

    std::size_t freeze(std::uint32_t f, double level) {
        solve_[f] = solves_;
        rate_[f] = level * flows_[f].options.weight;
        for (const sim::CapacityId l : flows_[f].path) {
            left_[l.index] -= rate_[f];
            weight_[l.index] -= flows_[f].options.weight;
        }
        return 1;
    }

    std::span<const sim::TransferFlow> flows_;
    std::vector<double> capacity_, left_, weight_;
    std::vector<std::vector<std::uint32_t>> crossing_;
    std::vector<double> rate_, remaining_;
    std::vector<std::uint64_t> solve_;  // in which each flow was last frozen
    std::uint64_t solves_ = 0;
    std::vector<double> finish_;
    std::vector<std::uint32_t> order_, active_, capped_, filling_;
    double now_ = 0.0;
};

}  // namespace reentry::bench
