#include "report/comparison/choice.hpp"

#include <algorithm>
#include <string>

namespace reentry::report {
namespace {

using study::Comparison;
using study::Row;
using study::Verdict;

template <class Less>
std::optional<std::size_t> least(const std::vector<std::size_t>& among, Less less) {
    if (among.empty()) return std::nullopt;
    return *std::min_element(among.begin(), among.end(), less);
}

void sort_by_verdict(const Comparison& comparison, Choice& choice) {
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        switch (comparison.rows[i].verdict) {
            case Verdict::meets:
                choice.meets.push_back(i);
                break;
            case Verdict::tie:
                choice.ties.push_back(i);
                break;
            case Verdict::misses:
                choice.misses.push_back(i);
                break;
            case Verdict::impossible:
                choice.impossible.push_back(i);
                break;
            case Verdict::not_offered:
                choice.not_offered.push_back(i);
                break;
        }
    }
}

int rank(Verdict verdict) {
    switch (verdict) {
        case Verdict::meets:
            return 0;
        case Verdict::tie:
            return 1;
        case Verdict::misses:
            return 2;
        case Verdict::impossible:
            return 3;
        case Verdict::not_offered:
            return 4;
    }
    return 5;
}

bool priced(const Row& row) { return row.unknown_prices.empty(); }

// By a cost; options of which prices are missing come last.
bool costs_less(const Row& a, const Row& b, Money Row::* cost) {
    if (priced(a) != priced(b)) return priced(a);
    return a.*cost < b.*cost;
}

bool better(const Row& a, const Row& b) {
    if (a.verdict != b.verdict) return rank(a.verdict) < rank(b.verdict);
    return costs_less(a, b, &Row::horizon_cost);
}

// Those that meet the objectives and do not break in practice; if all break, all of them.
std::vector<std::size_t> fit_to_recommend(const Comparison& comparison, Choice& choice) {
    std::vector<std::size_t> fit;
    for (const std::size_t row : choice.meets)
        (any_breaks(comparison.rows[row].findings) ? choice.broken : fit).push_back(row);
    return fit.empty() ? choice.meets : fit;
}

// What is known of its cost is less than the cheapest costs.
std::optional<std::size_t> perhaps_cheaper(const Comparison& comparison, const Choice& choice,
                                           const std::vector<std::size_t>& fit) {
    const auto& rows = comparison.rows;
    if (!choice.cheapest || !priced(rows[*choice.cheapest])) return std::nullopt;
    const auto found = least(fit, [&](std::size_t a, std::size_t b) {
        return rows[a].horizon_cost < rows[b].horizon_cost;
    });
    return priced(rows[*found]) ? std::nullopt : found;
}

// One row for each strategy, in the order of strategies; strategies that are offered nowhere are
// left out.
std::vector<std::size_t> best_of_each_strategy(const Comparison& comparison) {
    std::vector<std::size_t> best;
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        const Row& row = comparison.rows[i];
        if (row.verdict == Verdict::not_offered) continue;
        const auto known = std::find_if(best.begin(), best.end(), [&](std::size_t b) {
            return comparison.rows[b].strategy == row.strategy;
        });
        if (known == best.end())
            best.push_back(i);
        else if (better(row, comparison.rows[*known]))
            *known = i;
    }
    return best;
}

}  // namespace

Choice choose(const Comparison& comparison) {
    Choice choice;
    sort_by_verdict(comparison, choice);
    const auto& rows = comparison.rows;
    const auto cheaper = [&](std::size_t a, std::size_t b) {
        return costs_less(rows[a], rows[b], &Row::horizon_cost);
    };
    const auto fit = fit_to_recommend(comparison, choice);
    choice.cheapest = least(fit, cheaper);
    choice.perhaps_cheaper = perhaps_cheaper(comparison, choice, fit);
    auto struck = fit;  // by something that is not planned: only these have an MTR
    std::erase_if(struck, [&](std::size_t row) { return rows[row].overall.n == 0; });
    choice.fastest = least(struck, [&](std::size_t a, std::size_t b) {
        return rows[a].overall.mean < rows[b].overall.mean;
    });
    choice.least_expected = least(fit, [&](std::size_t a, std::size_t b) {
        return costs_less(rows[a], rows[b], &Row::expected_annual);
    });
    choice.shown = choice.cheapest;
    if (!choice.shown) choice.shown = least(choice.ties, cheaper);
    if (!choice.shown) choice.shown = least(choice.misses, cheaper);
    if (!choice.shown) choice.shown = least(choice.impossible, cheaper);
    choice.by_strategy = best_of_each_strategy(comparison);
    return choice;
}

}  // namespace reentry::report
