// Offers of the AWS Price List, JSON and CSV.
#include "models/pricelist/aws_index.hpp"
#include "models/pricelist/aws_regions.hpp"
#include "tests/models/pricelist_world.hpp"

using namespace pricelist_test;

namespace {

Import frankfurt(const std::string& text) {
    return Import(Vendor::aws, shipped("aws-eu-central-1"), {text});
}

}  // namespace

TEST_CASE("an AWS offer gives prices in the catalogue's unit, bands in order") {
    const auto got = frankfurt(fixture("aws-s3.json"));
    CHECK_FALSE(got.faults.has_errors());
    // Bands stand in the file as 512000, 0, 51200.
    CHECK(got.stated("tier.hot.price.storage") == "0.022 up to 51200, 0.021 up to 512000, 0.02");
    // 0.000006 a request are 0.006 per 1000.
    CHECK(got.stated("tier.hot.price.put") == "0.006");
    CHECK(got.stated("tier.hot.price.get") == "0.00043");
    // 0.0000025 per object and month are 0.0025 per 1000.
    CHECK(got.stated("tier.intelligent.price.monitored-objects") == "0.0025");
    CHECK(got.list.sources.count("list-amazons3-2026-11-20") == 1);
    CHECK(got.figure("tier.hot.price.put").sku == "SKUPUT0000000001");
}

TEST_CASE("LIST is billed as PUT of the Standard class in every class of S3") {
    const auto got = frankfurt(fixture("aws-s3.json"));
    for (const char* tier : {"hot", "cool", "cold", "archive", "deep-archive"})
        CHECK(got.stated("tier." + std::string(tier) + ".price.list") == "0.006");
}

TEST_CASE("egress keeps the free gigabytes that stand outside the regional rows") {
    const auto got = frankfurt(fixture("aws-s3.json"));
    CHECK(got.stated("account.price.sent-bytes") ==
          "0.09 up to 10240, 0.085 up to 51200, 0.07 up to 153600, 0.05; 100 free");
}

TEST_CASE("an AWS price that is not certain is refused with its reason") {
    const auto got = frankfurt(fixture("aws-s3.json"));
    const auto says = [&](const char* address, const char* reason) {
        const auto stated = got.stated(address);
        CHECK_MESSAGE(stated.starts_with("refused"), address << " " << stated);
        CHECK_MESSAGE(stated.find(reason) != stated.npos, address << " " << stated);
    };
    says("tier.cool.price.put", "its unit is \"GB\", expected requests");
    says("tier.cool.price.get", "its price is in CNY, the catalogue is in USD");
    says("tier.intelligent.price.storage", "a band ends at 51200 and the next begins at 512000");
    says("tier.cold.price.retrieved-bytes", "a price of zero");
    says("tier.cool.price.retrieved-bytes", "rows with different prices");
}

TEST_CASE("rows without a figure are named: unknown ones and those with another region's prefix") {
    const auto got = frankfurt(fixture("aws-s3.json"));
    REQUIRE(got.list.unmapped.size() == 2);
    CHECK(got.list.unmapped_count == 2);
    CHECK(got.list.other_rows == 1);  // Ireland
    CHECK(got.stated("tier.one-zone-ia.price.storage") ==
          "not in the list: no row for it in the files that were read");
}

TEST_CASE("an AWS offer as CSV gives the same as JSON") {
    const auto json = frankfurt(fixture("aws-s3.json"));
    const auto csv = frankfurt(fixture("aws-s3.csv"));
    CHECK_FALSE(csv.faults.has_errors());
    for (const char* address :
         {"tier.hot.price.storage", "tier.cool.price.storage", "tier.cold.price.storage",
          "tier.hot.price.put", "tier.hot.price.get"})
        CHECK(csv.stated(address) == json.stated(address));
    CHECK(csv.list.sources.begin()->first == json.list.sources.begin()->first);
}

TEST_CASE("a CSV that ends inside a row is an error, and nothing of it is used") {
    const std::string whole = fixture("aws-s3.csv");
    const auto cut = frankfurt(whole.substr(0, whole.size() - 40));
    CHECK(cut.faults.has_errors());
    CHECK(cut.list.prices.empty());
}

TEST_CASE("terms before products are refused: nothing would be kept") {
    const auto got = frankfurt(R"({"offerCode":"AmazonS3","publicationDate":"2026-01-01T00:00:00Z",
        "terms":{"OnDemand":{}},"products":{}})");
    REQUIRE(got.faults.has_errors());
    CHECK(got.faults.all()[0].found == "terms before products");
}

TEST_CASE("an index is told apart from an offer") {
    const auto got = frankfurt(R"({"formatVersion":"v1.0","regions":{"eu-central-1":
        {"regionCode":"eu-central-1","currentVersionUrl":"/offers/v1.0/aws/X/y.json"}}})");
    REQUIRE(got.faults.has_errors());
    CHECK(got.faults.all()[0].found.find("index of the regions") != std::string::npos);
}

TEST_CASE("a version index tells which list was in force on a day") {
    std::istringstream in(R"({"offerCode":"AmazonS3","versions":{
        "2":{"versionEffectiveBeginDate":"2024-02-01T00:00:00Z","versionEffectiveEndDate":"",
             "offerVersionUrl":"/offers/v1.0/aws/AmazonS3/2/index.json"},
        "1":{"versionEffectiveBeginDate":"2024-01-01T00:00:00Z",
             "versionEffectiveEndDate":"2024-02-01T00:00:00Z",
             "offerVersionUrl":"/offers/v1.0/aws/AmazonS3/1/index.json"}}})");
    Diagnostics faults;
    const auto index = read_aws_index(in, "versions", faults);
    CHECK_FALSE(faults.has_errors());
    REQUIRE(index.in_force(year{2024} / 1 / 31) != nullptr);
    CHECK(index.in_force(year{2024} / 1 / 31)->address == "/offers/v1.0/aws/AmazonS3/1/index.json");
    CHECK(index.in_force(year{2024} / 2 / 1)->address == "/offers/v1.0/aws/AmazonS3/2/index.json");
    CHECK(index.in_force(year{2023} / 12 / 31) == nullptr);
}

TEST_CASE("an index that leads to another host is refused") {
    std::istringstream in(R"({"regions":{"a":{"currentVersionUrl":"https://example.org/x"}}})");
    Diagnostics faults;
    read_aws_index(in, "regions", faults);
    CHECK(faults.has_errors());
}

TEST_CASE("the region's prefix is taken off usage types, and only that region's") {
    CHECK(without_region("EUC1-Requests-Tier1", "eu-central-1") == "Requests-Tier1");
    CHECK(without_region("EU-Requests-Tier1", "eu-west-1") == "Requests-Tier1");
    CHECK(without_region("TimedStorage-ByteHrs", "us-east-1") == "TimedStorage-ByteHrs");
    CHECK(without_region("USE1-TimedStorage-ByteHrs", "us-east-1") == "TimedStorage-ByteHrs");
    CHECK_FALSE(without_region("TimedStorage-ByteHrs", "eu-central-1"));
    CHECK_FALSE(without_region("USW2-TimedStorage-ByteHrs", "eu-central-1"));
    CHECK(aws_region_of_location("EU (Frankfurt)") == "eu-central-1");
    CHECK(aws_region_of_location("Mars").empty());
}
