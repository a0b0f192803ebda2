// reentry catalogue import: a provider's own price list against its catalogue, and the catalogue
// that follows from it.
#include "cli/commands.hpp"
#include "cli/new_file.hpp"
#include "cli/output.hpp"
#include "cli/price_tables.hpp"
#include "cli/text_file.hpp"
#include "models/catalogue/catalogue.hpp"
#include "models/pricelist/dated_catalogue.hpp"
#include "models/pricelist/read_list.hpp"
#include "models/text.hpp"
#include "models/units/parse.hpp"

#include <fmt/format.h>

#include <memory>

namespace reentry::cli {
namespace {

using pricelist::Vendor;

struct ImportOptions {
    Vendor vendor = Vendor::aws;
    std::vector<std::string> files;
    std::string catalogue, date, folder;
    bool write = false, all = false, older = false, incomplete = false;
    Format format = Format::table;
};

std::string default_catalogue(Vendor vendor) {
    switch (vendor) {
        case Vendor::aws:
            return "aws-eu-central-1";
        case Vendor::azure:
            return "azure-germanywestcentral";
        case Vendor::google:
            break;
    }
    return "google-europe-west3";
}

// The day of the import: names the new catalogue and dates lists that carry no date of their own.
std::optional<std::chrono::year_month_day> day_of(const ImportOptions& options, Session& session) {
    if (options.date.empty()) return session.outside.today();
    const auto day = parse_date(options.date);
    if (day) return *day;
    session.error(fmt::format("--date: found {}, expected {}", quoted(options.date), day.expected));
    return {};
}

// The youngest list names the catalogue, so that a list of 2016 makes a catalogue of 2016.
std::chrono::year_month_day newest(const pricelist::PriceList& list,
                                   std::chrono::year_month_day day) {
    std::optional<std::chrono::year_month_day> latest;
    for (const auto& [id, source] : list.sources)
        if (source.date && (!latest || *source.date > *latest)) latest = source.date;
    return latest.value_or(day);
}

// Why nothing may be written; empty when it may.
std::string objection(const ImportOptions& options, const pricelist::PriceList& list,
                      const std::vector<pricelist::FigureChange>& changes) {
    if (!list.doubts.empty() && !options.incomplete)
        return "the list may be incomplete; --incomplete writes what there is";
    bool older = false, any = false;
    for (const auto& change : changes) {
        any = any || change.taken();
        older = older || (change.taken() && change.older);
    }
    if (!any) return "the list states no figure of this catalogue";
    if (older && !options.older)
        return "the list is older than figures of the catalogue; --older takes them back to it";
    return {};
}

ExitCode write_catalogue(const ImportOptions& options, Session& session, const Provider& provider,
                         const pricelist::PriceList& list,
                         const std::vector<pricelist::FigureChange>& changes,
                         std::chrono::year_month_day day) {
    if (const auto why = objection(options, list, changes); !why.empty()) {
        session.error("nothing was written: " + why);
        return ExitCode::bad_input;
    }
    const auto beside = session.data() / "providers";
    const auto text = read_text(session, (beside / (provider.id + ".toml")).string());
    if (!text) return ExitCode::bad_input;
    Diagnostics faults;
    const auto dated = make_dated(*text, provider.file, list, changes, newest(list, day), faults);
    session.complain(faults);
    if (faults.has_errors()) return ExitCode::failure;
    for (const auto& address : dated.left_out)
        session.note(address + " was left as it is: it is no table on one line");
    const auto folder = options.folder.empty() ? beside : std::filesystem::path(options.folder);
    const auto path = folder / (dated.id + ".toml");
    if (!write_new_file(path, dated.text)) {
        session.error(path.string() + " is there already and was not changed");
        return ExitCode::failure;
    }
    session.note("wrote " + path.string());
    return ExitCode::success;
}

ExitCode import_list(const ImportOptions& options, Session& session) {
    const auto catalogue = session.catalogue();
    const auto day = day_of(options, session);
    if (!catalogue || !day) return ExitCode::bad_input;
    const auto id =
        options.catalogue.empty() ? default_catalogue(options.vendor) : options.catalogue;
    const Provider* provider = catalogue->provider(id);
    if (provider == nullptr) {
        session.complain(catalogue->unknown_provider(id, "--catalogue"));
        return ExitCode::bad_input;
    }
    const pricelist::Wanted wanted{provider->region, provider->file.currency, *day,
                                   pricelist::rules_of(options.vendor)};
    const std::vector<std::filesystem::path> paths(options.files.begin(), options.files.end());
    Diagnostics faults;
    const auto list = pricelist::read_list(options.vendor, paths, wanted, faults);
    session.complain(faults);
    if (faults.has_errors()) return ExitCode::bad_input;
    const auto changes = pricelist::compare(provider->file, list, wanted.rules);
    print(session, price_document(provider->file, list, changes, options.all), options.format);
    if (!options.write) return ExitCode::success;
    return write_catalogue(options, session, *provider, list, changes, *day);
}

}  // namespace

void add_catalogue_import(Command& catalogue) {
    auto command = catalogue.command(
        "import", "Compare a provider's own price list with its catalogue, and write a new one",
        R"(Reads AWS offer files (JSON or CSV, of any length), pages of the Azure Retail Prices API and pages
of the Google Cloud Billing Catalog as they were downloaded. A price that is not certain (another
unit or currency, missing bands, rows that disagree, a price of zero) is refused, with the reason.
Nothing is ever overwritten: the new catalogue is named after the day of the list.

Examples:
  reentry catalogue import aws AmazonS3.json AmazonS3GlacierDeepArchive.json
  reentry catalogue import azure pages/*.json --catalogue azure-germanywestcentral --all
  reentry catalogue import google skus-*.json --write)");
    const auto options = std::make_shared<ImportOptions>();
    command.choice("vendor", options->vendor,
                   {{"aws", Vendor::aws}, {"azure", Vendor::azure}, {"google", Vendor::google}},
                   "Whose format it is", Need::required);
    command.list("files", "FILE", options->files, "Files of the list: offers, or all pages",
                 Need::required);
    command.option("--catalogue", "ID", options->catalogue,
                   "The catalogue (default: the vendor's one for Frankfurt)");
    command.option("--date", "DATE", options->date, "Day of the import (default: today)");
    command.flag("--all", options->all,
                 "Also what is unchanged, not listed, and rows without a figure");
    command.flag("--write", options->write, "Write a dated catalogue beside the old one");
    command.option("--out", "DIR", options->folder, "Folder for it (default: beside the old one)");
    command.flag("--older", options->older, "Write although the list is older");
    command.flag("--incomplete", options->incomplete, "Write although pages may be missing");
    add_format(command, options->format);
    command.runs([options](Session& session) { return import_list(*options, session); });
}

}  // namespace reentry::cli
