#include "cli/explain/explained.hpp"

#include "models/nearest.hpp"
#include "models/text.hpp"

#include <algorithm>

namespace reentry::cli {
namespace {

const FigureKind* kind_of(const FigureRequest& request, Diagnostics& faults) {
    std::vector<std::string> names;
    for (const auto& kind : figure_kinds()) {
        if (request.name == kind.name) return &kind;
        names.emplace_back(kind.name);
    }
    faults.add({.key = "--figure",
                .found = quoted(request.name),
                .expected = listed(names),
                .hint = did_you_mean(nearest(request.name, names))});
    return nullptr;
}

}  // namespace

const std::vector<FigureKind>& figure_kinds() {
    static const std::vector<FigureKind> all{
        {"cost", "of running it over the horizon, by group, line, workload, month",
         Needs::operation},
        {"month", "month=2027-03: every charge with quantity, band, price", Needs::operation},
        {"mtr", "mtr=CLASS or all: the sample behind the mean time to recovery", Needs::incidents},
        {"loss", "loss=CLASS or all: the sample behind the data loss", Needs::incidents},
        {"rto", "rto=CLASS or all: how many incidents met the RTO, and the verdict",
         Needs::incidents},
        {"rpo", "the same for the RPO", Needs::incidents},
        {"expected", "the expected annual cost, term by term", Needs::incidents},
        {"incident", "incident=CLASS#NUMBER: one recovery, stage by stage, with its bill",
         Needs::operation},
    };
    return all;
}

std::vector<FigureRequest> figure_requests(const std::vector<std::string>& figures, Needs& needs,
                                           Diagnostics& faults) {
    std::vector<FigureRequest> all;
    for (const auto& text : figures.empty() ? std::vector<std::string>{"cost"} : figures) {
        const auto sign = std::min(text.find('='), text.size());
        all.push_back({text.substr(0, sign), text.substr(std::min(sign + 1, text.size()))});
        if (const auto* kind = kind_of(all.back(), faults)) needs = std::max(needs, kind->needs);
    }
    return all;
}

std::optional<std::size_t> class_index(const Scenario& scenario, const std::string& id,
                                       Diagnostics& faults) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < scenario.incidents.size(); ++i) {
        if (scenario.incidents[i].id == id) return i;
        ids.push_back(scenario.incidents[i].id);
    }
    faults.add({.key = "--figure",
                .found = quoted(id),
                .expected = "a class of incidents: " + listed(ids),
                .hint = did_you_mean(nearest(id, ids))});
    return std::nullopt;
}

bool of_all(const FigureRequest& request) {
    return request.argument.empty() || request.argument == "all";
}

std::vector<std::size_t> wanted_classes(const Scenario& scenario, const FigureRequest& request,
                                        Diagnostics& faults) {
    std::vector<std::size_t> wanted;
    if (!of_all(request)) {
        if (const auto one = class_index(scenario, request.argument, faults))
            wanted.push_back(*one);
        return wanted;
    }
    for (std::size_t i = 0; i < scenario.incidents.size(); ++i) wanted.push_back(i);
    return wanted;
}

}  // namespace reentry::cli
