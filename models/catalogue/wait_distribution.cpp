#include "models/catalogue/wait_distribution.hpp"

namespace reentry {
namespace {

sim::Distribution bins(const std::vector<double>& ends, const std::vector<double>& weights) {
    std::vector<sim::Bin> all;
    for (std::size_t i = 0; i < weights.size(); ++i)
        all.push_back({ends[2 * i], ends[2 * i + 1], weights[i]});
    return sim::Distribution::empirical(std::move(all));
}

}  // namespace

sim::Distribution wait_distribution(const Uncertain<sim::Duration>& wait) {
    const auto s = files::base_values(wait.figures);
    switch (wait.spread) {
        case Spread::none:
            return sim::Distribution::constant(s[0]);
        case Spread::uniform:
            return sim::Distribution::uniform(s[0], s[1]);
        case Spread::triangular:
            return sim::Distribution::triangular(s[0], s[1], s[2]);
        case Spread::exponential:
            return sim::Distribution::exponential(s[0]);
        case Spread::lognormal:
            return sim::Distribution::lognormal_median_p90(s[0], s[1]);
        case Spread::weibull:
            return sim::Distribution::weibull(wait.numbers[0], s[0]);
        case Spread::bins:
            return bins(s, wait.numbers);
    }
    return {};
}

}  // namespace reentry
