// What the points of a rolling chain hold while others go: one full, then changes, each point
// readable as a full (method forever).
//
// A point brings the data that was touched since the point before it. When a point between two
// others goes, part of what it brought was touched again later and can go with it; the rest is
// still part of the next point, which takes it over. With T(a, b) the bytes touched from b to a,
// q the point before, p the one that goes and i the one after, i takes over T(i, q) - T(i, p): it
// then holds what was touched since q. When the oldest point goes there is nothing before it to
// tell apart, and all that it brought goes.
#pragma once

#include "models/protection/recovery_point.hpp"

#include <functional>

namespace reentry {

// Bytes that lay from `from` to `to`; `deleted` when they were removed then, not at the end of the
// horizon.
struct Lain {
    std::size_t point = 0;  // that held them last
    sim::Time from{}, to{};
    std::int64_t bytes = 0;
    bool deleted = false;
};

class RollingChain {
 public:
    // Stored bytes of points[newer] that were touched since points[older].
    using Touched = std::function<std::int64_t(std::size_t newer, std::size_t older)>;

    RollingChain(const Points& points, Touched touched);

    // Everything that was brought, from when to when it lay; `brought` by point.
    std::vector<Lain> hold(const std::vector<std::int64_t>& brought, sim::Time end);

 private:
    struct Batch {
        sim::Time from{};
        std::int64_t bytes = 0;
    };
    void remove(std::size_t point, std::vector<Lain>& lain);
    void pass_on(std::size_t point, std::size_t to, std::int64_t bytes);

    const Points& points_;
    Touched touched_;
    std::vector<std::size_t> before_, after_;  // among those that are left; size(): none
    std::vector<std::vector<Batch>> batches_;  // by point, oldest first
};

}  // namespace reentry
