#include "models/catalogue/provider.hpp"

#include "models/catalogue/tariff_builder.hpp"
#include "models/files/load.hpp"
#include "models/files/reader.hpp"
#include "models/files/sampled.hpp"

#include <algorithm>
#include <array>

namespace reentry {
namespace {

double limit(const Sourced<Rate>& rate) { return rate ? rate->bytes_per_second() : unlimited; }
double limit(const Sourced<double>& count) { return count ? *count : unlimited; }

template <class T>
T plain(const Sourced<T>& figure) {
    return figure ? *figure : T{};
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

Thaw thaw_of(const ThawEntry& entry) {
    Thaw thaw;
    thaw.name = entry.id;
    if (entry.wait) thaw.wait = distribution_of(*entry.wait);
    thaw.requests_per_second = limit(entry.requests_per_second);
    if (entry.bytes_per_hour) thaw.bytes_per_hour = entry.bytes_per_hour->to_double();
    if (entry.rate)
        thaw.bytes_per_hour = std::min(thaw.bytes_per_hour, entry.rate->bytes_per_second() * 3600);
    thaw.kept = plain(entry.kept);
    if (entry.promised_object) thaw.largest_object = entry.promised_object->to_double();
    thaw.needs_unit = entry.needs_provisioned_unit;
    return thaw;
}

TierFigures figures_of(const TierEntry& entry) {
    TierFigures figures;
    figures.name = entry.id;
    figures.first_byte = plain(entry.first_byte);
    figures.per_stream = limit(entry.stream_rate);
    figures.aggregate = limit(entry.aggregate_rate);
    figures.puts_per_second = limit(entry.puts_per_second);
    figures.gets_per_second = limit(entry.gets_per_second);
    figures.lockable = plain(entry.lockable);
    figures.minimum_kept = plain(entry.rules.minimum_duration);
    for (const auto& thaw : entry.thaw) figures.thaws.push_back(thaw_of(thaw));
    return figures;
}

ProviderTier tier_of(const TierEntry& entry) {
    ProviderTier tier;
    tier.id = entry.id;
    tier.tier_class = entry.tier_class;
    tier.stands_in_for = entry.stands_in_for;
    tier.product = entry.product;
    tier.figures = figures_of(entry);
    tier.max_object = plain(entry.max_object);
    tier.durability = plain(entry.durability);
    tier.availability = plain(entry.availability);
    tier.thawed_tier = entry.rules.thawed_tier;
    for (const auto& thaw : entry.thaw)
        for (const auto& alias : thaw.stands_in_for) tier.thaw_aliases.push_back({alias, thaw.id});
    return tier;
}

std::int64_t count(const Sourced<Bytes>& bytes) { return bytes ? bytes->count() : 0; }

GatewayFigures gateway_of(const VirtualTapeEntry& entry) {
    GatewayFigures figures;
    figures.write = limit(entry.write_rate);
    figures.cache_read = limit(entry.cache_read_rate);
    figures.cloud_read = limit(entry.cloud_read_rate);
    if (entry.drives) figures.drives = *entry.drives;
    figures.tape_minimum = count(entry.tape_minimum);
    figures.tape_maximum = count(entry.tape_maximum);
    figures.cache_maximum = count(entry.cache_maximum);
    figures.buffer_maximum = count(entry.upload_buffer);
    figures.library_tier = entry.library_tier;
    figures.archive_tiers = entry.archive_tiers;
    for (const auto& fetch : entry.fetch)
        if (fetch.wait) figures.recalls.emplace_back(fetch.id, distribution_of(*fetch.wait));
    return figures;
}

ShipmentFigures shipment_of(const ShipmentEntry& entry) {
    return {entry.id, count(entry.capacity), limit(entry.rate),
            !entry.available || *entry.available};
}

// The meters of a connection that are held rather than counted.
std::vector<Meter> held_meters(const PriceEntries& prices) {
    std::vector<Meter> held;
    for (const Meter meter : {Meter::port, Meter::tunnel, Meter::gateway, Meter::attachment})
        if (prices.count(std::string(meter_name(meter))) > 0) held.push_back(meter);
    return held;
}

NetworkProduct product_of(const ConnectionEntry& entry) {
    return {entry.id,
            entry.product,
            limit(entry.capacity),
            entry.per_tunnel,
            limit(entry.tunnel_limit),
            plain(entry.lead_time),
            held_meters(entry.prices)};
}

// Member states of the European Union, two letters.
constexpr std::array member_states{"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES",
                                   "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
                                   "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};

Provider read_document(const files::Document& document, Diagnostics& diagnostics) {
    files::Origins origins;
    ProviderFile file = files::read<ProviderFile>(document, diagnostics, {}, &origins);
    std::vector<PriceFault> faults;
    build_tariff(file, faults);
    add_price_faults(faults, document, origins, diagnostics);
    return make_provider(std::move(file));
}

}  // namespace

int ProviderTier::thaw(std::string_view option) const {
    for (const auto& [alias, option_id] : thaw_aliases)
        if (alias == option) option = option_id;
    for (std::size_t i = 0; i < figures.thaws.size(); ++i)
        if (figures.thaws[i].name == option) return static_cast<int>(i);
    return -1;
}

bool Provider::in_eu() const {
    return std::find(member_states.begin(), member_states.end(), legal_home) != member_states.end();
}

const ProviderTier* Provider::tier(std::string_view wanted) const {
    for (const auto& tier : tiers)
        if (tier.id == wanted) return &tier;
    for (const auto& tier : tiers)
        if (contains(tier.stands_in_for, wanted)) return &tier;
    return nullptr;
}

const NetworkProduct* Provider::connection(std::string_view wanted) const {
    for (const auto& product : connections)
        if (product.id == wanted) return &product;
    return nullptr;
}

Provider make_provider(ProviderFile file) {
    Provider provider;
    provider.id = file.id;
    provider.name = file.name;
    provider.vendor = file.vendor;
    provider.region = file.region;
    provider.country = file.country;
    provider.legal_home = file.legal_home;
    provider.latitude = file.latitude;
    provider.longitude = file.longitude;
    provider.rtt = plain(file.rtt);
    for (const auto& tier : file.tiers) provider.tiers.push_back(tier_of(tier));
    for (const auto& entry : file.connections) provider.connections.push_back(product_of(entry));
    if (file.virtual_tape) provider.gateway = gateway_of(*file.virtual_tape);
    for (const auto& entry : file.shipments) provider.shipments.push_back(shipment_of(entry));
    std::vector<PriceFault> faults;
    provider.tariff = build_tariff(file, faults);
    provider.file = std::move(file);
    return provider;
}

Provider read_provider(const std::filesystem::path& path, Diagnostics& diagnostics) {
    return read_document(files::load_file(path, diagnostics), diagnostics);
}

Provider read_provider_text(const std::string& name, const std::string& text,
                            Diagnostics& diagnostics) {
    return read_document(files::load_text(name, text, diagnostics), diagnostics);
}

}  // namespace reentry
