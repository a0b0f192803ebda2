// reentry catalogue fetch: downloads a provider's own price list. The only command that touches the
// network.
#include "cli/commands.hpp"
#include "cli/fetch_list.hpp"
#include "cli/text_file.hpp"
#include "models/text.hpp"
#include "models/units/parse.hpp"

#include <fmt/format.h>

#include <memory>

namespace reentry::cli {
namespace {

using pricelist::Vendor;

struct FetchOptions {
    Vendor vendor = Vendor::aws;
    std::string region, base, folder = "price-lists", key_file, date;
    bool list = false;
};

// Only characters that regions have: it becomes part of addresses and file names.
bool is_region(const std::string& region) {
    return !region.empty() &&
           region.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == region.npos;
}

bool read_key(const FetchOptions& options, Session& session, ListRequest& request) {
    if (options.vendor != Vendor::google || options.list) return true;
    if (options.key_file.empty()) {
        session.error("Google's list needs an API key: give a file that holds it with --key-file");
        return false;
    }
    const auto text = read_text(session, options.key_file);
    if (!text) return false;
    request.key = trim(*text);
    return true;
}

std::optional<ListRequest> request_of(const FetchOptions& options, Session& session) {
    ListRequest request;
    request.vendor = options.vendor;
    request.region = options.region;
    request.base = options.base.empty() ? list_host(options.vendor) : options.base;
    while (request.base.ends_with('/')) request.base.pop_back();
    request.folder = options.folder;
    if (!is_region(request.region)) {
        session.error(
            fmt::format("--region: found {}, expected a region as the provider names it, "
                        "such as eu-central-1",
                        quoted(options.region)));
        return {};
    }
    if (!options.date.empty()) {
        const auto day = parse_date(options.date);
        if (!day || options.vendor != Vendor::aws) {
            session.error(fmt::format("--on: found {}, expected {}", quoted(options.date),
                                      day ? "aws, whose older lists are kept" : day.expected));
            return {};
        }
        request.on = *day;
    }
    if (!read_key(options, session, request)) return {};
    return request;
}

// Files grow for minutes: on a terminal their size is written over itself.
FetchProgress shown_on(const Outside& outside) {
    if (!outside.err_is_terminal) return {};
    return [&outside](const FetchFile&, std::uint64_t now, std::uint64_t all) {
        outside.err << fmt::format("\r  {:.1f} MB", static_cast<double>(now) / 1e6);
        if (all > 0) outside.err << fmt::format(" of {:.1f} MB", static_cast<double>(all) / 1e6);
        outside.err << "\033[K\r" << std::flush;
    };
}

ExitCode fetch_lists(const FetchOptions& options, Session& session) {
    const auto request = request_of(options, session);
    if (!request) return ExitCode::bad_input;
    if (options.list) {
        for (const auto& file : first_addresses(*request)) session.outside.out << file.url << '\n';
        return ExitCode::success;
    }
    const auto outcome = fetch_list(
        *request, session.outside.stop,
        [&](const std::string& text) { session.outside.err << text << '\n'; },
        shown_on(session.outside));
    for (const auto& problem : outcome.problems) session.error(problem);
    for (const auto& file : outcome.files) session.outside.out << file.string() << '\n';
    if (outcome.stopped) return ExitCode::interrupted;
    return outcome.problems.empty() ? ExitCode::success : ExitCode::failure;
}

}  // namespace

void add_catalogue_fetch(Command& catalogue) {
    auto command = catalogue.command(
        "fetch", "Download a provider's own price list (the only command that uses the network)",
        R"(Every address is shown before it is asked. Files are whole under their names; what is cut off stays in
NAME.part and is resumed by the next call. Proxies are taken from https_proxy and no_proxy. The
names of the files that were received go to standard output, for `reentry catalogue import`.

Examples:
  reentry catalogue fetch aws --region eu-central-1 --list
  reentry catalogue fetch azure --region germanywestcentral --out lists
  reentry catalogue fetch google --region europe-west3 --key-file google.key
  reentry catalogue fetch aws --region eu-central-1 --on 2024-01-31
  reentry catalogue fetch aws --region eu-central-1 --base-url https://mirror.example.org/prices)");
    const auto options = std::make_shared<FetchOptions>();
    command.choice("vendor", options->vendor,
                   {{"aws", Vendor::aws}, {"azure", Vendor::azure}, {"google", Vendor::google}},
                   "Whose list", Need::required);
    command.option("--region", "REGION", options->region, "Region, as the provider names it",
                   Need::required);
    command.option("--out", "DIR", options->folder, "Folder for the files (default: price-lists)");
    command.option("--base-url", "URL", options->base, "Another host with the same paths");
    command.option("--on", "DATE", options->date, "AWS: the lists that were in force on this day");
    command.option("--key-file", "FILE", options->key_file, "Google: file with an API key");
    command.flag("--list", options->list, "Print the addresses that are asked first, and stop");
    command.runs([options](Session& session) { return fetch_lists(*options, session); });
}

}  // namespace reentry::cli
