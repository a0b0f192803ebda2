// Price lists in tests: the fixtures of this repository, the genuine samples where they lie beside
// it, and the shipped catalogues that they are compared with.
#pragma once

#include "models/catalogue/provider.hpp"
#include "models/pricelist/comparison.hpp"
#include "models/pricelist/read_list.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace pricelist_test {

using namespace reentry;
using namespace reentry::pricelist;
using std::chrono::year;

inline const std::chrono::year_month_day today = year{2026} / 11 / 21;

inline std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string fixture(const std::string& name) {
    return text_of(in_root("tests/fixtures/pricelists/" + name));
}

// Empty when the samples are not there.
inline std::string sample(const std::string& name) {
    const std::filesystem::path path = in_root("../shared/data/price-samples/" + name);
    return std::filesystem::exists(path) ? text_of(path) : std::string();
}

inline std::string catalogue_text(const std::string& id) {
    return text_of(in_root("data/providers/") + id + ".toml");
}

inline ProviderFile shipped(const std::string& id) {
    Diagnostics faults;
    auto provider = read_provider(in_root("data/providers/") + id + ".toml", faults);
    REQUIRE_MESSAGE(!faults.has_errors(), to_string(faults));
    return provider.file;
}

// A list in memory against a catalogue.
struct Import {
    PriceList list;
    std::vector<FigureChange> changes;
    Diagnostics faults;

    Import(Vendor vendor, const ProviderFile& catalogue, const std::vector<std::string>& texts) {
        const Wanted wanted{catalogue.region, catalogue.currency, today, rules_of(vendor)};
        std::vector<std::istringstream> streams;
        for (const auto& text : texts) streams.emplace_back(text);
        std::vector<ListFile> files;
        for (auto& stream : streams) files.push_back({"list", &stream});
        list = read_list(vendor, files, wanted, faults);
        changes = compare(catalogue, list, wanted.rules);
    }

    const FigureChange& figure(const std::string& address) const {
        for (const auto& change : changes)
            if (change.address == address) return change;
        FAIL("no figure " << address);
        return changes.front();
    }
    // What the list states, or why that was refused.
    std::string stated(const std::string& address) const {
        const auto& change = figure(address);
        if (change.after) return to_string(*change.after);
        return std::string(verdict_name(change.verdict)) + ": " + change.why;
    }
};

}  // namespace pricelist_test
