#include "models/operation/recorder.hpp"

#include <cmath>

namespace reentry {

Recorder::Recorder(const Case& what, Ledger& ledger, State state)
    : what_(what), ledger_(ledger), state_(state), thawed_(ledger.intern("thawed")) {
    for (const auto& workload : what.scenario->workloads)
        workload_.push_back(ledger.intern(workload.id));
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto& place = what.places[c];
        copy_.push_back(ledger.intern(what.strategy->copies[c].id));
        place_.push_back(ledger.intern(place.resource));
        library_.push_back(
            place.vault == none ? NameId{0} : ledger.intern(what.scenario->stores[place.store].id));
        thaw_.push_back(place.thaw ? ledger.intern(place.tier.thaws[*place.thaw].name) : NameId{0});
        product_.push_back(ledger.intern(place.product));
    }
}

Cause Recorder::cause(std::size_t copy, std::size_t workload) const {
    return {workload_[workload], copy_[copy], state_};
}

void Recorder::count(std::size_t copy, std::size_t workload, Meter meter, NameId option,
                     double quantity, sim::Time at) {
    ledger_.add(Counted{place_[copy], option, meter, cause(copy, workload),
                        static_cast<std::int64_t>(std::ceil(quantity)), at});
}

void Recorder::uploaded(std::size_t copy, std::size_t workload, std::int64_t objects,
                        std::int64_t bytes, sim::Time at) {
    const auto& place = what_.places[copy];
    if (place.kind != Location::Kind::tier) return;
    const auto n = static_cast<double>(objects);
    count(copy, workload, Meter::put, 0, n * place.integration.puts_per_object, at);
    count(copy, workload, Meter::list, 0, place.integration.lists_per_job, at);
    if (what_.strategy->copies[copy].locked)
        count(copy, workload, Meter::lock, 0, n * place.integration.locks_per_object, at);
    ledger_.add(Counted{place_[copy], product_[copy], Meter::received_bytes, cause(copy, workload),
                        bytes, at});
}

void Recorder::downloaded(std::size_t copy, std::size_t workload, std::int64_t objects,
                          std::int64_t bytes, sim::Time at) {
    const auto& place = what_.places[copy];
    if (place.kind != Location::Kind::tier) return;
    const auto n = static_cast<double>(objects);
    count(copy, workload, Meter::get, 0, n * place.integration.gets_per_object, at);
    if (!place.thaw)
        count(copy, workload, Meter::retrieved_bytes, 0, static_cast<double>(bytes), at);
    ledger_.add(
        Counted{place_[copy], product_[copy], Meter::sent_bytes, cause(copy, workload), bytes, at});
}

void Recorder::thawed(std::size_t copy, std::size_t workload, std::int64_t objects,
                      std::int64_t bytes, sim::Time asked, sim::Time from, sim::Time to) {
    count(copy, workload, Meter::restore_request, thaw_[copy], static_cast<double>(objects), asked);
    count(copy, workload, Meter::retrieved_bytes, thaw_[copy], static_cast<double>(bytes), asked);
    ledger_.add(
        Stored{place_[copy], thawed_, cause(copy, workload), true, objects, bytes, from, to});
}

void Recorder::stored(std::size_t copy, std::size_t workload, std::int64_t objects,
                      std::int64_t bytes, sim::Time from, sim::Time to, bool deleted) {
    ledger_.add(Stored{place_[copy], 0, cause(copy, workload), deleted, objects, bytes, from, to});
    // The shelf is the vault's, the cartridges are the library's.
    if (library_[copy] != 0)
        ledger_.add(
            Stored{library_[copy], 0, cause(copy, workload), deleted, objects, bytes, from, to});
}

void Recorder::shipped(std::size_t copy, std::size_t workload, sim::Time at) {
    count(copy, workload, Meter::shipment, 0, 1, at);
}

void Recorder::standing(sim::Time from, sim::Time to) {
    for (const auto& held : what_.held)
        ledger_.add(Standing{ledger_.intern(held.resource), ledger_.intern(held.option), held.meter,
                             Cause{0, 0, state_}, held.quantity, from, to});
}

}  // namespace reentry
