// How far a simulation is, as one line of a terminal that is written over again and again:
//   [=========>          ]  46 %  disk-and-cloud on scaleway  12 s left
#pragma once

#include "cli/outside.hpp"
#include "study/simulate.hpp"

namespace reentry::cli {

class ProgressBar {
 public:
    // Shows nothing unless `shown` and standard error is a terminal.
    ProgressBar(const Outside& outside, bool shown);
    ~ProgressBar();  // leaves the line empty
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    // Called from any thread, one call at a time. Draws ten times a second at most.
    void show(const study::Progress& progress);

 private:
    using Instant = std::chrono::steady_clock::time_point;
    std::string line(const study::Progress& progress, Instant now) const;

    const Outside& outside_;
    bool shown_;
    bool drawn_ = false;
    Instant begin_{}, last_{};
};

}  // namespace reentry::cli
