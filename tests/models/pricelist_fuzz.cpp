// Broken lists: never a crash, never a price that looks confirmed but is not.
//
// The catalogue under test is made from the unbroken list, so every figure of the list is
// "unchanged". Whatever is broken afterwards must end in an error, in a refusal, in a missing row,
// or in a change that shows; an unchanged figure must still be the one of the catalogue.
#include "models/pricelist/dated_catalogue.hpp"
#include "tests/models/pricelist_world.hpp"

#include <random>

using namespace pricelist_test;

namespace {

struct Victim {
    Vendor vendor;
    std::string catalogue, region, name;
};

std::vector<Victim> victims() {
    return {
        {Vendor::aws, "aws-eu-central-1", "", "aws-s3.json"},
        {Vendor::aws, "aws-eu-central-1", "", "aws-s3.csv"},
        {Vendor::azure, "azure-germanywestcentral", "", "azure-page-1.json"},
        {Vendor::azure, "azure-germanywestcentral", "", "azure-page-2.json"},
        {Vendor::google, "google-europe-west3", "", "google-skus.json"},
        {Vendor::aws, "aws-eu-central-1", "", "aws/AmazonS3-2016-01-07-eu-central-1-excerpt.json"},
        {Vendor::aws, "aws-eu-central-1", "eu-west-1", "aws/AmazonS3-2018-04-04-eu-west.csv"},
        {Vendor::azure, "azure-germanywestcentral", "brazilsoutheast",
         "azure/retail-prices-2022-04-storage-excerpt.json"},
        {Vendor::google, "google-europe-west3", "", "gcp/skus-network-egress-2018-2021.json"}};
}

std::string list_of(const Victim& victim) {
    return victim.name.find('/') == std::string::npos ? fixture(victim.name) : sample(victim.name);
}

// The catalogue with all figures of the list in it.
ProviderFile confirmed(const Victim& victim, const std::string& text) {
    auto catalogue = shipped(victim.catalogue);
    if (!victim.region.empty()) catalogue.region = victim.region;
    const Import got(victim.vendor, catalogue, {text});
    Diagnostics faults;
    const auto dated = make_dated(catalogue_text(victim.catalogue), catalogue, got.list,
                                  got.changes, today, faults);
    auto file = read_provider_text("dated", dated.text, faults).file;
    REQUIRE_MESSAGE(!faults.has_errors(), to_string(faults));
    file.region = catalogue.region;
    return file;
}

// mt19937 is the same everywhere; its output is taken by remainder, so no distribution is needed.
class Breaker {
 public:
    explicit Breaker(unsigned seed) : random_(seed) {}

    std::string operator()(const std::string& text) {
        std::string broken = text;
        switch (below(6)) {
            case 0:
                return broken.substr(0, below(text.size()));
            case 1:
                broken[below(text.size())] = static_cast<char>(below(256));
                break;
            case 2:
                replace_digit(broken);
                break;
            case 3:
                broken.erase(below(text.size()), 1 + below(200));
                break;
            case 4:
                broken.insert(below(text.size()), text.substr(below(text.size()), below(300)));
                break;
            default:
                swap_words(broken);
                break;
        }
        return broken;
    }

 private:
    std::size_t below(std::size_t bound) { return random_() % bound; }

    void replace_digit(std::string& text) {
        const auto at = text.find_first_of("0123456789", below(text.size()));
        if (at != text.npos) text[at] = static_cast<char>('0' + below(10));
    }

    void swap_words(std::string& text) {
        static const std::vector<std::pair<std::string, std::string>> words{
            {"GB-Mo", "GB"},        {"\"USD\"", "\"EUR\""}, {"Requests", "GB"},
            {"1 GB/Month", "1 GB"}, {"10K", "1M"},          {"GiBy", "GiBy.h"},
            {"Tier1", "Tier2"},     {"Inf", "1024"},        {"Consumption", "Reservation"},
            {"nanos", "units"},     {"EUC1-", "USW2-"},     {"count", "GiBy"},
            {"false", "true"},      {"\"GB\"", "\"GB-Mo\""}};
        const auto& [from, to] = words[below(words.size())];
        const auto at = text.find(from, below(text.size()));
        if (at != text.npos) text.replace(at, from.size(), to);
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("broken lists end in errors, refusals or changes that show") {
    for (const auto& victim : victims()) {
        const std::string text = list_of(victim);
        if (text.empty()) continue;
        const auto catalogue = confirmed(victim, text);
        Breaker breaker(20261121);
        for (int i = 0; i < 150; ++i) {
            const Import got(victim.vendor, catalogue, {breaker(text)});
            for (const auto& change : got.changes) {
                if (!change.taken()) continue;
                CHECK_FALSE(change.sku.empty());
                CHECK(got.list.sources.count(change.source) == 1);
                const bool same = change.before && *change.before == *change.after;
                CHECK((change.verdict == Verdict::unchanged) == same);
            }
        }
    }
}

TEST_CASE("a wrong unit never passes, whatever the price") {
    const std::string text = fixture("aws-s3.json");
    const auto catalogue = shipped("aws-eu-central-1");
    for (const auto& [from, to] :
         {std::pair{"GB-mo", "GB"}, {"GB-mo", "TB-mo"}, {"\"Requests\"", "\"GB-Mo\""}}) {
        std::string broken = text;
        for (auto at = broken.find(from); at != broken.npos; at = broken.find(from, at + 1))
            broken.replace(at, std::string(from).size(), to);
        const Import got(Vendor::aws, catalogue, {broken});
        const bool storage = std::string(from) == "GB-mo";
        const auto& hit = got.figure(storage ? "tier.hot.price.storage" : "tier.hot.price.put");
        CHECK(hit.verdict == Verdict::refused);
        CHECK(hit.why.find("its unit is") != std::string::npos);
    }
}

TEST_CASE("every truncation of a JSON list is an error") {
    for (const char* name : {"aws-s3.json", "google-skus.json"}) {
        const std::string text = fixture(name);
        const auto vendor = name[0] == 'a' ? Vendor::aws : Vendor::google;
        const auto catalogue = shipped(name[0] == 'a' ? "aws-eu-central-1" : "google-europe-west3");
        for (std::size_t size = 0; size < text.size(); size += 97) {
            const Import got(vendor, catalogue, {text.substr(0, size)});
            CHECK(got.faults.has_errors());
            for (const auto& change : got.changes) CHECK_FALSE(change.taken());
        }
    }
}
