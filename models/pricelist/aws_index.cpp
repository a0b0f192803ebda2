#include "models/pricelist/aws_index.hpp"

#include "models/pricelist/amounts.hpp"
#include "models/pricelist/json_stream.hpp"

namespace reentry::pricelist {
namespace {

class Listener final : public JsonListener {
 public:
    void value(JsonPath path, JsonKind kind, std::string_view text) override {
        if (path.size() != 3 || kind != JsonKind::text) return;
        const std::string& key = path[2];
        if (path[0] == "offers" && key == "currentVersionUrl") index.offers[path[1]] = text;
        if (path[0] == "regions" && key == "currentVersionUrl") index.regions[path[1]] = text;
        if (path[0] != "versions") return;
        auto& version = index.versions[path[1]];
        if (key == "offerVersionUrl") version.address = text;
        if (key == "versionEffectiveEndDate") version.until = parse_list_date(text);
        if (key == "versionEffectiveBeginDate")
            version.from = parse_list_date(text).value_or(std::chrono::year_month_day{});
    }
    void open(JsonPath) override {}
    void close(JsonPath) override {}

    AwsIndex index;
};

// "/offers/...", so that it cannot lead to another host.
bool is_relative(const std::string& address) {
    return address.starts_with("/offers/") && address.find("..") == address.npos &&
           address.find_first_of(" \r\n\t") == address.npos;
}

std::string first_absolute(const AwsIndex& index) {
    for (const auto* all : {&index.offers, &index.regions})
        for (const auto& [name, address] : *all)
            if (!is_relative(address)) return address;
    for (const auto& [name, version] : index.versions)
        if (!is_relative(version.address)) return version.address;
    return {};
}

}  // namespace

const AwsIndex::Version* AwsIndex::in_force(std::chrono::year_month_day day) const {
    const Version* best = nullptr;
    for (const auto& [name, version] : versions) {
        if (!version.from.ok() || version.from > day || (version.until && *version.until <= day))
            continue;
        if (best == nullptr || version.from >= best->from) best = &version;
    }
    return best;
}

AwsIndex read_aws_index(std::istream& in, const std::string& file, Diagnostics& diagnostics) {
    Listener listener;
    if (!read_json(in, file, listener, diagnostics)) return {};
    AwsIndex& index = listener.index;
    if (index.offers.empty() && index.regions.empty() && index.versions.empty())
        diagnostics.add({.file = file,
                         .found = "JSON without offers, regions or versions",
                         .expected = "an index of the AWS Price List"});
    if (const auto address = first_absolute(index); !address.empty())
        diagnostics.add({.file = file,
                         .found = address,
                         .expected = "an address below /offers/ of the same host"});
    return std::move(index);
}

}  // namespace reentry::pricelist
