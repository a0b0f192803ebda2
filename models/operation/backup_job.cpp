#include "models/operation/backup_job.hpp"

#include "models/protection/rolling_chain.hpp"
#include "models/scenario/draw.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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
      stock_(what, the_copy, the_workload, history.begin, history.end),
      random_(key.stream(fmt::format("change/{}", subject_.id))),
      logs_shipped_(history.begin) {}

std::optional<sim::Time> Lane::newest(sim::Time now, bool standing_only) const {
    for (auto it = points_.rbegin(); it != points_.rend(); ++it)
        if (it->available <= now && (it->stands || !standing_only)) return it->content;
    return std::nullopt;
}

// Every point can be read as a full, and holds what changed since the one before it.
bool Lane::rolls() const {
    return policy_.method == Method::forever || policy_.method == Method::snapshot ||
           policy_.method == Method::replication;
}

bool Lane::full_is_due(sim::Time content) const {
    if (policy_.method == Method::full) return true;
    return !rolls() && policy_.full_every > sim::Duration::zero() &&
           content - last_full_ >= policy_.full_every;
}

// What is locked cannot be thinned out, so the product's deduplication starts afresh every seal
// period, and with it everything travels again.
bool Lane::seal_is_due(sim::Time content) const {
    return policy_.locked && product_.seal_period > sim::Duration::zero() &&
           content - last_full_ >= product_.seal_period;
}

std::optional<PlannedJob> Lane::plan(sim::Time content) {
    const bool first = points_.empty();
    if (!first && content <= points_.back().content) return std::nullopt;
    PlannedJob job;
    job.content = content;
    const bool due = full_is_due(content);
    job.synthesise = !first && due && policy_.fulls == Fulls::synthetic;
    job.full = first || (due && !job.synthesise) || seal_is_due(content);
    job.whole = job.full || rolls();
    const auto age = content - begin_;
    const auto everything = full_size(subject_, product_, age);
    if (job.full) {
        job.size = job.reads = everything;
        if (policy_.method == Method::snapshot) job.size = {};
        return job;
    }
    const auto since = policy_.method == Method::differential ? last_full_ : points_.back().content;
    job.base = static_cast<std::int32_t>(
        policy_.method == Method::differential ? chain_ : points_.size() - 1);
    // The draw number is the day, so that all strategies meet the same change on the same day.
    const auto day = std::chrono::floor<std::chrono::days>(age).count();
    const auto change = draw_at(subject_.change, random_, static_cast<std::uint64_t>(day));
    job.size = change_size(subject_, product_, age, content - since, change);
    job.reads = rolls() ? everything : job.size;
    if (policy_.method == Method::snapshot) job.size = pinned(job.size);
    return job;
}

// A snapshot keeps what is overwritten; what is added lies in production anyway.
JobSize Lane::pinned(JobSize changed) const {
    changed.stored -= std::exchange(changed.added, 0);
    changed.objects = JobSize::objects_in(changed.stored, product_);
    return changed;
}

PlannedJob Lane::synthetic_full(const PlannedJob& increment) const {
    PlannedJob job;
    job.content = increment.content;
    job.started = increment.started;
    job.full = job.whole = job.synthetic = true;
    job.size = job.reads = full_size(subject_, product_, increment.content - begin_);
    return job;
}

void Lane::finish(const PlannedJob& job, sim::Time now, Recorder& recorder) {
    if (job.full) {
        close_chain(recorder);
        last_full_ = job.content;
    }
    if (policy_.method == Method::replication && !points_.empty()) points_.back().deleted = now;
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
    point.stands = retention_.stands();
    points_.push_back(point);
    added_.push_back(job.full || !rolls() ? 0 : job.size.added);
    if (job.synthetic)
        recorder.synthesised(copy, workload, job.size.objects, now);
    else
        recorder.uploaded(copy, workload, job.size.objects, job.size.stored, now);
    ship_logs(now, recorder);
}

// A new full ends the chain: from then on nothing more will need its points, so their end is known.
void Lane::close_chain(Recorder& recorder) {
    apply_chain_rule(points_, chain_, points_.size(), end_);
    if (rolls())
        close_rolling(true, recorder);
    else
        for (auto i = chain_; i < points_.size(); ++i) store(points_[i], recorder);
    chain_ = points_.size();
}

// What lies on virtual tapes goes with its tape, which is booked there.
void Lane::store(const RecoveryPoint& point, Recorder& recorder) {
    if (what_.places[copy].gateway) return;
    // A point whose time is over before its job ends is deleted as soon as it is there.
    const auto until = std::max(point.available, std::min(point.deleted, end_));
    stock_.add(point.objects, point.bytes, point.available, until, point.deleted < end_, recorder);
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
    stock_.add(segments, stored, now, std::min(until, end_), until < end_, recorder);
    logs_shipped_ = now;
}

void Lane::close(Recorder& recorder) {
    if (policy_.method == Method::replication) {
        close_rolling(false, recorder);
        return stock_.close(recorder);
    }
    // The open chain is still growing: nothing of it may go before the horizon, unless its points
    // do not hang together.
    apply_chain_rule(points_, chain_, points_.size(), end_);
    const bool hangs_together =
        policy_.method == Method::incremental || policy_.method == Method::differential;
    if (hangs_together && chain_ < points_.size()) points_[chain_].deleted = sim::Time::max();
    if (rolls())
        close_rolling(false, recorder);
    else
        for (auto i = chain_; i < points_.size(); ++i) store(points_[i], recorder);
    stock_.close(recorder);
}

// The full and all data added since outlive the points that brought them; what changed goes with
// its point, or on to the next. A replica keeps no changes: they replace what they change. A sealed
// chain goes as a whole, when its last point goes.
void Lane::close_rolling(bool sealed, Recorder& recorder) {
    const Points chain(points_.begin() + static_cast<std::ptrdiff_t>(chain_), points_.end());
    if (chain.empty()) return;
    auto last = end_;
    if (sealed) {
        last = chain.front().available;
        for (const auto& point : chain) last = std::max(last, std::min(point.deleted, end_));
    }
    std::vector<std::int64_t> changed;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const auto lasting = i == 0 ? chain[i].bytes : added_[chain_ + i];
        changed.push_back(chain[i].bytes - lasting);
        const auto all = sealed ? chain[i].bytes : lasting;
        if (all > 0)
            stock_.add(JobSize::objects_in(all, product_), all, chain[i].available,
                       std::max(last, chain[i].available), last < end_, recorder);
    }
    if (sealed || policy_.method == Method::replication) return;
    const auto touched = [this, &chain](std::size_t newer, std::size_t older) {
        const auto now = chain[newer].content;
        const auto size = change_size(subject_, product_, now - begin_, now - chain[older].content,
                                      mean_of(subject_.change));
        return size.stored - size.added;
    };
    for (const auto& lain : RollingChain(chain, touched).hold(changed, end_))
        stock_.add(JobSize::objects_in(lain.bytes, product_), lain.bytes, lain.from, lain.to,
                   lain.deleted, recorder);
}

}  // namespace reentry
