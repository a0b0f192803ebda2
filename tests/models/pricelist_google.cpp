// Pages of the Google Cloud Billing Catalog.
#include "tests/models/pricelist_world.hpp"

using namespace pricelist_test;

namespace {

Import google(const std::string& text) {
    return Import(Vendor::google, shipped("google-europe-west3"), {text});
}

}  // namespace

TEST_CASE("units and nanos make one price, without the rows that stand in the same group") {
    const auto got = google(fixture("google-skus.json"));
    CHECK_FALSE(got.faults.has_errors());
    // 23,000,000 billionths; the early-delete row of the group is no price of the class.
    CHECK(got.stated("tier.hot.price.storage") == "0.023");
    CHECK(got.stated("tier.cold.price.retrieved-bytes") == "0.02");
    CHECK(got.list.unmapped_count == 1);
    CHECK(got.list.other_rows == 1);
}

TEST_CASE("hours and days become the tariff's month of 730 hours") {
    const auto got = google(fixture("google-skus.json"));
    // 0.000017808 an hour * 730 = 0.01299984, exactly.
    CHECK(got.stated("tier.cool.price.storage") == "0.01299984");
    // 0.000197261 a day * 730 / 24 = 0.00600002208333..., to twelve places.
    CHECK(got.stated("tier.cold.price.storage") == "0.006000022083");
}

TEST_CASE("operations: free ones first, a price per operation as a price per thousand") {
    const auto got = google(fixture("google-skus.json"));
    // 5000 free operations are 5 units of 1000; 0.000005 each is 0.005 per 1000.
    CHECK(got.stated("tier.hot.price.class-a") == "0.005; 5 free");
    CHECK(got.stated("tier.cold.price.class-b") == "0.01");
}

TEST_CASE("egress bands of Google are put in order, the first gibibyte is free") {
    CHECK(google(fixture("google-skus.json")).stated("account.price.sent-bytes") ==
          "0.12 up to 1023, 0.11 up to 10239, 0.08; 1 free");
}

TEST_CASE("a Google price that is not certain is refused with its reason") {
    const auto got = google(fixture("google-skus.json"));
    // A flow of GiBy where storage is due; a factor of hours at a unit without; another currency.
    CHECK(got.stated("tier.archive.price.storage").find("expected bytes held") !=
          std::string::npos);
    CHECK(got.stated("tier.archive.price.retrieved-bytes").find("factor") != std::string::npos);
    CHECK(got.stated("tier.cool.price.retrieved-bytes").find("in EUR") != std::string::npos);
}

TEST_CASE("usage below the first start is free also where no row says so") {
    auto text = fixture("google-skus.json");
    const std::string zero = R"("startUsageAmount": 0,)";
    const auto storage = text.find("Regional Standard Class A");
    const auto at = text.find(zero, storage);
    text.replace(at, zero.size(), R"("startUsageAmount": 5000,)");
    // The free row now stands at 5000 too: two prices from there on.
    CHECK(google(text).stated("tier.hot.price.class-a").find("two prices from 5000") !=
          std::string::npos);
}
