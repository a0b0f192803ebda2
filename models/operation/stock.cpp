#include "models/operation/stock.hpp"

#include <algorithm>

namespace reentry {

Stock::Stock(const Case& what, std::size_t copy, std::size_t workload, sim::Time begin,
             sim::Time end)
    : place_(what.places[copy]),
      policy_(what.strategy->copies[copy]),
      copy_(copy),
      workload_(workload),
      begin_(begin),
      end_(end) {
    if (!policy_.locked) return;
    generation_ = place_.integration.lock_period;
    if (generation_ > sim::Duration::zero())
        renewed_.resize(static_cast<std::size_t>((end - begin) / generation_) + 2);
}

void Stock::add(std::int64_t objects, std::int64_t bytes, sim::Time from, sim::Time to,
                bool deleted, Recorder& recorder) {
    renew_locks(objects, from, to);
    if (deleted && generation_ > sim::Duration::zero()) {
        to = std::min(to + generation_, end_);
        deleted = to < end_;
    }
    if (!place_.later || to - from <= place_.later->after)
        return recorder.stored(copy_, workload_, objects, bytes, from, to, deleted);
    const auto moved = from + place_.later->after;
    recorder.stored_until_move(copy_, workload_, objects, bytes, from, moved);
    recorder.stored_later(copy_, workload_, objects, bytes, moved, to, deleted);
}

void Stock::renew_locks(std::int64_t objects, sim::Time from, sim::Time to) {
    const auto last = to - std::chrono::days{policy_.keep.days};
    if (renewed_.empty() || last <= from) return;
    renewed_[static_cast<std::size_t>((from - begin_) / generation_) + 1] += objects;
    renewed_[static_cast<std::size_t>((last - begin_) / generation_) + 1] -= objects;
}

void Stock::close(Recorder& recorder) const {
    std::int64_t objects = 0;
    for (std::size_t boundary = 1; boundary < renewed_.size(); ++boundary) {
        objects += renewed_[boundary];
        const auto at = begin_ + generation_ * static_cast<std::int64_t>(boundary);
        if (at < end_) recorder.locks_renewed(copy_, workload_, objects, at);
    }
}

}  // namespace reentry
