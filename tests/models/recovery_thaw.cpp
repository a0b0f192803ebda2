// Archives: batches, accounts, and readable copies that expire before they are downloaded.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

std::string archived(const std::string& size, const std::string& copy) {
    return "\n[[workload]]\nid = \"files\"\nkind = \"file-tree\"\nsite = \"here\"\nsize = \"" +
           size + R"("
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"

[[service]]
id = "all"
workloads = ["files"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"

[[strategy]]
id = "s"
connection = "internet"

[[strategy.copy]]
id = "archive"
to = "provider/archive"
method = "full"
)" + copy;
}

}  // namespace

TEST_CASE("a download that outlasts the readable copies thaws what is left once more") {
    // 40 TB are 625,000 objects: 6,250 s of requests and 4 h. Within 7 days 30.24 TB come at 50
    // MB/s. The other 9.76 TB, 152,500 objects: 1,525 s and 4 h, then 195,200 s.
    const SmallWorld world(archived("80 TB", "every = \"28 d\"\nkeep = { days = 28 }\n"));
    CHECK(world.tell(world.strike("array", days{15})) ==
          "files: back after 232:22:55, from archive, 360:00:00 lost\n"
          "  0:00:00  5:44:10  thaw\n"
          "  5:44:10  173:44:10 transfer\n"
          "  173:44:10 178:09:35 thaw\n"
          "  178:09:35 232:22:55 transfer\n");
    // Both thaws are paid for.
    std::int64_t requests = 0;
    const auto usage = world.strike("array", days{15}).usage;
    for (const auto& entry : usage.counted())
        if (entry.meter == Meter::restore_request) requests += entry.quantity;
    CHECK(requests == 625'000 + 152'500);
}

TEST_CASE("a paced thaw asks for the next batch when the download of the one before begins") {
    // 100 GB at 50 MB/s in batches of 1,000 s: two of 50 GB, 782 objects each, 7.82 s of requests.
    const SmallWorld world(
        archived("200 GB", "every = \"1 d\"\nthaw_pace = \"paced\"\nthaw_ahead = \"1000 s\"\n"));
    CHECK(world.tell(world.strike("array", days{9} + 12h)) ==
          "files: back after 8:16:55, from archive, 12:00:00 lost\n"
          "  0:00:00  4:00:07  thaw\n"
          "  4:00:07  4:16:47  transfer\n"
          "  4:00:07  8:00:15  thaw\n"
          "  8:00:15  8:16:55  transfer\n");
}

TEST_CASE("each account has restore requests of its own") {
    // 1,563 objects at 100 a second, and at 400 a second with four accounts.
    const auto took = [](const std::string& accounts) {
        const SmallWorld world(archived("200 GB", "every = \"1 d\"\n" + accounts));
        return sim::to_seconds(world.strike("array", days{9} + 12h).outcome.recovery_time);
    };
    CHECK(took("") - took("accounts = 4\n") == doctest::Approx(15.63 - 3.9075).epsilon(1e-6));
}

namespace {

// An archive with a quick option, promised for objects up to 1 MB, that needs a provisioned unit.
Case quick_case(const Scenario& scenario) {
    auto catalogue = small_world::catalogue();
    Provider cloud = *catalogue.provider("cloud");
    Thaw quick{"expedited", sim::Distribution::constant(60)};
    quick.requests_per_second = 0.01;
    quick.bytes_per_hour = 1e12;
    quick.largest_object = 1e6;
    quick.needs_unit = true;
    for (auto& tier : cloud.tiers)
        if (tier.id == "archive") tier.figures.thaws.push_back(quick);
    catalogue.add(cloud);
    auto offer = make_case(scenario, scenario.strategies.front(), "cloud", catalogue);
    REQUIRE(offer.made);
    return std::move(*offer.made);
}

}  // namespace

TEST_CASE("objects larger than promised wait like those of the slow option") {
    // Objects of 64 MB: 4 h instead of a minute.
    const auto scenario =
        small_world::scenario(archived("200 GB", "every = \"1 d\"\nthaw = \"expedited\"\n"));
    const auto what = quick_case(scenario);
    const auto& place = what.places.front();
    CHECK(place.tier.thaws[*place.thaw].wait.mean() == 4 * 3'600);
}

TEST_CASE("provisioned units multiply the limits of the option and are paid for") {
    const auto scenario = small_world::scenario(
        archived("200 GB", "every = \"1 d\"\nthaw = \"expedited\"\nthaw_units = 3\n"));
    const auto what = quick_case(scenario);
    const auto& option = what.places.front().tier.thaws[*what.places.front().thaw];
    CHECK(option.requests_per_second == doctest::Approx(0.03));
    CHECK(option.bytes_per_hour == doctest::Approx(3e12));
    REQUIRE(what.held.size() == 2);  // and the line
    CHECK(what.held.front().meter == Meter::provisioned_unit);
    CHECK(what.held.front().quantity == 3);
    CHECK(what.held.front().resource == "provider/archive");
}
