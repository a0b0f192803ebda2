#include "models/catalogue/tariff_builder.hpp"
#include "models/nearest.hpp"
#include "models/tariff/line_unit.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

namespace reentry {
namespace {

using std::chrono::duration_cast;
using std::chrono::seconds;

std::vector<std::string> meter_names() { return files::words_of<Meter>(); }

// The meters of an entry; reports a name that is none.
std::vector<Meter> meters_of(const std::string& name, const PriceEntry& entry,
                             const files::Address& address, std::vector<PriceFault>& faults) {
    if (!entry.meters.empty()) return entry.meters;
    Meter meter{};
    if (meter_from_name(name, meter)) return {meter};
    faults.push_back({address, reentry::quoted(name),
                      "the name of a meter, or a list of them after `for`",
                      did_you_mean(nearest(name, meter_names()))});
    return {};
}

std::vector<Band> bands_of(const PriceFigures& figures) {
    std::vector<Band> bands;
    for (const auto& band : figures.bands) bands.push_back({band.up_to, band.price});
    if (bands.empty() && figures.price) bands.push_back({{}, figures.price});
    return bands;
}

Price price_of(const PriceFigures& figures, const SourceDocuments& sources) {
    Price price;
    price.valid_from = figures.from;
    price.valid_until = figures.until;
    price.bands = bands_of(figures);
    price.banding = figures.banding;
    price.free = figures.free;
    price.free_per_stored = figures.free_per_stored;
    price.minimum = figures.minimum;
    price.minimum_quantity = figures.minimum_quantity;
    price.cap = figures.cap;
    price.absent = figures.citation.absent;
    price.provenance = provenance(figures.citation, sources);
    return price;
}

bool is_known(const PriceEntry& entry) {
    return entry.figures.citation.absent.empty() || !entry.changes.empty();
}

// The unit of an entry, which must be able to measure each of its meters. A price that is not known
// may state none.
PriceUnit unit_of(const PriceEntry& entry, const std::vector<Meter>& meters, const Tariff& tariff,
                  const files::Address& address, std::vector<PriceFault>& faults) {
    const bool stated = entry.per.text != PriceUnitText{}.text;
    if (!stated && !is_known(entry) && !meters.empty()) return plain_unit(meters.front(), tariff);
    PriceUnit unit;
    if (!parse_price_unit(entry.per.text, tariff, unit)) return unit;  // the reader has told of it
    for (const Meter meter : meters)
        if (!measures(unit, meter)) {
            faults.push_back({address.key("per"),
                              reentry::quoted(entry.per.text),
                              fmt::format("a unit that measures {}, such as {}", meter_name(meter),
                                          reentry::quoted(plain_unit(meter, tariff).text)),
                              {}});
            break;
        }
    return unit;
}

PriceLine line_of(const std::string& name, const PriceEntry& entry,
                  const SourceDocuments& sources) {
    PriceLine line;
    line.name = name;
    line.option = entry.option;
    line.round_up = entry.round_up;
    line.scope = entry.scope;
    line.hold = {duration_cast<seconds>(entry.hold_step),
                 duration_cast<seconds>(entry.hold_minimum),
                 duration_cast<seconds>(entry.hold_free), entry.whole_units};
    line.free_stored_in = entry.free_stored_in;
    line.prices.push_back(price_of(entry.figures, sources));
    for (const auto& change : entry.changes) line.prices.push_back(price_of(change, sources));
    return line;
}

bool serves(const PriceLine& line, Meter meter, const std::string& option) {
    if (line.option != option) return false;
    for (const Meter served : line.meters)
        if (served == meter) return true;
    return false;
}

// Where an address stands, or what it would stand in.
files::Place place_of(std::string address, const files::Origins& origins) {
    for (;;) {
        const auto found = origins.find(address);
        if (found != origins.end()) return found->second;
        const auto dot = address.rfind('.');
        if (dot == address.npos) return {};
        address.resize(dot);
    }
}

}  // namespace

void add_price_faults(const std::vector<PriceFault>& faults, const files::Document& document,
                      const files::Origins& origins, Diagnostics& diagnostics) {
    for (const auto& fault : faults) {
        const files::Place place = place_of(fault.address.exact, origins);
        diagnostics.add({.file = document.files[place.file],
                         .line = static_cast<int>(place.line),
                         .column = static_cast<int>(place.column),
                         .key = fault.address.shown,
                         .found = fault.found,
                         .expected = fault.expected,
                         .hint = fault.hint});
    }
}

std::vector<PriceLine> price_lines(const PriceEntries& entries, const std::string& option,
                                   const Tariff& tariff, const SourceDocuments& sources,
                                   const files::Address& address, std::vector<PriceFault>& faults) {
    std::vector<PriceLine> lines;
    for (const auto& [name, entry] : entries) {
        const files::Address where = address.element(name, 0);
        PriceLine line = line_of(name, entry, sources);
        if (line.option.empty()) line.option = option;
        line.meters = meters_of(name, entry, where, faults);
        line.unit = unit_of(entry, line.meters, tariff, where, faults);
        for (const Meter meter : line.meters)
            for (const auto& other : lines)
                if (serves(other, meter, line.option))
                    faults.push_back({where, std::string(meter_name(meter)) + " again",
                                      "one price for each meter", "also in " + other.name});
        if (!option.empty()) line.name = option + ' ' + name;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace reentry
