#include "models/tariff/sites.hpp"

#include <fmt/format.h>

namespace reentry {
namespace {

std::uint64_t key_of(NameId resource, NameId option, Meter meter) {
    return (std::uint64_t{resource} << 32) | (std::uint64_t{option} << 16) |
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

const TierRules* rules_of(const Place& place) {
    return place.resource != nullptr ? &place.resource->rules : nullptr;
}

}  // namespace

Sites::Sites(const Ledger& ledger, std::span<const Binding> bindings, UsageLines& lines)
    : ledger_(ledger), bindings_(bindings), lines_(lines), places_(ledger.names().size()) {}

const Place& Sites::place(NameId resource) {
    if (!places_[resource]) places_[resource] = lines_.place(ledger_.name(resource), bindings_);
    return *places_[resource];
}

const CountedSite& Sites::of(const Counted& entry) {
    const auto [found, added] =
        counted_.try_emplace(key_of(entry.resource, entry.option, entry.meter));
    if (added)
        found->second = counted(place(entry.resource), entry.meter, ledger_.name(entry.option));
    return found->second;
}

const StandingSite& Sites::of(const Standing& entry) {
    const auto [found, added] =
        standing_.try_emplace(key_of(entry.resource, entry.option, entry.meter));
    if (added)
        found->second = standing(place(entry.resource), entry.meter, ledger_.name(entry.option));
    return found->second;
}

const StoredSite& Sites::of(const Stored& entry) {
    const auto [found, added] =
        stored_.try_emplace(key_of(entry.resource, entry.option, Meter::storage));
    if (added) found->second = stored(place(entry.resource), ledger_.name(entry.option));
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

CountedSite Sites::counted(const Place& place, Meter meter, std::string_view option) {
    CountedSite site;
    site.binding = place.binding;
    Place billed = place;
    if (meter == Meter::upload_part && place.resource != nullptr)
        if (const std::string& tier = place.resource->rules.parts_tier; !tier.empty())
            billed = lines_.sibling(place, tier);
    site.line = fitting(billed, meter, option, false);
    if (!site.line || meter != Meter::sent_bytes || place.terms == nullptr ||
        !place.terms->data_act || lines_[*site.line].basis != Basis::listed)
        return site;
    const UsageLine line = lines_[*site.line];
    site.exit = &place.tariff->exit;
    site.exit_free = lines_.listed(place, line.resource, line.entry, Basis::exit_free);
    if (site.exit->at_cost)
        site.exit_at_cost = lines_.listed(place, line.resource, line.entry, Basis::exit_at_cost);
    return site;
}

StandingSite Sites::standing(const Place& place, Meter meter, std::string_view option) {
    StandingSite site;
    site.binding = place.binding;
    site.tariff = place.tariff;
    add_parts(place, meter, option, site.parts);
    site.line = lines_.find(place, meter, option);
    if (!site.line) return site;
    const UsageLine& line = lines_[*site.line];
    if (line.basis == Basis::unknown) {
        if (!site.parts.empty()) site.line.reset();
        return site;
    }
    const PriceLine& price = place.tariff->resources[line.resource].lines[line.entry];
    site.hold = &price.hold;
    site.unit = price.unit;
    return site;
}

StoredSite Sites::stored(const Place& place, std::string_view option) {
    StoredSite site;
    site.binding = place.binding;
    const TierRules* rules = rules_of(place);
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
    const TierRules* sampled = rules_of(billed);
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
