// Runs scenarios off the thread of the window, without knowing widgets.
//
// Order: signals come on the thread of the runner, in order, and only about what was started last:
// a start cancels what runs, and nothing that was cancelled is reported as finished. A change of
// prices rates the last simulation again and never simulates.
#pragma once

#include "gui/result.hpp"
#include "gui/worker.hpp"

#include <QObject>
#include <QString>

namespace reentry::gui {

class Runner : public QObject {
    Q_OBJECT

 public:
    // jobs: threads of a simulation; 0: all cores.
    explicit Runner(std::shared_ptr<const Catalogue> catalogue, unsigned jobs = 0);
    const Catalogue& catalogue() const { return *catalogue_; }
    ~Runner() override;

    // Simulates the scenario with the behaviour applied. With preview > 0 first so many incidents
    // of each class, which is reported as finished too, marked as a preview.
    void start(std::shared_ptr<const Scenario> scenario, Behaviour behaviour,
               std::int64_t preview = 0);
    void cancel();
    void forget();  // cancels, drops the last result, and sets all price factors to 1

    // From now on. Rates the last finished simulation again, if there is one.
    void set_prices(const study::PriceFactors& factors);

    bool running() const { return running_; }
    bool rating() const { return rating_count_ > 0; }
    std::size_t simulations() const { return simulations_; }  // begun since the runner exists

 Q_SIGNALS:
    void started();
    void progress(quint64 done, quint64 total, const QString& doing);
    void finished(const reentry::gui::ResultPtr& result);
    void failed(const QString& reason);
    void cancelled();

 private:
    struct Task;
    void run(const Task& task, const std::stop_token& stop);
    void run_once(const Task& task, std::int64_t incidents, const std::stop_token& stop);
    void deliver(std::size_t number, std::shared_ptr<Result> result);
    void fail(std::size_t number, const QString& reason);
    void rate(std::shared_ptr<const Result> last);
    void rated(std::size_t number, const ResultPtr& result, const QString& problem);

    std::shared_ptr<const Catalogue> catalogue_;
    unsigned jobs_;
    std::size_t number_ = 0;  // of the newest task
    std::size_t simulations_ = 0;
    std::size_t rating_count_ = 0;  // ratings that will still report
    bool running_ = false, again_ = false;
    study::PriceFactors prices_;
    ResultPtr last_;
    Worker simulating_, rating_;  // last: their threads end before the rest goes
};

}  // namespace reentry::gui
