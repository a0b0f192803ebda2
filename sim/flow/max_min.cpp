#include "sim/flow/max_min.hpp"

#include "sim/check.hpp"
#include "sim/flow/two_double.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace reentry::sim {

namespace {

class Filling {
 public:
    Filling(std::span<const double> capacities, std::span<const StaticFlow> flows)
        : flows_(flows),
          left_(capacities.size()),
          weight_(capacities.size()),
          crossing_(capacities.size()),
          moving_(capacities.size(), 0),
          rates_(flows.size(), 0.0),
          frozen_(flows.size(), false) {
        for (std::size_t c = 0; c < capacities.size(); ++c) left_[c].add(capacities[c]);
        for (std::size_t f = 0; f < flows.size(); ++f) enter(f);
        std::sort(capped_.begin(), capped_.end(), [this](std::size_t a, std::size_t b) {
            return cap_level(a) < cap_level(b) || (cap_level(a) == cap_level(b) && a < b);
        });
    }

    std::vector<double> run() {
        while (step()) {
        }
        return std::move(rates_);
    }

 private:
    double cap_level(std::size_t f) const {
        return flows_[f].options.cap / flows_[f].options.weight;
    }

    void enter(std::size_t f) {
        const StaticFlow& flow = flows_[f];
        const auto& [weight, cap] = flow.options;
        REENTRY_CHECK(weight > 0 && cap > 0, "flow {}: weight {}, cap {}", f, weight, cap);
        REENTRY_CHECK(!flow.path.empty() || cap < unlimited, "flow {}: no path and no cap", f);
        for (const Hop& hop : flow.path) {
            REENTRY_CHECK(hop.capacity.index < left_.size() && hop.use > 0, "flow {}: bad hop", f);
            weight_[hop.capacity.index].add(hop.use * weight);
            crossing_[hop.capacity.index].push_back(f);
            ++moving_[hop.capacity.index];
        }
        if (cap < unlimited) capped_.push_back(f);
    }

    double level_of(std::size_t c) const {
        return moving_[c] == 0 ? unlimited : std::max(0.0, left_[c].value()) / weight_[c].value();
    }

    // Fills up to the next event; false when all flows have stopped.
    bool step() {
        while (next_cap_ < capped_.size() && frozen_[capped_[next_cap_]]) ++next_cap_;
        const double cap = next_cap_ < capped_.size() ? cap_level(capped_[next_cap_]) : unlimited;
        std::size_t fullest = 0;
        double level = unlimited;
        for (std::size_t c = 0; c < left_.size(); ++c) {
            if (level_of(c) >= level) continue;
            level = level_of(c);
            fullest = c;
        }
        if (cap == unlimited && level == unlimited) return false;
        if (cap <= level) {
            freeze(capped_[next_cap_], flows_[capped_[next_cap_]].options.cap);
            return true;
        }
        for (const std::size_t f : crossing_[fullest])
            if (!frozen_[f]) freeze(f, level * flows_[f].options.weight);
        return true;
    }

    void freeze(std::size_t f, double rate) {
        rates_[f] = rate;
        frozen_[f] = true;
        for (const Hop& hop : flows_[f].path) {
            left_[hop.capacity.index].add(-hop.use * rate);
            weight_[hop.capacity.index].add(-hop.use * flows_[f].options.weight);
            --moving_[hop.capacity.index];
        }
    }

    std::span<const StaticFlow> flows_;
    std::vector<flow::TwoDouble> left_;
    std::vector<flow::TwoDouble> weight_;  // of the flows that still rise
    std::vector<std::vector<std::size_t>> crossing_;
    std::vector<std::size_t> moving_;
    std::vector<std::size_t> capped_;  // by cap level
    std::size_t next_cap_ = 0;
    std::vector<double> rates_;
    std::vector<bool> frozen_;
};

}  // namespace

std::vector<double> max_min_rates(std::span<const double> capacities,
                                  std::span<const StaticFlow> flows) {
    return Filling(capacities, flows).run();
}

}  // namespace reentry::sim
