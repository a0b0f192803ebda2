// Pages of the Azure Retail Prices API.
#include "models/pricelist/azure_page.hpp"
#include "tests/models/pricelist_world.hpp"

using namespace pricelist_test;

namespace {

Import pages(const std::vector<std::string>& texts) {
    return Import(Vendor::azure, shipped("azure-germanywestcentral"), texts);
}

const std::vector<std::string>& both() {
    static const std::vector<std::string> texts{fixture("azure-page-1.json"),
                                                fixture("azure-page-2.json")};
    return texts;
}

}  // namespace

TEST_CASE("bands of an Azure meter are put together over pages and in order") {
    const auto got = pages(both());
    CHECK_FALSE(got.faults.has_errors());
    CHECK(got.list.doubts.empty());
    // 51200 and 512000 on the first page, 0 on the second; a reservation and a test price between.
    CHECK(got.stated("tier.hot.price.storage") ==
          "0.0204 up to 51200, 0.0195 up to 512000, 0.0188");
}

TEST_CASE("Azure numbers with an exponent are read exactly") {
    // 1.1e-02; the row that repeats it under another product at 0.5 is no primary one.
    CHECK(pages(both()).stated("tier.cool.price.storage") == "0.011");
}

TEST_CASE("a price that begins in the future is not in force") {
    CHECK(pages(both()).stated("tier.archive.price.storage") == "0.0018");
}

TEST_CASE("Azure requests come per 10000, one row may serve several figures") {
    const auto got = pages(both());
    CHECK(got.stated("tier.cool.price.put") == "0.1");
    CHECK(got.stated("tier.cool.price.transition-in") == "0.1");
    CHECK(got.stated("tier.archive.thaw.standard.price.restore-request") == "5.5");
}

TEST_CASE("a first band of price zero becomes free units, and borders count from there") {
    // 100 free; to 10340 at 0.087 are 10240 paid ones.
    CHECK(pages(both()).stated("account.price.sent-bytes") ==
          "0.087 up to 10240, 0.083 up to 51200, 0.081 up to 153600, 0.08 up to 512000, 0.076; "
          "100 free");
}

TEST_CASE("an Azure price that is not certain is refused with its reason") {
    const auto got = pages(both());
    CHECK(got.stated("tier.archive.thaw.standard.price.retrieved-bytes").find("\"10K\"") !=
          std::string::npos);
    CHECK(got.stated("tier.cold.price.storage").find("two prices from 0 on: 0.0042 and 0.0045") !=
          std::string::npos);
    CHECK(got.stated("tier.cold.price.retrieved-bytes").find("in EUR") != std::string::npos);
}

TEST_CASE("a list whose last page is missing is doubted, and lost bands are refused") {
    const auto got = pages({both()[0]});
    REQUIRE(got.list.doubts.size() == 1);
    CHECK(got.list.doubts[0].find("last page") != std::string::npos);
    CHECK(got.stated("tier.hot.price.storage").find("the first band is missing") !=
          std::string::npos);
}

TEST_CASE("a band that is lost at the top is refused, as the catalogue has more") {
    auto page = both()[1];
    const auto got = pages({page});  // only the row from 0 on
    CHECK(got.stated("tier.hot.price.storage").find("1 of the 3 bands") != std::string::npos);
}

TEST_CASE("the same page twice changes nothing") {
    const auto once = pages(both());
    const auto twice = pages({both()[0], both()[1], both()[1]});
    for (const auto& change : once.changes)
        CHECK(twice.stated(change.address) == once.stated(change.address));
}

TEST_CASE("the link of a page is found; the last page has none") {
    std::istringstream first(both()[0]), last(both()[1]);
    CHECK(azure_next_page(first).value_or("").find("$skip=13") != std::string::npos);
    CHECK_FALSE(azure_next_page(last));
}
