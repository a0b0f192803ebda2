// Which rows a report talks about first. Indices into Comparison::rows.
#pragma once

#include "study/comparison.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace reentry::report {

struct Choice {
    std::vector<std::size_t> meets, ties, misses, impossible, not_offered;  // in the order of rows
    std::vector<std::size_t> broken;  // of those that meet them: something breaks in practice
    // Of those that meet the objectives and do not break (of all that meet them, if all break), by
    // cost over the horizon: an option of which prices are
    // missing is no cheapest unless all are so; then what is known counts.
    std::optional<std::size_t> cheapest;
    std::optional<std::size_t> perhaps_cheaper;  // of those that miss prices, if it costs less yet
    std::optional<std::size_t> fastest;          // of those that meet them, by overall MTR
    std::optional<std::size_t> least_expected;   // likewise, by expected annual cost
    // The option that the figures show: the cheapest that meets the objectives; without one the
    // cheapest tie, then the cheapest that misses, then any that was simulated. Empty when nothing
    // was.
    std::optional<std::size_t> shown;
    std::vector<std::size_t> by_strategy;  // of each strategy the best verdict, then the cheapest
};

Choice choose(const study::Comparison& comparison);

}  // namespace reentry::report
