#include "models/operation/recorder.hpp"

#include <fmt/format.h>

#include <cmath>

namespace reentry {

Recorder::Recorder(const Case& what, Ledger& ledger, State state)
    : what_(what),
      ledger_(ledger),
      state_(state),
      thawed_(ledger.intern("thawed")),
      peer_region_(ledger.intern("peer-region")) {
    for (const auto& workload : what.scenario->workloads)
        workload_.push_back(ledger.intern(workload.id));
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto& place = what.places[c];
        copy_.push_back(ledger.intern(what.strategy->copies[c].id));
        place_.push_back(ledger.intern(place.resource));
        library_.push_back(
            place.vault == none ? NameId{0} : ledger.intern(what.scenario->stores[place.store].id));
        add_names(place);
        const auto* thaw = thaw_of(place);
        thaw_.push_back(thaw ? ledger.intern(thaw->name) : NameId{0});
        product_.push_back(ledger.intern(place.product));
    }
    for (const auto& site : what.scenario->sites)
        rented_.push_back(site.region ? ledger.intern("contract/" + site.id) : NameId{0});
}

void Recorder::add_names(const Location& place) {
    later_.push_back(place.later ? ledger_.intern(place.later->resource) : NameId{0});
    device_.push_back(place.device ? ledger_.intern(place.role + "/" + place.device->id)
                                   : NameId{0});
    tape_library_.push_back(place.gateway ? ledger_.intern(place.gateway->library) : NameId{0});
    archive_.push_back(place.gateway ? ledger_.intern(place.tier.name) : NameId{0});
    auto& gateways = gateways_.emplace_back();
    if (!place.gateway) return;
    const auto count = what_.scenario->stores[place.gateway->store].gateways;
    for (std::int64_t i = 1; i <= count; ++i)
        gateways.push_back(ledger_.intern(fmt::format("{}#{}", place.gateway->service, i)));
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
    ledger_.add(Counted{place_[copy], product_[copy], Meter::received_bytes, cause(copy, workload),
                        bytes, at});
    if (place.gateway) {
        const auto& own = gateways_[copy];
        ledger_.add(Counted{own[workload % own.size()], 0, Meter::written_bytes,
                            cause(copy, workload), bytes, at});
        return;
    }
    count(copy, workload, Meter::put, 0, n * place.integration.puts_per_object, at);
    count(copy, workload, Meter::list, 0, place.integration.lists_per_job, at);
    if (what_.strategy->copies[copy].locked)
        count(copy, workload, Meter::lock, 0, n * place.integration.locks_per_object, at);
}

void Recorder::synthesised(std::size_t copy, std::size_t workload, std::int64_t objects,
                           sim::Time at) {
    const auto& place = what_.places[copy];
    if (place.kind != Location::Kind::tier) return;
    const auto n = static_cast<double>(objects);
    count(copy, workload, Meter::put, 0, n * place.integration.puts_per_object, at);
    if (what_.strategy->copies[copy].locked) locks_renewed(copy, workload, objects, at);
}

void Recorder::locks_renewed(std::size_t copy, std::size_t workload, std::int64_t objects,
                             sim::Time at) {
    const auto& place = what_.places[copy];
    if (place.kind != Location::Kind::tier) return;
    count(copy, workload, Meter::lock, 0,
          static_cast<double>(objects) * place.integration.locks_per_object, at);
}

void Recorder::copied(std::size_t from, std::size_t to, std::size_t workload, std::int64_t objects,
                      std::int64_t bytes, sim::Time at) {
    const auto region = [&](std::size_t copy) { return what_.places[copy].role == "region"; };
    const bool own_network = !what_.places[to].role.empty() && region(from) != region(to) &&
                             what_.places[from].role != "second" &&
                             what_.places[to].role != "second";
    sent(from, workload, bytes, own_network ? peer_region_ : product_[from], at);
    read_out(from, workload, objects, bytes, at);
}

void Recorder::downloaded(std::size_t copy, std::size_t workload, std::int64_t objects,
                          std::int64_t bytes, sim::Time at, bool leave) {
    if (leave) left_region(copy, workload, bytes, at);
    read_out(copy, workload, objects, bytes, at);
}

void Recorder::left_region(std::size_t copy, std::size_t workload, std::int64_t bytes,
                           sim::Time at) {
    sent(copy, workload, bytes, product_[copy], at);
}

void Recorder::rented(std::size_t site, std::size_t workload, sim::Duration length, sim::Time at) {
    const auto hours = static_cast<std::int64_t>(std::ceil(sim::to_seconds(length) / 3'600));
    ledger_.add(Counted{rented_[site], 0, Meter::instance, Cause{workload_[workload], 0, state_},
                        hours, at});
}

void Recorder::sent(std::size_t copy, std::size_t workload, std::int64_t bytes, NameId way,
                    sim::Time at) {
    if (what_.places[copy].kind != Location::Kind::tier) return;
    ledger_.add(Counted{place_[copy], way, Meter::sent_bytes, cause(copy, workload), bytes, at});
}

void Recorder::read_out(std::size_t copy, std::size_t workload, std::int64_t objects,
                        std::int64_t bytes, sim::Time at) {
    const auto& place = what_.places[copy];
    if (place.kind != Location::Kind::tier || place.gateway) return;
    count(copy, workload, Meter::get, 0,
          static_cast<double>(objects) * place.integration.gets_per_object, at);
    if (!place.thaw)
        count(copy, workload, Meter::retrieved_bytes, 0, static_cast<double>(bytes), at);
}

void Recorder::thawed(std::size_t copy, std::size_t workload, std::int64_t objects,
                      std::int64_t bytes, sim::Time asked, sim::Time from, sim::Time to) {
    const auto frozen = what_.places[copy].thaw ? place_[copy] : later_[copy];
    const auto of = cause(copy, workload);
    ledger_.add(Counted{frozen, thaw_[copy], Meter::restore_request, of, objects, asked});
    ledger_.add(Counted{frozen, thaw_[copy], Meter::retrieved_bytes, of, bytes, asked});
    ledger_.add(Stored{frozen, thawed_, of, true, objects, bytes, from, to});
}

void Recorder::lie(NameId resource, std::size_t copy, std::size_t workload, std::int64_t objects,
                   std::int64_t bytes, sim::Time from, sim::Time to, bool deleted) {
    ledger_.add(Stored{resource, 0, cause(copy, workload), deleted, objects, bytes, from, to});
}

void Recorder::stored(std::size_t copy, std::size_t workload, std::int64_t objects,
                      std::int64_t bytes, sim::Time from, sim::Time to, bool deleted) {
    lie(place_[copy], copy, workload, objects, bytes, from, to, deleted);
    // The shelf is the vault's, the cartridges are the library's.
    if (library_[copy] != 0) lie(library_[copy], copy, workload, objects, bytes, from, to, deleted);
}

void Recorder::stored_until_move(std::size_t copy, std::size_t workload, std::int64_t objects,
                                 std::int64_t bytes, sim::Time from, sim::Time to) {
    ledger_.add(
        Stored{place_[copy], 0, cause(copy, workload), true, objects, bytes, from, to, true});
}

void Recorder::stored_later(std::size_t copy, std::size_t workload, std::int64_t objects,
                            std::int64_t bytes, sim::Time from, sim::Time to, bool deleted) {
    ledger_.add(
        Counted{later_[copy], 0, Meter::transition_in, cause(copy, workload), objects, from});
    lie(later_[copy], copy, workload, objects, bytes, from, to, deleted);
}

void Recorder::in_tape_library(std::size_t copy, std::size_t workload, std::int64_t bytes,
                               sim::Time from, sim::Time to, bool deleted) {
    lie(tape_library_[copy], copy, workload, 0, bytes, from, to, deleted);
}

void Recorder::recalled(std::size_t copy, std::size_t workload, std::int64_t bytes, sim::Time at) {
    ledger_.add(Counted{gateways_[copy].front(), archive_[copy], Meter::retrieved_bytes,
                        cause(copy, workload), bytes, at});
}

void Recorder::appliance(std::size_t copy, std::size_t workload, sim::Time from, sim::Time to) {
    ledger_.add(Standing{place_[copy], 0, Meter::appliance, cause(copy, workload), 1, from, to});
}

void Recorder::devices(std::size_t copy, std::int64_t pieces, sim::Time from, sim::Time to) {
    const Cause of_copy{0, copy_[copy], state_};
    ledger_.add(Counted{device_[copy], 0, Meter::shipment, of_copy, pieces, from});
    ledger_.add(Standing{device_[copy], 0, Meter::device, of_copy, pieces, from, to});
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
