// All catalogues of a data folder: providers/, on-premises/, integrations/, workload-kinds/. Read
// once, then only looked up; the folder is given by main, nothing is searched for.
//
// A file is named after the id inside it. All faults of all files are reported; a file with faults
// is left out. Lists are in the order of their ids.
#pragma once

#include "models/catalogue/equipment.hpp"
#include "models/catalogue/figures.hpp"
#include "models/catalogue/integration.hpp"
#include "models/catalogue/provider.hpp"
#include "models/catalogue/workload_kind.hpp"
#include "models/diagnostic.hpp"
#include "models/files/names.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reentry {

class Catalogue {
 public:
    // An empty catalogue; tests add what they need.
    Catalogue() = default;

    // Everything in the folder. Missing sub-folders are empty ones; a missing folder is a fault.
    static Catalogue read(const std::filesystem::path& folder, Diagnostics& diagnostics);

    // Replaces one of the same id.
    void add(Provider provider);
    void add(Equipment equipment);
    void add(Integration integration);
    void add(WorkloadKind kind);

    // Null when there is none of that id.
    const Provider* provider(std::string_view id) const;
    const Equipment* equipment(std::string_view id) const;
    const Integration* integration(std::string_view id) const;
    const WorkloadKind* workload_kind(std::string_view id) const;

    // Without dated editions: a catalogue of the same id but for a date at its end, as an import
    // writes it, is another edition of one provider, to be named in full.
    std::vector<const Provider*> providers() const;
    // The dated editions of a provider, oldest first.
    std::vector<const Provider*> editions_of(std::string_view id) const;
    std::vector<const Equipment*> all_equipment() const;
    std::vector<const Integration*> integrations() const;
    std::vector<const WorkloadKind*> workload_kinds() const;

    // The ids by kind ("provider", "equipment", "integration", "workload-kind"), for readers that
    // check references.
    files::KnownNames known_names() const;

    // What to say of an id that nothing has, with the nearest that exists. `key` as in Diagnostic.
    Diagnostic unknown_provider(std::string_view id, std::string key = {}) const;

    // The figures of every file but editions, or of the one with that id; empty when there is none.
    std::vector<FigureRow> figures() const;
    std::vector<FigureRow> figures_of(std::string_view id) const;

 private:
    bool is_edition(std::string_view id) const;

    std::map<std::string, Provider, std::less<>> providers_;
    std::map<std::string, Equipment, std::less<>> equipment_;
    std::map<std::string, Integration, std::less<>> integrations_;
    std::map<std::string, WorkloadKind, std::less<>> kinds_;
};

// One line of `catalogue list`.
struct CatalogueRow {
    std::string id, kind, name, vendor, country, legal_home, currency;
    std::chrono::year_month_day price_list{};
    std::size_t figures = 0;  // that are known
    std::size_t missing = 0;
    std::map<Confidence, std::size_t> by_confidence;
};

std::vector<CatalogueRow> catalogue_rows(const Catalogue& catalogue);

}  // namespace reentry
