// One workload's points in one copy, growing job by job.
#pragma once

#include "models/operation/history.hpp"
#include "models/operation/stock.hpp"
#include "models/operation/world.hpp"
#include "models/protection/job_size.hpp"
#include "models/protection/retention.hpp"

namespace reentry {

// What the next job of a copy has to do.
struct PlannedJob {
    sim::Time content{};  // the instant whose data it copies
    sim::Time started{};
    std::int32_t base = -1;
    bool whole = false;       // the point can be read alone
    bool full = false;        // everything is moved
    bool synthesise = false;  // a full is due, which the store makes once this increment is there
    bool synthetic = false;   // this is that full
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

    // The full that the store makes of its chain for the content of an increment that has ended.
    PlannedJob synthetic_full(const PlannedJob& increment) const;

    // Books a job that ended now.
    void finish(const PlannedJob& job, sim::Time now, Recorder& recorder);

    // Books what is still there at the end of the horizon.
    void close(Recorder& recorder);

    // The newest content that a copy reading from this one would find at `now`; when it takes only
    // what stands for a week or longer, of those.
    std::optional<sim::Time> newest(sim::Time now, bool standing_only) const;

    bool is_empty() const { return points_.empty(); }
    Points& points() { return points_; }

    const std::size_t copy, workload;

 private:
    bool full_is_due(sim::Time content) const;
    bool seal_is_due(sim::Time content) const;
    bool rolls() const;
    JobSize pinned(JobSize changed) const;
    void close_chain(Recorder& recorder);
    void store(const RecoveryPoint& point, Recorder& recorder);
    void close_rolling(bool sealed, Recorder& recorder);
    void ship_logs(sim::Time now, Recorder& recorder);

    const Case& what_;
    const Workload& subject_;
    const Copy& policy_;
    const IntegrationFigures& product_;
    Points& points_;
    sim::Time begin_, end_;
    Retention retention_;
    Stock stock_;
    sim::Stream random_;
    std::size_t chain_ = 0;     // first point of the open chain
    sim::Time last_full_{};     // content of the newest full
    sim::Time logs_shipped_{};  // logs are booked up to here
    std::vector<std::int64_t>
        added_;  // per point: bytes of new data that outlive it (method forever)
};

}  // namespace reentry
