// Source of the names: Azure Retail Prices pages of 2022 and the service references of
// ahmadabdalla/azure-cost-calculator, checked by its authors against the API in February 2026.
#include "models/pricelist/rules.hpp"

namespace reentry::pricelist {
namespace {

struct Store {
    std::string id, tier, redundancy;
};

std::vector<Store> stores() {
    return {{"hot", "Hot", "LRS"},
            {"hot-zrs", "Hot", "ZRS"},
            {"hot-grs", "Hot", "GRS"},
            {"cool", "Cool", "LRS"},
            {"cool-zrs", "Cool", "ZRS"},
            {"cool-grs", "Cool", "GRS"},
            {"cold", "Cold", "LRS"},
            {"cold-zrs", "Cold", "ZRS"},
            {"cold-grs", "Cold", "GRS"},
            {"archive", "Archive", "LRS"},
            {"archive-grs", "Archive", "GRS"}};
}

// Zone-redundant stores exist in the newer product only; the others are sold under both names, at
// the prices of one meter.
std::vector<std::string> products(const Store& store) {
    if (store.redundancy == "ZRS") return {"General Block Blob v2"};
    return {"Blob Storage", "General Block Blob v2"};
}

void add_rows(std::vector<Rule>& rules, const Store& store, const std::string& meter, Kind kind,
              std::vector<std::string> targets) {
    for (const auto& product : products(store))
        rules.push_back(
            {{"Storage", product, meter, store.tier + ' ' + store.redundancy}, kind, targets});
}

// Meter names carry the redundancy or leave it out where the price does not depend on it.
void add_operations(std::vector<Rule>& rules, const Store& store) {
    const std::string price = "tier." + store.id + ".price.";
    std::vector<std::string> written{price + "put"};
    if (store.tier != "Hot") written.push_back(price + "transition-in");
    std::vector<std::string> read{price + "get"};
    // A read of the archive is the request that thaws; what is thawed is read as hot.
    if (store.tier == "Archive")
        read = {"tier." + store.id + ".thaw.standard.price.restore-request"};
    for (const std::string& name : {store.tier + ' ' + store.redundancy, store.tier}) {
        add_rows(rules, store, name + " Write Operations", Kind::requests, written);
        add_rows(rules, store, name + " Read Operations", Kind::requests, read);
        add_rows(rules, store, name + " List and Create Container Operations", Kind::requests,
                 {price + "list"});
        add_rows(rules, store, name + " Other Operations", Kind::requests,
                 {price + "other-request"});
    }
}

void add_store(std::vector<Rule>& rules, const Store& store) {
    const std::string tier = "tier." + store.id;
    add_rows(rules, store, store.tier + ' ' + store.redundancy + " Data Stored", Kind::byte_months,
             {tier + ".price.storage"});
    add_operations(rules, store);
    if (store.tier == "Archive") {
        add_rows(rules, store, "Archive Data Retrieval", Kind::bytes,
                 {tier + ".thaw.standard.price.retrieved-bytes"});
        add_rows(rules, store, "Archive Priority Data Retrieval", Kind::bytes,
                 {tier + ".thaw.high-priority.price.retrieved-bytes"});
        add_rows(rules, store, "Archive Priority Read Operations", Kind::requests,
                 {tier + ".thaw.high-priority.price.restore-request"});
    } else if (store.tier != "Hot") {
        add_rows(rules, store, store.tier + " Data Retrieval", Kind::bytes,
                 {tier + ".price.retrieved-bytes"});
    }
}

void add_network(std::vector<Rule>& rules) {
    rules.push_back({{"Bandwidth", "Rtn Preference: MGN", "Standard Data Transfer Out", "Standard"},
                     Kind::bytes,
                     {"account.price.sent-bytes"}});
    rules.push_back({{"Bandwidth", "Rtn Preference: MGN", "Standard Data Transfer In", "Standard"},
                     Kind::bytes,
                     {"account.price.received-bytes"}});
    const std::vector<std::pair<std::string, std::string>> gateways{{"VpnGw1AZ", "vpn"},
                                                                    {"VpnGw5AZ", "vpn-large"}};
    for (const auto& [model, id] : gateways)
        rules.push_back({{"VPN Gateway", "VPN Gateway", model, model},
                         Kind::hours,
                         {"connection." + id + ".price.gateway"}});
}

}  // namespace

std::vector<Rule> azure_rules() {
    std::vector<Rule> rules;
    for (const auto& store : stores()) add_store(rules, store);
    add_network(rules);
    return rules;
}

}  // namespace reentry::pricelist
