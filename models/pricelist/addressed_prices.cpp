#include "models/pricelist/comparison.hpp"

namespace reentry::pricelist {
namespace {

void add(std::vector<AddressedPrice>& all, const std::string& owner, const PriceEntries& prices) {
    for (const auto& [name, entry] : prices) all.push_back({owner + ".price." + name, &entry});
}

}  // namespace

std::vector<AddressedPrice> addressed_prices(const ProviderFile& catalogue) {
    std::vector<AddressedPrice> all;
    add(all, "account", catalogue.account.prices);
    for (const auto& tier : catalogue.tiers) {
        const std::string address = "tier." + tier.id;
        add(all, address, tier.prices);
        for (const auto& thaw : tier.thaw) add(all, address + ".thaw." + thaw.id, thaw.prices);
    }
    for (const auto& connection : catalogue.connections)
        add(all, "connection." + connection.id, connection.prices);
    if (catalogue.virtual_tape) add(all, "virtual_tape", catalogue.virtual_tape->prices);
    for (const auto& shipment : catalogue.shipments)
        add(all, "shipment." + shipment.id, shipment.prices);
    return all;
}

}  // namespace reentry::pricelist
