// One workload's points in one copy, growing job by job.
#pragma once

#include "models/operation/history.hpp"
#include "models/operation/recorder.hpp"
#include "models/operation/world.hpp"
#include "models/protection/job_size.hpp"
#include "models/protection/retention.hpp"

namespace reentry {

// What the next job of a copy has to do.
struct PlannedJob {
    sim::Time content{};  // the instant whose data it copies
    sim::Time started{};
    std::int32_t base = -1;
    bool whole = false;  // the point can be read alone
    bool full = false;   // everything is moved
    JobSize size;
    JobSize reads;  // of the point alone in a restore
};

// Plans and books the jobs; moves nothing itself.
class Lane {
 public:
    Lane(const Case& what, std::size_t copy, std::size_t workload, History& history,
         const RandomKey& key);

    // The job for data as of `content`, or nothing when that content is there already.
    std::optional<PlannedJob> plan(sim::Time content);

    // Books a job that ended now.
    void finish(const PlannedJob& job, sim::Time now, Recorder& recorder);

    // Books what is still there at the end of the horizon.
    void close(Recorder& recorder);

    // The newest content that a copy reading from this one would find at `now`.
    std::optional<sim::Time> newest(sim::Time now) const;

    const std::size_t copy, workload;

 private:
    void close_chain(Recorder& recorder, std::size_t end);
    void store(const RecoveryPoint& point, Recorder& recorder) const;
    void close_rolling(Recorder& recorder) const;
    void ship_logs(sim::Time now, Recorder& recorder);

    const Case& what_;
    const Workload& subject_;
    const Copy& policy_;
    const IntegrationFigures& product_;
    Points& points_;
    sim::Time begin_, end_;
    Retention retention_;
    sim::Stream random_;
    std::size_t chain_ = 0;     // first point of the open chain
    sim::Time last_full_{};     // content of the newest full
    sim::Time logs_shipped_{};  // logs are booked up to here
    std::vector<std::int64_t>
        added_;  // per point: bytes of new data that outlive it (method forever)
};

}  // namespace reentry
