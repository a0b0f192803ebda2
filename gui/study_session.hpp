// One user's work: the scenario that is open, what is asked of it, and the newest result. Without
// widgets; a window is a view of it.
//
// Invariant: a file that cannot be read changes nothing but the list of problems.
#pragma once

#include "gui/runner.hpp"
#include "models/diagnostic.hpp"
#include "models/scenario/scenario.hpp"

#include <QObject>

#include <filesystem>
#include <memory>

namespace reentry::gui {

class StudySession : public QObject {
    Q_OBJECT

 public:
    explicit StudySession(std::shared_ptr<const Catalogue> catalogue, unsigned jobs = 0);

    // Reads a scenario file and runs it. False: the problems say why, and all else is as before.
    bool open(const std::filesystem::path& file);
    bool reopen() { return !attempted_.empty() && open(attempted_); }  // as it now stands on disk

    void run();  // with what is set now
    void set_behaviour(const Behaviour& behaviour);
    void set_prices(const study::PriceFactors& prices);
    void reset();  // all factors to 1

    // Instead of the incidents that files ask for; 0: as they ask. For the next file.
    void limit_incidents(std::int64_t incidents) { incidents_ = incidents; }

    Runner& runner() { return runner_; }
    const std::filesystem::path& file() const { return file_; }            // of the scenario
    const std::filesystem::path& attempted() const { return attempted_; }  // opened last
    const Diagnostics& problems() const { return problems_; }  // of the file opened last
    const std::shared_ptr<const Scenario>& scenario() const { return scenario_; }  // may be null
    const WhatIf& what_if() const { return what_if_; }
    const ResultPtr& result() const { return result_; }  // may be null
    // The last full result with all factors 1, to compare with; may be null.
    const ResultPtr& base() const { return base_; }

 Q_SIGNALS:
    void opened();            // another scenario; no result yet
    void problems_changed();  // also when there are none any more
    void what_if_changed();
    void result_changed();

 private:
    void take(const ResultPtr& result);

    static constexpr std::int64_t preview_incidents = 25;

    Runner runner_;
    std::filesystem::path file_, attempted_;
    Diagnostics problems_;
    std::shared_ptr<const Scenario> scenario_;
    WhatIf what_if_;
    ResultPtr result_, base_;
    std::int64_t incidents_ = 0;
};

}  // namespace reentry::gui
