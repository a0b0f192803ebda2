// Laws that every allocation must obey, on random networks through thousands of random changes, and
// agreement with plain progressive filling solved from scratch after each change.
#include "sim/flow/fluid.hpp"
#include "sim/flow/max_min.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace reentry::sim;

namespace {

// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): all the randomness that these tests need.
class Dice {
 public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::uint64_t below(std::uint64_t n) { return next() % n; }
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(next() >> 11) * 0x1p-53;
    }

 private:
    std::uint64_t state_;
};

// What kinds of flows and changes a run uses.
struct Kind {
    const char* name;
    std::uint32_t capacities;
    std::size_t flows;
    bool round_numbers;  // many exact ties
    bool weights, caps, uses, outages;
};

struct Live {
    FlowId id;
    StaticFlow flow;
    double bytes;
};

class World {
 public:
    World(const Kind& kind, std::uint64_t seed) : kind_(kind), dice_(seed) {
        for (std::uint32_t c = 0; c < kind.capacities; ++c) {
            capacities_.push_back(some_capacity());
            network_.add_capacity(capacities_.back());
        }
    }

    void change() {
        const std::uint64_t what = dice_.below(20);
        if (what == 0) {
            const auto c = static_cast<std::uint32_t>(dice_.below(kind_.capacities));
            capacities_[c] = kind_.outages && dice_.below(3) == 0 ? 0.0 : some_capacity();
            network_.set_capacity(now_, CapacityId{c}, capacities_[c]);
        } else if (what == 1) {
            pass(from_seconds(dice_.between(0, 0.05)));
        } else if (live_.size() < kind_.flows && (what < 14 || live_.empty())) {
            start();
        } else if (!live_.empty()) {
            cancel(dice_.below(live_.size()));
        }
    }

    // The engine's rate of each flow against the plain solver's; the largest relative difference.
    double disagreement() {
        std::vector<StaticFlow> flows;
        for (const Live& live : live_) flows.push_back(live.flow);
        const std::vector<double> rates = max_min_rates(capacities_, flows);
        double worst = 0.0;
        for (std::size_t f = 0; f < rates.size(); ++f) {
            const double rate = network_.rate(live_[f].id);
            worst = std::max(worst, std::fabs(rate - rates[f]) / std::max(rates[f], 1e-3));
        }
        return worst;
    }

    // The largest relative excess of any capacity's load.
    double excess() {
        double worst = 0.0;
        const std::vector<double> loads = load();
        for (std::size_t c = 0; c < loads.size(); ++c)
            worst = std::max(worst, (loads[c] - capacities_[c]) / std::max(capacities_[c], 1.0));
        return worst;
    }

    // Flows without a bottleneck: not at their cap and nowhere among the fastest of a full
    // capacity.
    std::size_t unbounded_flows() {
        const std::vector<double> loads = load();
        std::vector<double> highest(capacities_.size(), 0.0);
        for (const Live& live : live_)
            for (const Hop& hop : live.flow.path)
                highest[hop.capacity.index] = std::max(highest[hop.capacity.index], level(live));
        return static_cast<std::size_t>(
            std::count_if(live_.begin(), live_.end(), [&](const Live& live) {
                const FlowOptions& options = live.flow.options;
                if (level(live) * options.weight >= options.cap * (1 - 1e-9)) return false;
                return std::none_of(live.flow.path.begin(), live.flow.path.end(),
                                    [&](const Hop& hop) {
                                        const std::uint32_t c = hop.capacity.index;
                                        return loads[c] >= capacities_[c] * (1 - 1e-9) &&
                                               level(live) >= highest[c] * (1 - 1e-9);
                                    });
            }));
    }

    // Ends everything, then compares what each capacity carried with what its flows moved.
    double lost_bytes() {
        while (!live_.empty()) cancel(live_.size() - 1);
        double worst = 0.0;
        for (std::uint32_t c = 0; c < capacities_.size(); ++c) {
            const double carried = network_.use(now_, CapacityId{c}).bytes;
            worst = std::max(worst, std::fabs(carried - moved_[c]) / std::max(moved_[c], 1.0));
        }
        return worst;
    }

    std::size_t size() const { return live_.size(); }

 private:
    double some_capacity() {
        return kind_.round_numbers ? 100.0 * static_cast<double>(1 + dice_.below(3))
                                   : dice_.between(50, 1000);
    }

    void start() {
        StaticFlow flow;
        const std::uint64_t length = 1 + dice_.below(std::min<std::uint64_t>(5, kind_.capacities));
        for (std::uint64_t h = 0; h < length; ++h) {
            const auto c = static_cast<std::uint32_t>(dice_.below(kind_.capacities));
            if (std::any_of(flow.path.begin(), flow.path.end(),
                            [c](const Hop& hop) { return hop.capacity.index == c; }))
                continue;
            flow.path.push_back({CapacityId{c}, kind_.uses ? dice_.between(0.1, 3) : 1.0});
        }
        if (kind_.weights) flow.options.weight = dice_.between(0.1, 10);
        if (kind_.caps && dice_.below(2) == 0)
            flow.options.cap = kind_.round_numbers ? 10.0 * static_cast<double>(1 + dice_.below(4))
                                                   : dice_.between(0.5, 60);
        const double bytes = dice_.between(1, 400);
        live_.push_back({network_.start(now_, flow.path, bytes, flow.options), flow, bytes});
    }

    void cancel(std::size_t at) {
        account(live_[at], network_.cancel(now_, live_[at].id));
        live_.erase(live_.begin() + static_cast<std::ptrdiff_t>(at));
    }

    void pass(Duration step) {
        now_ += step;
        for (const Completion& done : network_.advance(now_)) {
            const auto it = std::find_if(live_.begin(), live_.end(),
                                         [&](const Live& live) { return live.id == done.flow; });
            account(*it, it->bytes);
            live_.erase(it);
        }
    }

    void account(const Live& live, double bytes) {
        moved_.resize(capacities_.size(), 0.0);
        for (const Hop& hop : live.flow.path) moved_[hop.capacity.index] += hop.use * bytes;
    }

    double level(const Live& live) { return network_.rate(live.id) / live.flow.options.weight; }

    std::vector<double> load() {
        std::vector<double> loads(capacities_.size(), 0.0);
        for (const Live& live : live_)
            for (const Hop& hop : live.flow.path)
                loads[hop.capacity.index] += hop.use * network_.rate(live.id);
        return loads;
    }

    Kind kind_;
    Dice dice_;
    FluidNetwork network_;
    std::vector<double> capacities_;
    std::vector<Live> live_;
    std::vector<double> moved_;
    Time now_{};
};

const std::vector<Kind> kinds{
    {"one capacity", 1, 60, false, true, true, true, true},
    {"plain flows", 12, 60, false, false, false, false, false},
    {"ties everywhere", 8, 80, true, false, false, false, false},
    {"ties and caps", 8, 80, true, false, true, false, true},
    {"sparse", 60, 40, false, true, true, true, true},
    {"everything", 20, 120, false, true, true, true, true},
};

}  // namespace

TEST_CASE("after each of thousands of random changes the engine equals plain progressive filling") {
    for (const Kind& kind : kinds) {
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            CAPTURE(std::string(kind.name));
            CAPTURE(seed);
            World world(kind, seed);
            double worst = 0.0;
            for (int i = 0; i < 1000; ++i) {
                world.change();
                worst = std::max(worst, world.disagreement());
            }
            CHECK(worst < 1e-12);
        }
    }
}

TEST_CASE("no capacity is ever exceeded and every flow has a bottleneck") {
    for (const Kind& kind : kinds) {
        CAPTURE(std::string(kind.name));
        World world(kind, 77);
        double excess = 0.0;
        std::size_t unbounded = 0;
        for (int i = 0; i < 1500; ++i) {
            world.change();
            excess = std::max(excess, world.excess());
            unbounded += world.unbounded_flows();
        }
        CHECK(world.size() > 0);
        CHECK(excess < 1e-12);
        CHECK(unbounded == 0);
    }
}

TEST_CASE("the bytes that capacities carried are the bytes that flows moved") {
    for (const Kind& kind : kinds) {
        CAPTURE(std::string(kind.name));
        World world(kind, 5);
        for (int i = 0; i < 2000; ++i) world.change();
        CHECK(world.lost_bytes() < 1e-10);
    }
}
