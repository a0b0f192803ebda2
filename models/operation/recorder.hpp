// Writes what backup and recovery use into a ledger, in the words of the tariffs.
#pragma once

#include "models/ledger/ledger.hpp"
#include "models/operation/case.hpp"

namespace reentry {

class Recorder {
 public:
    Recorder(const Case& what, Ledger& ledger, State state);

    // The names of copy and workload in this ledger.
    Cause cause(std::size_t copy, std::size_t workload) const;

    // Objects and bytes that arrived in a copy's place: requests, locks, traffic.
    void uploaded(std::size_t copy, std::size_t workload, std::int64_t objects, std::int64_t bytes,
                  sim::Time at);

    // Objects and bytes read out of a copy's place: requests, retrieval, traffic.
    void downloaded(std::size_t copy, std::size_t workload, std::int64_t objects,
                    std::int64_t bytes, sim::Time at);

    // Archived objects asked for, readable from `from` to `to`.
    void thawed(std::size_t copy, std::size_t workload, std::int64_t objects, std::int64_t bytes,
                sim::Time asked, sim::Time from, sim::Time to);

    // A batch that lay in a copy's place.
    void stored(std::size_t copy, std::size_t workload, std::int64_t objects, std::int64_t bytes,
                sim::Time from, sim::Time to, bool deleted);

    // A trip of the courier between a copy's vault and the library.
    void shipped(std::size_t copy, std::size_t workload, sim::Time at);

    // What is held all the time: ports and gateways of connections, drives, people's sites.
    void standing(sim::Time from, sim::Time to);

 private:
    void count(std::size_t copy, std::size_t workload, Meter meter, NameId option, double quantity,
               sim::Time at);

    const Case& what_;
    Ledger& ledger_;
    State state_;
    std::vector<NameId> workload_, copy_, place_, thaw_;
    std::vector<NameId> library_;  // by copy: whose cartridges lie in its vault; 0: in no vault
    std::vector<NameId> product_;  // by copy: the connection over which its provider is reached
    NameId thawed_ = 0;
};

}  // namespace reentry
