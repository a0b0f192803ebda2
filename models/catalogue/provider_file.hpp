// A provider in one region as its catalogue file states it: the struct is the file
// (docs/catalogues.md). provider.hpp has the same as plain values and a tariff.
//
// Every figure carries source, date and confidence, or the reason why it is absent. A tier is named
// by the class that it serves ("hot" to "deep-archive"); further tiers of a class have names of
// their own. Missing rules and prices that need not exist are simply not written.
#pragma once

#include "models/catalogue/price_entry.hpp"
#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"
#include "models/tariff/tariff.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reentry {

// What the provider calls a GB: it moves results by 7.4 %.
enum class Gigabyte : std::uint8_t { decimal, binary };

struct ThawEntry {
    std::string id;  // "expedited", "standard", "bulk", "high-priority"
    std::vector<std::string> stands_in_for;
    Sourced<Uncertain<sim::Duration>> wait;
    Sourced<sim::Duration> kept;
    Sourced<double> requests_per_second;
    Sourced<Bytes> bytes_per_hour;
    Sourced<Rate> rate;
    Sourced<Bytes> promised_object;
    bool needs_provisioned_unit = false;
    PriceEntries prices;
};

struct RulesEntry {
    Sourced<sim::Duration> minimum_duration;
    Remainder remainder = Remainder::exact;
    bool waived_on_move = false;
    Sourced<Bytes> minimum_object;
    Sourced<Bytes> overhead;
    Sourced<Bytes> overhead_elsewhere;
    std::string overhead_tier;
    std::string staging_tier;
    std::string parts_tier;
    std::string thawed_tier;
    bool thawed_upfront = false;
    Sampling sampling = Sampling::exact;
    Sourced<Bytes> monitored_from;
};

struct TierEntry {
    std::string id;
    std::string tier_class;
    std::vector<std::string> stands_in_for;
    std::string product;
    Sourced<sim::Duration> first_byte;
    Sourced<Rate> stream_rate;
    Sourced<Rate> aggregate_rate;
    Sourced<double> puts_per_second;
    Sourced<double> gets_per_second;
    Sourced<Bytes> max_object;
    Sourced<bool> lockable;
    Sourced<double> durability;
    Sourced<double> availability;
    RulesEntry rules;
    PriceEntries prices;
    std::vector<ThawEntry> thaw;
};

struct ConnectionEntry {
    std::string id;  // the class: "internet", "vpn", "dedicated-10g", "peer-region"
    std::string product;
    std::string note;
    Sourced<Rate> capacity;
    bool per_tunnel = false;
    Sourced<Rate> tunnel_limit;
    Sourced<sim::Duration> lead_time;
    PriceEntries prices;
};

struct TapeFetchEntry {
    std::string id;  // a tier
    Sourced<Uncertain<sim::Duration>> wait;
};

struct VirtualTapeEntry {
    std::string product;
    std::string library_tier;
    std::vector<std::string> archive_tiers;
    Sourced<Bytes> tape_minimum, tape_maximum;
    Sourced<std::int64_t> tapes;
    Sourced<Bytes> library;
    Sourced<std::int64_t> drives;
    Sourced<Bytes> cache_minimum, cache_maximum, upload_buffer;
    Sourced<Rate> write_rate, cache_read_rate, cloud_read_rate;
    std::vector<TapeFetchEntry> fetch;
    PriceEntries prices;
};

struct ShipmentEntry {
    std::string id;
    std::string product;
    Sourced<bool> available;
    Sourced<Bytes> capacity;
    Sourced<Rate> rate;
    Sourced<sim::Duration> free_days;
    std::string lands_in;
    PriceEntries prices;
};

struct SurchargeEntry {
    std::string id;
    std::vector<BandEntry> bands;
    std::optional<Decimal> minimum;
    Citation citation;
};

struct ExitEntry {
    std::string offer;
    Sourced<std::chrono::year_month_day> at_cost_from, free_from;
    Sourced<Decimal> at_cost;
};

struct AccountEntry {
    std::string note;
    PriceEntries prices;
    std::optional<Decimal> minimum_per_month;
};

// What every price list states, alone or in the catalogue of a provider.
struct PriceListTerms {
    std::string currency;
    Gigabyte gigabyte = Gigabyte::decimal;
    std::int64_t month_hours = 0;
    SourceDocuments sources;
    std::vector<SurchargeEntry> surcharges;
};

struct ProviderFile : PriceListTerms {
    std::string id, name, vendor, region, country, legal_home;
    double latitude = 0, longitude = 0;
    std::chrono::year_month_day price_list{};
    Sourced<sim::Duration> rtt;
    AccountEntry account;
    std::vector<TierEntry> tiers;
    std::vector<ConnectionEntry> connections;
    std::optional<VirtualTapeEntry> virtual_tape;
    std::vector<ShipmentEntry> shipments;
    ExitEntry exit;
};

std::span<const files::Choice<Gigabyte>> choices(Gigabyte);
std::span<const files::Choice<Remainder>> choices(Remainder);
std::span<const files::Choice<Sampling>> choices(Sampling);

void describe(Fields& fields, ThawEntry& thaw);
void describe(Fields& fields, RulesEntry& rules);
void describe(Fields& fields, TierEntry& tier);
void describe(Fields& fields, ConnectionEntry& connection);
void describe(Fields& fields, TapeFetchEntry& fetch);
void describe(Fields& fields, VirtualTapeEntry& tape);
void describe(Fields& fields, ShipmentEntry& shipment);
void describe(Fields& fields, SurchargeEntry& surcharge);
void describe(Fields& fields, ExitEntry& exit);
void describe(Fields& fields, AccountEntry& account);
void describe_terms(Fields& fields, PriceListTerms& terms);
void describe(Fields& fields, ProviderFile& provider);

}  // namespace reentry
