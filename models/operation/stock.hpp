// What one workload's data in one copy is booked as while it lies there, as product and provider
// keep it: locks outlast what they protect, and lifecycle rules move old data into other classes.
//
// Locks (block generations): a product that locks in generations of P has a boundary every P from
// the start of the history. Data written in one generation is locked to its need's end and P more,
// so nothing goes before P after it was last needed. At each boundary all that the newest points
// still hold is locked anew: data that is needed from `from` to `to` in a copy that keeps every
// point for k is held by the newest points until to - k, so it costs a lock call for every object
// and boundary in (from, to - k].
#pragma once

#include "models/operation/recorder.hpp"

#include <vector>

namespace reentry {

class Stock {
 public:
    Stock(const Case& what, std::size_t copy, std::size_t workload, sim::Time begin, sim::Time end);

    // A batch that is needed from `from` to `to`, at the end of which it is deleted or not.
    void add(std::int64_t objects, std::int64_t bytes, sim::Time from, sim::Time to, bool deleted,
             Recorder& recorder);

    // Books the lock calls of all batches.
    void close(Recorder& recorder) const;

 private:
    void renew_locks(std::int64_t objects, sim::Time from, sim::Time to);

    const Location& place_;
    const Copy& policy_;
    std::size_t copy_, workload_;
    sim::Time begin_, end_;
    sim::Duration generation_{};         // zero: locks are not renewed
    std::vector<std::int64_t> renewed_;  // objects more than at the boundary before, by boundary
};

}  // namespace reentry
