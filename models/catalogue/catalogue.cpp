#include "models/catalogue/catalogue.hpp"

#include "models/nearest.hpp"
#include "models/text.hpp"
#include "models/units/parse.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> toml_files(const fs::path& folder) {
    std::vector<fs::path> paths;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(folder, problem))
        if (entry.is_regular_file(problem) && entry.path().extension() == ".toml")
            paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

// Reads each file of the folder with `read` and hands over those without faults.
template <class Read, class Take>
void read_folder(const fs::path& folder, Diagnostics& diagnostics, Read read, Take take) {
    for (const auto& path : toml_files(folder)) {
        Diagnostics own;
        auto item = read(path, own);
        const std::string id = [&item] {
            if constexpr (requires { item.id; })
                return item.id;
            else
                return item.file.id;
        }();
        if (!own.has_errors() && id != path.stem().string())
            own.add({.file = path.string(),
                     .key = "id",
                     .found = reentry::quoted(id),
                     .expected = fmt::format("the name of the file, {}",
                                             reentry::quoted(path.stem().string()))});
        diagnostics.append(own);
        if (!own.has_errors()) take(std::move(item));
    }
}

template <class Map>
auto look_up(const Map& map, std::string_view id) -> const typename Map::mapped_type* {
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
}

template <class Map>
auto pointers(const Map& map) {
    std::vector<const typename Map::mapped_type*> all;
    for (const auto& [id, item] : map) all.push_back(&item);
    return all;
}

template <class Map>
std::set<std::string> ids(const Map& map) {
    std::set<std::string> all;
    for (const auto& [id, item] : map) all.insert(id);
    return all;
}

CatalogueRow count(CatalogueRow row, const std::vector<FigureRow>& figures) {
    for (const auto& figure : figures) {
        if (!figure.absent.empty()) {
            ++row.missing;
            continue;
        }
        ++row.figures;
        if (figure.confidence) ++row.by_confidence[*figure.confidence];
    }
    return row;
}

std::string_view kind_name(EquipmentKind kind) { return files::word_of(kind); }

}  // namespace

Catalogue Catalogue::read(const fs::path& folder, Diagnostics& diagnostics) {
    Catalogue catalogue;
    std::error_code problem;
    if (!fs::is_directory(folder, problem)) {
        diagnostics.add({.file = folder.string(),
                         .found = "no folder of this name",
                         .expected = "the folder that holds the catalogues"});
        return catalogue;
    }
    const auto take = [&catalogue](auto item) { catalogue.add(std::move(item)); };
    read_folder(folder / "providers", diagnostics, read_provider, take);
    read_folder(folder / "on-premises", diagnostics, read_equipment, take);
    read_folder(folder / "integrations", diagnostics, read_integration, take);
    read_folder(folder / "workload-kinds", diagnostics, read_workload_kind, take);
    return catalogue;
}

void Catalogue::add(Provider provider) {
    providers_.insert_or_assign(provider.id, std::move(provider));
}
void Catalogue::add(Equipment equipment) {
    equipment_.insert_or_assign(equipment.file.id, std::move(equipment));
}
void Catalogue::add(Integration integration) {
    integrations_.insert_or_assign(integration.file.id, std::move(integration));
}

void Catalogue::add(WorkloadKind kind) { kinds_.insert_or_assign(kind.id, std::move(kind)); }

const Provider* Catalogue::provider(std::string_view id) const { return look_up(providers_, id); }
const Equipment* Catalogue::equipment(std::string_view id) const { return look_up(equipment_, id); }
const Integration* Catalogue::integration(std::string_view id) const {
    return look_up(integrations_, id);
}

const WorkloadKind* Catalogue::workload_kind(std::string_view id) const {
    return look_up(kinds_, id);
}

// "aws-eu-central-1-2026-10-03" when there is "aws-eu-central-1".
bool Catalogue::is_edition(std::string_view id) const {
    constexpr std::size_t date_length = 11;
    if (id.size() <= date_length || id[id.size() - date_length] != '-') return false;
    const auto base = id.substr(0, id.size() - date_length);
    return parse_date(id.substr(base.size() + 1)) && providers_.find(base) != providers_.end();
}

std::vector<const Provider*> Catalogue::providers() const {
    auto all = pointers(providers_);
    std::erase_if(all, [this](const Provider* provider) { return is_edition(provider->id); });
    return all;
}

std::vector<const Provider*> Catalogue::editions_of(std::string_view id) const {
    auto all = pointers(providers_);
    std::erase_if(all, [&](const Provider* provider) {
        return !is_edition(provider->id) || !provider->id.starts_with(std::string(id) + "-") ||
               provider->id.size() != id.size() + std::string_view("-2026-10-03").size();
    });
    return all;
}
std::vector<const Equipment*> Catalogue::all_equipment() const { return pointers(equipment_); }
std::vector<const Integration*> Catalogue::integrations() const { return pointers(integrations_); }

std::vector<const WorkloadKind*> Catalogue::workload_kinds() const { return pointers(kinds_); }

files::KnownNames Catalogue::known_names() const {
    return {{"provider", ids(providers_)},
            {"equipment", ids(equipment_)},
            {"integration", ids(integrations_)},
            {"workload-kind", ids(kinds_)}};
}

Diagnostic Catalogue::unknown_provider(std::string_view id, std::string key) const {
    std::set<std::string> known;
    for (const auto* current : providers()) known.insert(current->id);
    return {.key = std::move(key),
            .found = reentry::quoted(id),
            .expected = fmt::format("a provider of the catalogue: {}",
                                    listed({known.begin(), known.end()})),
            .hint = did_you_mean(nearest(id, known))};
}

std::vector<FigureRow> Catalogue::figures_of(std::string_view id) const {
    if (const auto* found = provider(id)) return list_figures(found->file);
    if (const auto* found = equipment(id)) return list_figures(found->file);
    if (const auto* found = integration(id)) return list_figures(found->file);
    if (const auto* found = workload_kind(id)) return list_figures(*found);
    return {};
}

std::vector<FigureRow> Catalogue::figures() const {
    std::vector<FigureRow> all;
    for (const auto& [kind, names] : known_names())
        for (const auto& id : names) {
            if (kind == "provider" && is_edition(id)) continue;
            auto rows = figures_of(id);
            std::move(rows.begin(), rows.end(), std::back_inserter(all));
        }
    return all;
}

std::vector<CatalogueRow> catalogue_rows(const Catalogue& catalogue) {
    std::vector<CatalogueRow> rows;
    const auto add = [&rows](const Provider& p, const char* kind) {
        rows.push_back(count({p.id,
                              kind,
                              p.name,
                              p.vendor,
                              p.country,
                              p.legal_home,
                              p.file.currency,
                              p.file.price_list,
                              0,
                              0,
                              {}},
                             list_figures(p.file)));
    };
    for (const auto* provider : catalogue.providers()) {
        add(*provider, "provider");
        for (const auto* edition : catalogue.editions_of(provider->id)) add(*edition, "edition");
    }
    for (const auto* e : catalogue.all_equipment())
        rows.push_back(count({e->file.id,
                              std::string(kind_name(e->file.kind)),
                              e->file.name,
                              "",
                              "",
                              "",
                              e->file.currency,
                              e->file.price_list,
                              0,
                              0,
                              {}},
                             list_figures(e->file)));
    for (const auto* i : catalogue.integrations())
        rows.push_back(count({i->file.id,
                              "integration",
                              i->file.name,
                              i->file.vendor,
                              "",
                              "",
                              i->file.currency,
                              {},
                              0,
                              0,
                              {}},
                             list_figures(i->file)));
    for (const auto* k : catalogue.workload_kinds())
        rows.push_back(count({k->id, "workload-kind", k->name, "", "", "", "", {}, 0, 0, {}},
                             list_figures(*k)));
    return rows;
}

}  // namespace reentry
