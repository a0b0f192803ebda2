#include "models/catalogue/integration.hpp"

#include "models/files/load.hpp"
#include "models/files/reader.hpp"

#include <array>

namespace reentry {
namespace {

constexpr std::array chains{
    files::Choice{Chain::full_incremental, "full-incremental", "increments hang on a full"},
    files::Choice{Chain::forever_incremental, "forever-incremental", "one full, then changes"},
    files::Choice{Chain::synthetic_full, "synthetic-full", "fulls are made from increments"},
    files::Choice{Chain::log, "log", "a base and the log since"},
    files::Choice{Chain::none, "none", "each point stands alone"},
};
constexpr std::array takings{
    files::Choice{Takes::all, "all", "every point"},
    files::Choice{Takes::gfs_fulls, "gfs-fulls", "fulls that stand for a week, month or year"},
};
constexpr std::array stagings{
    files::Choice{Staging::none, "none", "blocks are read where they lie"},
    files::Choice{Staging::cache, "cache", "parts pass through a local cache"},
    files::Choice{Staging::whole_volume, "whole-volume", "whole volumes come back first"},
};

void describe_objects(Fields& f, IntegrationFile& i) {
    f.required("object_size", i.object_size, "Mean stored object.");
    f.optional("object_size_least", i.object_size_least, "Smallest that a copy may ask for.");
    f.optional("object_size_most", i.object_size_most, "Largest that a copy may ask for.");
    f.optional("blocks_per_object", i.blocks_per_object, "Blocks packed into one object at most.");
    f.required("puts_per_object", i.puts_per_object, "Writes for each object.");
    f.required("gets_per_object", i.gets_per_object, "Reads for each object restored.");
    f.required("lists_per_job", i.lists_per_job, "List calls for each job.");
    f.required("locks_per_object", i.locks_per_object, "Retention calls for each locked object.");
    f.optional("lock_period", i.lock_period, "How often locks are renewed.");
    f.list("lock_period_at", i.lock_period_at, "Vendors at which that differs.");
    f.required("metadata_share", i.metadata_share, "Metadata on top of the stored bytes.");
    f.required("reduction", i.reduction, "Source bytes over stored bytes.");
}

void describe_restore(Fields& f, IntegrationFile& i) {
    f.optional("staging", i.staging, "Where restored data wait.");
    f.required("backup_streams", i.backup_streams, "Streams of one backup job.");
    f.required("restore_streams", i.restore_streams, "Streams of one restore job.");
    f.required("stream_rate", i.stream_rate, "Rate of one stream.");
    f.required("rehydrate_rate", i.rehydrate_rate, "Rate of rebuilding data, whole job.");
    f.required("over_retrieval", i.over_retrieval, "Bytes read over bytes needed.");
    f.optional("replay_rate", i.replay_rate, "Rate of log replay.");
    f.optional("appliance_hour", i.appliance_hour, "Price of an hour of its cloud appliance.");
    f.required("licence", i.licence, "Price of a protected instance per year.");
    f.optional("currency", i.currency, "Currency of those prices.");
}

Integration read_document(const files::Document& document, Diagnostics& diagnostics) {
    Integration integration{files::read<IntegrationFile>(document, diagnostics), {}};
    integration.figures = integration_figures(integration.file);
    return integration;
}

template <class T, class U>
void take(const Sourced<T>& from, U& to) {
    if (from) to = static_cast<U>(*from);
}

}  // namespace

std::span<const files::Choice<Chain>> choices(Chain) { return chains; }
std::span<const files::Choice<Takes>> choices(Takes) { return takings; }
std::span<const files::Choice<Staging>> choices(Staging) { return stagings; }

void describe(Fields& f, VendorPeriod& p) {
    f.required("vendor", p.vendor, "As the provider's catalogue names it.");
    f.required("period", p.period, "How often locks are renewed there.");
}

void describe(Fields& f, IntegrationFile& i) {
    f.required("id", i.id, "Name by which scenarios refer to it; also the file's name.");
    f.required("name", i.name, "Name for people.");
    f.required("vendor", i.vendor, "Who makes it.");
    f.optional("note", i.note, "What else must be known.");
    f.named_tables("source", i.sources, "source", "Documents that figures are taken from.");
    describe_objects(f, i);
    f.required("chain", i.chain, "What its restore points hang on.");
    f.optional("seal_period", i.seal_period, "How often deduplication starts afresh.");
    f.optional("takes", i.takes, "Which points of a chain it takes over.");
    f.optional("tiers", i.tiers, "Tier classes that it supports; empty: not stated.");
    f.optional("forbidden", i.forbidden, "Tier classes that it cannot use.");
    f.optional("lifecycle", i.lifecycle,
               "Whether lifecycle rules may move its objects into other classes.");
    f.optional("forbidden_practices", i.forbidden_practices, "What must not be done under it.");
    describe_restore(f, i);
}

IntegrationFigures integration_figures(const IntegrationFile& file) {
    IntegrationFigures figures;
    figures.name = file.id;
    if (file.object_size) figures.object_bytes = file.object_size->to_double();
    take(file.puts_per_object, figures.puts_per_object);
    take(file.gets_per_object, figures.gets_per_object);
    take(file.lists_per_job, figures.lists_per_job);
    take(file.locks_per_object, figures.locks_per_object);
    take(file.metadata_share, figures.metadata_share);
    take(file.backup_streams, figures.backup_streams);
    take(file.restore_streams, figures.restore_streams);
    if (file.stream_rate) figures.per_stream = file.stream_rate->bytes_per_second();
    if (file.rehydrate_rate) figures.rehydrate = file.rehydrate_rate->bytes_per_second();
    take(file.over_retrieval, figures.over_retrieval);
    figures.forbidden = file.forbidden;
    figures.tiers = file.tiers;
    figures.forbids_lifecycle = !file.lifecycle;
    figures.takes_gfs_only = file.takes == Takes::gfs_fulls;
    figures.whole_volume = file.staging == Staging::whole_volume;
    figures.needs_appliance = file.appliance_hour || !file.appliance_hour.absent.empty();
    figures.chain = file.chain;
    take(file.lock_period, figures.lock_period);
    for (const auto& at : file.lock_period_at)
        if (at.period) figures.lock_periods.emplace_back(at.vendor, *at.period);
    if (file.object_size_least) figures.object_least = file.object_size_least->to_double();
    if (file.object_size_most) figures.object_most = file.object_size_most->to_double();
    take(file.seal_period, figures.seal_period);
    return figures;
}

Integration read_integration(const std::filesystem::path& path, Diagnostics& diagnostics) {
    return read_document(files::load_file(path, diagnostics), diagnostics);
}

Integration read_integration_text(const std::string& name, const std::string& text,
                                  Diagnostics& diagnostics) {
    return read_document(files::load_text(name, text, diagnostics), diagnostics);
}

}  // namespace reentry
