#include "models/pricelist/rules.hpp"

namespace reentry::pricelist {
namespace {

bool matches(std::string_view pattern, std::string_view text) {
    if (!pattern.ends_with('*')) return pattern == text;
    pattern.remove_suffix(1);
    return text.starts_with(pattern);
}

}  // namespace

std::vector<Rule> rules_of(Vendor vendor) {
    switch (vendor) {
        case Vendor::aws:
            return aws_rules();
        case Vendor::azure:
            return azure_rules();
        case Vendor::google:
            break;
    }
    return google_rules();
}

const Rule* find_rule(const std::vector<Rule>& rules, const MeterKey& row) {
    for (const auto& rule : rules)
        if (matches(rule.row.meter, row.meter) && matches(rule.row.service, row.service) &&
            matches(rule.row.product, row.product) && matches(rule.row.variant, row.variant))
            return &rule;
    return nullptr;
}

}  // namespace reentry::pricelist
