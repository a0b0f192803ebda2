// A provider as the simulation and the biller need it: plain figures, and a tariff.
//
// Built from a ProviderFile. A physical figure that is absent becomes "no limit" (unlimited), a
// property that is absent becomes "no" (not lockable); the file keeps the reason, and figures.hpp
// lists it. Names of tiers are names of resources in tariff and ledger: the class for the tier that
// serves it ("provider/cold"), else the tier's own id.
#pragma once

#include "models/catalogue/provider_file.hpp"
#include "models/diagnostic.hpp"
#include "models/storage/figures.hpp"
#include "models/tariff/tariff.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reentry {

struct ProviderTier {
    std::string id;          // as strategies and ledgers name it
    std::string tier_class;  // the class that it was made for
    std::vector<std::string> stands_in_for;
    std::string product;
    TierFigures figures;
    Bytes max_object{};       // 0: not known
    double durability = 0;    // 0: not known
    double availability = 0;  // 0: not known
    std::string thawed_tier;  // where readable copies are billed; empty: read in place
    // Options by the names that strategies may use: {"bulk", "standard"} when standard stands in.
    std::vector<std::pair<std::string, std::string>> thaw_aliases;

    // The index in figures.thaws of the option or its stand-in; -1 when there is none.
    int thaw(std::string_view option) const;
};

struct NetworkProduct {
    std::string id;  // class: "internet", "vpn", "dedicated-10g"
    std::string product;
    double capacity = unlimited;      // bytes per second of one port, tunnel or gateway
    bool per_tunnel = false;          // whether more tunnels add capacity
    double tunnel_limit = unlimited;  // bytes per second of one tunnel
    sim::Duration lead_time{};        // 0 also when not known
    std::vector<Meter> held;          // what is paid for by the hour or month for having it
};

struct Provider {
    std::string id, name, vendor, region, country, legal_home;
    double latitude = 0, longitude = 0;
    sim::Duration rtt{};  // from Frankfurt
    std::vector<ProviderTier> tiers;
    std::vector<NetworkProduct> connections;
    std::optional<GatewayFigures> gateway;  // of its virtual tape library
    std::vector<ShipmentFigures> shipments;
    Tariff tariff;
    ProviderFile file;  // every figure with its source

    bool in_eu() const;  // whether its legal home is a member state
    // The tier of that id or class, else one that stands in for the class; null when there is none.
    const ProviderTier* tier(std::string_view name) const;
    const NetworkProduct* connection(std::string_view id) const;
};

// Reads a catalogue file. All faults are in `diagnostics`; with errors the provider is unusable.
Provider read_provider(const std::filesystem::path& path, Diagnostics& diagnostics);

// The same from a text in memory (tests, unsaved changes).
Provider read_provider_text(const std::string& name, const std::string& text,
                            Diagnostics& diagnostics);

// The same from a struct that was read without faults; `origins` and `document` place faults.
Provider make_provider(ProviderFile file);

}  // namespace reentry
