// Writes what backup and recovery use into a ledger, in the words of the tariffs.
#pragma once

#include "models/ledger/ledger.hpp"
#include "models/operation/case.hpp"

namespace reentry {

// Knows all names that it will ever write from the beginning: equal cases, equal names.
class Recorder {
 public:
    Recorder(const Case& what, Ledger& ledger, State state);

    // The names of copy and workload in this ledger.
    Cause cause(std::size_t copy, std::size_t workload) const;

    // Objects and bytes that arrived in a copy's place: requests, locks, traffic.
    void uploaded(std::size_t copy, std::size_t workload, std::int64_t objects, std::int64_t bytes,
                  sim::Time at);

    // Objects that the provider made of others in a copy's place: requests only.
    void synthesised(std::size_t copy, std::size_t workload, std::int64_t objects, sim::Time at);

    // Objects whose locks were renewed.
    void locks_renewed(std::size_t copy, std::size_t workload, std::int64_t objects, sim::Time at);

    // Objects and bytes read out of copy `from` for copy `to`: between two regions of one provider
    // they travel on its own network.
    void copied(std::size_t from, std::size_t to, std::size_t workload, std::int64_t objects,
                std::int64_t bytes, sim::Time at);

    // Objects and bytes read out of a copy's place: requests, retrieval, and traffic where they
    // leave its region.
    void downloaded(std::size_t copy, std::size_t workload, std::int64_t objects,
                    std::int64_t bytes, sim::Time at, bool leave = true);

    // Bytes that leave the region of a copy's place without being read from the copy.
    void left_region(std::size_t copy, std::size_t workload, std::int64_t bytes, sim::Time at);

    // Machines that a rented site has run for a workload's recovery.
    void rented(std::size_t site, std::size_t workload, sim::Duration length, sim::Time at);

    // Archived objects asked for, readable from `from` to `to`.
    void thawed(std::size_t copy, std::size_t workload, std::int64_t objects, std::int64_t bytes,
                sim::Time asked, sim::Time from, sim::Time to);

    // A batch that lay in a copy's place.
    void stored(std::size_t copy, std::size_t workload, std::int64_t objects, std::int64_t bytes,
                sim::Time from, sim::Time to, bool deleted);

    // The same after a lifecycle move, which happened at `from`.
    void stored_later(std::size_t copy, std::size_t workload, std::int64_t objects,
                      std::int64_t bytes, sim::Time from, sim::Time to, bool deleted);

    // A batch that left a copy's place by a lifecycle move at `to`.
    void stored_until_move(std::size_t copy, std::size_t workload, std::int64_t objects,
                           std::int64_t bytes, sim::Time from, sim::Time to);

    // A part of a virtual tape that has not been ejected yet.
    void in_tape_library(std::size_t copy, std::size_t workload, std::int64_t bytes, sim::Time from,
                         sim::Time to, bool deleted);

    // Virtual tapes that were fetched from the archive: all that is on them.
    void recalled(std::size_t copy, std::size_t workload, std::int64_t bytes, sim::Time at);

    // An appliance that a product runs at the provider for a job.
    void appliance(std::size_t copy, std::size_t workload, sim::Time from, sim::Time to);

    // Devices for a first copy: here from `from`, back at the provider at `to`.
    void devices(std::size_t copy, std::int64_t count, sim::Time from, sim::Time to);

    // A trip of the courier between a copy's vault and the library.
    void shipped(std::size_t copy, std::size_t workload, sim::Time at);

    // What is held all the time: ports and gateways of connections, drives, people's sites.
    void standing(sim::Time from, sim::Time to);

 private:
    void add_names(const Location& place);
    void count(std::size_t copy, std::size_t workload, Meter meter, NameId option, double quantity,
               sim::Time at);
    void read_out(std::size_t copy, std::size_t workload, std::int64_t objects, std::int64_t bytes,
                  sim::Time at);
    void sent(std::size_t copy, std::size_t workload, std::int64_t bytes, NameId way, sim::Time at);
    void lie(NameId resource, std::size_t copy, std::size_t workload, std::int64_t objects,
             std::int64_t bytes, sim::Time from, sim::Time to, bool deleted);

    const Case& what_;
    Ledger& ledger_;
    State state_;
    std::vector<NameId> workload_, copy_, place_, thaw_;
    std::vector<NameId> rented_;   // by site: whose machines are rented; 0: none are
    std::vector<NameId> library_;  // by copy: whose cartridges lie in its vault; 0: in no vault
    std::vector<NameId> product_;  // by copy: the connection over which its provider is reached
    std::vector<NameId> later_, tape_library_, archive_, device_;  // by copy; 0 where it has none
    std::vector<std::vector<NameId>> gateways_;                    // by copy, one for each gateway
    NameId thawed_ = 0, peer_region_ = 0;
};

}  // namespace reentry
