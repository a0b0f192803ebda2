#include "gui/pages/incident_table.hpp"

#include "gui/widgets/columns.hpp"
#include "models/units/format.hpp"

#include <algorithm>
#include <tuple>

namespace reentry::gui {
namespace {

using namespace report;
using study::Sample;

std::vector<Cell> cells_of(const Sample& sample) {
    const Cell never{"not all back", "1e18", Tone::bad};
    return {count_cell(sample.number),
            {format_date(sim::day_of(sample.failure)),
             plain_digits(sim::to_seconds(sample.failure.time_since_epoch())), Tone::plain},
            sample.recovered ? seconds_cell(sample.recovery_s) : never,
            sample.top_hit && sample.recovered ? seconds_cell(sample.top_minimum_s) : empty_cell(),
            seconds_cell(sample.data_loss_s),
            amount_cell(sample.recovery_bill, 2),
            amount_cell(sample.outage_cost, 0),
            amount_cell(sample.loss_cost, 0)};
}

// What never comes back, then the longest; ties in order of number.
bool worse(const Sample& a, const Sample& b) {
    return std::tuple(a.recovered, -a.recovery_s, a.number) <
           std::tuple(b.recovered, -b.recovery_s, b.number);
}

}  // namespace

void show_incidents(TableModel& model, const Result& result, const study::ClassResult& incidents) {
    const std::string& money = result.comparison->currency;
    const std::string top = result.comparison->top_service;
    Table table;
    table.columns = {figures("number", "No.", "1"),
                     figures("failure", "Failure", "s"),
                     figures("recovery", "All back", "s"),
                     figures("top", (top.empty() ? "Top service" : top), "s"),
                     figures("loss", "Data loss", "s"),
                     figures("bill", "Bill [" + money + "]", money),
                     figures("outage", "Outage [" + money + "]", money),
                     figures("lost", "Loss [" + money + "]", money)};
    std::vector<const Sample*> order;
    for (const auto& sample : incidents.samples) order.push_back(&sample);
    std::sort(order.begin(), order.end(),
              [](const Sample* a, const Sample* b) { return worse(*a, *b); });
    std::vector<std::size_t> keys;
    for (const auto* sample : order) {
        table.rows.push_back(cells_of(*sample));
        keys.push_back(sample->number);
    }
    model.set_table(std::move(table), std::move(keys));
}

}  // namespace reentry::gui
