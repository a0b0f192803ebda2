#include "models/operation/backup_job.hpp"

#include "models/protection/rolling_chain.hpp"
#include "models/scenario/draw.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

constexpr double log_segment = 16e6;  // bytes of one shipped log segment (PostgreSQL: 16 MB)

}  // namespace

Lane::Lane(const Case& what, std::size_t the_copy, std::size_t the_workload, History& history,
           const RandomKey& key)
    : copy(the_copy),
      workload(the_workload),
      what_(what),
      subject_(what.scenario->workloads[the_workload]),
      policy_(what.strategy->copies[the_copy]),
      product_(what.places[the_copy].integration),
      points_(history.points[the_copy][the_workload]),
      begin_(history.begin),
      end_(history.end),
      retention_(policy_.keep),
      random_(key.stream(fmt::format("change/{}", subject_.id))),
      logs_shipped_(history.begin) {}

std::optional<sim::Time> Lane::newest(sim::Time now) const {
    for (auto it = points_.rbegin(); it != points_.rend(); ++it)
        if (it->available <= now) return it->content;
    return std::nullopt;
}

std::optional<PlannedJob> Lane::plan(sim::Time content) {
    const bool first = points_.empty();
    if (!first && content <= points_.back().content) return std::nullopt;
    PlannedJob job;
    job.content = content;
    const bool due_full =
        policy_.full_every > sim::Duration::zero() && content - last_full_ >= policy_.full_every;
    const bool rolling = policy_.method == Method::forever;
    job.full = first || policy_.method == Method::full || (due_full && !rolling);
    job.whole = job.full || rolling;
    const auto age = content - begin_;
    const auto everything = full_size(subject_, product_, age);
    if (job.full) {
        job.size = job.reads = everything;
        return job;
    }
    const auto since = policy_.method == Method::differential ? last_full_ : points_.back().content;
    job.base = static_cast<std::int32_t>(
        policy_.method == Method::differential ? chain_ : points_.size() - 1);
    // The draw number is the day, so that all strategies meet the same change on the same day.
    const auto day = std::chrono::floor<std::chrono::days>(age).count();
    const auto change = draw_at(subject_.change, random_, static_cast<std::uint64_t>(day));
    job.size = change_size(subject_, product_, age, content - since, change);
    job.reads = rolling ? everything : job.size;
    return job;
}

void Lane::finish(const PlannedJob& job, sim::Time now, Recorder& recorder) {
    if (job.full) {
        close_chain(recorder, points_.size());
        chain_ = points_.size();
        last_full_ = job.content;
    }
    RecoveryPoint point;
    point.content = job.content;
    point.started = job.started;
    point.available = now;
    point.keep_until = retention_.keep_until(job.content, job.whole);
    point.bytes = job.size.stored;
    point.objects = job.size.objects;
    point.read_bytes = job.reads.stored;
    point.read_objects = job.reads.objects;
    point.base = job.whole ? -1 : job.base;
    point.whole = job.whole;
    points_.push_back(point);
    added_.push_back(job.full || policy_.method != Method::forever ? 0 : job.size.added);
    recorder.uploaded(copy, workload, job.size.objects, job.size.stored, now);
    ship_logs(now, recorder);
}

// A new full ends the chain: from then on nothing more will need its points, so their end is known.
void Lane::close_chain(Recorder& recorder, std::size_t end) {
    apply_chain_rule(points_, chain_, end, end_);
    for (auto i = chain_; i < end; ++i) store(points_[i], recorder);
}

void Lane::store(const RecoveryPoint& point, Recorder& recorder) const {
    // A point whose time is over before its job ends is deleted as soon as it is there.
    const auto until = std::max(point.available, std::min(point.deleted, end_));
    recorder.stored(copy, workload, point.objects, point.bytes, point.available, until,
                    point.deleted < end_);
}

void Lane::ship_logs(sim::Time now, Recorder& recorder) {
    if (policy_.ship_logs <= sim::Duration::zero() || subject_.logs <= Rate{0}) return;
    const double bytes = subject_.logs.bytes_per_second() * sim::to_seconds(now - logs_shipped_) /
                         subject_.reduction;
    const auto segments = static_cast<std::int64_t>(
        std::max(bytes / log_segment,
                 sim::to_seconds(now - logs_shipped_) / sim::to_seconds(policy_.ship_logs)));
    const auto stored = Bytes::rounded(bytes).count();
    recorder.uploaded(copy, workload, segments, stored, now);
    const auto until = now + std::chrono::days{policy_.keep.days};
    recorder.stored(copy, workload, segments, stored, now, std::min(until, end_), until < end_);
    logs_shipped_ = now;
}

void Lane::close(Recorder& recorder) {
    // The open chain is still growing: nothing of it may go before the horizon, unless its points
    // do not hang together.
    apply_chain_rule(points_, chain_, points_.size(), end_);
    const bool hangs_together =
        policy_.method == Method::incremental || policy_.method == Method::differential;
    if (hangs_together && chain_ < points_.size()) points_[chain_].deleted = sim::Time::max();
    if (policy_.method == Method::forever) return close_rolling(recorder);
    for (auto i = chain_; i < points_.size(); ++i) store(points_[i], recorder);
}

// The full and all data added since outlive the points that brought them; what changed goes with
// its point, or on to the next.
void Lane::close_rolling(Recorder& recorder) const {
    if (points_.empty()) return;
    std::vector<std::int64_t> changed;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const auto lasting = i == 0 ? points_[i].bytes : added_[i];
        const auto objects = JobSize::objects_in(lasting, product_);
        changed.push_back(points_[i].bytes - lasting);
        if (lasting > 0)
            recorder.stored(copy, workload, objects, lasting, points_[i].available, end_, false);
    }
    const auto touched = [this](std::size_t newer, std::size_t older) {
        const auto now = points_[newer].content;
        const auto size = change_size(subject_, product_, now - begin_,
                                      now - points_[older].content, mean_of(subject_.change));
        return size.stored - size.added;
    };
    for (const auto& lain : RollingChain(points_, touched).hold(changed, end_))
        recorder.stored(copy, workload, JobSize::objects_in(lain.bytes, product_), lain.bytes,
                        lain.from, lain.to, lain.deleted);
}

}  // namespace reentry
