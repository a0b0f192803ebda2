#include "models/tariff/annotate.hpp"

#include "models/tariff/asset_price.hpp"
#include "models/tariff/editions.hpp"
#include "models/tariff/line_unit.hpp"
#include "models/tariff/reporting.hpp"

#include <fmt/format.h>

namespace reentry {
namespace {

std::string_view part_name(Basis basis) {
    switch (basis) {
        case Basis::capital:
            return "capital";
        case Basis::support:
            return "support";
        case Basis::power:
            return "power";
        case Basis::floor:
            return "floor";
        case Basis::people:
            return "people";
        default:
            return {};
    }
}

std::string line_title(const PriceLine& line, Basis basis) {
    std::string name = line.name;
    if (name.empty() && !line.meters.empty()) name = meter_name(line.meters[0]);
    if (basis == Basis::early) return name + ", early deletion";
    if (basis == Basis::exit_at_cost) return name + ", exit at cost (EU Data Act)";
    if (basis == Basis::exit_free) return name + ", exit free of charge (EU Data Act)";
    return name;
}

std::string band_text(const Price& price, std::size_t band) {
    if (price.bands.size() < 2 || band >= price.bands.size()) return {};
    const auto& upper = price.bands[band].up_to;
    const std::string from =
        band == 0 ? "0" : price.bands[band - 1].up_to.value_or(Decimal{}).to_string();
    return upper ? fmt::format("{} to {}", from, upper->to_string()) : fmt::format("over {}", from);
}

std::string figure(const Figure& value) { return value.value ? value.value->to_string() : "?"; }

std::string asset_formula(const Asset& asset, Basis part, const RunningCosts& running) {
    switch (part) {
        case Basis::capital:
            if (asset.capital == Capital::cash) return fmt::format("price {}", figure(asset.price));
            return fmt::format("price {} / {} years / 12", figure(asset.price),
                               asset.life_years.to_string());
        case Basis::support:
            return fmt::format("price {} * {} % / 12", figure(asset.price),
                               figure(asset.support_percent));
        case Basis::power:
            return fmt::format("{} W / 1000 * PUE {} * {} per kWh", figure(asset.watts),
                               running.pue.to_string(), figure(running.per_kwh));
        case Basis::floor:
            return fmt::format("{} rack units * {} per year / 12", figure(asset.rack_units),
                               figure(running.per_rack_unit_year));
        case Basis::people:
            return fmt::format("{} people * {} per year / 12", figure(asset.people),
                               figure(running.per_person_year));
        default:
            return {};
    }
}

void annotate_account(BillCharge& charge, const Account& account, const Tariff& list) {
    charge.note = account_charge_name(charge.charge, account, list);
    const bool unknown = charge.charge.kind == ChargeKind::unknown;
    const bool named = unknown || charge.charge.kind == ChargeKind::surcharge;
    charge.provenance = named ? list.surcharges[charge.charge.entry].provenance : list.provenance;
    if (unknown)
        charge.note = "price unknown: no percentage is stated for " +
                      list.surcharges[charge.charge.entry].name;
}

void annotate_price(BillCharge& charge, const UsageLine& line, const PriceLine& price,
                    sim::Time at) {
    const Price* now = price_in_force(price, at);
    if (now == nullptr) return;
    charge.provenance = now->provenance;
    if (line.basis != Basis::listed && line.basis != Basis::early) return;
    if (charge.charge.kind == ChargeKind::band) charge.band = band_text(*now, charge.charge.entry);
    if (charge.charge.kind == ChargeKind::cap && now->cap)
        charge.note = fmt::format("capped at {} per month", now->cap->to_string());
    if (charge.charge.kind == ChargeKind::minimum && now->minimum)
        charge.note = fmt::format("at least {} per month", now->minimum->to_string());
    if (charge.charge.kind == ChargeKind::free) charge.note = "free allowance";
}

}  // namespace

BillLine describe_line(const UsageLine& line, const LineRater& rater) {
    BillLine result;
    result.basis = line.basis;
    result.instance = line.instance;
    if (const Tariff* tariff = rater.accounts()[line.account].tariff; tariff != nullptr) {
        result.tariff = tariff->id;
        result.provider = tariff->provider;
        result.region = tariff->region;
        result.currency = currency_of(*tariff);
    }
    if (line.basis == Basis::unknown) {
        result.name = line.subject;
        const Tariff none;
        const Tariff* tariff = rater.accounts()[line.account].tariff;
        const PriceUnit unit = plain_unit(line.meter, tariff == nullptr ? none : *tariff);
        result.unit = unit.text;
        result.unit_size = unit.size;
        result.unit_per = unit.per;
        return result;
    }
    const Resource& resource = *rater.resource(line);
    result.resource = resource.name;
    result.title = resource.title;
    if (const PriceLine* price = rater.price_line(line); price != nullptr) {
        result.name = line_title(*price, line.basis);
        result.unit = price->unit.text;
        result.unit_size = price->unit.size;
        result.unit_per = price->unit.per;
    } else {
        const Asset& bought = *rater.asset(line);
        result.name = fmt::format("{}, {}", bought.name, part_name(line.basis));
        result.unit = unit_text(bought, line.basis);
        const bool cash = line.basis == Basis::capital && bought.capital == Capital::cash;
        const Per held = line.basis == Basis::power ? Per::hour : Per::calendar_month;
        result.unit_per = cash ? Per::once : held;
    }
    return result;
}

void annotate(BillCharge& charge, const Usage& usage, const LineRater& rater) {
    const Account& account = rater.accounts()[charge.charge.account];
    const sim::Time at = usage.calendar.periods()[charge.charge.period].begin;
    if (charge.charge.of_account) return annotate_account(charge, account, account.tariff->at(at));
    const UsageLine& line = usage.lines[charge.charge.line];
    if (const PriceLine* price = rater.price_line(line); price != nullptr) {
        annotate_price(charge, line, *price, at);
        const Tariff& list = account.tariff->at(at);
        const PriceLine* stated = line_like(list, *rater.resource(line), *price);
        if (!account.tariff->editions.empty() && stated != nullptr) charge.unit = stated->unit;
    }
    if (line.basis == Basis::exit_at_cost || line.basis == Basis::exit_free)
        charge.provenance = account.tariff->at(at).exit.provenance;
    if (const Asset* bought = rater.asset(line); bought != nullptr) {
        charge.provenance = asset_price(*bought, line.basis, account.tariff->running).provenance;
        charge.formula = asset_formula(*bought, line.basis, account.tariff->running);
    }
    if (line.basis == Basis::exit_free) charge.note = "free of charge under the EU Data Act";
    if (charge.charge.kind == ChargeKind::unknown)
        charge.note = "price unknown: " + rater.why_unknown(line, at);
}

void note_lack(BillCharge& charge) {
    switch (charge.charge.kind) {
        case ChargeKind::unknown:
            charge.whole = false;
            break;
        case ChargeKind::surcharge:
        case ChargeKind::tax:
            charge.whole = false;
            charge.note += ", on what has a known price";
            break;
        case ChargeKind::minimum:
        case ChargeKind::commitment:
            if (charge.charge.of_account) charge.note += ", less by what has no known price";
            break;
        default:
            break;
    }
}

namespace {

bool allows_cost_alone(const Account& account, const BillingPeriod& period) {
    if (account.tariff == nullptr || !account.terms->data_act) return false;
    const ExitTerms& exit = account.tariff->at(period.begin).exit;
    return !exit.at_cost && period.end > sim::midnight(exit.at_cost_from) &&
           period.begin < sim::midnight(exit.free_from);
}

bool has_leaving_traffic(const Bill& bill, const BillCharge& charge) {
    for (std::size_t i = 0; i < charge.item_count; ++i) {
        const BillItem& item = bill.items[charge.first_item + i];
        const UsageRow& row = bill.rows[item.row];
        if (row.cause.state == State::exit && row.meter == Meter::sent_bytes && item.nano > 0)
            return true;
    }
    return false;
}

}  // namespace

void note_upper_bounds(Bill& bill, const LineRater& rater) {
    for (BillCharge& charge : bill.charges) {
        if (charge.charge.kind != ChargeKind::band || charge.charge.of_account) continue;
        if (bill.lines.at(charge.charge.line).basis != Basis::listed) continue;
        const Account& account = rater.accounts()[charge.charge.account];
        if (!allows_cost_alone(account, bill.calendar.periods()[charge.charge.period]) ||
            !has_leaving_traffic(bill, charge))
            continue;
        if (!charge.note.empty()) charge.note += "; ";
        charge.note +=
            "leaving may cost no more than it costs the provider (EU Data Act), which is not "
            "stated: an upper bound";
    }
}

}  // namespace reentry
