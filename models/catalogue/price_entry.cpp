#include "models/catalogue/price_entry.hpp"

#include "models/tariff/tariff.hpp"
#include "models/text.hpp"

#include <array>

namespace reentry {
namespace {

constexpr std::array scopes{
    files::Choice{Scope::account, "account", "all use of the tariff together"},
    files::Choice{Scope::instance, "instance", "each gateway or line by itself"},
};
constexpr std::array bandings{
    files::Choice{Banding::graduated, "graduated", "each band prices the part inside it"},
    files::Choice{Banding::volume, "volume", "the band that is reached prices all of it"},
};

std::vector<files::Choice<Meter>> all_meters() {
    std::vector<files::Choice<Meter>> all;
    for (int i = 0; i <= static_cast<int>(Meter::early_deletion); ++i)
        all.push_back({static_cast<Meter>(i), meter_name(static_cast<Meter>(i))});
    return all;
}

void describe_bands(Fields& f, PriceFigures& p) {
    f.optional("price", p.price, "Amount per unit.", {.at_least = Decimal{}});
    f.list("bands", p.bands, "Bands by upper border, in rising order; the last has none.");
    f.optional("banding", p.banding, "How a band's price holds.");
    bool rising = p.bands.empty() || !p.bands.back().up_to;
    for (std::size_t i = 0; i + 1 < p.bands.size(); ++i)
        rising =
            rising && p.bands[i].up_to && (i == 0 || *p.bands[i - 1].up_to < *p.bands[i].up_to);
    f.check(rising, "bands", "rising upper borders, and none in the last band");
}

void describe_limits(Fields& f, PriceFigures& p) {
    f.optional("free", p.free, "Units free per month.", {.at_least = Decimal{}});
    f.optional("free_per_stored", p.free_per_stored, "Units free per stored GB-month.",
               {.at_least = Decimal{}});
    f.optional("minimum", p.minimum, "Amount per month at least, once anything is used.");
    f.optional("minimum_quantity", p.minimum_quantity, "Units per month at least.");
    f.optional("cap", p.cap, "Amount per month at most.");
}

}  // namespace

std::span<const files::Choice<Meter>> choices(Meter) {
    static const std::vector<files::Choice<Meter>> all = all_meters();
    return all;
}
std::span<const files::Choice<Scope>> choices(Scope) { return scopes; }
std::span<const files::Choice<Banding>> choices(Banding) { return bandings; }

void describe(Fields& f, BandEntry& b) {
    f.optional("up_to", b.up_to, "Upper border in units.", {.above = Decimal{}});
    f.optional("price", b.price, "Amount per unit; none: to be asked for.",
               {.at_least = Decimal{}});
}

void describe(Fields& f, PriceFigures& p) {
    f.optional("from", p.from, "First day on which it holds.");
    f.optional("until", p.until, "First day on which it holds no more.");
    describe_bands(f, p);
    describe_limits(f, p);
    describe_citation(f, p.citation);
    const bool stated = p.price || !p.bands.empty();
    f.check(stated != !p.citation.absent.empty(), "price",
            "either a price or the reason why it is absent");
    f.check(!p.price || p.bands.empty(), "bands", "either one price or bands");
}

void describe(Fields& f, PriceEntry& e) {
    f.optional("per", e.per, "Unit of the price, as the provider prints it.");
    f.optional("for", e.meters, "The meters that it prices; empty: the one of its name.");
    f.optional("option", e.option, "Thaw option or product; \"*\": any.");
    f.optional("round_up", e.round_up, "The month's units are rounded up to multiples of this.");
    f.optional("scope", e.scope, "Over what units add up.");
    f.optional("free_stored_in", e.free_stored_in,
               "Tiers that free_per_stored counts; empty: all.");
    f.optional("hold_step", e.hold_step, "Holding is rounded up to a multiple of this.");
    f.optional("hold_minimum", e.hold_minimum, "Holding lasts at least this long.");
    f.optional("hold_free", e.hold_free, "The first part of each holding is free.");
    f.optional("whole_units", e.whole_units,
               "Billed in whole units of `per`, each in the month in which it begins.");
    describe(f, e.figures);
    f.list("change", e.changes, "Prices that hold at other times.");
}

void describe_prices(Fields& f, PriceEntries& prices) {
    f.named_tables("price", prices, "price", "Prices by what they are for.");
}

}  // namespace reentry

namespace reentry::files {

Shape Codec<PriceUnitText>::shape() {
    return {"unit of a price", "the unit of a price such as \"GB-month\" or \"1000 requests\"",
            R"({"type":"string"})"};
}

void Codec<PriceUnitText>::read(const Node& node, PriceUnitText& to, Reading& reading) {
    PriceUnit unit;
    to.text =
        node.is_text() ? node.text : std::string{};  // kept, so that nobody takes it for "each"
    if (!parse_price_unit(to.text, Tariff{}, unit)) reading.fault(node, shape().form);
}

std::string Codec<PriceUnitText>::write(const PriceUnitText& value) {
    return reentry::quoted(value.text);
}

}  // namespace reentry::files
