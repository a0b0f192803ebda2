// Source of the usage types: Amazon S3 User Guide, "Understanding your AWS billing and usage
// reports for Amazon S3", and the price lists of 2016, 2018 and 2023.
#include "models/pricelist/rules.hpp"

namespace reentry::pricelist {
namespace {

using Targets = std::vector<std::string>;

const char* const s3 = "AmazonS3";
const char* const deep = "AmazonS3GlacierDeepArchive";

// All storage classes of S3 by their ids in the catalogue.
Targets in_every_class(const std::string& price) {
    Targets all;
    for (const char* tier : {"hot", "cool", "one-zone-ia", "cold", "archive", "deep-archive",
                             "intelligent", "intelligent-infrequent", "intelligent-instant",
                             "intelligent-archive", "intelligent-deep-archive"})
        all.push_back("tier." + std::string(tier) + ".price." + price);
    return all;
}

Targets in_intelligent(const std::string& price) {
    Targets all;
    for (const char* tier : {"intelligent", "intelligent-infrequent", "intelligent-instant",
                             "intelligent-archive", "intelligent-deep-archive"})
        all.push_back("tier." + std::string(tier) + ".price." + price);
    return all;
}

Targets joined(Targets first, const Targets& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

// The volume type is a check: TimedStorage-ByteHrs exists in other services too.
void add_storage(std::vector<Rule>& rules) {
    const auto add = [&rules](const char* service, const char* volume, const char* usage,
                              const std::string& tier) {
        rules.push_back({{service, volume, usage, "*"},
                         Kind::byte_months,
                         {"tier." + tier + ".price.storage"}});
    };
    add(s3, "Standard", "TimedStorage-ByteHrs", "hot");
    add(s3, "*", "TimedStorage-SIA-ByteHrs", "cool");
    add(s3, "*", "TimedStorage-ZIA-ByteHrs", "one-zone-ia");
    add(s3, "*", "TimedStorage-GIR-ByteHrs", "cold");
    add(s3, "*", "TimedStorage-GlacierByteHrs", "archive");
    add("AmazonGlacier", "*", "TimedStorage-ByteHrs", "archive");
    add(deep, "*", "TimedStorage-GDA-ByteHrs", "deep-archive");
    add(s3, "*", "TimedStorage-INT-FA-ByteHrs", "intelligent");
    add(s3, "*", "TimedStorage-INT-IA-ByteHrs", "intelligent-infrequent");
    add(s3, "*", "TimedStorage-INT-AIA-ByteHrs", "intelligent-instant");
    add(s3, "*", "TimedStorage-INT-AA-ByteHrs", "intelligent-archive");
    add(s3, "*", "TimedStorage-INT-DAA-ByteHrs", "intelligent-deep-archive");
    rules.push_back({{s3, "*", "Monitoring-Automation-INT", "*"},
                     Kind::object_months,
                     in_intelligent("monitored-objects")});
}

void add_requests(std::vector<Rule>& rules) {
    const auto add = [&rules](const char* service, const char* usage, const char* operation,
                              Targets targets) {
        rules.push_back({{service, "*", usage, operation}, Kind::requests, std::move(targets)});
    };
    const auto of = [](const std::string& tier, const std::string& price) {
        return "tier." + tier + ".price." + price;
    };
    add(s3, "Requests-Tier1", "*", joined({of("hot", "put")}, in_every_class("list")));
    add(s3, "Requests-Tier2", "*", {of("hot", "get"), of("hot", "other-request")});
    const std::vector<std::pair<std::string, std::string>> infixes{
        {"SIA", "cool"}, {"ZIA", "one-zone-ia"}, {"GIR", "cold"}};
    for (const auto& [infix, tier] : infixes) {
        add(s3, ("Requests-" + infix + "-Tier1").c_str(), "*", {of(tier, "put")});
        add(s3, ("Requests-" + infix + "-Tier2").c_str(), "*", {of(tier, "get")});
    }
    add(s3, "Requests-INT-Tier1", "*", in_intelligent("put"));
    add(s3, "Requests-INT-Tier2", "*", in_intelligent("get"));
    add(s3, "Requests-GLACIER-Tier1", "*", {of("archive", "put")});
    for (const char* operation : {"PutObject", "PostObject", "CopyObject"})
        add(deep, "Requests-GDA-Tier1", operation, {of("deep-archive", "put")});
}

// Moves between classes. Without an operation Requests-Tier3 could be either archive, or a restore,
// and is left to a person; Requests-Tier4 was Standard-IA and One Zone-IA before there was another.
void add_transitions(std::vector<Rule>& rules) {
    const auto add = [&rules](const char* usage, const char* operation, const Targets& tiers) {
        Rule rule{{s3, "*", usage, operation}, Kind::requests, {}};
        for (const auto& tier : tiers)
            rule.targets.push_back("tier." + tier + ".price.transition-in");
        rules.push_back(std::move(rule));
    };
    add("Requests-Tier3", "S3-GlacierTransition", {"archive"});
    add("Requests-Tier3", "S3-GDATransition", {"deep-archive"});
    add("Requests-Tier4", "S3-SIATransition", {"cool"});
    add("Requests-Tier4", "S3-ZIATransition", {"one-zone-ia"});
    add("Requests-Tier4", "S3-GIRTransition", {"cold"});
    add("Requests-Tier4", "", {"cool", "one-zone-ia"});
}

void add_retrieval(std::vector<Rule>& rules) {
    const auto bytes = [&rules](const char* service, const char* usage, const char* target) {
        rules.push_back({{service, "*", usage, "*"}, Kind::bytes, {target}});
    };
    bytes(s3, "Retrieval-SIA", "tier.cool.price.retrieved-bytes");
    bytes(s3, "Retrieval-ZIA", "tier.one-zone-ia.price.retrieved-bytes");
    bytes(s3, "Retrieval-GIR", "tier.cold.price.retrieved-bytes");
    const char* const archive = "tier.archive.thaw.";
    const char* const deep_archive = "tier.deep-archive.thaw.";
    const auto option = [](const char* tier, const char* name, const char* price) {
        return std::string(tier) + name + ".price." + price;
    };
    const auto add = [&](const char* service, const char* usage, Kind kind, std::string target) {
        rules.push_back({{service, "*", usage, "*"}, kind, {std::move(target)}});
    };
    const char* const got = "retrieved-bytes";
    const char* const asked = "restore-request";
    add(s3, "Standard-Retrieval-Bytes", Kind::bytes, option(archive, "standard", got));
    add(s3, "Expedited-Retrieval-Bytes", Kind::bytes, option(archive, "expedited", got));
    add(s3, "Bulk-Retrieval-Bytes", Kind::bytes, option(archive, "bulk", got));
    add(s3, "Requests-Tier5", Kind::requests, option(archive, "bulk", asked));
    add(s3, "Requests-Tier6", Kind::requests, option(archive, "expedited", asked));
    rules.push_back({{s3, "*", "Requests-Tier3", "RestoreObject"},
                     Kind::requests,
                     {option(archive, "standard", asked)}});
    add(deep, "Standard-Retrieval-Bytes", Kind::bytes, option(deep_archive, "standard", got));
    add(deep, "Bulk-Retrieval-Bytes", Kind::bytes, option(deep_archive, "bulk", got));
    add(deep, "Requests-GDA-Tier3", Kind::requests, option(deep_archive, "standard", asked));
    add(deep, "Requests-GDA-Tier5", Kind::requests, option(deep_archive, "bulk", asked));
}

// `product` is the place at the other end of a transfer: "External" is the internet.
void add_network(std::vector<Rule>& rules) {
    const char* const transfer = "AWSDataTransfer";
    rules.push_back({{transfer, "External", "DataTransfer-Out-Bytes", "*"},
                     Kind::bytes,
                     {"account.price.sent-bytes"},
                     true});
    rules.push_back({{transfer, "External", "DataTransfer-In-Bytes", "*"},
                     Kind::bytes,
                     {"account.price.received-bytes"},
                     true});
    for (const char* peer : {"EU", "EUW1", "EUW2", "EUW3", "EUC1", "EUC2", "EUN1", "EUS1", "EUS2"})
        rules.push_back({{transfer, "*", std::string(peer) + "-AWS-Out-Bytes", "*"},
                         Kind::bytes,
                         {"connection.peer-region.price.sent-bytes"}});
    for (const char* service : {"AmazonVPC", "AmazonEC2"})
        rules.push_back({{service, "*", "VPN-Usage-Hours:ipsec.1", "*"},
                         Kind::hours,
                         {"connection.vpn.price.tunnel"}});
    const std::vector<std::pair<std::string, std::string>> ports{{"1G", "dedicated-1g"},
                                                                 {"10G", "dedicated-10g"},
                                                                 {"100G", "dedicated-100g"},
                                                                 {"400G", "dedicated-400g"}};
    for (const auto& [speed, id] : ports)
        rules.push_back({{"AWSDirectConnect", speed + " Dedicated", "*", "*"},
                         Kind::hours,
                         {"connection." + id + ".price.port"}});
}

void add_keys(std::vector<Rule>& rules) {
    rules.push_back({{"awskms", "*", "KMS-Keys", "*"}, Kind::months, {"account.price.key"}});
    rules.push_back(
        {{"awskms", "*", "KMS-Requests", "*"}, Kind::requests, {"account.price.key-request"}});
}

}  // namespace

std::vector<Rule> aws_rules() {
    std::vector<Rule> rules;
    add_storage(rules);
    add_requests(rules);
    add_transitions(rules);
    add_retrieval(rules);
    add_network(rules);
    add_keys(rules);
    return rules;
}

}  // namespace reentry::pricelist
