#include "cli/fetch_list.hpp"

#include "models/pricelist/aws_index.hpp"
#include "models/pricelist/azure_page.hpp"
#include "models/pricelist/google_page.hpp"

#include <fmt/format.h>

#include <fstream>
#include <set>

namespace reentry::cli {
namespace {

using pricelist::Vendor;

// More pages than any list has: an end to a circle of links.
constexpr std::size_t most_pages = 2000;

// What S3 and the products around it are spread over.
constexpr const char* aws_offers[] = {
    "AmazonS3",         "AmazonS3GlacierDeepArchive", "AmazonGlacier", "AWSDataTransfer",
    "AWSDirectConnect", "AWSStorageGateway",          "AmazonVPC",     "awskms"};
constexpr const char* azure_services[] = {"Storage", "Bandwidth", "VPN Gateway"};
constexpr const char* google_service = "95FF-2EF5-5EA1";

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
        result += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

std::string file_name(std::string_view text) {
    std::string name;
    for (const char c : text) name += c == ' ' || c == '/' ? '-' : c;
    return name;
}

FetchFile aws_index_file(const ListRequest& request, const std::string& offer) {
    const std::string offers = request.base + "/offers/v1.0/aws/" + offer;
    return request.on
               ? FetchFile{offers + "/index.json", request.folder / (offer + "-versions.json"), {}}
               : FetchFile{offers + "/current/region_index.json",
                           request.folder / (offer + "-regions.json"),
                           {}};
}

FetchFile azure_page_file(const ListRequest& request, const std::string& service, std::size_t page,
                          const std::string& url) {
    return {url,
            request.folder /
                fmt::format("azure-{}-{}-{:03}.json", file_name(service), request.region, page),
            {}};
}

std::string azure_first(const ListRequest& request, const std::string& service) {
    const std::string filter =
        fmt::format("serviceName eq '{}' and armRegionName eq '{}' and priceType eq 'Consumption'",
                    service, request.region);
    return fmt::format("{}/api/retail/prices?api-version=2023-01-01-preview&%24filter={}",
                       request.base, escaped(filter));
}

FetchFile google_page_file(const ListRequest& request, std::size_t page, const std::string& token) {
    std::string url = fmt::format("{}/v1/services/{}/skus?currencyCode=USD&pageSize=5000",
                                  request.base, google_service);
    if (!token.empty()) url += "&pageToken=" + escaped(token);
    return {url,
            request.folder / fmt::format("google-{}-{:03}.json", google_service, page),
            {"X-Goog-Api-Key: " + request.key}};
}

// The link of a page, on the host that was asked: a mirror hands out the vendor's own links.
std::string on_base(const std::string& link, const std::string& base) {
    const auto host = link.find("://");
    const auto path = host == link.npos ? link.find('/') : link.find('/', host + 3);
    return path == link.npos ? std::string() : base + link.substr(path);
}

class ListFetch {
 public:
    ListFetch(const ListRequest& request, const std::stop_token& stop, const ListProgress& tell,
              const FetchProgress& progress)
        : request_(request), stop_(stop), tell_(tell), progress_(progress) {}

    ListOutcome run() {
        switch (request_.vendor) {
            case Vendor::aws:
                for (const char* offer : aws_offers) aws(offer);
                break;
            case Vendor::azure:
                for (const char* service : azure_services) azure(service);
                break;
            case Vendor::google:
                google();
                break;
        }
        return std::move(outcome_);
    }

 private:
    bool get(const FetchFile& file) {
        if (outcome_.stopped) return false;
        tell_(file.url);
        const auto got = fetch(file, request_.limits, stop_, progress_);
        outcome_.stopped = got.stopped;
        if (got.done)
            tell_(fmt::format("  {}: {} bytes", file.path.string(), got.bytes));
        else
            problem(file.url,
                    got.problem + (got.tries > 1 ? fmt::format(", after {} tries", got.tries)
                                                 : std::string()));
        return got.done;
    }

    void problem(const std::string& url, const std::string& text) {
        outcome_.problems.push_back(url + ": " + text);
    }

    void aws(const std::string& offer) {
        const FetchFile index_file = aws_index_file(request_, offer);
        if (!get(index_file)) return;
        std::ifstream in(index_file.path, std::ios::binary);
        Diagnostics faults;
        const auto index = pricelist::read_aws_index(in, index_file.path.string(), faults);
        if (faults.has_errors()) return problem(index_file.url, to_string(faults.all().front()));
        const std::string address = address_in(index);
        if (address.empty())
            return problem(index_file.url, request_.on ? "no list was in force on that day"
                                                       : "no list for " + request_.region);
        const FetchFile list{request_.base + address, request_.folder / (offer + ".json"), {}};
        if (get(list)) outcome_.files.push_back(list.path);
    }

    std::string address_in(const pricelist::AwsIndex& index) const {
        if (request_.on) {
            const auto* version = index.in_force(*request_.on);
            return version == nullptr ? std::string() : version->address;
        }
        const auto found = index.regions.find(request_.region);
        return found == index.regions.end() ? std::string() : found->second;
    }

    void azure(const std::string& service) {
        std::string url = azure_first(request_, service);
        std::set<std::string> asked;
        for (std::size_t page = 1; !url.empty(); ++page) {
            if (page > most_pages || !asked.insert(url).second)
                return problem(url, "its links lead in a circle");
            const auto file = azure_page_file(request_, service, page, url);
            if (!get(file)) return;
            outcome_.files.push_back(file.path);
            std::ifstream in(file.path, std::ios::binary);
            const auto next = pricelist::azure_next_page(in);
            url = next ? on_base(*next, request_.base) : std::string();
        }
    }

    void google() {
        std::string token;
        std::set<std::string> asked;
        for (std::size_t page = 1;; ++page) {
            const auto file = google_page_file(request_, page, token);
            if (page > most_pages || !asked.insert(token).second)
                return problem(file.url, "its pages lead in a circle");
            if (!get(file)) return;
            outcome_.files.push_back(file.path);
            std::ifstream in(file.path, std::ios::binary);
            const auto next = pricelist::google_next_page(in);
            if (!next) return;
            token = *next;
        }
    }

    const ListRequest& request_;
    const std::stop_token& stop_;
    const ListProgress& tell_;
    const FetchProgress& progress_;
    ListOutcome outcome_;
};

}  // namespace

std::string list_host(Vendor vendor) {
    switch (vendor) {
        case Vendor::aws:
            return "https://pricing.us-east-1.amazonaws.com";
        case Vendor::azure:
            return "https://prices.azure.com";
        case Vendor::google:
            break;
    }
    return "https://cloudbilling.googleapis.com";
}

std::vector<FetchFile> first_addresses(const ListRequest& request) {
    std::vector<FetchFile> files;
    if (request.vendor == Vendor::aws)
        for (const char* offer : aws_offers) files.push_back(aws_index_file(request, offer));
    if (request.vendor == Vendor::azure)
        for (const char* service : azure_services)
            files.push_back(azure_page_file(request, service, 1, azure_first(request, service)));
    if (request.vendor == Vendor::google) files.push_back(google_page_file(request, 1, {}));
    return files;
}

ListOutcome fetch_list(const ListRequest& request, const std::stop_token& stop,
                       const ListProgress& tell, const FetchProgress& progress) {
    return ListFetch(request, stop, tell, progress).run();
}

}  // namespace reentry::cli
