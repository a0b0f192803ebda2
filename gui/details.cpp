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

template <class Answer>
void Details::ask(Worker& worker, std::size_t& open, std::function<Answer()> work,
                  void (Details::*answered)(const Answer&)) {
    open = ++number_;
    worker.post([this, &open, number = open, work = std::move(work),
                 answered](const std::stop_token& stop) {
        Answer answer;
        QString problem;
        try {
            answer = work();
        } catch (const std::exception& broken) {
            problem = QString::fromUtf8(broken.what());
        }
        if (stop.stop_requested()) return;
        const auto deliver = [this, &open, number, answer, problem, answered] {
            if (open != number) return;  // something else was asked since
            open = 0;
            if (answer)
                Q_EMIT(this->*answered)(answer);
            else
                Q_EMIT failed(problem);
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    });
}

void Details::replay(ResultPtr result, IncidentRef which) {
    ask<ReplayedPtr>(
        replaying_, replays_,
        [result = std::move(result), which] {
            return std::make_shared<const Replayed>(replay_of(*result, which));
        },
        &Details::replayed);
}

void Details::bill(ResultPtr result, std::size_t row) {
    ask<BilledPtr>(
        billing_, bills_,
        [result = std::move(result), row] {
            return std::make_shared<const Billed>(
                Billed{result, row,
                       study::bill_of(*result->simulated, row, *result->catalogue,
                                      result->what_if.prices)});
        },
        &Details::billed);
}

void Details::forget() {
    replays_ = bills_ = 0;
    replaying_.cancel();
    billing_.cancel();
}

}  // namespace reentry::gui
