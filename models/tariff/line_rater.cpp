#include "models/tariff/line_rater.hpp"

#include "models/money/quantity.hpp"
#include "models/tariff/asset_price.hpp"
#include "models/tariff/line_month.hpp"
#include "models/tariff/line_unit.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

constexpr int shown_places = 12;

// Under the EU Data Act: at cost, or free of charge.
void rate_exit(const LineMonth& month, std::vector<Charge>& charges) {
    for (std::size_t s = 0; s < month.atoms.size(); ++s) {
        if (month.atoms[s] == 0) continue;
        Charge charge = month.blank(s, ChargeKind::free);
        if (month.line->basis == Basis::exit_at_cost) {
            const auto& at_cost = month.list_at(s).exit.at_cost;
            charge.kind = at_cost ? ChargeKind::band : ChargeKind::unknown;
            if (at_cost) price_charge(charge, *at_cost, Decimal(1, 0));
        }
        charges.push_back(charge);
    }
}

Decimal over(const Decimal& price, std::int64_t divisor) {
    return (Quantity::of(price) / Quantity(divisor)).to_decimal(shown_places);
}

void rate_asset(const LineMonth& month, const Asset& asset, std::vector<Charge>& charges) {
    const AssetPrice cost = asset_price(asset, month.line->basis, month.tariff->running);
    for (std::size_t s = 0; s < month.atoms.size(); ++s) {
        if (month.atoms[s] == 0) continue;
        Charge charge = month.blank(s, ChargeKind::band);
        if (cost.absent.empty()) {
            // Priced per `over` units, which is exact; shown per unit.
            charge.unit = checked_multiply(month.unit, cost.over);
            price_charge(charge, cost.price,
                         terms_factor(*month.terms, *month.resource, nullptr, month.begin_of(s)));
            charge.unit = month.unit;
            charge.list_price = over(charge.list_price, cost.over);
            charge.price = over(charge.price, cost.over);
        } else {
            charge.kind = ChargeKind::unknown;
        }
        charges.push_back(charge);
    }
}

}  // namespace

const Price* price_in_force(const PriceLine& line, sim::Time at) {
    for (const Price& price : line.prices)
        if (in_force(price.valid_from, price.valid_until, at)) return &price;
    return nullptr;
}

const Resource* LineRater::resource(const UsageLine& line) const {
    if (line.basis == Basis::unknown) return nullptr;
    return &accounts_[line.account].tariff->resources.at(line.resource);
}

const PriceLine* LineRater::price_line(const UsageLine& line) const {
    if (static_cast<std::size_t>(line.basis) >= price_bases) return nullptr;
    return &resource(line)->lines.at(line.entry);
}

const Asset* LineRater::asset(const UsageLine& line) const {
    if (line.basis == Basis::unknown || static_cast<std::size_t>(line.basis) < price_bases)
        return nullptr;
    return &resource(line)->assets.at(line.entry);
}

void LineRater::rate(const UsageLine& line, LineId id, std::size_t month,
                     std::span<const Int128> atoms, Int128 stored,
                     std::vector<Charge>& charges) const {
    if (std::all_of(atoms.begin(), atoms.end(), [](Int128 value) { return value == 0; })) return;
    const Account& account = accounts_[line.account];
    LineMonth view{&line,
                   id,
                   static_cast<std::uint32_t>(month),
                   atoms,
                   stored,
                   calendar_,
                   account.tariff,
                   account.terms,
                   resource(line),
                   price_line(line)};
    if (line.basis == Basis::unknown) {
        const Tariff none;
        const Tariff& tariff = account.tariff == nullptr ? none : *account.tariff;
        view.unit = unit_atoms(plain_unit(line.meter, tariff), tariff, view.billing_month());
        for (std::size_t s = 0; s < atoms.size(); ++s)
            if (atoms[s] != 0) charges.push_back(view.blank(s, ChargeKind::unknown));
        return;
    }
    if (const Asset* bought = asset(line); bought != nullptr) {
        view.unit = unit_atoms(*bought, line.basis, view.billing_month());
        return rate_asset(view, *bought, charges);
    }
    view.unit = unit_atoms(view.price_line->unit, *view.tariff, view.billing_month());
    if (line.basis == Basis::exit_free || line.basis == Basis::exit_at_cost)
        rate_exit(view, charges);
    else
        rate_listed(view, charges);
}

std::string LineRater::why_unknown(const UsageLine& line, sim::Time at) const {
    if (line.basis == Basis::unknown) return line.reason;
    if (const Asset* bought = asset(line); bought != nullptr)
        return asset_price(*bought, line.basis, accounts_[line.account].tariff->running).absent;
    const Price* price = price_in_force(*price_line(line), at);
    if (price == nullptr)
        return fmt::format("no price is in force on {}", format_date(sim::day_of(at)));
    if (!price->absent.empty()) return price->absent;
    if (price->bands.empty()) return "the price line has no bands";
    return "the provider states no price for this band";
}

}  // namespace reentry
