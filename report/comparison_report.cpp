#include "report/comparison_report.hpp"

#include "report/comparison/sections.hpp"

#include <utility>

namespace reentry::report {

Document comparison_report(const study::Comparison& comparison, const ReportOptions& options) {
    Document document;
    document.title = comparison.title.empty() ? comparison.scenario : comparison.title;
    document.subtitle = comparison.summary;
    document.footer = "Reentry " + options.version;
    const Choice choice = choose(comparison);
    const auto add = [&](Section section) {
        if (!section.blocks.empty()) document.sections.push_back(std::move(section));
    };
    add(summary_section(comparison, choice));
    add(overview_section(comparison, choice));
    add(incidents_section(comparison, choice));
    add(cost_section(comparison, choice));
    add(recovery_section(options.traces));
    add(drills_section(comparison));
    add(findings_section(comparison));
    add(unknown_prices_section(comparison));
    add(sources_section(comparison));
    add(run_section(comparison, options.version));
    return document;
}

}  // namespace reentry::report
