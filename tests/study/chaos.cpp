#include "study/chaos.hpp"

#include "models/files/load.hpp"
#include "models/operation/operate.hpp"
#include "models/recovery/recover.hpp"
#include "models/scenario/scenario_file.hpp"
#include "study/stopping.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <stop_token>

using namespace reentry;
using namespace std::chrono_literals;

namespace {

using days = std::chrono::days;

// A full each midnight that is kept three days; nothing else happens.
const std::string office = R"(
name = "office"
start = 2027-03-01
horizon = "28 days"
top_service = "office"
effort = { incidents = 4, settle = "7 days" }

[[site]]
id = "office"
production_read = "500 MB/s"
production_write = "400 MB/s"

[[workload]]
id = "books"
kind = "postgresql"
site = "office"
size = "200 GB"
change = "0 %/d"
item_size = "2 MB"
logs = "1 kB/s"
rto = "12 h"
rpo = "1 d"

[[service]]
id = "office"
workloads = ["books"]
rto = "12 h"
rpo = "1 d"

[[store]]
id = "array"
kind = "disk"
site = "office"
equipment = "disk"
read = "100 MB/s"
write = "100 MB/s"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "office"

[[strategy]]
id = "s"
copy = [{ id = "nightly", to = "array", method = "full", every = "1 d", keep = { days = 3 } }]
)";

struct Sweep {
    explicit Sweep(const files::Overrides& set = {}) {
        Diagnostics faults;
        catalogue = Catalogue::read(in_root("tests/cli/golden/data"), faults);
        auto file = read_scenario(files::load_text("office.toml", office, faults), set, faults);
        INFO(to_string(faults));
        REQUIRE_FALSE(faults.has_errors());
        scenario = std::move(file.scenario);
        auto offer = make_case(scenario, scenario.strategies[0], "", catalogue);
        REQUIRE(offer.made);
        what = std::move(*offer.made);
    }
    Sweep(const Sweep&) = delete;

    study::ChaosOptions between(int from, int to) const {
        study::ChaosOptions options;
        options.from = scenario.start + days{from};
        options.to = scenario.start + days{to};
        return options;
    }

    Catalogue catalogue;
    Scenario scenario;
    Case what;
};

}  // namespace

TEST_CASE("a sweep strikes once just after every event, and tells when most is lost") {
    const Sweep world;
    const auto result = study::chaos(world.what, world.between(9, 11));
    // Each midnight a job starts and, of two days with a point each, one expires; each job takes
    // 101 GB (1 % is the product's) at 100 MB/s = 1,010 s.
    REQUIRE(result.strikes.size() == 4);
    const auto start = world.scenario.start;
    CHECK(result.strikes[0].at == start + days{9});
    CHECK(result.strikes[1].at == start + days{9} + 1'010s);
    CHECK(result.strikes[2].at == start + days{10});
    // Just after it starts the newest point is a day old; just after it ends, as old as the job.
    CHECK(result.strikes[0].data_loss_s == doctest::Approx(86'400).epsilon(1e-9));
    CHECK(result.strikes[1].data_loss_s == doctest::Approx(1'010).epsilon(1e-9));
    REQUIRE(result.groups.size() == 3);
    CHECK(result.groups[0].happening == study::Happening::job_starts);
    CHECK(result.groups[0].strikes == 2);
    CHECK(result.groups[0].stalest == 0);
    CHECK(result.groups[1].data_loss.mean == doctest::Approx(1'010).epsilon(1e-9));
    CHECK(result.groups[2].happening == study::Happening::point_expires);
    CHECK(result.unrecoverable == 0);
}

TEST_CASE("shipped logs are events, too") {
    const Sweep world(files::Overrides{{"strategy.s.copy.nightly.ship_logs", "6 h"}});
    const auto result = study::chaos(world.what, world.between(9, 10));
    // 0:00 with the job, its end, 6:00, 12:00, 18:00; just after each, nothing is lost but where
    // the job began.
    REQUIRE(result.strikes.size() == 5);
    const auto& logs = result.groups.back();
    CHECK(study::happening_name(result.groups[2].happening) == std::string("logs shipped"));
    CHECK(result.groups[2].strikes == 4);
    CHECK(result.strikes[4].data_loss_s == doctest::Approx(1e-9));
    CHECK(logs.happening == study::Happening::point_expires);
}

TEST_CASE("a sweep is the same on any number of threads") {
    const Sweep world;
    auto one = world.between(8, 20), three = one;
    one.jobs = 1;
    three.jobs = 3;
    const auto a = study::chaos(world.what, one), b = study::chaos(world.what, three);
    REQUIRE(a.strikes.size() == b.strikes.size());
    for (std::size_t i = 0; i < a.strikes.size(); ++i) {
        CHECK(a.strikes[i].at == b.strikes[i].at);
        CHECK(a.strikes[i].recovery_s == b.strikes[i].recovery_s);
    }
    CHECK(a.recovery.mean == b.recovery.mean);
}

TEST_CASE("a request to stop is seen inside the history, before anything is struck") {
    const Sweep world;
    std::stop_source stop;
    stop.request_stop();
    auto options = world.between(9, 11);
    options.stop = stop.get_token();
    const auto result = study::chaos(world.what, options);
    CHECK(result.cancelled);
    CHECK(result.strikes.empty());
}

TEST_CASE("a request to stop is seen inside an incident") {
    const Sweep world;
    const auto history = operate(world.what, 1, 0);
    const auto damage = draw_damage(world.scenario, 0, 0, 1);
    std::stop_source stop;
    RecoveryOptions how;
    how.onlooker = study::until_stopped(stop.get_token());
    CHECK(recover(world.what, history, damage, how).outcome.recovered);
    stop.request_stop();
    CHECK_THROWS_AS(recover(world.what, history, damage, how), study::Stopped);
}
