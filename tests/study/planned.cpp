// What drills and exits cost and show, with prices that a calculator can follow: out of "north"
// flow 100 GB a month for nothing, then 0.01 EUR a GB; 1,000 reads cost 0.0004 EUR.
#include "models/files/load.hpp"
#include "models/scenario/scenario_file.hpp"
#include "models/tariff/marginal.hpp"
#include "study/compare.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace reentry;

namespace {

// 1 TB that halves, with 1 % of the product's own: 505 GB in 7,891 objects of 64 MB.
const std::string office = R"(
name = "office"
start = 2027-01-01
horizon = "6 months"
top_service = "office"
providers = ["north"]
effort = { incidents = 4, settle = "1 month" }

[[site]]
id = "office"
production_read = "500 MB/s"
production_write = "400 MB/s"
crew = { operators = 2, restores_each = 2, work_from = 0, work_to = 24, weekends = true }

[[connection]]
id = "internet"
product = "internet"
at = "office"
capacity = "1 Gbit/s"

[[workload]]
id = "files"
kind = "file-tree"
site = "office"
size = "1 TB"
change = "0 %/d"
item_size = "2 MB"
rto = "12 h"
rpo = "200 d"
outage_cost = "100 EUR/h"

[[service]]
id = "office"
workloads = ["files"]
rto = "12 h"
rpo = "200 d"

[[store]]
id = "array"
kind = "disk"
site = "office"
equipment = "disk"
read = "300 MB/s"
write = "300 MB/s"

[[incident]]
id = "fire"
name = "Fire"
kind = "lost-site"
rate = "1 per 50 y"
site = "office"
target = "3 d"

[[strategy]]
id = "once"
connection = "internet"
[[strategy.copy]]
id = "cloud"
to = "provider/hot"
method = "full"
every = "300 d"
keep = { days = 300 }
)";

study::Comparison compared(const std::string& more, const files::Overrides& set = {}) {
    Diagnostics faults;
    const auto known = Catalogue::read(in_root("tests/cli/golden/data"), faults);
    auto file = read_scenario(files::load_text("office.toml", office + more, faults), set, faults);
    INFO(to_string(faults));
    REQUIRE_FALSE(faults.has_errors());
    const auto scenario = std::make_shared<const Scenario>(file.scenario);
    return study::compare(study::simulate(scenario, known), known);
}

const std::string drill =
    "\n[[drill]]\nid = \"rehearsal\"\nname = \"Rehearsal\"\nincident = \"fire\"\n"
    "first = \"2 months\"\nevery = \"1 y\"\nsite = \"office\"\ntarget = \"1 h\"\n";

const std::string exit_class =
    "\n[[incident]]\nid = \"exit\"\nkind = \"provider-exit\"\nrate = \"1 per 10 y\"\nto = "
    "\"array\"\n";

bool warns_of_drills(const study::Row& row) {
    return std::any_of(row.findings.begin(), row.findings.end(), [](const Finding& finding) {
        return finding.rule == "restore-drills" && finding.weight == Weight::warns;
    });
}

constexpr double reads = 7'891 * 0.0004 / 1'000;

}  // namespace

TEST_CASE("a drill is part of the cost of operation, told apart, and its times are evidence") {
    const auto without = compared(""), with = compared(drill);
    const auto &plain = without.rows[0], &row = with.rows[0];
    // 505 GB less 100 GB that are free.
    CHECK(row.drill_cost.to_double() == doctest::Approx(4.05 + reads).epsilon(1e-9));
    CHECK(row.months[2].drill == row.drill_cost);  // March
    CHECK(row.horizon_cost == plain.horizon_cost + row.drill_cost);
    CHECK(row.classes[0].mean_bill == plain.classes[0].mean_bill);

    REQUIRE(row.drills.size() == 1);
    const auto& result = row.drills[0];
    CHECK(result.held == 1);
    CHECK(result.failed == 0);
    CHECK(result.rehearses == "Fire");
    CHECK(result.copies == std::vector<std::string>{"cloud"});
    // An hour for the target, a round trip of 10 ms, and 505 GB over 125 MB/s.
    CHECK(result.restore.mean == doctest::Approx(3'600 + 505e9 / 125e6).epsilon(1e-5));
    CHECK(result.in_time.hits == 1);
    CHECK(warns_of_drills(plain));
    CHECK_FALSE(warns_of_drills(row));
}

TEST_CASE("leaving a provider costs its egress, and nothing but reads under the Data Act") {
    const auto list = compared(exit_class);
    const auto act = compared(exit_class, {{"finance.data_act", "true"}});
    const auto &dear = list.rows[0].classes[1], &cheap = act.rows[0].classes[1];
    // The rules make switching free from 12 January 2027, before the first incident.
    CHECK(dear.mean_bill.to_double() == doctest::Approx(4.05 + reads).epsilon(1e-9));
    CHECK(cheap.mean_bill.to_double() == doctest::Approx(reads).epsilon(1e-6));
    CHECK(dear.mean_outage_cost.is_zero());
    CHECK(dear.planned);
    CHECK(dear.recovery.mean == doctest::Approx(505e9 / 125e6).epsilon(1e-5));
    // A restore is no switch: its egress is charged all the same.
    CHECK(act.rows[0].classes[0].mean_bill == list.rows[0].classes[0].mean_bill);
    CHECK(act.rows[0].overall.mean == act.rows[0].classes[0].recovery.mean);
}

TEST_CASE(
    "going home costs its egress, machines until then, and an interruption that is told apart") {
    const std::string rented =
        "\n[[site]]\nid = \"cloud\"\nproduction_read = \"400 MB/s\"\n"
        "production_write = \"400 MB/s\"\nfail_back = \"3 h\"\n"
        "crew = { operators = 2, restores_each = 2, work_from = 0, work_to = 24, weekends = true "
        "}\n"
        "region = { role = \"provider\", provision = \"10 min\", compute = \"10 EUR/h\" }\n";
    const auto result =
        compared(rented, {{"strategy.once.recover_at", "cloud"}, {"incident.fire.repair", "2 d"}});
    const auto& fire = result.rows[0].classes[0];
    CHECK(fire.interruption.n == 4);
    CHECK(fire.interruption.mean == doctest::Approx(3 * 3'600));
    CHECK(fire.rto_met.hits == 4);  // it serves within 12 h, whatever comes after two days
    CHECK(fire.mean_outage_cost.to_double() ==
          doctest::Approx((fire.recovery.mean / 3'600 + 3) * 100).epsilon(1e-6));
    // 505 GB come back in the region and go home after two days at 125 MB/s, 4,040 s: with the 3 h
    // after that machines run for 52.1 h, of which each begun one costs 10 EUR.
    CHECK(fire.mean_bill.to_double() == doctest::Approx(530 + 4.05 + reads).epsilon(1e-6));
}

TEST_CASE("an incident that takes nothing down counts in no mean and in no probability") {
    const auto result = compared(
        "\n[[incident]]\nid = \"dark\"\nkind = \"provider-outage\"\nrate = \"50 /y\"\noutage = \"5 "
        "h\"\n");
    const auto& row = result.rows[0];
    CHECK(row.classes[1].touched == 0);
    CHECK(row.classes[1].recovery.n == 0);
    CHECK(row.overall.mean == row.classes[0].recovery.mean);
    CHECK(row.expected_annual == compared("").rows[0].expected_annual);
}

TEST_CASE("each incident is a margin on the history that it meets") {
    Diagnostics faults;
    const auto known = Catalogue::read(in_root("tests/cli/golden/data"), faults);
    const auto text = office +
                      "\n[[link]]\nid = \"x\"\nfrom = \"office\"\nto = \"far\"\n"
                      "capacity = \"1 Gbit/s\"\n[[site]]\nid = \"far\"\n"
                      "production_read = \"1 GB/s\"\nproduction_write = \"1 GB/s\"\n";
    auto file = read_scenario(files::load_text("office.toml", text, faults),
                              {{"effort.histories", "2"},
                               {"workload.files.change", "{ uniform = [\"0 %/d\", \"9 %/d\"] }"},
                               {"strategy.once.copy.cloud.method", "\"incremental\""},
                               {"strategy.once.copy.cloud.every", "1 d"}},
                              faults);
    INFO(to_string(faults));
    REQUIRE_FALSE(faults.has_errors());
    const auto scenario = std::make_shared<const Scenario>(file.scenario);
    const auto simulated = study::simulate(scenario, known);
    const auto& row = simulated.rows[0];
    REQUIRE(row.usages.size() == 2);
    const auto sample = study::compare(simulated, known).rows[0].classes[0].samples[1];
    const auto bill_on = [&](std::size_t history) {
        const MarginalRater rater(row.usages[history], row.bindings->list(),
                                  row.bindings->options());
        return rater.marginal(study::usage_of(*row.run, row.run->incidents[0][1])).amount;
    };
    CHECK(sample.recovery_bill == bill_on(1));
    // The two histories differ: changes were drawn anew.
    const auto cost = [&](std::size_t history) {
        return rate_total(row.usages[history], row.bindings->list(), row.bindings->options())
            .amount;
    };
    CHECK(cost(0) != cost(1));
}
