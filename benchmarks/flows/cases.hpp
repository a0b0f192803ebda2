// The flow cases of the benchmarks, drawn deterministically: stars, dumbbells, random paths, and
// sites with caps of their own behind shared links. Sizes are exponential, starts uniform over a
// window.
#pragma once

#include "sim/flow/transfers.hpp"
#include "sim/portable_math.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace reentry::bench {

struct FlowCase {
    std::vector<sim::TransferLink> links;
    std::vector<sim::TransferFlow> flows;
};

// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
class Draw {
 public:
    explicit Draw(std::uint64_t seed) : state_(seed) {}
    std::uint64_t bits() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(bits() % n); }
    double unit() { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53; }
    double exponential(double mean) { return -mean * sim::log(unit()); }
    template <class T>
    T one_of(std::initializer_list<T> values) {
        return values.begin()[below(static_cast<std::uint32_t>(values.size()))];
    }

 private:
    std::uint64_t state_;
};

class CaseBuilder {
 public:
    explicit CaseBuilder(std::uint64_t seed) : draw(seed) {}

    sim::CapacityId link(double capacity) {
        const auto index = static_cast<std::uint32_t>(made.links.size());
        made.links.push_back({"L" + std::to_string(index), capacity});
        return {index};
    }

    void flow(double window_s, double mean_bytes, std::vector<sim::CapacityId> path,
              double cap = sim::unlimited) {
        const sim::Time start{sim::from_seconds(draw.unit() * window_s)};
        const double bytes = 1 + draw.exponential(mean_bytes);
        made.flows.push_back({"f" + std::to_string(made.flows.size()), start, bytes,
                              std::move(path), sim::FlowOptions{1.0, cap}});
    }

    Draw draw;
    FlowCase made;
};

// Each flow crosses one up-link and one down-link of `hosts` hosts.
inline FlowCase star(std::uint32_t hosts, int flows, double window_s) {
    CaseBuilder build(11);
    for (std::uint32_t h = 0; h < 2 * hosts; ++h)
        build.link(build.draw.one_of({12.5e6, 25e6, 125e6, 1250e6}));
    for (int f = 0; f < flows; ++f) {
        const std::uint32_t from = build.draw.below(hosts);
        const std::uint32_t to = hosts + build.draw.below(hosts);
        build.flow(window_s, 480e6, {{from}, {to}});
    }
    return std::move(build.made);
}

// `hosts` hosts on each side of one shared link.
inline FlowCase dumbbell(std::uint32_t hosts, int flows, double window_s) {
    CaseBuilder build(12);
    const sim::CapacityId middle = build.link(1250e6);
    for (std::uint32_t h = 0; h < 2 * hosts; ++h)
        build.link(build.draw.one_of({12.5e6, 25e6, 125e6, 1250e6}));
    for (int f = 0; f < flows; ++f) {
        const std::uint32_t left = 1 + build.draw.below(hosts);
        const std::uint32_t right = 1 + hosts + build.draw.below(hosts);
        build.flow(window_s, 480e6, {{left}, middle, {right}});
    }
    return std::move(build.made);
}

// Each flow crosses three to five of `links` links, chosen at random.
inline FlowCase random_paths(std::uint32_t links, int flows, double window_s) {
    CaseBuilder build(13);
    for (std::uint32_t l = 0; l < links; ++l)
        build.link(1e6 * static_cast<double>(20 + build.draw.below(980)));
    for (int f = 0; f < flows; ++f) {
        std::vector<sim::CapacityId> path;
        const std::size_t length = 3 + build.draw.below(3);
        while (path.size() < length) {
            const sim::CapacityId next{build.draw.below(links)};
            bool known = false;
            for (const sim::CapacityId at : path) known = known || at == next;
            if (!known) path.push_back(next);
        }
        build.flow(window_s, 480e6, std::move(path));
    }
    return std::move(build.made);
}

// `sites` sites with a slow uplink and a fast switch each, 40 nodes per site, all towards one
// repository; a third of the flows have a cap of their own.
inline FlowCase sites(std::uint32_t sites, int flows, double window_s) {
    CaseBuilder build(14);
    const sim::CapacityId repository = build.link(625e6);
    for (std::uint32_t s = 0; s < sites; ++s) build.link(1250e6);
    for (std::uint32_t s = 0; s < sites; ++s)
        build.link(build.draw.one_of({2.5e6, 6.25e6, 12.5e6}));
    for (std::uint32_t n = 0; n < 40 * sites; ++n) build.link(125e6);
    for (int f = 0; f < flows; ++f) {
        const std::uint32_t node = build.draw.below(40 * sites);
        const std::uint32_t site = node % sites;
        const bool capped = build.draw.below(3) == 0;
        build.flow(window_s, 2e9,
                   {{1 + 2 * sites + node}, {1 + site}, {1 + sites + site}, repository},
                   capped ? build.draw.one_of({0.5e6, 1e6, 2e6, 5e6}) : sim::unlimited);
    }
    return std::move(build.made);
}

}  // namespace reentry::bench
