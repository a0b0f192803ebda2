// What the capacities of a world have carried, seen from outside: by direction of a link, by
// site, by copy. An onlooker for laws about bytes and rates.
#pragma once

#include "models/operation/world.hpp"

#include <optional>
#include <string>
#include <vector>

namespace laws {

class Carried {
 public:
    // To be handed to operate() or recover(); must outlive them.
    reentry::Onlooker onlooker();

    // Bytes up to the last look [bytes; production counts unreduced data].
    double over_arc(std::size_t arc) const { return by(arcs_[arc]); }
    double read_at_site(std::size_t site) const { return by(site_read_[site]); }
    double written_at_site(std::size_t site) const { return by(site_write_[site]); }
    double read_of_copy(std::size_t copy) const { return by(copy_read_[copy]); }
    double written_to_copy(std::size_t copy) const { return by(copy_write_[copy]); }
    // Whether anything measures a copy's place: tapes and unlimited classes are not measured.
    bool measured(std::size_t copy) const { return copy_write_[copy].has_value(); }
    bool same_device(std::size_t a, std::size_t b) const {
        return copy_write_[a] == copy_write_[b];
    }

    // Over all links that begin or end at a node of the network.
    double leaving(const reentry::Case& what, const std::string& node) const;
    double reaching(const reentry::Case& what, const std::string& node) const;

    // Called at each look, after the figures above are up to date.
    std::function<void(reentry::sim::Time now)> each_look;

 private:
    using Meter = std::optional<reentry::sim::CapacityId>;
    void look(reentry::World& world);
    void find(reentry::World& world);
    double by(const Meter& meter) const { return meter ? bytes_[meter->index] : 0; }

    std::vector<Meter> arcs_, site_read_, site_write_, copy_read_, copy_write_;
    std::vector<double> bytes_;  // by capacity
};

}  // namespace laws
