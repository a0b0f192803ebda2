// What-if factors on prices, and what a scenario agrees with its providers.
#include "study/bindings.hpp"

#include <doctest/doctest.h>

using namespace reentry;

namespace {

Tariff gateway() {
    Tariff tariff;
    Resource resource;
    resource.name = "tape-gateway";
    PriceLine line;
    line.meters = {Meter::written_bytes};
    Price price;
    price.bands.push_back({std::nullopt, Decimal(1, 2)});
    price.cap = Decimal(125, 0);
    price.minimum = Decimal(4, 0);
    line.prices.push_back(price);
    resource.lines.push_back(line);
    tariff.resources.push_back(resource);
    return tariff;
}

}  // namespace

TEST_CASE("a what-if factor scales a price with its cap and its minimum") {
    study::PriceFactors factors;
    factors.requests = 0.5;  // written bytes go with requests
    const Tariff half = study::scaled(gateway(), factors);
    const Price& price = half.resources[0].lines[0].prices[0];
    CHECK(*price.bands[0].price == Decimal(5, 3));
    CHECK(*price.cap == Decimal(625, 1));
    CHECK(*price.minimum == Decimal(2, 0));
}

TEST_CASE("agreements hold for the role that they name") {
    Agreements agreements;
    agreements.discounts.push_back({"", {}});
    agreements.discounts.push_back({"second", {}});
    agreements.commitments.push_back({"", {}});
    Terms provider, second;
    agreements.add_to(provider, "provider");
    agreements.add_to(second, "second");
    CHECK(provider.discounts.size() == 1);
    CHECK(second.discounts.size() == 2);
    CHECK(provider.commitments.size() == 1);
    CHECK(second.commitments.empty());
}
