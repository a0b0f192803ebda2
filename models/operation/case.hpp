// A case: one strategy on one provider, with every figure that a simulation needs and not one
// price.
//
// Building it resolves all names (stores, tiers, connections, integrations) once, so that nothing
// is looked up while simulating. Two cases with the same signature() behave alike and share their
// runs, whatever their prices.
#pragma once

#include "models/catalogue/catalogue.hpp"
#include "models/estate/dependencies.hpp"
#include "models/network/topology.hpp"
#include "models/scenario/scenario.hpp"
#include "models/storage/figures.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reentry {

inline constexpr std::size_t none = static_cast<std::size_t>(-1);

// Where the data of a copy goes after a while: a lifecycle move inside its provider.
struct LaterTier {
    sim::Duration after{};  // since the data arrived
    std::string resource;   // "provider/archive"
    TierFigures tier;
    std::optional<std::size_t> thaw;  // index in tier.thaws
};

// The gateway that makes virtual tapes of a copy.
struct TapeGateway {
    std::size_t store = none;  // index in Scenario::stores
    GatewayFigures figures;    // of one
    std::string service;       // in the ledger: "provider/tape-gateway"
    std::string library;       // where tapes lie until they are ejected: "provider/hot"
    sim::Distribution recall;  // of a tape that was ejected [seconds]
};

// Where the points of one copy lie.
struct Location {
    enum class Kind : std::uint8_t { disk, tape, tier, array };
    Kind kind = Kind::disk;
    std::string node;      // of the network: a site or a provider role
    std::string resource;  // in the ledger: "library", "provider/cold"
    std::string role;      // "provider", "second", "region"; "" for own stores
    std::size_t store =
        none;  // index in Scenario::stores of the device used (a vault uses its library)
    std::size_t vault = none;   // index in Scenario::stores when tapes leave the library
    std::size_t reader = none;  // index of the library that reads them when that one is lost
    std::string product;        // connection class over which the provider is reached ("internet")
    bool immutable = false;     // what is there survives an attacker
    TierFigures tier;
    LibraryFigures library, reader_library;
    IntegrationFigures integration;
    std::optional<std::size_t> thaw;  // index in tier.thaws; none: readable at once
    std::optional<LaterTier> later;
    std::optional<TapeGateway> gateway;
    std::optional<ShipmentFigures> device;  // that carries the first fulls there
};

// How the frozen data of a place is made readable: of its class, or of the one that its data is
// moved into; null when nothing is frozen there.
const Thaw* thaw_of(const Location& place);

// A standing charge for being connected: what is held, of which product.
struct Held {
    std::string resource;  // "provider/dedicated-10g"
    Meter meter{};
    std::int64_t quantity = 1;
    std::string option{};
};

struct Case {
    const Scenario* scenario = nullptr;
    const Strategy* strategy = nullptr;
    std::string provider;                          // catalogue id; "" when none is used
    std::vector<Location> places;                  // parallel to Strategy::copies
    std::vector<std::vector<std::size_t>> covers;  // per copy: indices of the workloads it protects
    // [copy][workload]: the links that its backups cross while all are up
    std::vector<std::vector<std::vector<std::size_t>>> route;
    std::vector<std::size_t> from;  // per copy: index of the copy it reads; none = the source
    std::vector<Arc> arcs;
    std::vector<Outages> outages;  // per link number
    std::vector<Held> held;
    Dependencies dependencies;
    std::size_t recover_at = none;  // site at which a lost site's workloads come back; none: as the
                                    // incident says
    std::vector<std::size_t> promote_at;  // per copy: site at which it takes over, or none
    std::vector<Stages> stages;           // per workload: its own, else what is usual for its kind
    std::vector<int> urgency;  // per workload: who is served first; see models/estate/urgency.hpp

    // Per copy: money per byte read back. Set for the policy "cheapest copy first" only, where
    // prices steer what happens.
    std::vector<double> read_price;

    // All that decides how this case behaves, as text: equal signatures, equal histories.
    std::string signature() const;
};

// A case, or the reason why this strategy cannot be had there ("Scaleway has no tier of class
// deep-archive").
struct Offer {
    std::optional<Case> made;
    std::string reason;
};

// Builds the case; `provider` is a catalogue id or "" for strategies that use none.
Offer make_case(const Scenario& scenario, const Strategy& strategy, const std::string& provider,
                const Catalogue& catalogue);

// True when a copy of the strategy lies at the role ("provider", "second", "region").
bool uses_role(const Strategy& strategy, std::string_view role);

// The indices of the workloads that a selector list of ids and kinds means; empty list = all.
std::vector<std::size_t> selected(const std::vector<Workload>& workloads,
                                  const std::vector<std::string>& selectors);

}  // namespace reentry
