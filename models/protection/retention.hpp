// Retention: until when a point is kept, and the chain rule.
//
// Grandfather-father-son: every point is kept `days`; the first full point of each ISO week is kept
// `weeks` weeks, the first of each month `months` months, the first of each year `years` years
// (calendar UTC, by content time). Chain rule: a point goes when its own time is over and nothing
// that needs it is left.
#pragma once

#include "models/protection/recovery_point.hpp"
#include "models/scenario/strategy.hpp"

namespace reentry {

// Decides, point by point in order of content, until when each is kept.
class Retention {
 public:
    explicit Retention(const Keep& keep) : keep_(keep) {}

    // keep_until of the next point; only whole points stand for their week, month or year.
    sim::Time keep_until(sim::Time content, bool whole);

    // Whether the point asked for last stands for a week, month or year that is kept.
    bool stands() const { return stands_; }

 private:
    Keep keep_;
    std::int64_t week_ = -1, month_ = -1, year_ = -1;  // last period that has its point
    bool stands_ = false;
};

// Sets `deleted` of points [first, last): the chain rule over these points, whose needs lie among
// them. Points that are kept beyond `horizon` stay at Time::max().
void apply_chain_rule(Points& points, std::size_t first, std::size_t last, sim::Time horizon);

}  // namespace reentry
