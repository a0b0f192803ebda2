#include "models/tariff/line_month.hpp"

#include "models/tariff/editions.hpp"
#include "models/tariff/exact.hpp"
#include "models/tariff/line_rater.hpp"
#include "models/tariff/line_unit.hpp"

#include <algorithm>
#include <numeric>

namespace reentry {
namespace {

Int128 rounded_up_to(Int128 atoms, Int128 step) {
    return step <= 0 ? atoms : (atoms + step - 1) / step * step;
}

struct FoundBand {
    std::size_t number = 0;
    Int128 end = -1;  // atoms at which the band ends; negative: never
};

FoundBand band_at(const Price& price, Int128 position, Int128 unit) {
    for (std::size_t b = 0; b < price.bands.size(); ++b) {
        if (!price.bands[b].up_to) return {b, -1};
        const Int128 end = rounded_product(*price.bands[b].up_to, unit);
        if (position < end) return {b, end};
    }
    return {price.bands.size(), -1};
}

// The periods of a month in order of time, with what they have used up so far.
class ListedMonth {
 public:
    ListedMonth(const LineMonth& month, std::vector<Charge>& charges)
        : month_(month), charges_(charges), atoms_(month.atoms.begin(), month.atoms.end()) {
        last_ = atoms_.size() - 1;
        while (atoms_[last_] == 0) --last_;
        if (as_listed())
            lift_to_billed_quantity();
        else
            billed_ = std::accumulate(atoms_.begin(), atoms_.end(), Int128{0});
    }

    void run() {
        for (std::size_t s = 0; s <= last_; ++s)
            if (atoms_[s] != 0) rate_period(s);
        const Price* closing = price_at(last_);
        if (closing != nullptr && as_listed()) close(*closing);
    }

 private:
    // Early deletion at the price of storage takes its bands only: allowance, minimum, cap and
    // rounding are those of what is stored.
    bool as_listed() const { return month_.line->basis == Basis::listed; }

    const Price* price_at(std::size_t slice) const {
        return price_in_force(*month_.price_line, month_.begin_of(slice));
    }
    Decimal factor_at(std::size_t slice) const {
        return terms_factor(*month_.terms, *month_.resource, month_.price_line,
                            month_.begin_of(slice));
    }

    // Rounding up and the minimum quantity; what they add falls on the last period with usage.
    void lift_to_billed_quantity() {
        const Int128 used = std::accumulate(atoms_.begin(), atoms_.end(), Int128{0});
        billed_ = used;
        const Int128 unit = month_.unit_at(last_);
        if (const auto& step = month_.line_at(last_).round_up)
            billed_ = rounded_up_to(billed_, rounded_product(*step, unit));
        const Price* closing = price_at(last_);
        if (closing != nullptr && closing->minimum_quantity)
            billed_ = std::max(billed_, rounded_product(*closing->minimum_quantity, unit));
        atoms_[last_] += billed_ - used;
    }

    Int128 allowance(const Price& price, std::size_t slice) const {
        if (!as_listed()) return 0;
        const Int128 unit = month_.unit_at(slice);
        Int128 free = rounded_product(price.free, unit);
        if (price.free_per_stored.is_zero()) return free;
        const Tariff& list = month_.list_at(slice);
        const Int128 gigabyte_month = static_cast<Int128>(list.gigabyte) *
                                      length_of(Per::month, list, month_.billing_month()).count();
        return free + product_over_down(rounded_product(price.free_per_stored, unit), month_.stored,
                                        gigabyte_month);
    }

    void rate_period(std::size_t slice) {
        Charge charge = month_.blank(slice, ChargeKind::unknown);
        charge.atoms = atoms_[slice];
        const Price* price = price_at(slice);
        if (price == nullptr || !price->absent.empty() || price->bands.empty()) {
            incomplete_ = true;
            charges_.push_back(charge);
            return;
        }
        const Int128 free = allowance(*price, slice);
        const Int128 given = std::clamp<Int128>(free - given_, 0, atoms_[slice]);
        given_ += given;
        if (given > 0) {
            charge.kind = ChargeKind::free;
            charge.atoms = given;
            charges_.push_back(charge);
        }
        const Int128 priced = atoms_[slice] - given;
        if (price->banding == Banding::volume)
            take(charge, *price,
                 band_at(*price, std::max<Int128>(billed_ - free - 1, 0), charge.unit), priced,
                 factor_at(slice));
        else
            fill_bands(charge, *price, priced, factor_at(slice));
    }

    void fill_bands(const Charge& charge, const Price& price, Int128 left, const Decimal& factor) {
        while (left > 0) {
            const FoundBand band = band_at(price, position_, charge.unit);
            const Int128 part = band.end < 0 ? left : std::min(left, band.end - position_);
            take(charge, price, band, part, factor);
            position_ += part;
            left -= part;
        }
    }

    void take(Charge charge, const Price& price, const FoundBand& band, Int128 atoms,
              const Decimal& factor) {
        if (atoms <= 0) return;
        charge.atoms = atoms;
        charge.entry = static_cast<std::uint16_t>(band.number);
        const bool known = band.number < price.bands.size() && price.bands[band.number].price;
        charge.kind = known ? ChargeKind::band : ChargeKind::unknown;
        if (known) price_charge(charge, *price.bands[band.number].price, factor);
        incomplete_ = incomplete_ || !known;
        sum_ += charge.nano;
        charges_.push_back(charge);
    }

    void close(const Price& price) {
        const Decimal factor = factor_at(last_);
        const auto nano = [&](const Decimal& amount) { return priced_nano(1, 1, amount * factor); };
        if (price.cap && sum_ > nano(*price.cap))
            adjust(ChargeKind::cap, nano(*price.cap));
        else if (price.minimum && !incomplete_ && sum_ < nano(*price.minimum))
            adjust(ChargeKind::minimum, nano(*price.minimum));
    }

    void adjust(ChargeKind kind, Int128 target) {
        Charge charge = month_.blank(last_, kind);
        charge.atoms = 0;
        charge.nano = charge.list_nano = target - sum_;
        charges_.push_back(charge);
    }

    const LineMonth& month_;
    std::vector<Charge>& charges_;
    std::vector<Int128> atoms_;
    std::size_t last_ = 0;  // the last period with usage
    Int128 billed_ = 0;     // atoms of the month, rounded up and lifted
    Int128 given_ = 0;      // of which free so far
    Int128 position_ = 0;   // in the bands
    Int128 sum_ = 0;        // nano so far
    bool incomplete_ = false;
};

}  // namespace

Charge LineMonth::blank(std::size_t slice, ChargeKind kind) const {
    Charge charge;
    charge.line = id;
    charge.account = line->account;
    charge.kind = kind;
    charge.period = static_cast<std::uint32_t>(billing_month().first_period + slice);
    charge.month = month;
    charge.atoms = atoms[slice];
    charge.unit = unit_at(slice);
    return charge;
}

const PriceLine& LineMonth::line_at(std::size_t slice) const {
    if (tariff->editions.empty()) return *price_line;
    const PriceLine* found = line_like(list_at(slice), *resource, *price_line);
    return found == nullptr ? *price_line : *found;
}

Int128 LineMonth::unit_at(std::size_t slice) const {
    if (tariff == nullptr || tariff->editions.empty() || price_line == nullptr) return unit;
    return unit_atoms(line_at(slice).unit, list_at(slice), billing_month());
}

void price_charge(Charge& charge, const Decimal& list, const Decimal& factor) {
    charge.list_price = list;
    charge.list_nano = priced_nano(charge.atoms, charge.unit, list);
    charge.price = list;
    charge.nano = charge.list_nano;
    if (factor == Decimal(1, 0)) return;
    charge.price = list * factor;
    charge.nano = priced_nano(charge.atoms, charge.unit, charge.price);
}

void rate_listed(const LineMonth& month, std::vector<Charge>& charges) {
    ListedMonth(month, charges).run();
}

}  // namespace reentry
