// Watches every capacity of a world: between two looks none carries more than it offers. What it
// offers is worked out from the scenario and the catalogue.
#pragma once

#include "models/recovery/damage.hpp"
#include "tests/study/laws/carried.hpp"

#include <string>
#include <vector>

namespace laws {

class CapacityWatch {
 public:
    CapacityWatch(const reentry::Case& what, reentry::Purpose purpose);
    // In a recovery: what the incident puts out of reach carries nothing meanwhile.
    CapacityWatch(const reentry::Case& what, const reentry::Damage& damage);
    CapacityWatch(const CapacityWatch&) = delete;
    CapacityWatch& operator=(const CapacityWatch&) = delete;

    // To be handed to operate() or recover(); must outlive them.
    reentry::Onlooker onlooker();

 private:
    struct Closed {
        std::string link, node;  // one of them
        reentry::sim::Time from{}, to{};
    };
    struct Carrying {
        std::vector<double> arcs, site_read, site_write, copy_read, copy_write;
    };
    void close(const reentry::Damage& strike);
    void look(reentry::sim::Time now);
    void begin(reentry::sim::Time now);
    void look_at_copy(std::size_t copy, double seconds);
    double offered(const reentry::Arc& arc, double share, reentry::sim::Time to) const;
    double seconds_up(const reentry::Arc& arc, reentry::sim::Time from,
                      reentry::sim::Time to) const;
    template <class Bound>
    void bound(const std::string& name, double& before, double now, Bound most);

    const reentry::Case& what_;
    reentry::Purpose purpose_;
    Carried carried_;
    Carrying before_;
    std::vector<Closed> closed_;
    const std::vector<reentry::Outage>* outages_ = nullptr;
    reentry::sim::Time last_{};
    bool first_ = true;
};

// Copies in one class of a provider have as many accounts as the one of them that states most.
std::int64_t accounts_at(const reentry::Case& what, const reentry::Location& place);

}  // namespace laws
