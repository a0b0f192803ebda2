#include "tests/study/pains/pain.hpp"

#include "models/scenario/scenario_file.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace pains {

using namespace reentry;
using namespace reentry::study;

namespace {

const Catalogue& catalogue() {
    static const Catalogue shipped = [] {
        Diagnostics faults;
        auto read = Catalogue::read(in_root("data"), faults);
        REQUIRE_FALSE(faults.has_errors());
        return read;
    }();
    return shipped;
}

const CaseRow& case_of(const Simulated& simulated, std::string_view strategy) {
    const auto found = std::find_if(simulated.rows.begin(), simulated.rows.end(),
                                    [&](const CaseRow& row) { return row.strategy == strategy; });
    REQUIRE(found != simulated.rows.end());
    return *found;
}

}  // namespace

Pain::Pain(const std::string& file) {
    Diagnostics faults;
    const auto read = read_scenario(in_root("scenarios/pains/") + file, files::Overrides{}, faults);
    REQUIRE(faults.empty());
    simulated_ = simulate(std::make_shared<Scenario>(read.scenario), catalogue());
    comparison_ = compare(simulated_, catalogue());
}

const Row& Pain::row(std::string_view strategy, std::string_view provider) const {
    const auto& rows = comparison_.rows;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
        return row.strategy == strategy && (provider.empty() || row.provider == provider);
    });
    REQUIRE(found != rows.end());
    REQUIRE(found->not_offered.empty());
    CHECK(found->unknown_prices.empty());
    return *found;
}

double Pain::hours_in(std::string_view strategy, Stage stage) const {
    const auto& from = case_of(simulated_, strategy);
    const auto outcome = replay(*simulated_.scenario, *from.offer.made, 0, 0);
    double hours = 0;
    for (const auto& span : outcome.workloads.front().spans)
        if (span.stage == stage) hours += sim::to_seconds(span.end - span.begin) / 3600;
    return hours;
}

double share(const Row& row, std::string_view group) {
    for (const auto& part : row.shares)
        if (part.group == group) return part.amount.to_double();
    return 0;
}

double per_month(const Row& row) { return row.monthly_cost.to_double(); }

double mean_recovery_bill(const Row& row) { return row.classes.front().mean_bill.to_double(); }

double mean_hours(const Row& row) { return row.classes.front().recovery.mean / 3600; }

}  // namespace pains
