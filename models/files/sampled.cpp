#include "models/files/sampled.hpp"

#include "sim/check.hpp"

namespace reentry {

sim::Distribution distribution_of(Spread spread, const std::vector<double>& figures,
                                  const std::vector<double>& numbers) {
    using sim::Distribution;
    switch (spread) {
        case Spread::none:
            return Distribution::constant(figures.at(0));
        case Spread::uniform:
            return Distribution::uniform(figures.at(0), figures.at(1));
        case Spread::triangular:
            return Distribution::triangular(figures.at(0), figures.at(1), figures.at(2));
        case Spread::exponential:
            return Distribution::exponential(figures.at(0));
        case Spread::lognormal:
            return Distribution::lognormal_median_p90(figures.at(0), figures.at(1));
        case Spread::weibull:
            return Distribution::weibull(numbers.at(0), figures.at(0));
        case Spread::bins:
            break;
    }
    REENTRY_CHECK(spread == Spread::bins, "spread {}", static_cast<int>(spread));
    std::vector<sim::Bin> bins;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        bins.push_back({figures.at(2 * i), figures.at(2 * i + 1), numbers[i]});
    return Distribution::empirical(std::move(bins));
}

double sample(const Uncertain<double>& value, sim::Stream& stream) {
    return distribution_of(value).sample(stream);
}

sim::Duration sample(const Uncertain<sim::Duration>& value, sim::Stream& stream) {
    return sim::from_seconds(distribution_of(value).sample(stream));
}

}  // namespace reentry
