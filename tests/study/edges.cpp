#include "models/scenario/scenario_file.hpp"
#include "study/compare.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

using namespace reentry;

namespace {

const std::string root = in_root("");

Catalogue catalogue() {
    Diagnostics faults;
    auto result = Catalogue::read(root + "/data", faults);
    CHECK_FALSE(faults.has_errors());
    return result;
}

std::shared_ptr<Scenario> one_archive(const files::Overrides& overrides, Diagnostics& faults) {
    auto file = read_scenario(root + "/scenarios/one-archive.toml", overrides, faults);
    file.scenario.providers = {"aws-eu-central-1"};
    return std::make_shared<Scenario>(std::move(file.scenario));
}

study::Comparison compare_with(const files::Overrides& overrides) {
    Diagnostics faults;
    const auto scenario = one_archive(overrides, faults);
    CHECK_MESSAGE(!faults.has_errors(), to_string(faults));
    const auto known = catalogue();
    study::SimulateOptions options;
    options.jobs = 1;
    return study::compare(study::simulate(scenario, known, options), known);
}

std::string faults_with(const files::Overrides& overrides) {
    Diagnostics faults;
    one_archive(overrides, faults);
    return to_string(faults);
}

}  // namespace

TEST_CASE("a first copy that takes longer than its retention is simulated, not a broken contract") {
    // 2.7 TB over 1 Mbit/s take 249 days; points are kept 180.
    const auto result =
        compare_with({{"connection.internet.capacity", "1 Mbit/s"}, {"effort.incidents", "4"}});
    REQUIRE(result.rows.size() == 1);
    CHECK(result.rows[0].classes[0].unrecoverable > 0);
}

TEST_CASE("an incident that can hit nothing is an error of the file") {
    const auto text = faults_with({{"incident.array.workloads", "[\"kafka\"]"}});
    CHECK(text.find("nothing that it can hit") != std::string::npos);
}

TEST_CASE("settling must leave time for incidents") {
    const auto text = faults_with({{"effort.settle", "3 y"}});
    CHECK(text.find("effort.settle") != std::string::npos);
}

TEST_CASE("the cost per month is the cost of the horizon over its months, wherever it begins") {
    // 2 years are 730 days or 24 months of 365/12 days, although 25 calendar months are touched.
    const auto result = compare_with({{"start", "2027-01-15"}, {"effort.incidents", "2"}});
    const auto& row = result.rows[0];
    CHECK(row.months.size() == 25);
    CHECK(row.monthly_cost.to_double() * 24 ==
          doctest::Approx(row.horizon_cost.to_double() * 730 / 731).epsilon(0.002));
}

TEST_CASE("the same seed gives the same comparison on one and on two threads") {
    const auto known = catalogue();
    Diagnostics faults;
    const auto scenario = one_archive({{"effort.incidents", "20"}}, faults);
    const auto run = [&](unsigned jobs) {
        study::SimulateOptions options;
        options.jobs = jobs;
        return study::compare(study::simulate(scenario, known, options), known);
    };
    const auto one = run(1), two = run(2);
    REQUIRE(one.rows.size() == two.rows.size());
    for (std::size_t r = 0; r < one.rows.size(); ++r) {
        CHECK(one.rows[r].horizon_cost == two.rows[r].horizon_cost);
        CHECK(one.rows[r].overall.mean == two.rows[r].overall.mean);
        CHECK(one.rows[r].classes[0].mean_bill == two.rows[r].classes[0].mean_bill);
    }
}

TEST_CASE("a dearer storage price changes the bill without a new simulation") {
    const auto known = catalogue();
    Diagnostics faults;
    const auto scenario = one_archive({{"effort.incidents", "2"}}, faults);
    const auto simulated = study::simulate(scenario, known);
    study::PriceFactors doubled;
    doubled.storage = 2;
    const auto base = study::compare(simulated, known),
               dear = study::compare(simulated, known, doubled);
    const auto storage = [](const study::Row& row) {
        for (const auto& share : row.shares)
            if (share.group == "storage") return share.amount.to_double();
        return 0.0;
    };
    CHECK(storage(dear.rows[0]) == doctest::Approx(2 * storage(base.rows[0])));
    CHECK(base.rows[0].overall.mean == dear.rows[0].overall.mean);
}
