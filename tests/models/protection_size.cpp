// How much a backup job moves.
#include "models/protection/change.hpp"
#include "models/protection/job_size.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using std::chrono::days;

namespace {

constexpr PerTime yearly(double share) { return PerTime::per_year(share); }
PerTime daily(double share) { return PerTime::per_year(share * 365); }

}  // namespace

TEST_CASE("data grow compounding") {
    // 100 GB, 21 % a year: 121 GB after a year, 110 GB after half of it, 146.41 after two.
    const Bytes start{100'000'000'000};
    CHECK(size_after(start, yearly(0.21), days{365}).count() == 121'000'000'000);
    CHECK(size_after(start, yearly(0.21), days{730}).count() == 146'410'000'000);
    CHECK(size_after(start, yearly(0.21), sim::Duration{days{365}} / 2).count() == 110'000'000'000);
    CHECK(size_after(start, yearly(0), days{365}) == start);
}

TEST_CASE("change saturates at the hot share") {
    // C(1 d) = 0.5 (1 - exp(-0.02 / 0.5)) = 0.0196052804238
    CHECK(touched_share(daily(0.02), 0.5, days{1}) ==
          doctest::Approx(0.0196052804238).epsilon(1e-11));
    // C(25 d) = 0.5 (1 - exp(-1)) = 0.316060279414
    CHECK(touched_share(daily(0.02), 0.5, days{25}) ==
          doctest::Approx(0.316060279414).epsilon(1e-11));
    CHECK(touched_share(daily(0.02), 0.5, days{10'000}) == doctest::Approx(0.5).epsilon(1e-15));
    CHECK(touched_share(daily(0.02), 0.5, days{0}) == 0);
}

TEST_CASE("two windows touch no more than one window of both, and no less than the longer") {
    for (const double change : {0.001, 0.02, 0.3})
        for (const double hot : {0.05, 0.5, 1.0}) {
            const double one = touched_share(daily(change), hot, days{3});
            const double other = touched_share(daily(change), hot, days{4});
            const double both = touched_share(daily(change), hot, days{7});
            CHECK(both <= one + other);
            CHECK(both >= other);
        }
}

TEST_CASE("a full is reduced, gets metadata and is cut into objects") {
    Workload workload;
    workload.size = Bytes{1'000'000'000};
    workload.reduction = 4;
    IntegrationFigures product;
    product.metadata_share = 0.02;
    product.object_bytes = 1e6;
    const auto size = full_size(workload, product, days{0});
    CHECK(size.logical == 1'000'000'000);
    CHECK(size.stored == 255'000'000);  // 1 GB x 1.02 / 4
    CHECK(size.objects == 255);
    product.object_bytes = 2e8;
    CHECK(full_size(workload, product, days{0}).objects == 2);
}

TEST_CASE("an increment holds what was touched of the old data, and all that is new") {
    Workload workload;
    workload.size = Bytes{100'000'000'000};
    workload.growth = yearly(0.21);
    workload.hot_share = 1;
    workload.reduction = 1;
    IntegrationFigures product;
    product.metadata_share = 0;
    // In the second year: 121 GB become 146.41 GB; all of the 121 are touched in a year at 10 % a
    // day.
    const auto size = change_size(workload, product, days{730}, days{365}, daily(0.1));
    CHECK(size.added == 25'410'000'000);
    CHECK(size.logical == 146'410'000'000);
    // Nothing is touched: only what is new.
    CHECK(change_size(workload, product, days{730}, days{365}, daily(0)).stored == 25'410'000'000);
}
