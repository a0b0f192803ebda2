#include "models/tariff/sites.hpp"

#include "models/tariff/editions.hpp"

#include <fmt/format.h>

namespace reentry {
namespace {

std::uint64_t key_of(NameId resource, NameId option, Meter meter, std::uint64_t list) {
    return (list << 48) | (std::uint64_t{resource} << 32) | (std::uint64_t{option} << 16) |
           static_cast<std::uint64_t>(meter);
}

bool costs(const Figure& figure) { return figure.value || !figure.absent.empty(); }

bool costs(const Asset& asset, Basis part) {
    switch (part) {
        case Basis::capital:
            return costs(asset.price);
        case Basis::support:
            return costs(asset.support_percent);
        case Basis::power:
            return costs(asset.watts);
        case Basis::floor:
            return costs(asset.rack_units);
        case Basis::people:
            return costs(asset.people);
        default:
            return false;
    }
}

// The rules of a place as a list states them; null when it has no such resource.
const TierRules* rules_of(const Place& place, const Tariff* list) {
    if (place.resource == nullptr) return nullptr;
    const Resource* stated = list->find(place.resource->name);
    return stated == nullptr ? nullptr : &stated->rules;
}

}  // namespace

Sites::Sites(const Ledger& ledger, std::span<const Binding> bindings, UsageLines& lines)
    : ledger_(ledger), bindings_(bindings), lines_(lines), places_(ledger.names().size()) {}

const Place& Sites::place(NameId resource) {
    if (!places_[resource]) places_[resource] = lines_.place(ledger_.name(resource), bindings_);
    return *places_[resource];
}

std::span<const Tariff> Sites::editions_of(NameId resource) {
    const Tariff* tariff = place(resource).tariff;
    if (tariff == nullptr) return {};
    return tariff->editions;
}

Sites::Dated Sites::dated(NameId resource, sim::Time at) {
    const Place& found = place(resource);
    if (found.tariff == nullptr || found.tariff->editions.empty()) return {found, found.tariff, 0};
    const Tariff& list = found.tariff->at(at);
    return {found, &list, static_cast<std::uint64_t>(&list - found.tariff->editions.data())};
}

const CountedSite& Sites::of(const Counted& entry) {
    const Dated at = dated(entry.resource, entry.at);
    const auto [found, added] =
        counted_.try_emplace(key_of(entry.resource, entry.option, entry.meter, at.number));
    if (added) found->second = counted(at, entry.meter, ledger_.name(entry.option));
    return found->second;
}

const StandingSite& Sites::of(const Standing& entry) {
    const Dated at = dated(entry.resource, entry.from);
    const auto [found, added] =
        standing_.try_emplace(key_of(entry.resource, entry.option, entry.meter, at.number));
    if (added) found->second = standing(at, entry.meter, ledger_.name(entry.option));
    return found->second;
}

const StoredSite& Sites::of(const Stored& entry) {
    const Dated at = dated(entry.resource, entry.from);
    const auto [found, added] =
        stored_.try_emplace(key_of(entry.resource, entry.option, Meter::storage, at.number));
    if (added) found->second = stored(at, ledger_.name(entry.option));
    return found->second;
}

// The line for a metered thing, if its unit can measure it: stored bytes need a time in the unit,
// counted things must not have one.
std::optional<LineId> Sites::fitting(const Place& place, Meter meter, std::string_view option,
                                     bool held) {
    const auto found = lines_.find(place, meter, option);
    if (!found || lines_[*found].basis == Basis::unknown) return found;
    const UsageLine& line = lines_[*found];
    const PriceUnit& unit = place.tariff->resources[line.resource].lines[line.entry].unit;
    if ((unit.per != Per::once) == held) return found;
    return lines_.unknown(place, meter, option,
                          fmt::format("the unit \"{}\" of tariff {} does not measure {}", unit.text,
                                      place.tariff->id, meter_name(meter)));
}

void Sites::add_parts(const Place& place, Meter meter, std::string_view option,
                      std::vector<AssetPart>& parts) {
    if (place.resource == nullptr) return;
    const auto& assets = place.resource->assets;
    for (std::size_t i = 0; i < assets.size(); ++i) {
        const Asset& asset = assets[i];
        const bool by_bytes = asset.capacity_bytes > 0;
        const bool matches =
            by_bytes ? meter == Meter::storage
                     : asset.meter == meter && (asset.option == "*" || asset.option == option);
        if (!matches) continue;
        for (int b = 0; b < static_cast<int>(asset_parts); ++b) {
            const auto part = static_cast<Basis>(static_cast<int>(Basis::capital) + b);
            if (costs(asset, part))
                parts.push_back(
                    {lines_.asset(place, static_cast<std::uint16_t>(i), part), &asset, part});
        }
    }
}

CountedSite Sites::counted(const Dated& at, Meter meter, std::string_view option) {
    const Place& place = at.place;
    CountedSite site;
    site.binding = place.binding;
    Place billed = place;
    const TierRules* rules = rules_of(place, at.list);
    if (meter == Meter::upload_part && rules != nullptr && !rules->parts_tier.empty())
        billed = lines_.sibling(place, rules->parts_tier);
    site.line = fitting(billed, meter, option, false);
    if (!site.line || meter != Meter::sent_bytes || place.terms == nullptr ||
        !place.terms->data_act || lines_[*site.line].basis != Basis::listed)
        return site;
    const UsageLine line = lines_[*site.line];
    site.exit = &at.list->exit;
    site.exit_free = lines_.listed(place, line.resource, line.entry, Basis::exit_free);
    if (site.exit->at_cost)
        site.exit_at_cost = lines_.listed(place, line.resource, line.entry, Basis::exit_at_cost);
    return site;
}

StandingSite Sites::standing(const Dated& at, Meter meter, std::string_view option) {
    const Place& place = at.place;
    StandingSite site;
    site.binding = place.binding;
    site.tariff = at.list;
    add_parts(place, meter, option, site.parts);
    site.line = lines_.find(place, meter, option);
    if (!site.line) return site;
    const UsageLine& line = lines_[*site.line];
    if (line.basis == Basis::unknown) {
        if (!site.parts.empty()) site.line.reset();
        return site;
    }
    const Resource& resource = place.tariff->resources[line.resource];
    const PriceLine& price = resource.lines[line.entry];
    const PriceLine* stated =
        at.list == place.tariff ? &price : line_like(*at.list, resource, price);
    site.hold = stated == nullptr ? &price.hold : &stated->hold;
    site.unit = stated == nullptr ? price.unit : stated->unit;
    return site;
}

StoredSite Sites::stored(const Dated& at, std::string_view option) {
    const Place& place = at.place;
    StoredSite site;
    site.binding = place.binding;
    const TierRules* rules = rules_of(place, at.list);
    const std::string* tier = nullptr;
    if (rules != nullptr && option == "thawed") {
        tier = &rules->thawed_tier;
        site.upfront = rules->thawed_billed_upfront;
    } else if (rules != nullptr && option == "staged") {
        tier = &rules->staging_tier;
    } else if (rules != nullptr) {
        site.rules = rules;
    }
    const bool other = tier != nullptr && !tier->empty();
    const Place billed = other ? lines_.sibling(place, *tier) : place;
    add_parts(billed, Meter::storage, option, site.parts);
    site.storage = fitting(billed, Meter::storage, other ? "" : option, true);
    if (site.storage && lines_[*site.storage].basis == Basis::unknown && !site.parts.empty())
        site.storage.reset();
    const TierRules* sampled = rules_of(billed, at.list);
    site.peaks = sampled != nullptr && sampled->sampling == Sampling::daily_peak && site.storage &&
                 lines_[*site.storage].basis == Basis::listed;
    if (site.rules != nullptr) apply_rules(place, site);
    return site;
}

void Sites::apply_rules(const Place& place, StoredSite& site) {
    const TierRules& rules = *site.rules;
    if (rules.minimum_duration.count() > 0)
        site.early = fitting(place, Meter::early_deletion, "", true);
    if (rules.overhead_elsewhere_bytes > 0)
        site.elsewhere =
            fitting(lines_.sibling(place, rules.overhead_tier), Meter::storage, "", true);
    if (rules.monitored_from_bytes >= 0)
        site.monitored = fitting(place, Meter::monitored_objects, "", true);
}

}  // namespace reentry
