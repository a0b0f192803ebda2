// A bill as CSV, JSON, FOCUS and spreadsheet.
#include "report/bill_export/bill_csv.hpp"
#include "report/bill_export/bill_json.hpp"
#include "report/bill_export/bill_sources.hpp"
#include "report/bill_export/bill_xlsx.hpp"
#include "report/bill_export/focus.hpp"
#include "tests/models/tariff_world.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace reentry;
using namespace reentry::world;

namespace {

std::vector<std::vector<std::string>> table(const std::string& csv) {
    std::vector<std::vector<std::string>> rows(1);
    std::string field;
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (c == '"') {
            if (quoted && i + 1 < csv.size() && csv[i + 1] == '"')
                field += csv[++i];
            else
                quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n')) {
            rows.back().push_back(std::move(field));
            field.clear();
            if (c == '\n') rows.emplace_back();
        } else {
            field += c;
        }
    }
    rows.pop_back();
    return rows;
}

// The value of a column in a row.
std::string at(const std::vector<std::vector<std::string>>& rows, std::size_t row,
               const std::string& column) {
    for (std::size_t i = 0; i < rows[0].size(); ++i)
        if (rows[0][i] == column) return rows.at(row).at(i);
    FAIL("no column " << column);
    return {};
}

Decimal sum(const std::vector<std::vector<std::string>>& rows, const std::string& column) {
    Decimal result;
    for (std::size_t row = 1; row < rows.size(); ++row)
        if (const auto text = at(rows, row, column); !text.empty()) result = result + dec(text);
    return result;
}

Bill example() {
    Tariff tariff = provider();
    tariff.region = "eu-test-1";
    Price storage = banded({{"100", "0.02"}, {"", "0.01"}});
    storage.provenance = {"price list, page 2", std::chrono::year{2026} / 8 / 7,
                          Confidence::official, ""};
    Price absent;
    absent.absent = "only on request";
    add(tariff, "hot",
        {line(tariff, {Meter::storage}, "GB-month", storage),
         line(tariff, {Meter::put}, "1000 requests", flat("0.005"))})
        .title = "Hot \"Tier\"";
    add(tariff, "link",
        {line(tariff, {Meter::port}, "hour", flat("2")),
         line(tariff, {Meter::tunnel}, "hour", absent)});
    Terms terms;
    terms.discounts = {{dec("10"), "hot", Meter::storage, {}, {}, "framework"}};
    terms.vat_percent = dec("19");
    Book book(day(2027, 4, 10), day(2027, 6, 1));
    book.stored("provider/hot", 300 * gib, day(2027, 4, 10), day(2027, 6, 1), false, 20, "",
                book.cause("mail", "first"));
    book.stored("provider/hot", 100 * gib, day(2027, 4, 10), day(2027, 6, 1), false, 1, "",
                book.cause("files, shared", "first"));
    book.counted("provider/hot", Meter::put, 20'000, day(2027, 5, 5), "",
                 book.cause("mail", "first", State::drill));
    book.standing("provider/link", Meter::port, 1, day(2027, 5, 1), day(2027, 6, 1));
    book.standing("provider/link", Meter::tunnel, 1, day(2027, 5, 1), day(2027, 6, 1));
    return bill(book.ledger, tariff, terms);
}

}  // namespace

TEST_CASE("A bill in CSV adds up to the bill") {
    const Bill result = example();
    const auto rows = table(report::bill_csv(result));
    CHECK(rows.size() == result.items.size() + 1);
    CHECK(sum(rows, "amount") == result.total().decimal());
    CHECK(at(rows, 1, "line") == "Hot \"Tier\": storage");
    CHECK(at(rows, 1, "unit_price") == "0.018");
    CHECK(at(rows, 1, "list_unit_price") == "0.02");
    CHECK(at(rows, 1, "source") == "price list, page 2");
    CHECK(at(rows, 2, "workload") == "files, shared");
    // The tunnel has no price; the tax of its month is charged on what has one.
    std::vector<std::string> unknown;
    for (std::size_t row = 1; row < rows.size(); ++row)
        if (const auto why = at(rows, row, "unknown"); !why.empty())
            unknown.push_back(at(rows, row, "line") + ": " +
                              (at(rows, row, "amount").empty() ? "empty" : "known in part"));
    std::sort(unknown.begin(), unknown.end());
    unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
    CHECK(unknown == std::vector<std::string>{"VAT 19 %, on what has a known price: empty",
                                              "VAT 19 %, on what has a known price: known in part",
                                              "link: tunnel: empty"});
}

TEST_CASE("A bill in JSON says what it knows and what it does not") {
    const Bill result = example();
    const auto json = nlohmann::json::parse(report::bill_json(result));
    CHECK(json.at("total").is_null());
    CHECK(json.at("at_least").at("total") == result.total().decimal().to_string());
    CHECK(json.at("totals").at("month").at("2027-04") ==
          json.at("at_least").at("month").at("2027-04"));
    CHECK(json.at("totals").at("month").at("2027-05").is_null());
    CHECK(json.at("complete") == false);
    for (const auto& charge : json.at("charges"))
        CHECK(charge.at("amount").is_null() == (charge.at("kind") == "unknown"));
    CHECK(json.at("unknown") == nlohmann::json{"price unknown: only on request"});
    CHECK(json.at("charges").size() == result.charges.size());
    CHECK(json.at("charges")[0].at("shares").size() == 2);
}

TEST_CASE("FOCUS has every mandatory column, exclusive ends and units of the vocabulary") {
    const Bill result = example();
    const auto rows = table(report::focus_csv(result, {"test"}));
    for (const char* column :
         {"BilledCost",       "EffectiveCost",     "ContractedCost",     "ListCost",
          "BillingCurrency",  "BillingAccountId",  "BillingAccountName", "BillingPeriodStart",
          "BillingPeriodEnd", "ChargePeriodStart", "ChargePeriodEnd",    "ChargeCategory",
          "ChargeClass",      "ChargeDescription", "InvoiceIssuerName",  "PricingQuantity",
          "PricingUnit",      "ProviderName",      "PublisherName",      "ServiceCategory",
          "ServiceName"})
        CHECK(std::count(rows[0].begin(), rows[0].end(), column) == 1);
    for (const auto& row : rows) CHECK(row.size() == rows[0].size());
    CHECK(sum(rows, "BilledCost") == result.total().decimal());
    CHECK(at(rows, 1, "BillingPeriodStart") == "2027-04-01T00:00:00Z");
    CHECK(at(rows, 1, "BillingPeriodEnd") == "2027-05-01T00:00:00Z");
    CHECK(at(rows, 1, "ChargePeriodStart") == "2027-04-10T00:00:00Z");
    CHECK(at(rows, 1, "ChargePeriodEnd") == "2027-05-01T00:00:00Z");
    CHECK(at(rows, 1, "PricingUnit") == "GiB-Months");
    CHECK(at(rows, 1, "ChargeCategory") == "Usage");
    CHECK(at(rows, 1, "ServiceCategory") == "Storage");
    // 75 of the first 100 GB-months: listed 1.5, contracted 1.35.
    CHECK(at(rows, 1, "ListCost") == "1.5");
    CHECK(at(rows, 1, "BilledCost") == "1.35");
    bool taxed = false, requests = false, hours = false, unknown = false;
    for (std::size_t row = 1; row < rows.size(); ++row) {
        taxed = taxed || (at(rows, row, "ChargeCategory") == "Tax" &&
                          at(rows, row, "PricingQuantity").empty());
        requests = requests || at(rows, row, "PricingUnit") == "1000 Requests";
        hours = hours || (at(rows, row, "PricingUnit") == "Hours" &&
                          at(rows, row, "ServiceCategory") == "Networking");
        unknown = unknown || at(rows, row, "x_Note") == "price unknown: only on request";
    }
    CHECK(taxed);
    CHECK(requests);
    CHECK(hours);
    CHECK_FALSE(unknown);  // a null is not allowed, and a zero would say that it cost nothing
}

TEST_CASE("Every document of a bill is listed once, with what rests on it") {
    const Bill bill = example();
    const auto sources = report::sources_of(bill);
    REQUIRE(sources.of_charge.size() == bill.charges.size());
    Money sum(bill.currency);
    std::size_t charges = 0;
    for (const auto& source : sources.all) {
        sum += Money(source.reported, bill.currency);
        charges += source.charges;
    }
    CHECK(sum == bill.total());
    CHECK(charges == bill.charges.size());
    CHECK(sources.all.size() < bill.charges.size());
}

TEST_CASE("The spreadsheet is written, with the same bytes each time") {
    const auto folder = std::filesystem::temp_directory_path();
    const std::string first = folder / "reentry_bill_1.xlsx",
                      second = folder / "reentry_bill_2.xlsx";
    std::string problem;
    REQUIRE(report::write_bill_xlsx(example(), first, problem));
    REQUIRE(report::write_bill_xlsx(example(), second, problem));
    const auto bytes = [](const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    };
    CHECK(bytes(first).size() > 5000);
    CHECK(bytes(first) == bytes(second));
    std::filesystem::remove(first);
    std::filesystem::remove(second);
    CHECK_FALSE(report::write_bill_xlsx(example(), "/no/such/folder/x.xlsx", problem));
    CHECK_FALSE(problem.empty());
}
