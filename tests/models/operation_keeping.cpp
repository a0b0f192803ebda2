// How products and providers keep what they were given: locks, seals, long-term fulls, lifecycle
// moves, first fulls by courier, another region, requests as a shared quota.
#include "tests/models/operation_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using namespace small_world;

namespace {

using days = std::chrono::days;

std::string copy(const std::string& keys, const std::string& change = "0 %/d") {
    return some_files(change) +
           "\n[[strategy]]\nid = \"s\"\nconnection = \"internet\"\n\n"
           "[[strategy.copy]]\nid = \"c\"\n" +
           keys;
}

}  // namespace

TEST_CASE("locks of what is still needed are renewed with every generation") {
    const SmallWorld world(
        copy("to = \"provider/hot\"\nmethod = \"forever\"\nevery = \"1 d\"\nlocked = true\n"
             "integration = \"locking\"\nkeep = { days = 7 }\n"));
    // One full of 1,563 objects that never changes, locked when written. Generations begin on day
    // 10 and 20; points of the last 7 days of 28 need no more than they have: 2 renewals.
    CHECK(counted(world.history.ledger, Meter::lock) == 3 * 1'563);
}

TEST_CASE("a generation is as long as the product makes it at this provider") {
    const SmallWorld world(
        copy("to = \"provider/hot\"\nmethod = \"forever\"\nevery = \"1 d\"\nlocked = true\n"
             "integration = \"locking-longer\"\nkeep = { days = 7 }\n"));
    // Here every 20 days: written, and renewed on day 20.
    CHECK(counted(world.history.ledger, Meter::lock) == 2 * 1'563);
}

TEST_CASE("a copy chooses the size of its objects where its product lets it") {
    const std::string full = "to = \"provider/hot\"\nmethod = \"full\"\nevery = \"30 d\"\n";
    const SmallWorld usual(copy(full)),
        small(copy(full + "integration = \"choosing\"\nobject_size = \"10 MB\"\n"));
    // 100 GB / 64 MB = 1,562.5, / 10 MB = 10,000.
    CHECK(counted(usual.history.ledger, Meter::put) == 1'563);
    CHECK(counted(small.history.ledger, Meter::put) == 10'000);
    const auto refused = [&](const char* keys) {
        const auto scenario = small_world::scenario(copy(full + keys));
        const auto known = catalogue();
        return make_case(scenario, scenario.strategies[0], "cloud", known).reason;
    };
    CHECK(refused("object_size = \"10 MB\"\n") ==
          "generic lets nobody choose the size of its objects");
    CHECK(refused("integration = \"choosing\"\nobject_size = \"1 GB\"\n") ==
          "choosing makes objects of 1 MB to 128 MB, not of 1 GB");
}

TEST_CASE("locked data outlasts its need by a generation") {
    const SmallWorld world(
        copy("to = \"provider/hot\"\nmethod = \"full\"\nevery = \"14 d\"\nlocked = true\n"
             "integration = \"locking\"\nkeep = { days = 7 }\n"));
    // Needed until day 7 and day 21, there until day 17 and beyond the end.
    CHECK(lain(world.history.ledger) ==
          "provider/hot: 100 GB from 0:33:20.010 to 17 d 0:00:00, deleted\n"
          "provider/hot: 100 GB from 14 d 0:33:20.010 to 28 d 0:00:00\n");
}

TEST_CASE("deduplication of locked data starts afresh, and goes as a whole") {
    const SmallWorld world(
        copy("to = \"provider/hot\"\nmethod = \"forever\"\nevery = \"7 d\"\nlocked = true\n"
             "integration = \"sealing\"\nkeep = { days = 10 }\n"));
    // Sealed on day 14: everything travels again. The points of day 0 and 7 are kept until day 10
    // and 17, so the first seal goes on day 17.
    CHECK(lain(world.history.ledger) ==
          "provider/hot: 100 GB from 0:33:20.010 to 17 d 0:00:00, deleted\n"
          "provider/hot: 100 GB from 14 d 0:33:20.010 to 28 d 0:00:00\n");
}

TEST_CASE("a weekly full lives as long as its last increment needs it") {
    const SmallWorld world(
        copy("to = \"disk\"\nmethod = \"incremental\"\nevery = \"1 d\"\nfull_every = \"7 d\"\n"
             "keep = { days = 14, weeks = 2 }\n",
             "10 %/d"));
    // max(2 weeks, (7 - 1) days of increments + 14 days) = 20 days.
    const auto& full = world.history.points[0][0].front();
    CHECK(full.deleted - full.content == days{20});
}

TEST_CASE("a product may archive only fulls that stand for a week, with an appliance") {
    const SmallWorld world(
        copy("to = \"disk\"\nmethod = \"incremental\"\nevery = \"1 d\"\nfull_every = \"7 d\"\n"
             "keep = { days = 3, weeks = 2 }\n\n[[strategy.copy]]\nid = \"archived\"\nfrom = "
             "\"c\"\nto = \"provider/archive\"\nmethod = \"full\"\nevery = \"1 d\"\nat = "
             "\"12:00\"\nintegration = \"archiving\"\nkeep = { days = 14 }\n",
             "10 %/d"));
    std::vector<std::int64_t> contents;
    for (const auto& point : world.history.points[1][0])
        contents.push_back((point.content - world.history.begin) / days{1});
    CHECK(contents == std::vector<std::int64_t>{0, 7, 14, 21});
    sim::Duration running{};
    for (const auto& entry : world.history.ledger.standing())
        if (entry.meter == Meter::appliance) running += entry.to - entry.from;
    // Four jobs of 100 GB / 50 MB/s and 10 ms.
    CHECK(std::chrono::round<std::chrono::milliseconds>(running) == 4 * 2'000'010ms);
}

TEST_CASE("a lifecycle rule moves old data, which must then be thawed") {
    const SmallWorld world(
        copy("to = \"provider/hot\"\nmethod = \"full\"\nevery = \"14 d\"\nkeep = { days = 28 }\n"
             "tier_after = { days = 3, to = \"provider/archive\" }\n"));
    CHECK(lain(world.history.ledger) ==
          "provider/hot: 100 GB from 0:33:20.010 to 3 d 0:33:20.010, moved\n"
          "provider/archive: 100 GB from 3 d 0:33:20.010 to 28 d 0:00:00\n"
          "provider/hot: 100 GB from 14 d 0:33:20.010 to 17 d 0:33:20.010, moved\n"
          "provider/archive: 100 GB from 17 d 0:33:20.010 to 28 d 0:00:00\n");
    CHECK(counted(world.history.ledger, Meter::transition_in, "provider/archive") == 2 * 1'563);
    // Day 16: the full of day 14 is in the hot class still. 100 GB at 50 MB/s.
    CHECK(world.tell(world.strike("failed-array", days{16})) ==
          "files: back after 0:33:20, from c, 48:00:00 lost\n"
          "  0:00:00  0:33:20  transfer\n");
    // Day 18: 1,563 requests at 100 a second and 4 h before anything can be read.
    const auto late = world.strike("failed-array", days{18});
    CHECK(world.tell(late) ==
          "files: back after 4:33:35, from c, 96:00:00 lost\n"
          "  0:00:00  4:00:15  thaw\n"
          "  4:00:15  4:33:35  transfer\n");
    CHECK(counted(late.usage, Meter::restore_request, "provider/archive") == 1'563);
}

TEST_CASE("of a chain that reads as a full the parts that were not touched freeze") {
    const SmallWorld world(
        copy("to = \"provider/hot\"\nmethod = \"forever\"\nevery = \"1 d\"\nkeep = { days = 28 }\n"
             "tier_after = { days = 10, to = \"provider/archive\" }\n",
             "10 %/d"));
    // In 10 days 1 - exp(-1) = 63.2 % of the data are touched; the rest of 100 GB is frozen.
    const auto result = world.strike("failed-array", days{20} + 12h);
    CHECK(counted(result.usage, Meter::retrieved_bytes, "provider/archive") / 1'000'000 == 36'787);
    // Before the first of it is ten days old, nothing is.
    CHECK(counted(world.strike("failed-array", days{9}).usage, Meter::restore_request) == 0);
}

TEST_CASE("the first full may go by courier, while the others wait") {
    const SmallWorld world(
        copy("to = \"provider/hot\"\nmethod = \"forever\"\nevery = \"1 d\"\nseed = { by = "
             "\"shipment\", order = \"2 d\", courier = \"1 d\", ingest = \"1 GB/s\" }\n"));
    // 100 GB fill two boxes of 80 GB, which are here on day 2 and load 200 MB/s: 500 s. The courier
    // takes a day, reading them in 100 s. The first increment is that of day 4.
    const auto& points = world.history.points[0][0];
    CHECK(points[0].content == world.history.begin + days{2});
    CHECK(points[0].available == world.history.begin + days{3} + 600s);
    CHECK(points[1].content == world.history.begin + days{4});
    CHECK(counted(world.history.ledger, Meter::shipment, "provider/box") == 2);
    REQUIRE(world.history.ledger.standing().size() >= 1);
    const auto& boxes = world.history.ledger.standing().front();
    CHECK(boxes.quantity == 2);
    CHECK(boxes.to - boxes.from == days{1} + 600s);
    CHECK(world.history.jobs[0].skipped == 0);
}

TEST_CASE("a copy in another region travels on the provider's own network") {
    const SmallWorld world(
        copy("to = \"provider/hot\"\nmethod = \"full\"\nevery = \"14 d\"\n\n[[strategy.copy]]\nid "
             "= \"far\"\nfrom = \"c\"\nto = \"region/hot\"\nmethod = \"full\"\nevery = \"14 d\"\n"
             "at = \"12:00\"\n"));
    CHECK(counted(world.history.ledger, Meter::sent_bytes, "provider/hot", "peer-region") ==
          200'000'000'000);
    // Neither the line nor its contract is asked for twice: the way back is the same.
    CHECK(world.what.route[1][0].size() == 1);
    const auto result = world.strike("lost-site", days{9});
    CHECK(result.outcome.recovered);
}

TEST_CASE("the requests that a class accepts are shared by all jobs and restores of a copy") {
    auto text = copy("to = \"provider/cool\"\nmethod = \"full\"\nevery = \"14 d\"\n");
    text +=
        "\n[[workload]]\nid = \"more\"\nkind = \"file-tree\"\nsite = \"here\"\nsize = \"200 "
        "GB\"\nchange = \"0 %/d\"\nitem_size = \"1 MB\"\nrto = \"1 d\"\nrpo = \"1 d\"\n";
    const SmallWorld world(text);
    // Half an object of 64 MB a second is 32 MB/s for both: 200 GB take 6,250 s.
    for (const std::size_t w : {0u, 1u}) {
        const auto& point = world.history.points[0][w].front();
        CHECK(std::chrono::round<std::chrono::milliseconds>(point.available - point.content) ==
              6'250'010ms);
    }
    // Reading likewise: both come back at the same time, so each takes as long as both.
    const auto result = world.strike("lost-site", days{9});
    REQUIRE(result.outcome.workloads.size() == 2);
    for (const auto& fate : result.outcome.workloads)
        for (const auto& span : fate.spans)
            if (span.stage == Stage::transfer)
                CHECK(std::chrono::round<std::chrono::milliseconds>(span.end - span.begin) ==
                      6'250'010ms);
}

TEST_CASE("lifecycle moves stay with the provider, couriers go to one") {
    CHECK(faults_of(copy("to = \"disk\"\nevery = \"1 d\"\ntier_after = { days = 3, to = "
                         "\"provider/archive\" }\n"))
              .find("another class of the provider at which the copy lies") != std::string::npos);
    CHECK(faults_of(copy("to = \"provider/hot\"\nevery = \"1 d\"\ntier_after = { days = 3, to = "
                         "\"provider/hot\" }\n"))
              .find("another class of the provider at which the copy lies") != std::string::npos);
    CHECK(faults_of(copy("to = \"disk\"\nevery = \"1 d\"\nseed = { by = \"shipment\" }\n"))
              .find("a copy in a storage class of a provider") != std::string::npos);
}
