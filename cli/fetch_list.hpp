// The files of a vendor's price list: where they are, and how one leads to the next.
#pragma once

#include "cli/fetch.hpp"
#include "models/pricelist/listed_price.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace reentry::cli {

struct ListRequest {
    pricelist::Vendor vendor = pricelist::Vendor::aws;
    std::string region;
    std::string base;  // "https://prices.azure.com"; another one is a mirror
    std::filesystem::path folder;
    std::string key;                                // Google's API key; sent as a header
    std::optional<std::chrono::year_month_day> on;  // AWS: the lists in force on this day
    FetchLimits limits;
};

// The vendor's own host.
std::string list_host(pricelist::Vendor vendor);

// The addresses that are asked first, in order. Those of further pages, and of the lists that an
// index names, stand in what is received.
std::vector<FetchFile> first_addresses(const ListRequest& request);

struct ListOutcome {
    std::vector<std::filesystem::path> files;  // whole ones, in order; indexes are not among them
    std::vector<std::string> problems;         // an address and what is wrong with it
    bool stopped = false;
};

// Told of each address before it is asked, and of each that is done.
using ListProgress = std::function<void(const std::string& text)>;

ListOutcome fetch_list(const ListRequest& request, const std::stop_token& stop,
                       const ListProgress& tell, const FetchProgress& progress);

}  // namespace reentry::cli
