// Bills of small usages with the shipped catalogues, worked out by hand from the published prices.
#include "models/catalogue/catalogue.hpp"
#include "models/money/format.hpp"
#include "models/tariff/meter.hpp"
#include "models/tariff/rate.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

using namespace reentry;

namespace {

constexpr std::int64_t gib = 1LL << 30;
constexpr std::int64_t gb = 1'000'000'000;

sim::Time day(int year, unsigned month, unsigned day) {
    return sim::midnight(std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day));
}

Provider shipped(const std::string& id) {
    Diagnostics diagnostics;
    auto provider = read_provider(in_root("data/providers/") + id + ".toml", diagnostics);
    REQUIRE_MESSAGE(diagnostics.empty(), to_string(diagnostics));
    return provider;
}

// A ledger of one month at one provider, and what it costs there.
class Month {
 public:
    Month(int year, unsigned month) {
        ledger_.begin = day(year, month, 1);
        ledger_.end = month == 12 ? day(year + 1, 1, 1) : day(year, month + 1, 1);
    }

    Month& stored(const char* tier, std::int64_t bytes, std::int64_t objects = 1, int days = 0) {
        Stored entry;
        entry.resource = name(tier);
        entry.bytes = bytes;
        entry.objects = objects;
        entry.from = ledger_.begin;
        entry.to = days == 0 ? ledger_.end : ledger_.begin + std::chrono::days{days};
        entry.deleted = days != 0;
        ledger_.add(entry);
        return *this;
    }

    Month& counted(const char* resource, Meter meter, std::int64_t quantity,
                   const char* option = "") {
        Counted entry;
        entry.resource = name(resource);
        entry.meter = meter;
        entry.quantity = quantity;
        entry.option = ledger_.intern(option);
        entry.at = ledger_.begin;
        ledger_.add(entry);
        return *this;
    }

    Month& held(const char* resource, Meter meter) {
        Standing entry;
        entry.resource = name(resource);
        entry.meter = meter;
        entry.quantity = 1;
        entry.from = ledger_.begin;
        entry.to = ledger_.end;
        ledger_.add(entry);
        return *this;
    }

    std::string cost(const Provider& provider, bool complete = true) const {
        const Binding bindings[] = {{"provider", &provider.tariff, {}}};
        const Total total = rate_total(meter(ledger_, bindings), bindings);
        CHECK(total.complete == complete);
        return exact_text(total.amount);
    }

 private:
    NameId name(const std::string& resource) { return ledger_.intern("provider/" + resource); }
    Ledger ledger_;
};

}  // namespace

TEST_CASE("AWS Frankfurt: 100 TiB of Standard for a month cross one band border") {
    // 51,200 GB x 0.0245 = 1,254.40; the other 51,200 GB x 0.0235 = 1,203.20.
    CHECK(Month(2026, 9).stored("hot", 102'400 * gib).cost(shipped("aws-eu-central-1")) ==
          "2457.6 USD");
}

TEST_CASE("AWS Frankfurt: 12 TiB to the internet, 100 GB of them free") {
    // 12,288 - 100 = 12,188 GB: 10,240 x 0.09 = 921.60 and 1,948 x 0.085 = 165.58.
    CHECK(Month(2026, 9)
              .counted("hot", Meter::sent_bytes, 12'288 * gib, "internet")
              .cost(shipped("aws-eu-central-1")) == "1087.18 USD");
}

TEST_CASE("AWS Frankfurt: a VPN pays internet egress and its tunnel, a dedicated line 0.02") {
    // September has 720 h x 0.05 = 36; 100 GB of egress are free.
    const auto aws = shipped("aws-eu-central-1");
    CHECK(Month(2026, 9)
              .counted("hot", Meter::sent_bytes, 100 * gib, "vpn")
              .held("vpn", Meter::tunnel)
              .cost(aws) == "36 USD");
    // 720 h x 2.25 = 1,620; 1,000 GB x 0.02 = 20.
    CHECK(Month(2026, 9)
              .counted("hot", Meter::sent_bytes, 1000 * gib, "dedicated-10g")
              .held("dedicated-10g", Meter::port)
              .cost(aws) == "1640 USD");
}

TEST_CASE("AWS Frankfurt: small objects in Deep Archive cost their overhead") {
    // 1,048,576 objects of 1 MiB: 1,024 GB of data and 32 GB of index x 0.0018 = 1.9008;
    // 8 GB of names x 0.0245 = 0.196. Kept for the horizon, so no early deletion.
    CHECK(Month(2026, 9)
              .stored("deep-archive", 1024 * gib, 1 << 20)
              .cost(shipped("aws-eu-central-1")) == "2.0968 USD");
}

TEST_CASE("AWS Frankfurt: standard retrieval of 1 TiB in 1,000 objects from Glacier Flexible") {
    // 1,024 GB x 0.012 = 12.288; 1 x 0.06.
    CHECK(Month(2026, 9)
              .counted("archive", Meter::retrieved_bytes, 1024 * gib, "standard")
              .counted("archive", Meter::restore_request, 1000, "standard")
              .cost(shipped("aws-eu-central-1")) == "12.348 USD");
    CHECK(Month(2026, 9)
              .counted("archive", Meter::retrieved_bytes, 1024 * gib, "bulk")
              .cost(shipped("aws-eu-central-1")) == "0 USD");
}

TEST_CASE("Azure Frankfurt: a million archive reads cost 537.50") {
    CHECK(Month(2026, 9)
              .counted("archive", Meter::restore_request, 1'000'000, "standard")
              .cost(shipped("azure-germanywestcentral")) == "537.5 USD");
}

TEST_CASE("Azure Frankfurt: an unknown circuit price makes the bill incomplete, never zero") {
    const auto azure = shipped("azure-germanywestcentral");
    // Only the gateway (0.42 x 720 h) and nothing for the port.
    Month(2026, 9).held("dedicated-1g", Meter::port).cost(azure, false);
    CHECK(Month(2026, 9).held("dedicated-1g", Meter::gateway).cost(azure) == "302.4 USD");
}

TEST_CASE("Google Frankfurt: a month of 730 h, and a million Archive reads for 50") {
    // September has 720 h: 1,000 GiB x 0.023 x 720/730 = 22.684931507 (rounded to 10^-9).
    const auto google = shipped("google-europe-west3");
    CHECK(Month(2026, 9).stored("hot", 1000 * gib).cost(google) == "22.684931507 USD");
    CHECK(Month(2026, 9).counted("archive", Meter::get, 1'000'000).cost(google) == "50 USD");
}

TEST_CASE("Scaleway: 1 TB of Glacier costs 0.00000348 per GB and hour") {
    // 1,000 GB x 720 h x 0.00000348 = 2.5056.
    CHECK(Month(2026, 9).stored("archive", 1000 * gb).cost(shipped("scaleway")) == "2.5056 EUR");
}

TEST_CASE("OVHcloud: restored copies pay retrieval, egress is included") {
    // 100 GiB x 0.011.
    CHECK(Month(2026, 9)
              .counted("archive", Meter::retrieved_bytes, 100 * gib, "standard")
              .counted("archive", Meter::sent_bytes, 100 * gib, "internet")
              .cost(shipped("ovhcloud")) == "1.1 EUR");
}

TEST_CASE("Wasabi bills the price in force on the day, and at least one TB a month") {
    // 30 days of 24 h are the month of 720 h: 2 TB x 6.99 in June, x 7.99 in September 2026.
    const auto wasabi = shipped("wasabi");
    CHECK(Month(2026, 6).stored("hot", 2048 * gib).cost(wasabi) == "13.98 USD");
    CHECK(Month(2026, 9).stored("hot", 2048 * gib).cost(wasabi) == "15.98 USD");
    CHECK(Month(2026, 9).stored("hot", 10 * gib).cost(wasabi) == "7.99 USD");
}

TEST_CASE("R2 Infrequent Access: the published example with 30 days at least and whole millions") {
    // 1,000 GB x 0.01 = 10 (5 days stored, 25 as early deletion), 1,000 class A calls are a million
    // (9.00), a million class B (0.90), 1,000 GB read x 0.01 = 10.
    CHECK(Month(2026, 9)
              .stored("cool", 1000 * gb, 1000, 5)
              .counted("cool", Meter::put, 1000)
              .counted("cool", Meter::get, 1'000'000)
              .counted("cool", Meter::retrieved_bytes, 1000 * gb)
              .cost(shipped("cloudflare-r2")) == "29.9 USD");
}

TEST_CASE("Hetzner: a little data costs the monthly base") {
    CHECK(Month(2026, 9).stored("hot", 100 * gb).cost(shipped("hetzner")) == "6.49 EUR");
}

TEST_CASE("Backblaze: egress is free to three times the stored volume") {
    // 1 TB stored: 6.00; 4 TB sent, 3 of them free: 1,000 GB x 0.01 = 10.
    CHECK(Month(2026, 9)
              .stored("hot", 1000 * gb)
              .counted("hot", Meter::sent_bytes, 4000 * gb, "internet")
              .cost(shipped("backblaze-b2")) == "16 USD");
}
