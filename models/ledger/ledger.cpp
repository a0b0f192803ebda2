#include "models/ledger/ledger.hpp"

#include "sim/check.hpp"

#include <array>
#include <utility>

namespace reentry {
namespace {

constexpr std::array<std::pair<Meter, std::string_view>, 35> meter_names{{
    {Meter::put, "put"},
    {Meter::upload_part, "upload-part"},
    {Meter::upload_commit, "upload-commit"},
    {Meter::get, "get"},
    {Meter::list, "list"},
    {Meter::other_request, "other-request"},
    {Meter::remove, "remove"},
    {Meter::lock, "lock"},
    {Meter::transition_in, "transition-in"},
    {Meter::restore_request, "restore-request"},
    {Meter::key_request, "key-request"},
    {Meter::shipment, "shipment"},
    {Meter::retrieved_bytes, "retrieved-bytes"},
    {Meter::sent_bytes, "sent-bytes"},
    {Meter::received_bytes, "received-bytes"},
    {Meter::replicated_bytes, "replicated-bytes"},
    {Meter::written_bytes, "written-bytes"},
    {Meter::port, "port"},
    {Meter::tunnel, "tunnel"},
    {Meter::gateway, "gateway"},
    {Meter::attachment, "attachment"},
    {Meter::appliance, "appliance"},
    {Meter::instance, "instance"},
    {Meter::licence, "licence"},
    {Meter::protected_instance, "protected-instance"},
    {Meter::key, "key"},
    {Meter::provisioned_unit, "provisioned-unit"},
    {Meter::capacity_bytes, "capacity-bytes"},
    {Meter::device, "device"},
    {Meter::person, "person"},
    {Meter::medium, "medium"},
    {Meter::site_cost, "site-cost"},
    {Meter::monitored_objects, "monitored-objects"},
    {Meter::storage, "storage"},
    {Meter::early_deletion, "early-deletion"},
}};

}  // namespace

std::string_view meter_name(Meter meter) {
    for (const auto& [value, name] : meter_names)
        if (value == meter) return name;
    REENTRY_CHECK(false, "meter {} has no name", static_cast<int>(meter));
    return {};
}

bool meter_from_name(std::string_view name, Meter& meter) {
    for (const auto& [value, text] : meter_names)
        if (text == name) return meter = value, true;
    return false;
}

NameId Ledger::intern(std::string_view name) {
    if (const auto found = index_.find(std::string(name)); found != index_.end())
        return found->second;
    REENTRY_CHECK(names_.size() < 65'535, "too many names in one ledger");
    const auto id = static_cast<NameId>(names_.size());
    names_.emplace_back(name);
    index_.emplace(name, id);
    return id;
}

void Ledger::add(const Stored& entry) {
    REENTRY_CHECK(entry.bytes >= 0 && entry.objects >= 0 && entry.to >= entry.from,
                  "stored {} bytes in {} objects", entry.bytes, entry.objects);
    if (entry.to > entry.from && (entry.bytes > 0 || entry.objects > 0)) stored_.push_back(entry);
}

void Ledger::add(const Counted& entry) {
    REENTRY_CHECK(entry.resource < names_.size() && entry.option < names_.size(),
                  "names {} and {} of {}", entry.resource, entry.option, names_.size());
    REENTRY_CHECK(entry.quantity >= 0, "counted {} of {}", entry.quantity, meter_name(entry.meter));
    if (entry.quantity > 0) counted_.push_back(entry);
}

void Ledger::add(const Standing& entry) {
    REENTRY_CHECK(entry.quantity >= 0 && entry.to >= entry.from, "held {} of {}", entry.quantity,
                  meter_name(entry.meter));
    if (entry.quantity > 0 && entry.to > entry.from) standing_.push_back(entry);
}

}  // namespace reentry
