// Bills by the shipped price lists, each worked out by hand from the figures that data/providers
// states: one usage file, one command, one total. April 2027 has 720 hours, May 744.
#include "tests/cli/command_run.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

nlohmann::json bill_of(const std::string& usage, const std::string& catalogue,
                       const std::vector<std::string>& more = {}) {
    World world;
    world.data = reentry::in_root("data");
    world.input =
        "resource,meter,option,from,to,at,month,bytes,objects,quantity,unit,state,deleted\n" +
        usage;
    std::vector<std::string> arguments{"bill", "-", "--catalogue", catalogue, "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto run = reentry_run(arguments, world);
    CAPTURE(run.err);
    REQUIRE(run.code == 0);
    return nlohmann::json::parse(run.out);
}

std::string total_of(const std::string& usage, const std::string& catalogue,
                     const std::vector<std::string>& more = {}) {
    return bill_of(usage, catalogue, more).at("total");
}

}  // namespace

TEST_CASE("a gigabyte beyond a border pays the next band, after the account's free ones") {
    // 100 GB free; 10,240 * 0.09 = 921.60; the last one 0.085.
    CHECK(total_of("provider/internet,sent-bytes,internet,,,,2027-04,,,10341,GB,,\n",
                   "aws-eu-central-1") == "921.685");
    CHECK(total_of("provider/internet,sent-bytes,internet,,,,2027-04,,,10340,GB,,\n",
                   "aws-eu-central-1") == "921.6");
}

TEST_CASE("a million archived objects pay for index, names and the rest of ninety days") {
    // A million of 1 MiB + 32 KiB are 1007.080078125 GiB at 0.00405: 4.078674316 for 30 days, and
    // 8.157348633 for the 60 that are missing; 8 KiB each are 7.62939453125 GiB at 0.0245:
    // 0.186920166.
    CHECK(
        total_of("provider/archive,storage,,2027-04-01,2027-05-01,,,1000000 MiB,1000000,,,,true\n",
                 "aws-eu-central-1") == "12.422943115");
}

TEST_CASE("small objects are billed as 128 KiB in an infrequent class") {
    // A million of 1 KiB count 122.0703125 GiB at 0.0135.
    CHECK(total_of("provider/cool,storage,,2027-04-01,2027-05-01,,,1000000 KiB,1000000,,,,\n",
                   "aws-eu-central-1") == "1.647949219");
}

TEST_CASE("the rest of a minimum duration counts in whole days at Azure") {
    // 1024 GB at 0.0115 are 11.776 a month. 10.25 of 30 days: 4.023466667; 19.75 days are missing,
    // 19 count: 7.458133333.
    CHECK(total_of("provider/cool,storage,,2027-04-01,2027-04-11T06:00Z,,,1 TiB,1,,,,true\n",
                   "azure-germanywestcentral") == "11.4816");
}

TEST_CASE("the rest of a minimum duration counts exactly at Google, in months of 730 hours") {
    // 1000 GB at 0.006 per 730 h are 6. 252 h: 2.071232877; 79.5 days are missing, 1908 h:
    // 15.682191781.
    CHECK(total_of("provider/cold,storage,,2027-05-01,2027-05-11T12:00Z,,,1000 GiB,1,,,,true\n",
                   "google-europe-west3") == "17.753424658");
}

TEST_CASE("the rest of a minimum duration counts in whole hours at OVHcloud") {
    // 1000 GB at 0.0044 per 730 h are 4.4. 100.5 h: 0.605753425; 629.5 h are missing, 629 count:
    // 3.791232877.
    CHECK(total_of("provider/cool,storage,,2027-04-01,2027-04-05T04:30Z,,,1000 GiB,1,,,,true\n",
                   "ovhcloud") == "4.396986302");
}

TEST_CASE("Wasabi bills a terabyte at least, and ninety days of whatever goes earlier") {
    // 100 GB are lifted to 1 TB: 7.99.
    CHECK(total_of("provider/hot,storage,,2027-04-01,2027-05-01,,,100 GiB,1,,,,\n", "wasabi") ==
          "7.99");
    // 3 TB for 30 days, 23.97, and 60 days more, 47.94.
    CHECK(total_of("provider/hot,storage,,2027-04-01,2027-05-01,,,3 TiB,1,,,,true\n", "wasabi") ==
          "71.91");
}

TEST_CASE("three times of what is stored leave Backblaze for nothing") {
    // 1 TB at 6; of 3,500 GB sent 3,000 are free: 5; of 85,000 reads 75,000: 0.004.
    CHECK(total_of("provider/hot,storage,,2027-04-01,2027-05-01,,,1 TB,1,,,,\n"
                   "provider/internet,sent-bytes,internet,,,,2027-04,,,3500,GB,,\n"
                   "provider/hot,get,,,,,2027-04,,,85000,each,,\n",
                   "backblaze-b2") == "11.004");
}

TEST_CASE("R2 rounds operations up to millions, and gigabyte-months up to whole ones") {
    // 2 million at 9; 101 GB-months at 0.01.
    CHECK(total_of("provider/cool,put,,,,2027-04-03,,,,1000001,,,\n"
                   "provider/cool,storage,,2027-04-01,2027-05-01,,,100.2 GB,1,,,,\n",
                   "cloudflare-r2") == "19.01");
}

TEST_CASE("redundancies of Azure have bands of their own") {
    // 60 TB: GRS 61,440 * 0.0458 = 2813.952; ZRS 51,200 * 0.026 + 10,240 * 0.02496 = 1586.7904.
    CHECK(total_of("provider/hot-grs,storage,,2027-04-01,2027-05-01,,,60 TiB,1,,,,\n"
                   "provider/hot-zrs,storage,,2027-04-01,2027-05-01,,,60 TiB,1,,,,\n",
                   "azure-germanywestcentral") == "4400.7424");
}

TEST_CASE("tax comes after discounts") {
    // 333 GB at 0.023 for 720 of 730 h, less 7 %: 333 * 0.02139 * 720 / 730 = 7.025296438; 19 %
    // of that 1.334806323.
    CHECK(total_of("provider/hot,storage,,2027-04-01,2027-05-01,,,333 GiB,1,,,,\n",
                   "google-europe-west3", {"--discount", "7", "--vat", "19"}) == "8.360102761");
}

TEST_CASE("ports are paid by the hour, used or not; leaving is free from January 2027 on") {
    // Two ports for 720 h at 2.25.
    CHECK(total_of("provider/dedicated-10g,port,,2027-04-01,2027-05-01,,,,,2,,,\n",
                   "aws-eu-central-1") == "3240");
    const std::string leaving =
        "provider/hot,sent-bytes,internet,,,2027-04-12,,,,5000 GiB,,exit,\n";
    CHECK(total_of(leaving, "aws-eu-central-1", {"--data-act"}) == "0");
    // 4,900 * 0.09
    CHECK(total_of(leaving, "aws-eu-central-1") == "441");
}

TEST_CASE("the first ten terabytes leave Oracle for nothing") {
    CHECK(total_of("provider/internet,sent-bytes,internet,,,,2027-04,,,10001,GB,,\n", "oracle") ==
          "0.0085");
}

TEST_CASE("a band without a price leaves the bill open") {
    // Exoscale states a price to 512 TiB: 524,288 * 0.02008 = 10,527.70304, and no more.
    const auto bill =
        bill_of("provider/hot,storage,,2027-04-01,2027-05-01,,,600 TiB,1,,,,\n", "exoscale");
    CHECK(bill.at("total").is_null());
    CHECK(bill.at("at_least").at("total") == "10527.70304");
}
