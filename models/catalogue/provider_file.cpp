#include "models/catalogue/provider_file.hpp"

#include <array>

namespace reentry {
namespace {

constexpr std::array gigabytes{
    files::Choice{Gigabyte::decimal, "GB", "10^9 bytes"},
    files::Choice{Gigabyte::binary, "GiB", "2^30 bytes"},
};
constexpr std::array remainders{
    files::Choice{Remainder::exact, "exact", "to the nanosecond"},
    files::Choice{Remainder::hours_down, "hours-down", "whole hours, the rest dropped"},
    files::Choice{Remainder::hours_up, "hours-up", "a begun hour counts"},
    files::Choice{Remainder::days_down, "days-down", "whole days, the rest dropped"},
    files::Choice{Remainder::days_up, "days-up", "a begun day counts"},
};
constexpr std::array samplings{
    files::Choice{Sampling::exact, "exact", "the integral over time"},
    files::Choice{Sampling::daily_peak, "daily-peak", "each day counts with its largest amount"},
};

constexpr const char* classes[] = {"hot", "cool", "cold", "archive", "deep-archive"};

bool is_class(const std::string& name) {
    for (const char* known : classes)
        if (name == known) return true;
    return false;
}

}  // namespace

std::span<const files::Choice<Gigabyte>> choices(Gigabyte) { return gigabytes; }
std::span<const files::Choice<Remainder>> choices(Remainder) { return remainders; }
std::span<const files::Choice<Sampling>> choices(Sampling) { return samplings; }

void describe(Fields& f, ThawEntry& t) {
    f.id("id", t.id, "thaw", "Name by which strategies ask for it.");
    f.optional("stands_in_for", t.stands_in_for, "Options of other providers that it replaces.");
    f.required("wait", t.wait, "From the request until the object can be read.");
    f.required("kept", t.kept, "How long readable copies live.");
    f.required("requests_per_second", t.requests_per_second, "Restore requests accepted.");
    f.optional("bytes_per_hour", t.bytes_per_hour, "Bytes that become readable per hour.");
    f.optional("rate", t.rate, "Rate at which large objects become readable.");
    f.optional("promised_object", t.promised_object,
               "Largest object for which `wait` is promised.");
    f.optional("needs_provisioned_unit", t.needs_provisioned_unit,
               "Whether it is only dependable with provisioned capacity.");
    describe_prices(f, t.prices);
}

void describe(Fields& f, RulesEntry& r) {
    f.optional("minimum_duration", r.minimum_duration, "Shortest storage that is billed.");
    f.optional("remainder", r.remainder, "How the rest of it is counted on an early deletion.");
    f.optional("waived_on_move", r.waived_on_move, "Whether leaving by a lifecycle move is free.");
    f.optional("minimum_object", r.minimum_object, "Smaller objects are billed as this large.");
    f.optional("overhead", r.overhead, "Bytes billed in this tier on top of each object.");
    f.optional("overhead_elsewhere", r.overhead_elsewhere, "... and in `overhead_tier`.");
    f.optional_reference("overhead_tier", r.overhead_tier, "tier", "Where those are billed.");
    f.optional_reference("staging_tier", r.staging_tier, "tier",
                         "Where bytes of unfinished uploads are billed.");
    f.optional_reference("parts_tier", r.parts_tier, "tier", "Where upload parts are billed.");
    f.optional_reference("thawed_tier", r.thawed_tier, "tier", "Where thawed copies are billed.");
    f.optional("thawed_upfront", r.thawed_upfront, "Whether they are billed whole at the start.");
    f.optional("sampling", r.sampling, "What of the stored bytes is billed.");
    f.optional("monitored_from", r.monitored_from,
               "Objects of at least this size are billed as monitored objects.");
    f.check(!r.overhead_elsewhere || !r.overhead_tier.empty(), "overhead_tier",
            "the tier that bills overhead_elsewhere");
}

void describe(Fields& f, TierEntry& t) {
    f.id("id", t.id, "tier", "The class that it serves, or a name of its own.");
    f.required("class", t.tier_class, "hot, cool, cold, archive or deep-archive.");
    f.optional("stands_in_for", t.stands_in_for, "Classes that the provider has not, served here.");
    f.required("product", t.product, "The provider's own name.");
    f.required("first_byte", t.first_byte, "From request to first byte of a readable object.");
    f.required("stream_rate", t.stream_rate, "Rate of one stream.");
    f.required("aggregate_rate", t.aggregate_rate, "Rate of all streams together.");
    f.required("puts_per_second", t.puts_per_second, "Writes accepted, per prefix.");
    f.required("gets_per_second", t.gets_per_second, "Reads accepted, per prefix.");
    f.required("max_object", t.max_object, "Largest object.");
    f.required("lockable", t.lockable, "Whether objects can be made immutable for a time.");
    f.required("durability", t.durability, "Share of objects that survive a year, by design.");
    f.required("availability", t.availability, "Share of time in which it answers, by design.");
    f.table("rules", t.rules, "How stored bytes become billed bytes.");
    describe_prices(f, t.prices);
    f.list("thaw", t.thaw, "Ways of making objects readable; none: readable at once.");
    f.check(is_class(t.tier_class), "class", "hot, cool, cold, archive or deep-archive");
    f.check(!is_class(t.id) || t.id == t.tier_class, "id", "the tier's own class, or another name");
    for (const auto& name : t.stands_in_for)
        f.check(is_class(name), "stands_in_for", "hot, cool, cold, archive or deep-archive");
}

void describe(Fields& f, ConnectionEntry& c) {
    f.id("id", c.id, "connection", "Its class: internet, vpn, dedicated-10g, ...");
    f.required("product", c.product, "The provider's own name.");
    f.optional("note", c.note, "What else must be known.");
    f.required("capacity", c.capacity, "Speed of one port, tunnel or gateway.");
    f.optional("per_tunnel", c.per_tunnel, "Whether more tunnels add capacity.");
    f.optional("tunnel_limit", c.tunnel_limit, "Speed of one tunnel inside a gateway.");
    f.required("lead_time", c.lead_time, "From order to use.");
    describe_prices(f, c.prices);
}

void describe(Fields& f, TapeFetchEntry& t) {
    f.id("id", t.id, "pool", "The tier in which the tape lies.");
    f.required("wait", t.wait, "From the call until the tape can be read.");
}

void describe(Fields& f, VirtualTapeEntry& v) {
    f.required("product", v.product, "The provider's own name.");
    f.reference("library_tier", v.library_tier, "tier", "Tier that bills tapes in the library.");
    f.references("archive_tiers", v.archive_tiers, "tier", "Tiers that bill ejected tapes.");
    f.required("tape_minimum", v.tape_minimum, "Smallest tape.");
    f.required("tape_maximum", v.tape_maximum, "Largest tape.");
    f.required("tapes", v.tapes, "Most tapes in one library.");
    f.required("library", v.library, "Most bytes in one library.");
    f.required("drives", v.drives, "Virtual drives of one gateway.");
    f.required("cache_minimum", v.cache_minimum, "Smallest cache.");
    f.required("cache_maximum", v.cache_maximum, "Largest cache.");
    f.required("upload_buffer", v.upload_buffer, "Largest upload buffer.");
    f.required("write_rate", v.write_rate, "Rate of writing.");
    f.required("cache_read_rate", v.cache_read_rate, "Rate of reading from the cache.");
    f.required("cloud_read_rate", v.cloud_read_rate, "Rate of reading from the provider.");
    f.list("fetch", v.fetch, "How long ejected tapes take to come back.");
    describe_prices(f, v.prices);
}

void describe(Fields& f, ShipmentEntry& s) {
    f.id("id", s.id, "shipment", "Name by which strategies refer to it.");
    f.required("product", s.product, "The provider's own name.");
    f.required("available", s.available, "Whether it can be ordered.");
    f.required("capacity", s.capacity, "Usable bytes of one device.");
    f.required("rate", s.rate, "Rate of loading it.");
    f.optional("free_days", s.free_days, "Days on site that the fee includes.");
    f.reference("lands_in", s.lands_in, "tier", "Tier in which its data arrive.");
    describe_prices(f, s.prices);
}

void describe(Fields& f, SurchargeEntry& s) {
    f.id("id", s.id, "surcharge", "Name of the line on the bill.");
    f.list("bands", s.bands, "Per cent of the month's charges by upper border in currency.");
    f.optional("minimum", s.minimum, "Amount per month at least.");
    describe_citation(f, s.citation);
}

void describe(Fields& f, ExitEntry& e) {
    f.required("offer", e.offer, "What the provider offers to customers who leave.");
    f.required("at_cost_from", e.at_cost_from, "Leaving is charged at cost from this day.");
    f.required("free_from", e.free_from, "Leaving is free from this day.");
    f.required("at_cost", e.at_cost, "Cost per unit of the egress that it replaces.");
}

void describe(Fields& f, AccountEntry& a) {
    f.optional("note", a.note, "What must be known of the whole price list.");
    f.optional("minimum_per_month", a.minimum_per_month, "All charges of a month at least.");
    describe_prices(f, a.prices);
}

void describe_terms(Fields& f, PriceListTerms& p) {
    f.required("currency", p.currency, "Currency of all prices in the file.");
    f.required("gigabyte", p.gigabyte, "What a GB is in the prices of the file.");
    f.optional("month_hours", p.month_hours, "Hours of a billing month; 0: calendar months.",
               {.at_least = 0, .at_most = 744});
    f.named_tables("source", p.sources, "source", "Documents that figures are taken from.");
    f.list("surcharge", p.surcharges, "Percentages on the month's charges, such as support.");
}

void describe(Fields& f, ProviderFile& p) {
    f.required("id", p.id, "Name by which scenarios refer to it; also the file's name.");
    f.required("name", p.name, "Name for people.");
    f.required("vendor", p.vendor, "Who sells it.");
    f.required("region", p.region, "The vendor's name of the region.");
    f.required("country", p.country, "Where the data lie, two letters.");
    f.required("legal_home", p.legal_home, "Where the vendor's owner has its seat, two letters.");
    f.required("latitude", p.latitude, "Degrees north.", {.at_least = -90, .at_most = 90});
    f.required("longitude", p.longitude, "Degrees east.", {.at_least = -180, .at_most = 180});
    f.required("price_list", p.price_list, "Date of the newest price in the file.");
    f.required("rtt", p.rtt, "Round trip from Frankfurt.");
    describe_terms(f, p);
    f.table("account", p.account, "Prices of what has none of its own in a tier or connection.");
    f.required_list("tier", p.tiers, "Storage classes.");
    f.list("connection", p.connections, "Ways in and out.");
    f.table("virtual_tape", p.virtual_tape, "Virtual tape library.");
    f.list("shipment", p.shipments, "Devices that are sent by courier.");
    f.table("exit", p.exit, "Terms of leaving.");
}

}  // namespace reentry
