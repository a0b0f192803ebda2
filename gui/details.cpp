#include "gui/details.hpp"

#include "report/verdict.hpp"
#include "study/compare.hpp"

#include <fmt/format.h>

#include <exception>
#include <utility>

namespace reentry::gui {
namespace {

Replayed replay_of(const Result& result, const IncidentRef& which) {
    const Scenario& scenario = result.scenario();
    const auto& row = result.row(which.row);
    const auto& incident = scenario.incidents[which.incident_class];
    Replayed again;
    again.which = which;
    auto& trace = again.trace;
    trace.strategy = row.strategy;
    trace.provider = row.provider;
    trace.title =
        fmt::format("{}, number {}: {}", incident.name.empty() ? incident.id : incident.name,
                    which.number, report::option_name(row));
    for (const auto& workload : scenario.workloads)
        trace.workloads.push_back(workload.name.empty() ? workload.id : workload.name);
    trace.outcome = study::replay(scenario, *result.simulated->rows[which.row].offer.made,
                                  which.incident_class, which.number);
    trace.rto_s = trace.outcome.top_hit ? result.comparison->top_rto_s : 0;
    return again;
}

}  // namespace

Details::~Details() = default;

void Details::replay(ResultPtr result, IncidentRef which) {
    replays_ = ++number_;
    replaying_.post(
        [this, result = std::move(result), which, number = replays_](const std::stop_token& stop) {
            ReplayedPtr again;
            QString problem;
            try {
                again = std::make_shared<const Replayed>(replay_of(*result, which));
            } catch (const std::exception& broken) {
                problem = QString::fromUtf8(broken.what());
            }
            if (stop.stop_requested()) return;
            QMetaObject::invokeMethod(
                this,
                [this, number, again, problem] {
                    if (number != std::exchange(replays_, number == replays_ ? 0 : replays_))
                        return;
                    if (again)
                        Q_EMIT replayed(again);
                    else
                        Q_EMIT failed(problem);
                },
                Qt::QueuedConnection);
        });
}

void Details::bill(ResultPtr result, std::size_t row) {
    bills_ = ++number_;
    billing_.post(
        [this, result = std::move(result), row, number = bills_](const std::stop_token& stop) {
            BilledPtr bill;
            QString problem;
            try {
                bill = std::make_shared<const Billed>(
                    Billed{result, row,
                           study::bill_of(*result->simulated, row, *result->catalogue,
                                          result->what_if.prices)});
            } catch (const std::exception& broken) {
                problem = QString::fromUtf8(broken.what());
            }
            if (stop.stop_requested()) return;
            QMetaObject::invokeMethod(
                this,
                [this, number, bill, problem] {
                    if (number != std::exchange(bills_, number == bills_ ? 0 : bills_)) return;
                    if (bill)
                        Q_EMIT billed(bill);
                    else
                        Q_EMIT failed(problem);
                },
                Qt::QueuedConnection);
        });
}

void Details::forget() {
    replays_ = bills_ = 0;
    replaying_.cancel();
    billing_.cancel();
}

}  // namespace reentry::gui
