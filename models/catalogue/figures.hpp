// Every figure of a catalogue file with its origin, as rows: what `catalogue show` and `catalogue
// check` print, and what reports count.
//
// The rows come from the files' own field lists, so that no figure can be forgotten. They stand in
// the order of the field lists; absent figures are rows too.
#pragma once

#include "models/catalogue/citation.hpp"
#include "models/catalogue/equipment.hpp"
#include "models/catalogue/integration.hpp"
#include "models/catalogue/provider_file.hpp"
#include "models/catalogue/workload_kind.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace reentry {

struct FigureRow {
    std::string catalogue;  // "aws-eu-central-1"
    std::string address;    // "tier.cold.price.put"
    std::string value;      // "0.0054", "triangular 3 h, 4 h, 5 h"; empty when absent
    std::string unit;       // "USD/1000 requests", "MB/s"; empty when it has none
    std::string source;     // title and address
    std::optional<std::chrono::year_month_day> date;  // on which it was read
    std::optional<Confidence> confidence;             // none when absent
    std::string note;
    std::string absent;  // why it is not known
    bool dated = false;  // whether the document itself has a date
};

std::vector<FigureRow> list_figures(const ProviderFile& file);
std::vector<FigureRow> list_figures(const EquipmentFile& file);
std::vector<FigureRow> list_figures(const IntegrationFile& file);
std::vector<FigureRow> list_figures(const WorkloadKind& kind);

// What a reader of the figures should know before relying on them.
enum class Doubt : std::uint8_t { missing, stale, undated, inferred, assumed };

std::string_view doubt_name(Doubt doubt);  // "missing"

struct DoubtRow {
    Doubt doubt{};
    FigureRow figure;
    int months_old = 0;  // whole months from the figure's date to the day of the check
};

// The figures that are missing, older than `months` on `day`, from a document without date,
// inferred or assumed; a figure has one row for each doubt.
std::vector<DoubtRow> doubts(const std::vector<FigureRow>& figures, std::chrono::year_month_day day,
                             int months);

}  // namespace reentry
