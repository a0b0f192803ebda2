// The worked bills of docs/bills: price list, usage and perhaps terms, as a user writes them; the
// total stands in the usage file.
#include "models/catalogue/price_file.hpp"
#include "models/catalogue/terms_file.hpp"
#include "models/files/load.hpp"
#include "models/tariff/rate.hpp"
#include "models/tariff/usage_file.hpp"
#include "tests/models/tariff_world.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace reentry;
using namespace reentry::world;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// "# total 6602.36 USD"
Money total_stated(const std::string& text) {
    const std::string mark = "# total ";
    const auto at = text.find(mark);
    REQUIRE(at != std::string::npos);
    std::istringstream words(text.substr(at + mark.size()));
    std::string amount, currency;
    words >> amount >> currency;
    return Money(rounded_product(dec(amount), 1'000'000'000), *Currency::parse(currency));
}

Bill documented(const fs::path& usage_path, Currency reporting) {
    Diagnostics faults;
    const auto beside = [&](const char* end) {
        return fs::path(usage_path).replace_extension(end);
    };
    const Tariff tariff = read_tariff(beside(".toml"), faults);
    TermsFile terms;
    if (fs::exists(beside(".terms.toml"))) terms = read_terms(beside(".terms.toml"), faults);
    const auto file = read_usage(text_of(usage_path), usage_path.string(), faults);
    const std::vector<Binding> bindings{{"provider", &tariff, terms.of("provider", tariff)}};
    const Usage usage = meter(file, bindings, usage_path.string(), faults);
    CHECK(to_string(faults) == "");
    ExchangeRates rates;
    for (const auto& rate : terms.exchange) rates.add(rate);
    return rate(usage, bindings, {reporting, &rates});
}

std::string faults_of(const std::string& text) {
    Diagnostics faults;
    read_price_file(files::load_text("p.toml", text, faults), faults);
    return to_string(faults);
}

}  // namespace

TEST_CASE("Every documented bill comes to the total that its arithmetic states") {
    std::size_t compared = 0;
    for (const auto& entry : fs::directory_iterator(in_root("docs/bills"))) {
        if (entry.path().extension() != ".csv") continue;
        CAPTURE(entry.path().filename().string());
        const Money stated = total_stated(text_of(entry.path()));
        const Bill bill = documented(entry.path(), stated.currency());
        CHECK(bill.complete());
        CHECK(bill.total().decimal().to_string() == stated.decimal().to_string());
        ++compared;
    }
    CHECK(compared == 10);
}

TEST_CASE("A price list alone cites its source once for all figures") {
    Diagnostics faults;
    const Tariff tariff = read_tariff(in_root("docs/bills/archive.toml"), faults);
    CHECK(to_string(faults) == "");
    const Resource* archive = tariff.find("archive");
    REQUIRE(archive != nullptr);
    CHECK(archive->rules.minimum_duration == std::chrono::hours{2160});
    CHECK(archive->rules.overhead_bytes == 32 * kib);
    for (const auto& line : archive->lines) {
        CHECK(line.prices.front().provenance.source == "Amazon S3 price list");
        CHECK(line.prices.front().provenance.confidence == Confidence::feed);
    }
    CHECK(tariff.as_of == std::chrono::year{2026} / 8 / 7);
}

TEST_CASE("A price list is read to its end whatever is wrong elsewhere") {
    Diagnostics faults;
    faults.add({.file = "u.csv", .hint = "a fault of the usage file"});
    const Tariff tariff = read_tariff(in_root("docs/bills/bands.toml"), faults);
    CHECK(tariff.resources.size() == 2);
    CHECK(faults.all().size() == 1);
    read_tariff("/no/such/prices.toml", faults);
    CHECK(faults.all().size() == 2);
}

TEST_CASE("A price list alone is as strict as a catalogue") {
    const std::string head =
        "id = \"p\"\ncurrency = \"USD\"\ngigabyte = \"GB\"\nsource = \"s\"\ndate = 2026-01-01\n";
    CHECK(faults_of(head) == "");
    CHECK(faults_of("id = \"p\"\ncurrency = \"USD\"\nsource = \"s\"\ndate = 2026-01-01\n")
              .find("gigabyte") != std::string::npos);
    CHECK(faults_of("id = \"p\"\ncurrency = \"USD\"\ngigabyte = \"GB\"\nsource = \"s\"\n")
              .find("date") != std::string::npos);
    CHECK(faults_of(head + "[price]\nputs = { price = \"1\", per = \"each\" }\n")
              .find("did you mean \"put\"?") != std::string::npos);
    CHECK(faults_of(head + "[[resource]]\nid = \"x\"\n[resource.rules]\nparts_tier = \"y\"\n")
              .find("parts_tier") != std::string::npos);
    // A missing price is stated with its reason, and needs no source.
    CHECK(faults_of(head + "[price]\nput = { absent = \"only on request\" }\n") == "");
}
