// Combinations that break, each found in a plan that has it and not in one that has not.
#include "models/findings/findings.hpp"
#include "tests/models/operation_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace reentry;
using namespace small_world;

namespace {

// The findings of one rule in a strategy of these copies, as "weight subject: text".
std::string found(std::string_view rule, const std::string& copies, const std::string& stores = "",
                  const std::string& workload = some_files(),
                  const Catalogue& known = catalogue()) {
    const auto scenario = small_world::scenario(
        workload + stores + "\n[[strategy]]\nid = \"s\"\nconnection = \"internet\"\n" + copies);
    const auto offer = make_case(scenario, scenario.strategies[0], "cloud", known);
    INFO(offer.reason);
    REQUIRE(offer.made);
    std::string text;
    for (const auto& finding : findings_of(*offer.made, known))
        if (finding.rule == rule)
            text += (finding.weight == Weight::breaks ? "breaks " : "warns ") + finding.subject +
                    ": " + finding.text + "\n";
    return text;
}

std::string copy(const std::string& keys) {
    return "\n[[strategy.copy]]\nid = \"c\"\nevery = \"1 d\"\n" + keys;
}

Catalogue with_product(const char* id, IntegrationFigures figures) {
    auto known = catalogue();
    Integration product;
    product.file.id = product.file.name = figures.name = id;
    product.figures = std::move(figures);
    known.add(product);
    return known;
}

const std::string gateway =
    "\n[[store]]\nid = \"vtl\"\nkind = \"gateway\"\nsite = \"here\"\nequipment = \"none\"\n"
    "tape = \"150 GB\"\n";

}  // namespace

TEST_CASE("a copy of what its origin does not hold never has a point: warned of and found") {
    const std::string other =
        "\n[[workload]]\nid = \"other\"\nkind = \"file-tree\"\nsite = \"here\"\nsize = \"1 GB\"\n"
        "change = \"0 %/d\"\nitem_size = \"1 MB\"\nrto = \"1 d\"\nrpo = \"1 d\"\n";
    const auto copies = [](const char* second) {
        return copy("to = \"disk\"\nworkloads = [\"files\"]\n") +
               "\n[[strategy.copy]]\nid = \"d\"\nfrom = \"c\"\nto = \"library\"\nevery = \"1 "
               "d\"\n" +
               second;
    };
    CHECK(found("origin", copies(""), "", some_files() + other) ==
          "breaks d: c does not hold other, so this copy never has a point of it: let that one "
          "cover it, or copy it from elsewhere\n");
    CHECK(found("origin", copies("workloads = [\"files\"]\n"), "", some_files() + other).empty());
    const auto told = faults_of(some_files() + other + "\n[[strategy]]\nid = \"s\"\n" + copies(""));
    CHECK(told.find(
              "warning: strategy \"s\".copy \"d\".from: found \"c\", expected a copy that holds "
              "\"other\" too, or \"workloads\" without it") != std::string::npos);
}

TEST_CASE("a lifecycle rule under a deduplicated repository breaks restores") {
    IntegrationFigures figures;
    figures.forbids_lifecycle = true;
    const auto known = with_product("packs", figures);
    const std::string moved =
        "to = \"provider/hot\"\nmethod = \"forever\"\ntier_after = { days = 30, to = "
        "\"provider/archive\" }\nintegration = ";
    CHECK(found("lifecycle", copy(moved + "\"packs\""), "", some_files(), known) ==
          "breaks c: a lifecycle rule after 30 days freezes blocks that the newest points of packs "
          "still need: restores fail; let the product copy long-term fulls into archive instead\n");
    CHECK(found("lifecycle", copy(moved + "\"generic\"")).rfind("warns c: after 30 days", 0) == 0);
    CHECK(found("lifecycle", copy("to = \"provider/hot\"\nmethod = \"forever\"\n")).empty());
}

TEST_CASE("a class into which a product's objects are moved must be one that it reads") {
    IntegrationFigures figures;
    figures.forbidden = {"archive"};
    CHECK(found("lifecycle",
                copy("to = \"provider/hot\"\nmethod = \"full\"\nintegration = \"reader\"\n"
                     "tier_after = { days = 30, to = \"provider/archive\" }\n"),
                "", some_files(), with_product("reader", figures))
              .rfind("breaks c: reader cannot read backups from the class archive", 0) == 0);
}

TEST_CASE("a class that a product is not known to support is named") {
    IntegrationFigures figures;
    figures.tiers = {"hot"};
    const auto known = with_product("picky", figures);
    const std::string keys = "method = \"full\"\nintegration = \"picky\"\nto = ";
    CHECK(found("archive-class", copy(keys + "\"provider/archive\""), "", some_files(), known)
              .rfind("breaks c: picky is not known to work in the class archive", 0) == 0);
    CHECK(found("archive-class", copy(keys + "\"provider/hot\""), "", some_files(), known).empty());
}

TEST_CASE("a product that archives long-term fulls only finds none in an endless chain") {
    const auto plan = [](const std::string& origin) {
        return copy("to = \"disk\"\nmethod = \"incremental\"\n" + origin) +
               "\n[[strategy.copy]]\nid = \"a\"\nfrom = \"c\"\nto = \"provider/archive\"\n"
               "method = \"full\"\nevery = \"1 d\"\nintegration = \"archiving\"\n";
    };
    CHECK(found("long-term-fulls", plan("keep = { days = 14, weeks = 4 }\n"))
              .rfind("breaks a: archiving archives only fulls, and the endless chain c", 0) == 0);
    CHECK(found("long-term-fulls", plan("full_every = \"7 d\"\n"))
              .rfind("breaks a: archiving archives only fulls that are kept for weeks", 0) == 0);
    CHECK(found("long-term-fulls", plan("full_every = \"7 d\"\nkeep = { weeks = 4 }\n")).empty());
}

TEST_CASE("a chain that is not the product's own is named") {
    IntegrationFigures needs_fulls, makes_none;
    makes_none.chain = ChainKind::forever_incremental;
    CHECK(found("chain", copy("to = \"disk\"\nmethod = \"forever\"\nintegration = \"tar\"\n"), "",
                some_files(), with_product("tar", needs_fulls))
              .rfind("breaks c: tar needs a full", 0) == 0);
    CHECK(found("chain",
                copy("to = \"disk\"\nmethod = \"incremental\"\nfull_every = \"7 d\"\n"
                     "integration = \"packs\"\n"),
                "", some_files(), with_product("packs", makes_none))
              .rfind("warns c: packs makes one full", 0) == 0);
}

TEST_CASE("no full can be made of frozen objects, and no lock holds a replica's past") {
    CHECK(found("frozen-chain", copy("to = \"provider/archive\"\nmethod = \"incremental\"\n"
                                     "full_every = \"7 d\"\nfull = \"synthetic\"\n"))
              .rfind("breaks c: no full can be made", 0) == 0);
    CHECK(found("locked-replica",
                copy("to = \"provider/hot\"\nmethod = \"replication\"\nlocked = true\n"))
              .rfind("breaks c: locked objects are not overwritten", 0) == 0);
}

TEST_CASE("a product that brings whole volumes back needs room for them") {
    IntegrationFigures figures;
    figures.whole_volume = true;
    CHECK(found("staging", copy("to = \"disk\"\nmethod = \"full\"\nintegration = \"tar\"\n"), "",
                some_files(), with_product("tar", figures))
              .find("have room for 200 GB beside the target") != std::string::npos);
}

TEST_CASE(
    "a product that archives long-term fulls leaves out what goes before the minimum duration") {
    const auto known = [] {
        IntegrationFigures figures;
        figures.takes_gfs_only = true;
        auto all = with_product("guard", figures);
        auto provider = *all.provider("cloud");
        provider.tiers[2].figures.minimum_kept = std::chrono::days{180};
        all.add(provider);
        return all;
    }();
    const auto plan = [](const char* keep) {
        return copy(
            std::string("to = \"provider/archive\"\nmethod = \"full\"\nintegration = \"guard\"\n") +
            "keep = " + keep + "\n");
    };
    CHECK(
        found("minimum-kept", plan("{ days = 30, weeks = 12 }"), "", some_files(), known) ==
        "breaks c: guard archives only what stays 180 d or longer, and nothing here does: nothing "
        "is ever archived; keep months or years\n");
    CHECK(found("minimum-kept", plan("{ days = 30, weeks = 12, months = 6 }"), "", some_files(),
                known) ==
          "breaks c: guard archives only what stays 180 d or longer: what is kept for weeks (84 d) "
          "is left out; keep it elsewhere, or longer\n");
    CHECK(
        found("minimum-kept", plan("{ days = 30, months = 6 }"), "", some_files(), known).empty());
}

TEST_CASE("what goes before the minimum duration of a class is named, moved or on tape as well") {
    const auto known = [] {
        auto all = catalogue();
        auto provider = *all.provider("cloud");
        provider.tiers[1].figures.minimum_kept = std::chrono::days{30};
        provider.tiers[2].figures.minimum_kept = std::chrono::days{180};
        all.add(provider);
        return all;
    }();
    const auto warned = [&](const std::string& keys, const std::string& stores = "") {
        return found("minimum-duration", copy("method = \"full\"\n" + keys), stores, some_files(),
                     known);
    };
    // Moved after 20 of 30 days: 20 days of 30 in the first class, 10 of 180 in the second.
    CHECK(warned("to = \"provider/cool\"\nkeep = { days = 30 }\n"
                 "tier_after = { days = 20, to = \"provider/archive\" }\n") ==
          "warns c: points are kept 20 d but cool charges at least 30 d: the rest is paid for "
          "nothing; keep them as long, or take a class for shorter times\n"
          "warns c: points lie after their move for 10 d but archive charges at least 180 d: the "
          "rest is paid for nothing; keep them as long, or take a class for shorter times\n");
    // What goes before the move lies in no later class.
    CHECK(warned("to = \"provider/hot\"\nkeep = { days = 20 }\n"
                 "tier_after = { days = 20, to = \"provider/archive\" }\n")
              .empty());
    CHECK(warned("to = \"provider/archive\"\nvia = \"vtl\"\nkeep = { days = 30 }\n",
                 gateway + "cache = \"1 TB\"\nupload_buffer = \"1 TB\"\n")
              .rfind("warns c: virtual tapes are kept 30 d but archive charges at least 180 d",
                     0) == 0);
    CHECK(warned("to = \"provider/archive\"\nkeep = { days = 180 }\n").empty());
}

TEST_CASE("a gateway must hold all tapes that are recalled to bring everything back") {
    const std::string plan = copy("to = \"provider/archive\"\nvia = \"vtl\"\nmethod = \"full\"\n");
    const auto held = [&](std::int64_t tapes, std::int64_t bytes, const char* tape) {
        auto known = catalogue();
        auto provider = *known.provider("cloud");
        auto& limits = provider.file.virtual_tape.emplace();
        limits.tapes.value = tapes;
        limits.library.value = Bytes{bytes};
        known.add(provider);
        auto store = gateway + "cache = \"1 TB\"\nupload_buffer = \"1 TB\"\n";
        store.replace(store.find("150 GB"), 6, tape);
        return found("gateway-limits", plan, store, some_files(), known);
    };
    // 100 GB on tapes of 30 GB: four.
    CHECK(held(3, 100'000'000'000, "30 GB") ==
          "breaks vtl: to bring everything back 4 tapes are recalled, and a gateway holds no more "
          "than 3: take larger tapes or more gateways\n");
    CHECK(held(4, 99'000'000'000, "30 GB") ==
          "breaks vtl: to bring everything back 100 GB are recalled, and a gateway holds no more "
          "than 99 GB: take more gateways\n");
    CHECK(held(4, 100'000'000'000, "30 GB").empty());
}

TEST_CASE("closed segments alone are no backup of a stream") {
    auto stream = some_files();
    stream.replace(stream.find("file-tree"), 9, "kafka");
    stream.replace(stream.find("item_size"), 9, "logs = \"1 MB/s\"\nitem_size");
    const std::string plan = "to = \"provider/hot\"\nmethod = \"incremental\"\n";
    CHECK(found("segments-only", copy(plan), "", stream)
              .rfind("warns files: only closed segments are copied", 0) == 0);
    CHECK(found("segments-only", copy(plan + "ship_logs = \"15 min\"\n"), "", stream).empty());
    CHECK(found("segments-only", copy("to = \"provider/hot\"\nmethod = \"replication\"\n"), "",
                stream)
              .empty());
    CHECK(found("segments-only", copy(plan)).empty());
}

TEST_CASE("a gateway that is too small for a full is named, with what becomes of it") {
    const std::string plan = copy("to = \"provider/archive\"\nvia = \"vtl\"\nmethod = \"full\"\n");
    const auto small = gateway + "cache = \"90 GB\"\nupload_buffer = \"80 GB\"\n";
    CHECK(found("cache-size", plan, small)
              .rfind("warns vtl: the cache of 90 GB does not hold the largest full of 100 GB", 0) ==
          0);
    CHECK(found("upload-buffer", plan, small)
              .rfind("warns vtl: the upload buffer of 80 GB is smaller than the largest full of "
                     "100 GB",
                     0) == 0);
    const auto large = gateway + "cache = \"100 GB\"\nupload_buffer = \"100 GB\"\n";
    CHECK(found("cache-size", plan, large).empty());
    CHECK(found("upload-buffer", plan, large).empty());
    auto known = catalogue();
    auto provider = *known.provider("cloud");
    provider.gateway->cache_maximum = 50'000'000'000;
    known.add(provider);
    CHECK(found("gateway-limits", plan, large, some_files(), known)
              .rfind("breaks vtl: cache of 100 GB is more than the 50 GB of one gateway", 0) == 0);
}

TEST_CASE("an RPO shorter than the intervals of the freshest copy is named") {
    // A point every 25 h against an RPO of a day; the copy of that copy is older still.
    const std::string chain =
        "\n[[strategy.copy]]\nid = \"near\"\nto = \"disk\"\nevery = \"25 h\"\n"
        "\n[[strategy.copy]]\nid = \"far\"\nfrom = \"near\"\nto = \"provider/hot\"\nevery = \"1 "
        "h\"\n";
    CHECK(found("rpo", chain) ==
          "warns files: an RPO of 24 h is shorter than the 25 h between two points of the "
          "freshest copy; copy more often, or ship logs\n");
    CHECK(found("rpo", copy("to = \"disk\"\n")).empty());
}

TEST_CASE("copies out of an intruder's reach must be older than his stay") {
    const std::string intruder =
        some_files() +
        "\n[[incident]]\nid = \"slow\"\nkind = \"ransomware\"\nrate = \"1 /y\"\nsite = "
        "\"here\"\ndwell = { uniform = [\"0 d\", \"30 d\"] }\n";
    const std::string locked = "to = \"provider/hot\"\nlocked = true\nkeep = { days = ";
    CHECK(found("dwell", copy(locked + "20 }\n"), "", intruder)
              .rfind("breaks files: one intruder in ten stays 27 d", 0) == 0);
    CHECK(found("dwell", copy(locked + "30 }\n"), "", intruder).empty());
    CHECK(found("dwell", copy(locked + "20, weeks = 5 }\n"), "", intruder).empty());
}

TEST_CASE("an intruder whose stay is certain is no better") {
    // A nightly point is kept 14 d: content of 30 d before is gone. Kept 31 d, the oldest is always
    // 30 d old or older.
    const std::string intruder =
        some_files() +
        "\n[[incident]]\nid = \"slow\"\nkind = \"ransomware\"\nrate = \"1 /y\"\nsite = "
        "\"here\"\ndwell = \"30 d\"\n";
    const std::string locked = "to = \"provider/hot\"\nlocked = true\nkeep = { days = ";
    CHECK(found("dwell", copy(locked + "14 }\n"), "", intruder) ==
          "breaks files: an intruder stays 30 d before he shows, and copies out of his reach go "
          "after 14 d: keep them longer\n");
    CHECK_FALSE(found("dwell", copy(locked + "30 }\n"), "", intruder).empty());
    CHECK(found("dwell", copy(locked + "31 }\n"), "", intruder).empty());
}

TEST_CASE("a vault at the site of the data is no copy off site") {
    const auto vault = [](const std::string& site) {
        return "\n[[store]]\nid = \"shelf\"\nkind = \"vault\"\nsite = \"" + site +
               "\"\nequipment = \"none\"\nlibrary = \"library\"\ncourier = \"1 h\"\n";
    };
    const std::string plan = copy("to = \"shelf\"\nmethod = \"full\"\n");
    CHECK(found("3-2-1-1-0", plan, vault("here")) ==
          "warns s: 1 of 1 workloads lack a copy off site; 1 of 1 workloads lack a third copy\n");
    CHECK(found("3-2-1-1-0", plan, vault("there")) ==
          "warns s: 1 of 1 workloads lack a third copy\n");
}

TEST_CASE("replicas and snapshots alone protect nothing from people") {
    const std::string array =
        "\n[[store]]\nid = \"far\"\nkind = \"array\"\nsite = \"there\"\nequipment = \"none\"\n";
    const std::string replica = copy("to = \"far\"\nmethod = \"replication\"\n");
    CHECK(found("followers-only", replica, array).rfind("breaks files: only replicas", 0) == 0);
    CHECK(found("followers-only",
                replica + "\n[[strategy.copy]]\nid = \"d\"\nto = \"disk\"\nevery = \"1 d\"\n",
                array)
              .empty());
}

TEST_CASE("an endless chain is told of with its length") {
    // 28 daily jobs.
    CHECK(
        found("chain-length", copy("to = \"disk\"\n")) ==
        "warns c: without \"full_every\" the chain never ends: a restore at the end of the horizon "
        "reads up to 28 parts, and \"keep\" deletes nothing; make fulls, or method = "
        "\"forever\"\n");
    CHECK(found("chain-length", copy("to = \"disk\"\nfull_every = \"1 week\"\n")).empty());
    CHECK(found("chain-length", copy("to = \"disk\"\nmethod = \"forever\"\n")).empty());
    // What is sealed begins anew every 14 days.
    CHECK(found("chain-length",
                copy("to = \"provider/hot\"\nlocked = true\nintegration = \"sealing\"\n"))
              .empty());
}

TEST_CASE("a copy that is read through the lost site is told of, one beside the refuge is not") {
    // The provider is reached from here only; the vault lies there.
    const std::string fire =
        "\n[[incident]]\nid = \"fire\"\nkind = \"lost-site\"\nrate = \"1 per 50 y\"\n"
        "site = \"here\"\n";
    const std::string there = "recover_at = \"there\"\n";
    const auto remote = copy("to = \"provider/hot\"\nmethod = \"forever\"\n");
    CHECK(
        found("way-through-lost-site", remote, fire + there)
            .find("warns c: after fire it is read at there over internet, which ends at the lost "
                  "site "
                  "here: links outlive their sites here, so the recovery is told too fast; plan a "
                  "link that goes round it\n") != std::string::npos);
    CHECK(found("way-through-lost-site", remote, fire).find("after fire") == std::string::npos);
    CHECK(
        found("way-through-lost-site", copy("to = \"disk\"\nmethod = \"forever\"\n"), fire + there)
            .empty());
}
