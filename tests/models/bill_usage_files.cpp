// Usage from files, and what is said about faults in them.
#include "models/tariff/cost_curve.hpp"
#include "models/tariff/explain.hpp"
#include "models/tariff/usage_file.hpp"
#include "tests/models/tariff_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace reentry::world;
using std::chrono::hours;

namespace {

Tariff simple() {
    Tariff tariff = provider();
    Price storage = banded({{"100", "0.02"}, {"", "0.01"}});
    storage.provenance = {"price list of Test Cloud", std::chrono::year{2026} / 8 / 7,
                          Confidence::official, "Frankfurt"};
    add(tariff, "hot",
        {line(tariff, {Meter::storage}, "GB-month", storage),
         line(tariff, {Meter::put}, "1000 requests", flat("0.005"))});
    add(tariff, "internet", {line(tariff, {Meter::sent_bytes}, "GB", flat("0.09"))});
    add(tariff, "link", {line(tariff, {Meter::port}, "hour", flat("2"))});
    return tariff;
}

std::string faults(std::string_view text) {
    Diagnostics diagnostics;
    read_usage(text, "u", diagnostics);
    return to_string(diagnostics);
}

Bill bill_of(std::string_view text, const Tariff& tariff) {
    Diagnostics diagnostics;
    const UsageFile file = read_usage(text, "u", diagnostics);
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    const Usage usage = meter(file, bindings, "u", diagnostics);
    CHECK(to_string(diagnostics) == "");
    return rate(usage, bindings);
}

constexpr const char* csv =
    "# usage of April\n"
    "resource,meter,option,from,to,at,quantity,bytes,objects,workload,copy,state,deleted\n"
    "provider/hot,storage,,2027-04-01,2027-04-16,,,400 GiB,1000,mail,first,,true\n"
    "provider/hot,put,,,,2027-04-01T06:00Z,20000,,,mail,first,,\n"
    "\n"
    "\"provider/internet\",sent-bytes,,,,2027-04-30,10 GiB,,,\"mail\",first,recovery,\n"
    "provider/link,port,,2027-04-01,2027-04-02,,2,,,,,drill,\n";

}  // namespace

TEST_CASE("Usage in CSV becomes a bill") {
    const Tariff tariff = simple();
    const Bill result = bill_of(csv, tariff);
    const auto by = result.total_by(BillKey::state);
    // 400 GB for half a month = 200: 100 * 0.02 + 100 * 0.01 = 3; 20 * 0.005 = 0.1.
    CHECK(by.at("running").decimal() == dec("3.1"));
    CHECK(by.at("recovery").decimal() == dec("0.9"));  // 10 * 0.09
    CHECK(by.at("drill").decimal() == dec("96"));      // 2 * 24 h * 2
    CHECK(result.calendar.begin() == day(2027, 4, 1));
    CHECK(result.calendar.end() == day(2027, 5, 1));
}

TEST_CASE("Usage in JSON becomes the same bill") {
    const Tariff tariff = simple();
    const Bill result = bill_of(R"({"begin": "2027-04-01", "end": "2027-06-01", "records": [
        {"resource": "provider/hot", "meter": "storage", "from": "2027-04-01", "to": "2027-04-16",
         "bytes": 429496729600, "objects": 1000, "deleted": true, "workload": "mail"},
        {"resource": "provider/hot", "meter": "put", "at": "2027-04-01", "quantity": 2e4}]})",
                                tariff);
    CHECK(total(result) == "3.1");
    CHECK(result.calendar.months().size() == 2);
}

TEST_CASE("A month's quantity is taken as the invoice states it") {
    const Tariff tariff = simple();
    const char* text =
        "resource,meter,month,quantity,unit\n"
        "provider/hot,storage,2027-04,102.4,\n"          // GB-month: 2 + 2.4 * 0.01
        "provider/hot,put,2027-04,1077.5,operation\n"    // 1.0775 * 0.005
        "provider/hot,put,2027-05,2,10k operations\n"    // 20 * 0.005
        "provider/internet,sent-bytes,2027-05,1,TiB\n";  // 1024 * 0.09
    CHECK(total(bill_of(text, tariff)) == "94.2893875");
}

TEST_CASE("Every fault of a usage file is reported with its place") {
    CHECK(faults("resource,meter,quantiti\n") ==
          "u:1:16: error: found \"quantiti\", expected a column such as \"resource\", \"meter\", "
          "\"quantity\" or \"at\"; did you mean \"quantity\"?\n");
    const std::string text = faults(
        "resource,meter,quantity,at,from,to,bytes,state\n"
        ",put,1,2027-04-01,,,,\n"
        "provider/hot,putt,1,2027-04-01,,,,\n"
        "provider/hot,put,1.5,2027-04-01,,,,\n"
        "provider/hot,put,1,2027-13-01,,,,\n"
        "provider/hot,storage,,,2027-04-02,2027-04-01,40 T,\n"
        "provider/hot,put,1,2027-04-01,,,,resting\n"
        "provider/hot,put,1,2027-04-01,,,,,,\n");
    for (const char* part :
         {"u:2:1: error: resource: found nothing, expected a role and resource such as",
          "u:3:14: error: meter: found \"putt\", expected a meter such as \"storage\", \"put\" or "
          "\"sent-bytes\"; did you mean \"put\"?",
          "u:4:18: error: quantity: found \"1.5\", expected a whole number; fractions can be "
          "stated",
          "u:5:20: error: at: found \"2027-13-01\"",
          "u:6:35: error: to: found \"2027-04-01\", expected an instant after \"from\"",
          "u:6:46: error: bytes: found \"40 T\", expected a number of bytes, or a size",
          "u:7:34: error: state: found \"resting\"", "u:8: error: "}) {
        CAPTURE(part);
        CAPTURE(text);
        CHECK(text.find(part) != std::string::npos);
    }
    CHECK(faults(R"([{"resource": "provider/hot", "meter": "put", "quantity": 1, "when": 3}])")
              .find("[0].when") != std::string::npos);
    CHECK(faults(R"([{"resource": )").find("well-formed JSON at byte") != std::string::npos);
    CHECK(faults("").find("a header line") != std::string::npos);
    CHECK(faults("resource,meter\n\"open").find("closing quotation mark") != std::string::npos);
}

TEST_CASE("A stated quantity needs a unit that measures its meter") {
    const Tariff tariff = simple();
    Diagnostics diagnostics;
    const UsageFile file =
        read_usage("resource,meter,month,quantity,unit\nprovider/hot,storage,2027-04,5,GB\n", "u",
                   diagnostics);
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    meter(file, bindings, "u", diagnostics);
    CHECK(to_string(diagnostics) ==
          "u:2: error: unit: found \"GB\", expected a unit that measures the same as "
          "\"GB-month\"\n");
}

TEST_CASE("Broken usage files never crash the reader") {
    const std::string whole = csv;
    for (std::size_t cut = 0; cut < whole.size(); cut += 3) {
        faults(whole.substr(0, cut));
        std::string mutated = whole;
        mutated[cut] = static_cast<char>('"' + cut % 40);
        faults(mutated);
    }
    const std::string json =
        R"({"records": [{"resource": "a/b", "meter": ["x"], "at": {}}, 5, []]})";
    for (std::size_t cut = 0; cut < json.size(); ++cut) faults(json.substr(0, cut));
}

TEST_CASE("Any amount is explained from its usage to its source") {
    const Tariff tariff = simple();
    Book book(day(2027, 4, 1), day(2027, 5, 1));
    book.stored("provider/hot", 300 * gib, day(2027, 4, 1), day(2027, 5, 1), false, 20, "",
                book.cause("mail", "first"));
    book.stored("provider/hot", 100 * gib, day(2027, 4, 1), day(2027, 5, 1), false, 1, "",
                book.cause("files", "first"));
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    const Usage usage = meter(book.ledger, bindings);
    const Bill result = rate(usage, bindings);
    CHECK(to_text(explain(result, result.items[0], {&book.ledger, &usage, bindings})) ==
          "line      hot: storage, 2027-04-01 to 2027-04-30\n"
          "cause     provider/hot, workload mail, copy first, running\n"
          "usage     provider/hot: 300 GiB in 20 objects from 2027-04-01T00:00Z to "
          "2027-05-01T00:00Z\n"
          "quantity  75 of the 100 GB-month that all causes together have here\n"
          "band      0 to 100 GB-month\n"
          "price     0.02 USD per GB-month\n"
          "amount    1.50 USD (1.5 USD exactly)\n"
          "share     of 2.00 USD for all 2 causes\n"
          "source    price list of Test Cloud, as of 2026-08-07 (official); Frankfurt\n");
    CHECK(to_text(explain(result, result.charges[1])) ==
          "line      hot: storage, 2027-04-01 to 2027-04-30\n"
          "quantity  300 GB-month\n"
          "band      over 100 GB-month\n"
          "price     0.01 USD per GB-month\n"
          "amount    3.00 USD (3 USD exactly)\n"
          "source    price list of Test Cloud, as of 2026-08-07 (official); Frankfurt\n");
}

TEST_CASE("The cost curve has a row per month, and its present value is discounted") {
    const Tariff tariff = simple();
    Book book(day(2027, 4, 1), day(2027, 7, 1));
    book.stored("provider/hot", 100 * gib, day(2027, 4, 1), day(2027, 7, 1));
    book.counted("provider/hot", Meter::put, 1'000'000, day(2027, 5, 3), "",
                 book.cause("", "", State::drill));
    const CostCurve curve = cost_curve(bill(book.ledger, tariff), BillKey::state);
    CHECK(curve.keys == std::vector<std::string>{"drill", "running"});
    CHECK(curve.amounts(0, 1) == doctest::Approx(2));
    CHECK(curve.amounts(1, 0) == doctest::Approx(5));
    CHECK(curve.by_month()(1) == doctest::Approx(7));
    // 2 / 1.1^(1/24) + 7 / 1.1^(3/24) + 2 / 1.1^(5/24)
    CHECK(present_value(curve, 0.1) == doctest::Approx(1.99207 + 6.91710 + 1.96068).epsilon(1e-5));
    CHECK(present_value(curve, 0) == doctest::Approx(11));
}
