// That the ready scenario of an operations centre is what it says it is.
#include "models/scenario/scenario_file.hpp"
#include "study/simulate.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace reentry;

namespace {

Scenario read(const char* path) {
    Diagnostics faults;
    auto file = read_scenario(in_root(path), files::Overrides{}, faults);
    CHECK(to_string(faults).empty());
    return file.scenario;
}

const Scenario& centre() {
    static const Scenario scenario = read("scenarios/esoc.toml");
    return scenario;
}

}  // namespace

TEST_CASE("the operations centre holds the order of a petabyte in workloads of all kinds") {
    double bytes = 0;
    std::set<Kind> kinds;
    for (const auto& workload : centre().workloads) {
        bytes += workload.size.to_double();
        kinds.insert(workload.kind);
    }
    CHECK(centre().workloads.size() >= 25);
    CHECK(kinds.size() == choices(Kind{}).size());
    CHECK(bytes > 0.8e15);
    CHECK(bytes < 1.5e15);
}

TEST_CASE("every workload of the centre stands behind some service, at one of its sites") {
    std::set<std::string> behind;
    for (const auto& service : centre().services)
        behind.insert(service.workloads.begin(), service.workloads.end());
    // What a service needs stands behind it too.
    for (bool grows = true; grows;) {
        const auto before = behind.size();
        for (const auto& workload : centre().workloads)
            if (behind.count(workload.id) > 0)
                behind.insert(workload.depends_on.begin(), workload.depends_on.end());
        grows = behind.size() > before;
    }
    for (const auto& workload : centre().workloads)
        if (workload.id != "standby-control") CHECK_MESSAGE(behind.count(workload.id), workload.id);
}

TEST_CASE("the centre is struck a thousand times and more for each strategy and provider") {
    CHECK(centre().incidents.size() * static_cast<std::size_t>(centre().effort.incidents) >= 1'000);
    std::set<IncidentKind> kinds;
    for (const auto& incident : centre().incidents) kinds.insert(incident.kind);
    // Leaving a provider stands in a scenario of its own, of the same strategies.
    const auto leaving = read("scenarios/esoc-exit.toml");
    CHECK(leaving.strategies.size() == centre().strategies.size());
    for (const auto& incident : leaving.incidents) kinds.insert(incident.kind);
    CHECK(kinds.size() == choices(IncidentKind{}).size());
}

TEST_CASE("all strategies of the centre can be had somewhere, and most of them everywhere") {
    Diagnostics faults;
    const auto catalogue = Catalogue::read(in_root("data"), faults);
    std::set<std::string> offered;
    std::size_t rows = 0, refused = 0;
    for (const auto& row : study::rows_of(centre(), catalogue)) {
        ++rows;
        if (row.offer.made)
            offered.insert(row.strategy);
        else
            ++refused;
    }
    CHECK(offered.size() == centre().strategies.size());
    CHECK(centre().strategies.size() >= 12);
    // Two of them need virtual tapes, which one of the five providers offers.
    CHECK(refused * 5 < rows);
}
