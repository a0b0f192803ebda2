#include "models/catalogue/fitting_rules.hpp"

#include "models/files/address.hpp"
#include "models/money/format.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace reentry {
namespace {

constexpr sim::Duration lifetime = 100 * year_length;

// Gateways are hosts with disks; arrays keep copies on the disks of production.
EquipmentKind fitting(StoreKind store) {
    switch (store) {
        case StoreKind::tape_library:
            return EquipmentKind::tape_library;
        case StoreKind::vault:
            return EquipmentKind::vault;
        case StoreKind::disk:
        case StoreKind::gateway:
        case StoreKind::array:
            break;
    }
    return EquipmentKind::disk;
}

const char* kind_text(EquipmentKind kind) {
    switch (kind) {
        case EquipmentKind::tape_library:
            return "a tape library";
        case EquipmentKind::vault:
            return "a vault";
        case EquipmentKind::disk:
            break;
    }
    return "a disk";
}

class Fitting {
 public:
    Fitting(const ScenarioFile& file, const Catalogue& catalogue, Diagnostics& diagnostics)
        : file_(file), scenario_(file.scenario), catalogue_(catalogue), diagnostics_(diagnostics) {}

    void check() {
        for (const auto& store : scenario_.stores) equipment_of(store);
        for (const auto& workload : scenario_.workloads) items_of(workload);
        const auto used = currencies();
        for (std::size_t i = 0; i < scenario_.exchange.size(); ++i) serves(i, used);
    }

 private:
    void equipment_of(const Store& store) {
        const auto* found = catalogue_.equipment(store.equipment);
        const auto kind = fitting(store.kind);
        if (found == nullptr || found->file.kind == kind) return;
        std::vector<std::string> ids;
        for (const auto* one : catalogue_.all_equipment())
            if (one->file.kind == kind) ids.push_back(one->file.id);
        fault(of("store", store.id).key("equipment"),
              fmt::format("{} ({})", quoted(store.equipment), kind_text(found->file.kind)),
              fmt::format("equipment of {}: {}", kind_text(kind),
                          ids.empty() ? "none is there" : listed(ids)));
    }

    // Items come back one after another: the fewer bytes each has, the longer all of them take.
    void items_of(const Workload& workload) {
        const auto* kind = catalogue_.workload_kind(files::word_of(workload.kind));
        double each_second = workload.stages.items_per_second;
        if (each_second <= 0 && kind != nullptr && kind->items_per_second)
            each_second = *kind->items_per_second;
        if (each_second <= 0) return;
        const double all_each_second = each_second * static_cast<double>(workload.count);
        const double least =
            workload.size.to_double() / all_each_second / sim::to_seconds(lifetime);
        if (workload.item_size.to_double() >= least) return;
        const double years = least / workload.item_size.to_double() * 100;
        fault(of("workload", workload.id).key("item_size"), format_bytes(workload.item_size),
              fmt::format("larger items: at {} a second, {} of such items come back in {} years",
                          format_number(all_each_second), format_bytes(workload.size),
                          format_number(years)));
    }

    std::set<Currency> currencies() const {
        std::set<Currency> used{scenario_.finance.currency};
        const auto add = [&used](std::string_view code) {
            if (const auto currency = Currency::parse(code)) used.insert(*currency);
        };
        for (const auto* provider : catalogue_.providers()) add(provider->tariff.currency);
        for (const auto* equipment : catalogue_.all_equipment()) {
            const auto& file = equipment->file;
            add(equipment->tariff.currency);
            for (const auto& asset : file.assets) add(asset.price.currency);
            for (const auto* cost :
                 {&file.running.kwh, &file.running.rack_unit_year, &file.running.person_year})
                add(cost->currency);
        }
        for (const auto& workload : scenario_.workloads) {
            used.insert(workload.outage_cost.currency);
            used.insert(workload.loss_cost.currency);
        }
        return used;
    }

    void serves(std::size_t index, const std::set<Currency>& used) {
        const auto& rate = scenario_.exchange[index];
        const auto at = files::Address{}.key("exchange_rate").element("", index);
        const auto own = scenario_.finance.currency;
        if (rate.from != own && rate.to != own)
            unused(at.key("to"), quoted(rate.to.code()),
                   fmt::format("{}, the currency of the scenario, as one of the two: no other rate "
                               "is ever used",
                               own.code()));
        for (const auto& [key, currency] : {std::pair("from", rate.from), {"to", rate.to}})
            if (used.count(currency) == 0)
                unused(at.key(key), quoted(currency.code()), "a currency in which something costs");
        const auto end = scenario_.start + scenario_.horizon;
        if (std::chrono::sys_days{rate.as_of}.time_since_epoch() > end.time_since_epoch())
            unused(at.key("as_of"), format_date(rate.as_of),
                   fmt::format("a day before the end of the horizon, {}", format_time(end)));
    }

    static files::Address of(std::string_view list, const std::string& id) {
        return files::Address{}.key(list).element(id, 0);
    }

    void unused(const files::Address& key, std::string found, std::string expected) {
        fault(key, std::move(found), std::move(expected), Severity::warning);
    }

    void fault(const files::Address& key, std::string found, std::string expected,
               Severity severity = Severity::error) {
        diagnostics_.add(fault_at(file_, key, std::move(found), std::move(expected), severity));
    }

    const ScenarioFile& file_;
    const Scenario& scenario_;
    const Catalogue& catalogue_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_fit(const ScenarioFile& file, const Catalogue& catalogue, Diagnostics& diagnostics) {
    Fitting(file, catalogue, diagnostics).check();
}

}  // namespace reentry
