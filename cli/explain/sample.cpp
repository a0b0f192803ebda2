// Means over many incidents, with the sample behind them.
#include "cli/explain/explained.hpp"
#include "models/money/format.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "study/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace reentry::cli {
namespace {

using report::text_cell;
using study::Sample;

std::string seconds(double s) { return format_duration(sim::from_seconds(s)); }

report::Facts estimate_facts(const study::Estimate& estimate) {
    return {
        {{"Observations", format_count(static_cast<std::int64_t>(estimate.n))},
         {"Mean", seconds(estimate.mean)},
         {"95 % interval of the mean (Student's t)",
          fmt::format("{} to {}", seconds(estimate.low), seconds(estimate.high))},
         {"P50, P90, P95 (type 7)", fmt::format("{}, {}, {}", seconds(estimate.p50),
                                                seconds(estimate.p90), seconds(estimate.p95))}}};
}

std::vector<report::Column> sample_columns(const std::string& currency) {
    using namespace report;
    return {figures_in("number", "Number", "1"),
            words("failure", "Failed at"),
            words("recovered", "All back"),
            figures_in("recovery", "Recovery", "s"),
            figures_in("top_minimum", "Top service, minimum", "s"),
            words("bottleneck", "Held up most by"),
            figures_in("data_loss", "Data loss", "s"),
            figures_in("bill", "Recovery bill", currency),
            figures_in("outage", "Outage cost", currency),
            figures_in("loss", "Cost of lost data", currency)};
}

// What most of the time went by on along the critical path.
std::string bottleneck_text(const Sample& sample) {
    if (sample.bottleneck.empty()) return {};
    return fmt::format("{}, {}", sample.bottleneck, seconds(sample.bottleneck_s));
}

std::vector<report::Cell> sample_cells(const Sample& sample) {
    return {report::count_cell(sample.number),
            text_cell(format_time(sample.failure)),
            text_cell(sample.recovered ? "yes" : "no",
                      sample.recovered ? report::Tone::plain : report::Tone::bad),
            sample.recovered ? report::seconds_cell(sample.recovery_s) : report::empty_cell(),
            sample.top_hit ? report::seconds_cell(sample.top_minimum_s) : report::empty_cell(),
            text_cell(bottleneck_text(sample)),
            report::seconds_cell(sample.data_loss_s),
            report::total_cell_whole({sample.recovery_bill, sample.bill_complete}),
            report::money_cell(sample.outage_cost),
            report::money_cell(sample.loss_cost)};
}

// In the order of the figure; those that never came back last. A dozen, evenly spread over the
// ranks, unless all are wanted.
report::Table sample_table(const study::ClassResult& result, bool by_loss, bool all,
                           const std::string& currency) {
    auto samples = result.samples;
    std::sort(samples.begin(), samples.end(), [by_loss](const Sample& a, const Sample& b) {
        if (by_loss) return std::pair(a.data_loss_s, a.number) < std::pair(b.data_loss_s, b.number);
        return std::tuple(!a.recovered, a.recovery_s, a.number) <
               std::tuple(!b.recovered, b.recovery_s, b.number);
    });
    report::Table table;
    table.id = "sample-" + result.incident;
    table.caption = fmt::format("Incidents, least first: {}", result.name);
    table.columns = sample_columns(currency);
    constexpr std::size_t picked = 13;
    const auto count = all ? samples.size() : std::min(picked, samples.size());
    for (std::size_t i = 0; i < count; ++i)
        table.rows.push_back(
            sample_cells(samples[count < 2 ? 0 : i * (samples.size() - 1) / (count - 1)]));
    if (count < samples.size())
        table.note = fmt::format(
            "{} of {} incidents, evenly by rank; --all shows every one. Open "
            "one with --figure incident={}#NUMBER.",
            count, samples.size(), result.incident);
    return table;
}

const study::Estimate& all_classes(const study::Row& row, bool loss) {
    return loss ? row.data_loss : row.overall;
}

}  // namespace

report::Section explain_sample(const ExplainedRow& row, const FigureRequest& request,
                               Diagnostics& faults) {
    const auto comparison = study::compare(row.simulated, row.input.catalogue);
    const bool loss = request.name == "loss";
    report::Section section{request.name, loss ? "Data loss" : "Mean time to recovery", {}};
    for (const auto i : wanted_classes(row.scenario(), request, faults)) {
        const auto& result = comparison.rows.front().classes[i];
        section.blocks.emplace_back(
            report::Paragraph{result.name,
                              fmt::format("{} per year; {} of {} incidents did not all come back",
                                          format_number(result.rate_per_year), result.unrecoverable,
                                          result.samples.size()),
                              {}});
        section.blocks.emplace_back(estimate_facts(loss ? result.data_loss : result.recovery));
        section.blocks.emplace_back(sample_table(result, loss, row.all, comparison.currency));
    }
    if (of_all(request))
        section.blocks.emplace_back(
            report::Paragraph{"Over all classes",
                              fmt::format("{}: each class counts with its yearly rate",
                                          seconds(all_classes(comparison.rows.front(), loss).mean)),
                              report::Tone::strong});
    return section;
}

}  // namespace reentry::cli
