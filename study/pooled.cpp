#include "study/pooled.hpp"

#include "study/estimates.hpp"

namespace reentry::study {
namespace {

bool came_back(const Sample& sample) { return sample.touched && sample.recovered; }

Estimate pooled(const Row& row, double Sample::* column, bool (*counts)(const Sample&)) {
    std::vector<Stratum> strata;
    for (const auto& kind : row.classes) {
        if (kind.planned) continue;
        auto& stratum = strata.emplace_back();
        stratum.rate = kind.rate_per_year;
        for (const auto& sample : kind.samples)
            if (counts(sample)) stratum.sample.push_back(sample.*column);
    }
    return mixture_of(strata);
}

Probability pooled(const Row& row, Probability ClassResult::* which) {
    std::vector<WeightedProbability> classes;
    for (const auto& kind : row.classes)
        if (!kind.planned) classes.push_back({kind.rate_per_year, kind.*which});
    return mixture_of(classes);
}

Probability pooled_unrecoverable(const Row& row) {
    std::vector<WeightedProbability> classes;
    for (const auto& kind : row.classes)
        if (!kind.planned)
            classes.push_back(
                {kind.rate_per_year, probability_of(kind.unrecoverable, kind.touched)});
    return mixture_of(classes);
}

}  // namespace

void pool(Row& row) {
    row.overall = pooled(row, &Sample::recovery_s, came_back);
    row.top_minimum = pooled(row, &Sample::top_minimum_s, top_came_back);
    row.data_loss = pooled(row, &Sample::data_loss_s, came_back);
    row.rto_met = pooled(row, &ClassResult::rto_met);
    row.rpo_met = pooled(row, &ClassResult::rpo_met);
    row.unrecoverable = pooled_unrecoverable(row);
}

}  // namespace reentry::study
