// Where the points of a copy lie, with every figure of that place: names of stores, classes,
// gateways and devices resolved once, when a case is built.
#pragma once

#include "models/operation/case.hpp"

#include <string>
#include <utility>
#include <vector>

namespace reentry {

// "provider/cold" -> {"provider", "cold"}; own stores have no role.
std::pair<std::string, std::string> split_place(const std::string& to);

// The class in which the frozen data of a place lie: "provider/archive". Only where some are
// frozen.
const std::string& frozen_in(const Location& place);

class Places {
 public:
    // Providers by role, as the strategy binds them.
    using Bound = std::vector<std::pair<std::string, const Provider*>>;

    Places(const Scenario& scenario, const Catalogue& catalogue, const Bound& bound)
        : scenario_(scenario), catalogue_(catalogue), bound_(bound) {}

    // The place of a copy. What cannot be had is a reason, the first one stays.
    Location of(const Copy& copy);
    const std::string& reason() const { return reason_; }

 private:
    void refuse(std::string reason);
    const Provider* bound(const std::string& role) const;
    Location own_store(const std::string& id);
    Location tier(const std::string& role, const std::string& name, const Copy& copy);
    void thaw(const Provider& provider, const ProviderTier& tier, const std::string& option,
              std::optional<std::size_t>& to);
    void fit_product(Location& place, const Copy& copy, const std::string& role);
    void later(const Provider& provider, const Copy& copy, Location& place);
    void gateway(const Provider& provider, const std::string& name, const Copy& copy,
                 Location& place);
    void device(const Provider& provider, const Copy& copy, Location& place);
    LibraryFigures library_of(const Store& store);
    std::size_t store_index(const std::string& id) const;

    const Scenario& scenario_;
    const Catalogue& catalogue_;
    const Bound& bound_;
    std::string reason_;
};

}  // namespace reentry
