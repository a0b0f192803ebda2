#include "models/catalogue/equipment.hpp"

#include "models/catalogue/tariff_builder.hpp"
#include "models/files/load.hpp"
#include "models/files/reader.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

Figure figure_of(const Sourced<Decimal>& from, const SourceDocuments& sources) {
    return {from.value, from.absent, provenance(from.origin, sources)};
}

// Amounts of the file, in its currency.
class Costs {
 public:
    Costs(const EquipmentFile& file, std::vector<PriceFault>& faults)
        : file_(file), faults_(faults) {}

    Figure figure(const CostEntry& cost, const files::Address& address) {
        Figure figure{cost.amount, cost.citation.absent, provenance(cost.citation, file_.sources)};
        if (!cost.amount || cost.currency.empty() || cost.currency == file_.currency) return figure;
        const auto rate = file_.exchange.find(cost.currency);
        if (rate == file_.exchange.end()) {
            unknown(cost.currency, address);
        } else if (rate->second.rate) {
            convert(cost, rate->second.rate, figure);
        } else {
            figure.value.reset();
            figure.absent = rate->second.rate.absent;
        }
        return figure;
    }

 private:
    void unknown(const std::string& currency, const files::Address& address) {
        std::vector<std::string> known{file_.currency};
        for (const auto& [name, rate] : file_.exchange) known.push_back(name);
        faults_.push_back({address.key("currency"), reentry::quoted(currency),
                           fmt::format("a currency with an exchange rate: {}", listed(known)),
                           did_you_mean(nearest(currency, known))});
    }

    // A converted figure is no better than its rate.
    void convert(const CostEntry& cost, const Sourced<Decimal>& rate, Figure& figure) {
        figure.value = *cost.amount * *rate;
        auto& provenance = figure.provenance;
        provenance.confidence = std::max(provenance.confidence, rate.origin.confidence);
        const std::string sum =
            fmt::format("{} {} at {}", cost.amount->to_string(), cost.currency, rate->to_string());
        provenance.note = provenance.note.empty() ? sum : provenance.note + "; " + sum;
    }

    const EquipmentFile& file_;
    std::vector<PriceFault>& faults_;
};

Asset asset_of(const AssetEntry& entry, const EquipmentFile& file, Costs& costs) {
    Asset asset;
    asset.name = entry.id;
    asset.meter = entry.meter;
    asset.option = entry.option;
    asset.price =
        costs.figure(entry.price, files::Address{}.key("asset").element(entry.id, 0).key("price"));
    if (entry.life_years) asset.life_years = *entry.life_years;
    if (entry.capacity) asset.capacity_bytes = entry.capacity->count();
    asset.support_percent = figure_of(entry.support_percent, file.sources);
    asset.watts = figure_of(entry.watts, file.sources);
    asset.rack_units = figure_of(entry.rack_units, file.sources);
    asset.people = figure_of(entry.people, file.sources);
    return asset;
}

Tariff tariff_of(const EquipmentFile& file, std::vector<PriceFault>& faults) {
    Tariff tariff;
    tariff.id = file.id;
    tariff.provider = "on premises";
    tariff.region = file.name;
    tariff.currency = file.currency;
    tariff.as_of = file.price_list;
    Costs costs(file, faults);
    Resource all;
    all.title = file.name;
    all.kind = ResourceKind::equipment;
    all.lines =
        price_lines(file.prices, {}, tariff, file.sources, files::Address{}.key("price"), faults);
    for (const auto& entry : file.assets) all.assets.push_back(asset_of(entry, file, costs));
    tariff.resources.push_back(std::move(all));
    const files::Address running = files::Address{}.key("running");
    tariff.running.per_kwh = costs.figure(file.running.kwh, running.key("kwh"));
    tariff.running.per_rack_unit_year =
        costs.figure(file.running.rack_unit_year, running.key("rack_unit_year"));
    tariff.running.per_person_year =
        costs.figure(file.running.person_year, running.key("person_year"));
    if (file.running.pue) tariff.running.pue = *file.running.pue;
    return tariff;
}

template <class T>
T plain(const Sourced<T>& figure) {
    return figure ? *figure : T{};
}

LibraryFigures library_of(const EquipmentFile& file) {
    LibraryFigures figures;
    if (!file.drive || !file.library || !file.medium) return figures;
    figures.drive_rate = plain(file.drive->rate).bytes_per_second();
    figures.tape_bytes = plain(file.medium->capacity).count();
    figures.mount = plain(file.library->robot) + plain(file.drive->load);
    figures.locate = plain(file.drive->locate);
    figures.unload =
        plain(file.drive->rewind) + plain(file.drive->unload) + plain(file.library->robot);
    return figures;
}

Equipment read_document(const files::Document& document, Diagnostics& diagnostics) {
    files::Origins origins;
    Equipment equipment{files::read<EquipmentFile>(document, diagnostics, {}, &origins), {}, {}};
    std::vector<PriceFault> faults;
    equipment.tariff = tariff_of(equipment.file, faults);
    equipment.library = library_of(equipment.file);
    add_price_faults(faults, document, origins, diagnostics);
    return equipment;
}

}  // namespace

Equipment read_equipment(const std::filesystem::path& path, Diagnostics& diagnostics) {
    return read_document(files::load_file(path, diagnostics), diagnostics);
}

Equipment read_equipment_text(const std::string& name, const std::string& text,
                              Diagnostics& diagnostics) {
    return read_document(files::load_text(name, text, diagnostics), diagnostics);
}

}  // namespace reentry
