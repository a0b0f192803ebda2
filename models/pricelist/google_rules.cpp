// Source of the names: Cloud Billing Catalog captures of 2018 to 2023. Ids of services as in
// `GET /v1/services`: Cloud Storage 95FF-2EF5-5EA1.
#include "models/pricelist/rules.hpp"

namespace reentry::pricelist {
namespace {

const char* const storage = "95FF-2EF5-5EA1";

struct Class {
    std::string id, name, storage_group, operations_group;
};

std::vector<Class> classes() {
    return {{"hot", "Standard", "RegionalStorage", "RegionalOps"},
            {"cool", "Nearline", "NearlineStorage", "NearlineOps"},
            {"cold", "Coldline", "ColdlineStorage", "ColdlineOps"},
            {"archive", "Archive", "ArchiveStorage", "ArchiveOps"}};
}

void add_class(std::vector<Rule>& rules, const Class& c) {
    const std::string price = "tier." + c.id + ".price.";
    rules.push_back({{storage, c.storage_group, c.name + " Storage *", "*"},
                     Kind::byte_months,
                     {price + "storage"}});
    std::vector<std::string> written{price + "class-a"};
    if (c.id != "hot") written.push_back(price + "transition-in");
    for (const std::string& begin : {c.name, "Regional " + c.name}) {
        rules.push_back({{storage, c.operations_group, begin + " Class A Operations*", "*"},
                         Kind::requests,
                         written});
        rules.push_back({{storage, c.operations_group, begin + " Class B Operations*", "*"},
                         Kind::requests,
                         {price + "class-b"}});
    }
    if (c.id != "hot")
        rules.push_back({{storage, c.operations_group, c.name + " Data Retrieval*", "*"},
                         Kind::bytes,
                         {price + "retrieved-bytes"}});
}

}  // namespace

std::vector<Rule> google_rules() {
    std::vector<Rule> rules;
    for (const auto& c : classes()) add_class(rules, c);
    rules.push_back({{storage, "PremiumInternetEgress",
                      "Download Worldwide Destinations (excluding Asia & Australia)", "*"},
                     Kind::bytes,
                     {"account.price.sent-bytes"}});
    return rules;
}

}  // namespace reentry::pricelist
