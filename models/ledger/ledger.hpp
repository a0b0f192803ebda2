// The ledger: metered usage of one simulated history, and nothing else. It knows no prices.
//
// Three kinds of entry cover all that providers and purchases meter:
//   Stored   bytes and objects that lay in a resource from one instant to another (byte-time is
//   integrated
//            exactly from it; minimum durations, sizes and overheads are rules of the tariff, not
//            of the ledger);
//   Counted  things that happened at an instant: requests, bytes retrieved, bytes sent;
//   Standing things that were held for a time: ports, tunnels, licences, drives, people.
// Each entry says which workload and copy caused it and in which state of operation, so that every
// amount of a bill can be opened down to its causes. Entries are plain values, appended in
// simulated order.
//
// A resource is named by its role in the scenario ("provider/cold", "second/archive", "library",
// "wan"), not by a vendor: the same ledger is rated with the tariff of whoever is bound to the
// role.
#pragma once

#include "sim/clock.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace reentry {

// Why something was used: shown as separate shares of every bill.
enum class State : std::uint8_t { running, drill, recovery, exit };

// What is counted or held. Names in files are those of meter_name().
enum class Meter : std::uint8_t {
    // requests (Counted, quantity in requests)
    put,
    upload_part,
    upload_commit,
    get,
    list,
    other_request,
    remove,
    lock,
    transition_in,
    restore_request,  // option = thaw option; one per object
    key_request,
    shipment,  // orders of a courier or of a device; option = product
    // bytes (Counted, quantity in bytes)
    retrieved_bytes,  // option = thaw option, or empty for tiers that charge reads
    sent_bytes,       // out of the resource over a connection; option = connection class
    received_bytes,
    replicated_bytes,
    written_bytes,  // through a gateway that charges writes
    // things held (Standing, quantity in pieces, or in bytes for capacity)
    port,
    tunnel,
    gateway,
    attachment,
    appliance,
    instance,
    licence,
    protected_instance,
    key,
    provisioned_unit,
    capacity_bytes,
    device,
    person,
    medium,
    site_cost,
    monitored_objects,
    // what Stored entries become in a bill (byte-time): never in a Counted or Standing entry
    storage,
    early_deletion
};

std::string_view meter_name(Meter meter);                   // "restore-request"
bool meter_from_name(std::string_view name, Meter& meter);  // false when there is no such meter

// Index of an interned name; 0 is the empty name.
using NameId = std::uint16_t;

// Who caused an entry: indices into Ledger::names().
struct Cause {
    NameId workload = 0;
    NameId copy = 0;
    State state = State::running;
    friend bool operator==(const Cause&, const Cause&) = default;
};

// A batch of equal objects in a resource. `deleted`: the batch was removed at `to` (else it
// outlives the horizon).
struct Stored {
    NameId resource = 0;
    NameId option =
        0;  // "thawed" for temporary copies, "staged" for uploads in progress, else empty
    Cause cause;
    bool deleted = false;
    std::int64_t objects = 0;
    std::int64_t bytes = 0;
    sim::Time from{}, to{};
    bool moved = false;  // with `deleted`: removed by a lifecycle move, which some tariffs let off
                         // early deletion
};

struct Counted {
    NameId resource = 0;
    NameId option = 0;
    Meter meter{};
    Cause cause;
    std::int64_t quantity = 0;
    sim::Time at{};
};

struct Standing {
    NameId resource = 0;
    NameId option = 0;  // product, such as "10G"
    Meter meter{};
    Cause cause;
    std::int64_t quantity = 0;
    sim::Time from{}, to{};
};

class Ledger {
 public:
    Ledger() { intern(""); }

    // The index of a name, adding it when it is new. At most 65,535 names.
    NameId intern(std::string_view name);
    const std::string& name(NameId id) const { return names_[id]; }
    const std::vector<std::string>& names() const { return names_; }

    // Appends an entry. Empty intervals and zero quantities are dropped; negative ones are broken
    // contracts.
    void add(const Stored& entry);
    void add(const Counted& entry);
    void add(const Standing& entry);

    const std::vector<Stored>& stored() const { return stored_; }
    const std::vector<Counted>& counted() const { return counted_; }
    const std::vector<Standing>& standing() const { return standing_; }

    // The instants between which the ledger is complete; bills are made for this interval.
    sim::Time begin{}, end{};

 private:
    std::vector<std::string> names_;
    std::unordered_map<std::string, NameId> index_;
    std::vector<Stored> stored_;
    std::vector<Counted> counted_;
    std::vector<Standing> standing_;
};

}  // namespace reentry
