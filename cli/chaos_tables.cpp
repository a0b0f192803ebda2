#include "cli/chaos_tables.hpp"

#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace reentry::cli {
namespace {

using report::text_cell;
using study::Chaos;
using study::Strike;

constexpr std::size_t worst_shown = 10;

std::string events_text(const Strike& strike) {
    std::string text;
    for (std::size_t i = 0; i < study::happenings; ++i)
        if (strike.what[i])
            text += (text.empty() ? "" : ", ") +
                    std::string(study::happening_name(static_cast<study::Happening>(i)));
    return text;
}

report::Cell recovery_cell(const Strike& strike) {
    return strike.recovered ? report::seconds_cell(strike.recovery_s)
                            : text_cell("never", report::Tone::bad);
}

const std::string& named(const std::string& name, const std::string& id) {
    return name.empty() ? id : name;
}

report::Facts facts_of(const Case& what, const study::ChaosOptions& options, const Chaos& result) {
    const auto& incident = what.scenario->incidents[options.incident];
    const auto& strategy = *what.strategy;
    return {
        {{"Strategy", named(strategy.name, strategy.id)},
         {"Provider", what.provider.empty() ? "on premises" : what.provider},
         {"Incident",
          fmt::format("{}, draw {}", named(incident.name, incident.id), options.number)},
         {"Events", fmt::format("{} to {}", format_time(options.from), format_time(options.to))},
         {"Strikes", format_count(static_cast<std::int64_t>(result.strikes.size()))},
         {"Not all back", format_count(static_cast<std::int64_t>(result.unrecoverable))}}};
}

void add_worst_columns(std::vector<report::Column>& columns, const std::string& key,
                       const std::string& group) {
    using namespace report;
    columns.push_back(under(group, figures_in(key + "_p50", "P50", "s")));
    columns.push_back(under(group, figures_in(key + "_p95", "P95", "s")));
    columns.push_back(under(group, figures_in(key + "_worst", "worst", "s")));
    columns.push_back(under(group, words(key + "_when", "when")));
}

void add_quantiles(std::vector<report::Cell>& cells, const study::Estimate& estimate) {
    const auto cell = [&](double value) {
        return estimate.n > 0 ? report::seconds_cell(value) : report::empty_cell();
    };
    cells.push_back(cell(estimate.p50));
    cells.push_back(cell(estimate.p95));
}

report::Table group_table(const Chaos& result) {
    using namespace report;
    Table table;
    table.id = "events";
    table.caption = "Struck just after ...";
    table.columns = {words("event", "Event"), figures_in("strikes", "Strikes", "1"),
                     figures_in("unrecoverable", "Not all back", "1")};
    add_worst_columns(table.columns, "recovery", "All back");
    add_worst_columns(table.columns, "data_loss", "Data loss");
    for (const auto& group : result.groups) {
        std::vector<Cell> cells{text_cell(study::happening_name(group.happening)),
                                count_cell(group.strikes), count_cell(group.unrecoverable)};
        const auto& slowest = result.strikes[group.slowest];
        const auto& stalest = result.strikes[group.stalest];
        add_quantiles(cells, group.recovery);
        cells.push_back(recovery_cell(slowest));
        cells.push_back(text_cell(format_time(slowest.at)));
        add_quantiles(cells, group.data_loss);
        cells.push_back(seconds_cell(stalest.data_loss_s));
        cells.push_back(text_cell(format_time(stalest.at)));
        table.rows.push_back(std::move(cells));
    }
    table.note = "An instant with several events counts for each of them.";
    return table;
}

std::vector<report::Column> strike_columns() {
    using namespace report;
    return {words("at", "Just after"), words("events", "Events"),
            figures_in("recovery", "All back", "s"),
            figures_in("top_minimum", "Top service, minimum", "s"),
            figures_in("data_loss", "Data loss", "s")};
}

std::vector<report::Cell> strike_cells(const Strike& strike) {
    return {text_cell(format_time(strike.at)), text_cell(events_text(strike)),
            recovery_cell(strike), report::seconds_cell(strike.top_minimum_s),
            report::seconds_cell(strike.data_loss_s)};
}

// By recovery time, what never comes back first; ties in order of time.
report::Table worst_table(const Chaos& result) {
    std::vector<std::size_t> order(result.strikes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&result](std::size_t i) {
        const auto& strike = result.strikes[i];
        return std::tuple(strike.recovered, -strike.recovery_s, i);
    };
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    report::Table table;
    table.id = "worst";
    table.caption = "The worst instants";
    table.columns = strike_columns();
    table.key_columns = 2;
    for (std::size_t i = 0; i < std::min(worst_shown, order.size()); ++i)
        table.rows.push_back(strike_cells(result.strikes[order[i]]));
    return table;
}

}  // namespace

report::Table strike_table(const Chaos& result) {
    report::Table table;
    table.id = "strikes";
    table.columns = strike_columns();
    table.key_columns = 2;
    for (const auto& strike : result.strikes) table.rows.push_back(strike_cells(strike));
    return table;
}

report::Document chaos_document(const Case& what, const study::ChaosOptions& options,
                                const Chaos& result) {
    report::Document document;
    document.title = fmt::format("{}: chaos sweep", what.scenario->name);
    report::Section section{"chaos", "When is it worst?", {}};
    section.blocks.emplace_back(facts_of(what, options, result));
    if (!result.strikes.empty()) {
        section.blocks.emplace_back(group_table(result));
        section.blocks.emplace_back(worst_table(result));
    }
    document.sections.push_back(std::move(section));
    return document;
}

}  // namespace reentry::cli
