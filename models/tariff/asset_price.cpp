#include "models/tariff/asset_price.hpp"

#include <fmt/format.h>

namespace reentry {
namespace {

const Decimal percent_share{1, 2};
const Decimal kilo_share{1, 3};

// The figure's value, or a note in `price` that it is missing.
Decimal need(const Figure& figure, const char* what, AssetPrice& price) {
    if (figure.value) return *figure.value;
    if (price.absent.empty())
        price.absent = figure.absent.empty() ? fmt::format("no {} is given", what) : figure.absent;
    return {};
}

}  // namespace

AssetPrice asset_price(const Asset& asset, Basis part, const RunningCosts& running) {
    AssetPrice result;
    switch (part) {
        case Basis::capital: {
            result.price = need(asset.price, "purchase price", result);
            if (asset.capital == Capital::amortised)
                result.over = static_cast<std::int64_t>(rounded_product(asset.life_years, 12));
            result.provenance = asset.price.provenance;
            break;
        }
        case Basis::support: {
            const Decimal percent = need(asset.support_percent, "support percentage", result);
            result.price = need(asset.price, "purchase price", result) * percent * percent_share;
            result.over = 12;
            result.provenance = asset.support_percent.provenance;
            break;
        }
        case Basis::power: {
            const Decimal watts = need(asset.watts, "power", result);
            result.price = watts * kilo_share * running.pue *
                           need(running.per_kwh, "price of electricity", result);
            result.provenance = running.per_kwh.provenance;
            break;
        }
        case Basis::floor: {
            const Decimal units = need(asset.rack_units, "number of rack units", result);
            result.price = units * need(running.per_rack_unit_year, "price of floor", result);
            result.over = 12;
            result.provenance = running.per_rack_unit_year.provenance;
            break;
        }
        case Basis::people: {
            const Decimal people = need(asset.people, "number of people", result);
            result.price = people * need(running.per_person_year, "price of people", result);
            result.over = 12;
            result.provenance = running.per_person_year.provenance;
            break;
        }
        default:
            result.absent = "not a part of an asset's cost";
    }
    if (result.over <= 0) result.over = 1, result.absent = "a life of no months";
    return result;
}

}  // namespace reentry
