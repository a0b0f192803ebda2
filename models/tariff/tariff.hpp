// A tariff: the price list of one provider in one region, or of one's own machine room, as plain
// data. The reader of catalogues fills it; meter() takes its rules, rate() its prices.
//
// A resource is found by the name after the role in the ledger: "provider/cold" is the resource
// "cold" of the tariff bound to "provider"; "library" alone is the resource "". An instance after
// '#' ("provider/tape-gateway#2") is the same resource, kept apart only by lines of
// Scope::instance.
//
// Which line prices a metered thing (first that exists):
//   1. in the resource: the line that lists the meter with this option, then with "*"; else storage
//      with an option as without one, upload_part and upload_commit as put, early_deletion at the
//      price of storage;
//   2. sent_bytes, received_bytes and replicated_bytes with an option: the resource named like the
//      option ("internet", "dedicated-10g", "region"), same meter;
//   3. as 1., in the resource "" (the account).
// A thing without a line is a "price unknown" line of the bill, with that reason; on equipment of
// one's own it is not charged.
#pragma once

#include "models/tariff/asset.hpp"
#include "models/tariff/price.hpp"
#include "models/tariff/tier.hpp"
#include "sim/clock.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reentry {

enum class ResourceKind : std::uint8_t { tier, connection, service, equipment };

struct Resource {
    std::string name;   // class: "cold", "internet", "dedicated-10g", "tape-gateway"; "": account
    std::string title;  // the provider's own name: "S3 Glacier Flexible Retrieval"
    ResourceKind kind = ResourceKind::tier;
    TierRules rules;
    std::vector<PriceLine> lines;
    std::vector<Asset> assets;  // what stands here and was bought (on premises)
};

// A percentage of the month's other charges, graduated like any price (support plans).
struct Surcharge {
    std::string name;
    std::vector<Band> bands;         // borders in currency, prices in per cent
    std::optional<Decimal> minimum;  // amount per month at least, once anything is used
    Provenance provenance;
};

// How a customer who leaves under the EU Data Act pays for getting data out (state `exit`).
struct ExitTerms {
    std::chrono::year_month_day at_cost_from{std::chrono::year{2025} / 9 / 12};
    std::chrono::year_month_day free_from{std::chrono::year{2027} / 1 / 12};
    // Per unit of the line that the traffic would otherwise pay. Without one the list price holds,
    // and a note of the charge says that it is an upper bound.
    std::optional<Decimal> at_cost;
    Provenance provenance;
};

struct Tariff {
    std::string id;        // "aws-eu-central-1"
    std::string provider;  // "Amazon Web Services"
    std::string region;    // "eu-central-1"
    std::string currency = "USD";
    std::chrono::year_month_day as_of{};  // the catalogue's own date

    std::int64_t gigabyte = 1'000'000'000;  // or 2^30; "TB" is then 1000 or 1024 of them
    int month_hours = 0;                    // 0: each calendar month has its own hours; or 720, 730

    std::vector<Resource> resources;
    std::vector<Surcharge> surcharges;
    std::optional<Decimal> minimum_per_month;  // of all charges together, once anything is used
    ExitTerms exit;
    RunningCosts running;  // electricity, floor and people behind the assets
    Provenance provenance;

    // The lists one after the other, each in force from its `as_of`, the first one since ever;
    // empty: this one alone. Resources, lines and prices by date are joined above (see by_date()
    // in editions.hpp); all else that a list states is taken from the one in force.
    std::vector<Tariff> editions;

    const Resource* find(std::string_view name) const;  // null: no such resource
    // The list in force at an instant.
    const Tariff& at(sim::Time time) const;
};

// Reads a unit of a price: [count] thing [-time] or time, such as "GB", "GiB-month", "TB-hour",
// "1000 requests", "10k", "1M operations", "hour", "month", "job". "GB" and "TB" are the tariff's,
// "GiB" and "TiB" binary always. False when the text is not a unit; a unit of bytes or a time in
// other letters ("gb", "Hour") is none.
bool parse_price_unit(std::string_view text, const Tariff& tariff, PriceUnit& unit);

}  // namespace reentry
