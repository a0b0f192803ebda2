// The catalogue that a price list makes of an older one.
#include "models/pricelist/dated_catalogue.hpp"
#include "models/pricelist/inline_table.hpp"
#include "tests/models/pricelist_world.hpp"

using namespace pricelist_test;

namespace {

struct Case {
    Vendor vendor;
    const char* catalogue;
    std::vector<std::string> files;
};

std::vector<Case> cases() {
    return {{Vendor::aws, "aws-eu-central-1", {fixture("aws-s3.json")}},
            {Vendor::azure,
             "azure-germanywestcentral",
             {fixture("azure-page-1.json"), fixture("azure-page-2.json")}},
            {Vendor::google, "google-europe-west3", {fixture("google-skus.json")}}};
}

DatedCatalogue dated(const Case& from, Diagnostics& faults) {
    const auto catalogue = shipped(from.catalogue);
    const Import got(from.vendor, catalogue, from.files);
    return make_dated(catalogue_text(from.catalogue), catalogue, got.list, got.changes, today,
                      faults);
}

}  // namespace

TEST_CASE("a dated catalogue reads without diagnostics and agrees with its list in every figure") {
    for (const auto& from : cases()) {
        Diagnostics faults;
        const auto made = dated(from, faults);
        CHECK_MESSAGE(faults.empty(), to_string(faults));
        CHECK(made.left_out.empty());
        CHECK(made.id == std::string(from.catalogue) + "-2026-11-21");
        const auto read = read_provider_text(made.id + ".toml", made.text, faults);
        CHECK_MESSAGE(faults.empty(), to_string(faults));
        CHECK(read.id == made.id);
        const Import before(from.vendor, shipped(from.catalogue), from.files);
        const Import again(from.vendor, read.file, from.files);
        for (const auto& change : before.changes) {
            const auto& now = again.figure(change.address);
            CHECK(now.verdict == (change.taken() ? Verdict::unchanged : change.verdict));
        }
    }
}

TEST_CASE("a changed figure cites the list, its row and what was before; all else stays") {
    Diagnostics faults;
    const auto made = dated(cases()[0], faults);
    CHECK(made.text.find("[source.list-amazons3-2026-11-20]") != std::string::npos);
    const auto put = made.text.find("put = { price = \"0.006\", per = \"1000 requests\"");
    REQUIRE(put != std::string::npos);
    const auto line = made.text.substr(put, made.text.find('\n', put) - put);
    CHECK(line.find("source = \"list-amazons3-2026-11-20\", date = 2026-11-20, "
                    "confidence = \"feed\"") != std::string::npos);
    CHECK(line.find("SKUPUT0000000001; before: ") != std::string::npos);
    // The comment at the top, physical figures and refused prices are as they were.
    const auto old = catalogue_text("aws-eu-central-1");
    CHECK(made.text.starts_with(old.substr(0, old.find("id = "))));
    CHECK(made.text.find("price_list = 2026-11-20") != std::string::npos);
}

TEST_CASE("keys of an entry that a list knows nothing of are kept") {
    Diagnostics faults;
    const auto made = dated(cases()[2], faults);
    const auto at = made.text.find("class-a = { price = \"0.005\", free = \"5\"");
    REQUIRE(at != std::string::npos);
    const auto line = made.text.substr(at, made.text.find('\n', at) - at);
    CHECK(line.find("for = [\"put\", \"upload-part\", \"upload-commit\", \"list\", \"lock\"]") !=
          std::string::npos);
}

TEST_CASE("the end of an inline table is found past brackets in strings") {
    const std::string text = "a = { b = \"}\\\"}\", c = [{ d = '}' }] } # }";
    CHECK(end_of_table(text, 4) == text.find(" # }"));
    CHECK_FALSE(end_of_table(text, 0));
    CHECK_FALSE(end_of_table("{ a = \"open", 0));
    CHECK(offset_of("ä = {\n  b = {", {0, 2, 7}) == std::size_t{13});
}
