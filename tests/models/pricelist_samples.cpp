// Genuine lists, where they lie beside the repository: old on purpose, never current prices. The
// figures were read from the files by hand.
#include "models/pricelist/aws_index.hpp"
#include "tests/models/pricelist_world.hpp"

using namespace pricelist_test;

TEST_CASE("the Frankfurt list of 2016 is read to its published figures") {
    const auto text = sample("aws/AmazonS3-2016-01-07-eu-central-1-excerpt.json");
    if (text.empty()) return;
    const Import got(Vendor::aws, shipped("aws-eu-central-1"), {text});
    CHECK_FALSE(got.faults.has_errors());
    CHECK(got.stated("tier.hot.price.storage") ==
          "0.0324 up to 1024, 0.0319 up to 51200, 0.0314 up to 512000, 0.0308 up to 1024000, "
          "0.0303 up to 5120000, 0.0297");
    CHECK(got.stated("tier.hot.price.put") == "0.0054");   // 0.0000054 a request
    CHECK(got.stated("tier.hot.price.get") == "0.00043");  // 0.00000043 a request
    CHECK(got.stated("tier.cool.price.storage") == "0.018");
    CHECK(got.stated("tier.cool.price.put") == "0.01");
    CHECK(got.stated("tier.cool.price.get") == "0.001");
    CHECK(got.stated("tier.cool.price.retrieved-bytes") == "0.01");
    CHECK(got.stated("tier.cool.price.transition-in") == "0.01");
    CHECK(got.stated("tier.archive.price.storage") == "0.012");
    // The free first gigabyte goes before the bands: 1 to 10240 are 10239 at 0.09.
    CHECK(got.stated("account.price.sent-bytes") ==
          "0.09 up to 10239, 0.085 up to 51199, 0.07 up to 153599, 0.05; 1 free");
    CHECK(got.stated("connection.peer-region.price.sent-bytes").starts_with("not in the list"));
    // Requests-Tier3 without an operation may be an archive's transition or a restore.
    CHECK(got.stated("tier.archive.price.transition-in").starts_with("not in the list"));
    // A list of 2016 must not pass for news.
    CHECK(got.figure("tier.cool.price.storage").remark.find("older") != std::string::npos);
}

TEST_CASE("the full list of 2016 gives the same as its Frankfurt excerpt") {
    const auto full = sample("aws/AmazonS3-2016-01-07-full.json");
    const auto cut = sample("aws/AmazonS3-2016-01-07-eu-central-1-excerpt.json");
    if (full.empty() || cut.empty()) return;
    const auto catalogue = shipped("aws-eu-central-1");
    const Import all(Vendor::aws, catalogue, {full});
    const Import some(Vendor::aws, catalogue, {cut});
    CHECK_FALSE(all.faults.has_errors());
    CHECK(all.list.other_rows > 300);
    for (const auto& change : some.changes)
        if (change.after) CHECK(all.stated(change.address) == to_string(*change.after));
}

TEST_CASE("the vault offer of 2016 agrees with the S3 offer on the archive's storage") {
    const auto vault = sample("aws/AmazonGlacier-2016-01-07-full.json");
    const auto s3 = sample("aws/AmazonS3-2016-01-07-full.json");
    if (vault.empty() || s3.empty()) return;
    const Import got(Vendor::aws, shipped("aws-eu-central-1"), {s3, vault});
    CHECK_FALSE(got.faults.has_errors());
    CHECK(got.stated("tier.archive.price.storage") == "0.012");
    CHECK(got.list.sources.size() == 2);
}

TEST_CASE("the Irish CSV of 2018 is read to its published figures") {
    const auto text = sample("aws/AmazonS3-2018-04-04-eu-west.csv");
    if (text.empty()) return;
    auto ireland = shipped("aws-eu-central-1");
    ireland.region = "eu-west-1";
    const Import got(Vendor::aws, ireland, {text});
    CHECK_FALSE(got.faults.has_errors());
    CHECK(got.stated("tier.hot.price.storage") == "0.022 up to 51200, 0.021 up to 512000, 0.02");
    CHECK(got.stated("tier.cool.price.storage") == "0.0125");
    CHECK(got.stated("tier.one-zone-ia.price.storage") == "0.009");
    CHECK(got.stated("tier.archive.price.storage") == "0.004");
    CHECK(got.stated("tier.archive.thaw.expedited.price.retrieved-bytes") == "0.03");
    CHECK(got.stated("tier.archive.thaw.expedited.price.restore-request") == "11");  // 0.011 each
    CHECK(got.stated("tier.archive.thaw.standard.price.retrieved-bytes") == "0.01");
    // The catalogue has bulk retrieval free, so a price for it is a change that shows.
    CHECK(got.stated("tier.archive.thaw.bulk.price.restore-request") == "0.0275");
}

TEST_CASE("the Deep Archive offer of 2023 has no product families and is read") {
    const auto text = sample("aws/AmazonS3GlacierDeepArchive-2023-02-07-excerpt.json");
    if (text.empty()) return;
    auto virginia = shipped("aws-eu-central-1");
    virginia.region = "us-east-1";
    const Import got(Vendor::aws, virginia, {text});
    CHECK(got.stated("tier.deep-archive.price.storage") == "0.00099");
    // Only the start of a multipart upload is listed, at another price than a PUT: not taken.
    CHECK(got.stated("tier.deep-archive.price.put").starts_with("not in the list"));
}

TEST_CASE("a row whose usage type names another region than its location is not taken") {
    const auto text = sample("aws/AmazonS3-2023-01-23-excerpt.json");
    if (text.empty()) return;
    auto virginia = shipped("aws-eu-central-1");
    virginia.region = "us-east-1";
    const Import got(Vendor::aws, virginia, {text});
    CHECK(got.stated("tier.hot.price.storage") == "0.023 up to 51200, 0.022 up to 512000, 0.021");
    REQUIRE(got.list.unmapped.size() == 1);
    CHECK(got.list.unmapped[0].why.find("another region") != std::string::npos);
}

TEST_CASE("the service index of 2026 names 265 offers") {
    const auto text = sample("aws/offer-index-2026-04-27.json");
    if (text.empty()) return;
    std::istringstream in(text);
    Diagnostics faults;
    const auto index = read_aws_index(in, "index", faults);
    CHECK_FALSE(faults.has_errors());
    CHECK(index.offers.size() == 265);
    CHECK(index.offers.at("AmazonS3") == "/offers/v1.0/aws/AmazonS3/current/index.json");
}

TEST_CASE("genuine Azure pages are read without counting reservations, and gaps are told") {
    const auto first = sample("azure/retail-prices-2022-04-16-page1.json");
    const auto deep = sample("azure/retail-prices-2022-04-20-page812.json");
    if (first.empty() || deep.empty()) return;
    auto brazil = shipped("azure-germanywestcentral");
    brazil.region = "brazilsoutheast";
    const Import got(Vendor::azure, brazil, {first, deep});
    CHECK_FALSE(got.faults.has_errors());
    // Bands stand as 51200, 512000, 0, between reservations of 4,933,156 "per 1 GB/Month".
    CHECK(got.stated("tier.hot-zrs.price.storage") ==
          "0.05298 up to 51200, 0.0509 up to 512000, 0.0487");
    CHECK_FALSE(got.list.doubts.empty());
}

TEST_CASE("genuine Google pages are read: nanos, free first gibibyte, rows in order") {
    const auto text = sample("gcp/skus-network-egress-2018-2021.json");
    if (text.empty()) return;
    const Import got(Vendor::google, shipped("google-europe-west3"), {text});
    CHECK_FALSE(got.faults.has_errors());
    // 0 to 1 free, to 1024 at 0.12, to 10240 at 0.11, then 0.08.
    CHECK(got.stated("account.price.sent-bytes") ==
          "0.12 up to 1023, 0.11 up to 10239, 0.08; 1 free");
}

TEST_CASE("other genuine Google pages hold nothing for the catalogue and do no harm") {
    for (const char* name :
         {"gcp/skus-compute-2023-03-24-opencost.json", "gcp/skus-gke-2025-08-excerpt.json"}) {
        const auto text = sample(name);
        if (text.empty()) continue;
        const Import got(Vendor::google, shipped("google-europe-west3"), {text});
        CHECK_MESSAGE(!got.faults.has_errors(), to_string(got.faults));
        for (const auto& change : got.changes) CHECK_FALSE(change.taken());
    }
}
