#include "models/tariff/line_rater.hpp"

#include "models/money/money.hpp"
#include "models/tariff/asset_price.hpp"
#include "models/tariff/exact.hpp"
#include "models/tariff/line_unit.hpp"
#include "models/units/format.hpp"
#include "models/units/time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace reentry {
namespace {

const Decimal one{1, 0};
const Decimal hundredth{1, 2};
constexpr int factor_places = 12;

bool in_force(const std::optional<std::chrono::year_month_day>& from,
              const std::optional<std::chrono::year_month_day>& until, sim::Time at) {
    return (!from || sim::midnight(*from) <= at) && (!until || at < sim::midnight(*until));
}

bool applies(const Discount& discount, const Resource& resource, const PriceLine* line,
             sim::Time at) {
    if (!discount.resource.empty() && discount.resource != resource.name) return false;
    if (discount.meter) {
        if (line == nullptr) return false;
        const auto& meters = line->meters;
        if (std::find(meters.begin(), meters.end(), *discount.meter) == meters.end()) return false;
    }
    return in_force(discount.from, discount.until, at);
}

Decimal drift_factor(const Terms& terms, sim::Time at) {
    Decimal factor = one;
    if (terms.drift_percent.is_zero() || !terms.drift_from.ok()) return factor;
    const Decimal step = one + terms.drift_percent * hundredth;
    const sim::Time start = sim::midnight(terms.drift_from);
    for (int years = 1; start + CalendarSpan{years, 0, 0} <= at; ++years)
        factor = Quantity::of(factor * step).to_decimal(factor_places);
    return factor;
}

Int128 nano_of(const Decimal& amount) { return priced_nano(1, 1, amount); }

// Prices a charge: its list amount and, with the factor, what is charged.
void price(Charge& charge, const Decimal& list, const Decimal& factor) {
    charge.list_price = list;
    charge.list_nano = priced_nano(charge.atoms, charge.unit, list);
    charge.price = list;
    charge.nano = charge.list_nano;
    if (factor == one) return;
    charge.price = list * factor;
    charge.nano = priced_nano(charge.atoms, charge.unit, charge.price);
}

}  // namespace

const Price* price_in_force(const PriceLine& line, sim::Time at) {
    for (const Price& price : line.prices)
        if (in_force(price.valid_from, price.valid_until, at)) return &price;
    return nullptr;
}

Decimal terms_factor(const Terms& terms, const Resource& resource, const PriceLine* line,
                     sim::Time at) {
    Decimal factor = drift_factor(terms, at);
    for (const Discount& discount : terms.discounts)
        if (applies(discount, resource, line, at))
            factor = Quantity::of(factor * (one - discount.percent * hundredth))
                         .to_decimal(factor_places);
    return factor;
}

// One line in one month: what rating works on.
struct LineRater::Month {
    const UsageLine* line = nullptr;
    LineId id = 0;
    std::size_t month = 0;
    std::span<const Int128> atoms;
    Int128 stored = 0;
    const BillingMonth* calendar = nullptr;
    const Tariff* tariff = nullptr;
    const Resource* resource = nullptr;
    const PriceLine* price_line = nullptr;
    const Terms* terms = nullptr;
    Int128 unit = 1;
};

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

Charge LineRater::blank(const Month& month, std::size_t slice, ChargeKind kind) const {
    Charge charge;
    charge.line = month.id;
    charge.account = month.line->account;
    charge.kind = kind;
    charge.period = static_cast<std::uint32_t>(month.calendar->first_period + slice);
    charge.month = static_cast<std::uint32_t>(month.month);
    charge.atoms = month.atoms[slice];
    charge.unit = month.unit;
    return charge;
}

void LineRater::rate(const UsageLine& line, LineId id, std::size_t month,
                     std::span<const Int128> atoms, Int128 stored,
                     std::vector<Charge>& charges) const {
    if (std::all_of(atoms.begin(), atoms.end(), [](Int128 value) { return value == 0; })) return;
    const Account& account = accounts_[line.account];
    Month view{&line,
               id,
               month,
               atoms,
               stored,
               &calendar_->months()[month],
               account.tariff,
               resource(line),
               price_line(line),
               account.terms};
    if (line.basis == Basis::unknown) {
        for (std::size_t s = 0; s < atoms.size(); ++s)
            if (atoms[s] != 0) charges.push_back(blank(view, s, ChargeKind::unknown));
        return;
    }
    if (view.price_line == nullptr) return rate_asset(view, charges);
    view.unit = unit_atoms(view.price_line->unit, *view.tariff, *view.calendar);
    if (line.basis == Basis::exit_free || line.basis == Basis::exit_at_cost)
        return rate_flat(view, charges);
    rate_listed(view, charges);
}

void LineRater::rate_flat(const Month& month, std::vector<Charge>& charges) const {
    for (std::size_t s = 0; s < month.atoms.size(); ++s) {
        if (month.atoms[s] == 0) continue;
        const bool free = month.line->basis == Basis::exit_free;
        Charge charge = blank(month, s, free ? ChargeKind::free : ChargeKind::band);
        const auto& at_cost = month.tariff->exit.at_cost;
        if (!free && at_cost)
            price(charge, *at_cost, one);
        else if (!free)
            charge.kind = ChargeKind::unknown;
        charges.push_back(charge);
    }
}

void LineRater::rate_asset(const Month& month, std::vector<Charge>& charges) const {
    const Asset& bought = *asset(*month.line);
    const AssetPrice cost = asset_price(bought, month.line->basis, month.tariff->running);
    const Int128 unit = unit_atoms(bought, month.line->basis, *month.calendar);
    for (std::size_t s = 0; s < month.atoms.size(); ++s) {
        if (month.atoms[s] == 0) continue;
        Charge charge = blank(month, s, ChargeKind::band);
        charge.unit = unit;
        if (!cost.absent.empty()) {
            charge.kind = ChargeKind::unknown;
        } else {
            const sim::Time at = calendar_->periods()[charge.period].begin;
            charge.unit = checked_multiply(unit, cost.over);
            price(charge, cost.price, terms_factor(*month.terms, *month.resource, nullptr, at));
            charge.unit = unit;
            charge.list_price =
                (Quantity::of(charge.list_price) / Quantity(cost.over)).to_decimal(factor_places);
            charge.price =
                (Quantity::of(charge.price) / Quantity(cost.over)).to_decimal(factor_places);
        }
        charges.push_back(charge);
    }
}

namespace {

// The state of one line's month while its periods are rated in order of time.
struct Running {
    Int128 used = 0;    // atoms so far, allowance included
    Int128 given = 0;   // of which free
    Int128 sum = 0;     // nano so far
    Int128 volume = 0;  // atoms of the whole month beyond the allowance (volume bands)
    bool incomplete = false;
};

Int128 allowance(const Price& price, Int128 unit, Int128 stored, Int128 gigabyte_month) {
    Int128 free = rounded_product(price.free, unit);
    if (!price.free_per_stored.is_zero())
        free +=
            product_over_down(rounded_product(price.free_per_stored, unit), stored, gigabyte_month);
    return free;
}

Int128 rounded_up_to(Int128 atoms, Int128 step) {
    return step <= 0 ? atoms : (atoms + step - 1) / step * step;
}

// The band that holds the atom at `position`, and where it ends.
std::size_t band_at(const Price& price, Int128 position, Int128 unit, Int128& end) {
    for (std::size_t b = 0; b < price.bands.size(); ++b) {
        if (!price.bands[b].up_to) return end = -1, b;
        end = rounded_product(*price.bands[b].up_to, unit);
        if (position < end) return b;
    }
    end = -1;
    return price.bands.size();
}

}  // namespace

void LineRater::rate_listed(const Month& month, std::vector<Charge>& charges) const {
    const PriceLine& line = *month.price_line;
    std::vector<Int128> atoms(month.atoms.begin(), month.atoms.end());
    std::size_t last = atoms.size() - 1;
    while (atoms[last] == 0) --last;
    const auto price_at = [&](std::size_t slice) {
        return price_in_force(line,
                              calendar_->periods()[month.calendar->first_period + slice].begin);
    };
    const auto factor_at = [&](std::size_t slice) {
        const sim::Time at = calendar_->periods()[month.calendar->first_period + slice].begin;
        return terms_factor(*month.terms, *month.resource, &line, at);
    };
    const Price* closing = price_at(last);
    const Int128 real = std::accumulate(atoms.begin(), atoms.end(), Int128{0});
    Int128 billed = real;
    if (line.round_up) billed = rounded_up_to(billed, rounded_product(*line.round_up, month.unit));
    if (closing != nullptr && closing->minimum_quantity)
        billed = std::max(billed, rounded_product(*closing->minimum_quantity, month.unit));
    atoms[last] += billed - real;

    const Int128 gigabyte_month = static_cast<Int128>(month.tariff->gigabyte) *
                                  length_of(Per::month, *month.tariff, *month.calendar).count();
    Running state;
    for (std::size_t s = 0; s <= last; ++s) {
        if (atoms[s] == 0) continue;
        Charge base = blank(month, s, ChargeKind::band);
        const Price* price_now = price_at(s);
        if (price_now == nullptr || !price_now->absent.empty() || price_now->bands.empty()) {
            base.kind = ChargeKind::unknown;
            base.atoms = atoms[s];
            charges.push_back(base);
            state.incomplete = true;
            continue;
        }
        const Decimal factor = factor_at(s);
        const Int128 free = allowance(*price_now, month.unit, month.stored, gigabyte_month);
        const Int128 given = std::clamp<Int128>(free - state.given, 0, atoms[s]);
        if (given > 0) {
            base.kind = ChargeKind::free;
            base.atoms = given;
            charges.push_back(base);
            base.kind = ChargeKind::band;
        }
        state.given += given;
        Int128 position = state.used;
        Int128 left = atoms[s] - given;
        state.used += left;
        const bool volume = price_now->banding == Banding::volume;
        const Int128 whole = std::max<Int128>(billed - free, 0);
        while (left > 0) {
            Int128 end = 0;
            const std::size_t b = band_at(
                *price_now, volume ? std::max<Int128>(whole - 1, 0) : position, month.unit, end);
            base.atoms = volume || end < 0 ? left : std::min(left, end - position);
            base.entry = static_cast<std::uint16_t>(b);
            base.kind = ChargeKind::band;
            base.list_price = base.price = Decimal{};
            base.list_nano = base.nano = 0;
            if (b < price_now->bands.size() && price_now->bands[b].price)
                price(base, *price_now->bands[b].price, factor);
            else
                base.kind = ChargeKind::unknown, state.incomplete = true;
            charges.push_back(base);
            state.sum += base.nano;
            position += base.atoms;
            left -= base.atoms;
        }
    }
    if (closing == nullptr) return;
    const Decimal factor = factor_at(last);
    const auto adjust = [&](ChargeKind kind, Int128 target) {
        Charge charge = blank(month, last, kind);
        charge.atoms = 0;
        charge.nano = charge.list_nano = target - state.sum;
        charges.push_back(charge);
    };
    if (closing->cap && state.sum > nano_of(*closing->cap * factor))
        adjust(ChargeKind::cap, nano_of(*closing->cap * factor));
    else if (closing->minimum && !state.incomplete &&
             state.sum < nano_of(*closing->minimum * factor))
        adjust(ChargeKind::minimum, nano_of(*closing->minimum * factor));
}

void LineRater::rate_account(std::uint16_t account, std::size_t month, Int128 sum,
                             std::vector<Charge>& charges) const {
    const Account& owner = accounts_[account];
    if (owner.tariff == nullptr) return;
    const BillingMonth& calendar = calendar_->months()[month];
    const sim::Time at = calendar_->periods()[calendar.first_period].begin;
    Charge base;
    base.account = account;
    base.of_account = true;
    base.month = static_cast<std::uint32_t>(month);
    base.period = static_cast<std::uint32_t>(calendar.first_period + calendar.period_count - 1);
    const auto add = [&](ChargeKind kind, std::size_t entry, Int128 nano) {
        base.kind = kind;
        base.entry = static_cast<std::uint16_t>(entry);
        base.nano = base.list_nano = nano;
        if (nano != 0) charges.push_back(base);
        return nano;
    };
    Int128 total = sum;
    for (std::size_t i = 0; i < owner.tariff->surcharges.size(); ++i) {
        const Surcharge& surcharge = owner.tariff->surcharges[i];
        Int128 nano = 0, begin = 0;
        for (const Band& band : surcharge.bands) {
            const Int128 end = band.up_to ? std::min(sum, nano_of(*band.up_to)) : sum;
            if (end > begin && band.price)
                nano += priced_nano(end - begin, power_of_ten(9), *band.price * hundredth);
            begin = std::max(begin, end);
        }
        if (surcharge.minimum) nano = std::max(nano, nano_of(*surcharge.minimum));
        total += add(ChargeKind::surcharge, i, nano);
    }
    if (const auto& minimum = owner.tariff->minimum_per_month; minimum)
        total += add(ChargeKind::minimum, 0, std::max<Int128>(nano_of(*minimum) - total, 0));
    for (std::size_t i = 0; i < owner.terms->commitments.size(); ++i) {
        const Commitment& promise = owner.terms->commitments[i];
        if (in_force(promise.from, promise.until, at))
            total += add(ChargeKind::commitment, i,
                         std::max<Int128>(nano_of(promise.per_month) - total, 0));
    }
    if (!owner.terms->vat_percent.is_zero())
        add(ChargeKind::tax, 0,
            priced_nano(total, power_of_ten(9), owner.terms->vat_percent * hundredth));
}

std::string LineRater::why_unknown(const UsageLine& line, sim::Time at) const {
    if (line.basis == Basis::unknown) return line.reason;
    if (const Asset* bought = asset(line); bought != nullptr)
        return asset_price(*bought, line.basis, accounts_[line.account].tariff->running).absent;
    const PriceLine& listed = *price_line(line);
    const Price* price = price_in_force(listed, at);
    if (price == nullptr)
        return fmt::format("no price is in force on {}", format_date(sim::day_of(at)));
    if (!price->absent.empty()) return price->absent;
    if (price->bands.empty()) return "the price line has no bands";
    for (const Band& band : price->bands)
        if (!band.price) return "the provider states no price for this band";
    return {};
}

}  // namespace reentry
