// One figure over all classes of incidents, worked out by hand.
#include "study/pooled.hpp"

#include "study/estimates.hpp"

#include <doctest/doctest.h>

namespace reentry::study {
namespace {

Sample sample(double recovery_s, bool recovered, bool top_hit) {
    Sample s;
    s.recovery_s = recovery_s, s.top_minimum_s = recovery_s / 10, s.data_loss_s = 2 * recovery_s;
    s.recovered = s.top_recovered = recovered;
    s.top_hit = top_hit;
    return s;
}

ClassResult kind(double rate, std::vector<Sample> samples, std::size_t in_time) {
    ClassResult result;
    result.rate_per_year = rate;
    result.touched = samples.size();
    for (const auto& s : samples) result.unrecoverable += s.recovered ? 0 : 1;
    result.rto_met = result.rpo_met = probability_of(in_time, samples.size());
    result.samples = std::move(samples);
    return result;
}

}  // namespace

TEST_CASE("Pooled figures weight each class of incidents by its rate") {
    Row row;
    // Six a year, 90 s and 110 s; 0.3 a year, 900 s and 1100 s and one that does not come back.
    row.classes = {
        kind(6, {sample(90, true, true), sample(110, true, false)}, 2),
        kind(0.3, {sample(900, true, true), sample(1100, true, true), sample(0, false, true)}, 1)};
    pool(row);
    // (6 * 100 + 0.3 * 1000) / 6.3 = 142.857 s.
    CHECK(row.overall.n == 4);
    CHECK(row.overall.mean == doctest::Approx(900.0 / 6.3));
    // Standard errors 14.142 / sqrt 2 = 10 s and 100 s; 1.96 * sqrt((6 * 10)^2 + (0.3 * 100)^2) /
    // 6.3 = 1.96 * 67.082 / 6.3 = 20.87 s.
    CHECK(row.overall.high - row.overall.mean == doctest::Approx(20.870).epsilon(1e-4));
    // Weights 3, 3, 0.15, 0.15 of 6.3 at 90, 110, 900, 1100 s: half (3.15) is reached at 110 s, 95
    // % (5.985) there too.
    CHECK(row.overall.p50 == 110);
    CHECK(row.overall.p95 == 110);
    CHECK(row.data_loss.mean == doctest::Approx(2 * 900.0 / 6.3));
    // The top service was hit in one incident of the first class: (6 * 9 + 0.3 * 100) / 6.3.
    CHECK(row.top_minimum.n == 3);
    CHECK(row.top_minimum.mean == doctest::Approx(84.0 / 6.3));
    // (6 * 1 + 0.3 / 3) / 6.3 in time; 0.3 * (1 / 3) / 6.3 = 1.587 % do not come back.
    CHECK(row.rto_met.value == doctest::Approx(6.1 / 6.3));
    CHECK(row.unrecoverable.value == doctest::Approx(0.1 / 6.3));
    CHECK(row.unrecoverable.hits == 1);
}

TEST_CASE("Classes that nothing came back from do not count in pooled times") {
    Row row;
    row.classes = {kind(1, {sample(0, false, true)}, 0)};
    pool(row);
    CHECK(row.overall.n == 0);
    CHECK(row.unrecoverable.value == 1);
}

}  // namespace reentry::study
