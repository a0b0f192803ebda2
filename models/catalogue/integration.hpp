// A backup product as its file in data/integrations/ states it, and the plain figures that the
// simulation needs of it. What a product cannot use is data too: it becomes a finding.
#pragma once

#include "models/catalogue/citation.hpp"
#include "models/diagnostic.hpp"
#include "models/files/fields.hpp"
#include "models/money/decimal.hpp"
#include "models/storage/figures.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace reentry {

using Chain = ChainKind;

// Which points of a chain the product takes over into its place.
enum class Takes : std::uint8_t { all, gfs_fulls };

// Where restored data wait before they can be used.
enum class Staging : std::uint8_t { none, cache, whole_volume };

// How often locks are renewed at one vendor's, where that differs.
struct VendorPeriod {
    std::string vendor;  // as the provider's catalogue names it
    Sourced<sim::Duration> period;
};

struct IntegrationFile {
    std::string id, name, vendor, note;
    SourceDocuments sources;
    Sourced<Bytes> object_size;
    Sourced<Bytes> object_size_least, object_size_most;  // that it can be set to; absent: to none
    Sourced<std::int64_t> blocks_per_object;
    Sourced<double> puts_per_object, gets_per_object, lists_per_job, locks_per_object;
    Sourced<sim::Duration> lock_period;
    std::vector<VendorPeriod> lock_period_at;
    Sourced<double> metadata_share, reduction, over_retrieval;
    Chain chain = Chain::full_incremental;
    Sourced<sim::Duration> seal_period;
    Takes takes = Takes::all;
    std::vector<std::string> tiers;
    std::vector<std::string> forbidden;
    bool lifecycle = true;  // whether the provider may move its objects to other classes
    std::vector<std::string> forbidden_practices;
    Staging staging = Staging::none;
    Sourced<std::int64_t> backup_streams, restore_streams;
    Sourced<Rate> stream_rate, rehydrate_rate, replay_rate;
    Sourced<Decimal> appliance_hour, licence;
    std::string currency;
};

// The struct of the file and the simulation's figures of it.
struct Integration {
    IntegrationFile file;
    IntegrationFigures figures;
};

std::span<const files::Choice<Chain>> choices(Chain);
std::span<const files::Choice<Takes>> choices(Takes);
std::span<const files::Choice<Staging>> choices(Staging);
void describe(Fields& fields, VendorPeriod& period);
void describe(Fields& fields, IntegrationFile& integration);

// Absent rates do not limit; absent counts keep the defaults of IntegrationFigures.
IntegrationFigures integration_figures(const IntegrationFile& file);

Integration read_integration(const std::filesystem::path& path, Diagnostics& diagnostics);
Integration read_integration_text(const std::string& name, const std::string& text,
                                  Diagnostics& diagnostics);

}  // namespace reentry
