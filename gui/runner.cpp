#include "gui/runner.hpp"

#include "study/compare.hpp"

#include <chrono>
#include <exception>
#include <utility>

namespace reentry::gui {
namespace {

using Instant = std::chrono::steady_clock::time_point;
constexpr std::chrono::milliseconds between_reports{50};

Instant now() { return std::chrono::steady_clock::now(); }

double seconds_since(Instant begin) { return std::chrono::duration<double>(now() - begin).count(); }

bool same(const study::PriceFactors& a, const study::PriceFactors& b) {
    return a.storage == b.storage && a.requests == b.requests && a.retrieval == b.retrieval &&
           a.traffic == b.traffic && a.connection == b.connection && a.on_premises == b.on_premises;
}

}  // namespace

struct Runner::Task {
    std::size_t number = 0;
    std::shared_ptr<const Scenario> scenario;
    Behaviour behaviour;
    std::int64_t preview = 0;
    study::PriceFactors prices;
};

Runner::Runner(std::shared_ptr<const Catalogue> catalogue, unsigned jobs)
    : catalogue_(std::move(catalogue)), jobs_(jobs) {}

Runner::~Runner() = default;

void Runner::start(std::shared_ptr<const Scenario> scenario, Behaviour behaviour,
                   std::int64_t preview) {
    if (scenario->effort.incidents <= 2 * preview) preview = 0;
    Task task{++number_, std::move(scenario), std::move(behaviour), preview, prices_};
    running_ = true;
    simulations_ += preview > 0 ? 2 : 1;
    simulating_.post(
        [this, task = std::move(task)](const std::stop_token& stop) { run(task, stop); });
    Q_EMIT started();
}

void Runner::cancel() {
    if (!running_) return;
    ++number_;
    running_ = false;
    simulating_.cancel();
    Q_EMIT cancelled();
}

void Runner::forget() {
    cancel();
    ++number_;
    last_ = nullptr;
    prices_ = {};
}

// On the worker's thread, as run_once is.
void Runner::run(const Task& task, const std::stop_token& stop) {
    try {
        if (task.preview > 0) run_once(task, task.preview, stop);
        if (!stop.stop_requested()) run_once(task, 0, stop);
    } catch (const std::exception& problem) {
        const QString reason = QString::fromUtf8(problem.what());
        QMetaObject::invokeMethod(
            this, [this, number = task.number, reason] { fail(number, reason); },
            Qt::QueuedConnection);
    }
}

void Runner::run_once(const Task& task, std::int64_t incidents, const std::stop_token& stop) {
    const Instant begin = now();
    Instant reported = begin;
    study::SimulateOptions options;
    options.jobs = jobs_;
    options.stop = stop;
    options.progress = [&](const study::Progress& state) {
        if (now() - reported < between_reports) return;
        reported = now();
        QMetaObject::invokeMethod(
            this,
            [this, state, number = task.number] {
                if (number == number_)
                    Q_EMIT progress(state.done, state.total, QString::fromStdString(state.doing));
            },
            Qt::QueuedConnection);
    };
    const auto scenario = applied(*task.scenario, task.behaviour, incidents);
    auto simulated = study::simulate(scenario, *catalogue_, options);
    if (simulated.cancelled || stop.stop_requested()) return;
    auto result = std::make_shared<Result>();
    result->catalogue = catalogue_;
    result->simulated = std::make_shared<const study::Simulated>(std::move(simulated));
    result->comparison = std::make_shared<const study::Comparison>(
        study::compare(*result->simulated, *catalogue_, task.prices));
    result->what_if = {task.behaviour, task.prices};
    result->preview = incidents > 0;
    result->seconds = seconds_since(begin);
    QMetaObject::invokeMethod(
        this, [this, number = task.number, result] { deliver(number, result); },
        Qt::QueuedConnection);
}

void Runner::deliver(std::size_t number, std::shared_ptr<Result> result) {
    if (number != number_) return;
    running_ = result->preview;
    last_ = std::move(result);
    Q_EMIT finished(last_);
    if (!same(last_->what_if.prices, prices_)) set_prices(prices_);
}

void Runner::fail(std::size_t number, const QString& reason) {
    if (number != number_) return;
    running_ = false;
    Q_EMIT failed(reason);
}

void Runner::set_prices(const study::PriceFactors& factors) {
    prices_ = factors;
    if (!last_) return;
    // One rating at a time, the newest factors next: a slider being dragged shows each that is
    // done.
    if (rating_count_ > 0)
        again_ = true;
    else
        rate(last_);
}

void Runner::rate(std::shared_ptr<const Result> last) {
    ++rating_count_;
    const auto factors = prices_;
    rating_.post(
        [this, last = std::move(last), factors, number = number_](const std::stop_token& stop) {
            auto result = std::make_shared<Result>(*last);
            QString problem;
            try {
                result->comparison = std::make_shared<const study::Comparison>(
                    study::compare(*last->simulated, *last->catalogue, factors));
                result->what_if.prices = factors;
            } catch (const std::exception& broken) {
                problem = QString::fromUtf8(broken.what());
            }
            if (stop.stop_requested()) return;
            QMetaObject::invokeMethod(
                this, [this, number, result, problem] { rated(number, result, problem); },
                Qt::QueuedConnection);
        });
}

void Runner::rated(std::size_t number, const ResultPtr& result, const QString& problem) {
    --rating_count_;
    const bool still_shown = last_ && last_->simulated == result->simulated;
    if (still_shown && problem.isEmpty()) {
        last_ = result;
        Q_EMIT finished(last_);
    } else if (still_shown && number == number_) {
        Q_EMIT failed(problem);
    }
    const bool again = std::exchange(again_, false);
    if (last_ && problem.isEmpty() && (again || !same(last_->what_if.prices, prices_))) rate(last_);
}

}  // namespace reentry::gui
