// The near part of the event queue: a small array of events, sorted, latest first.
//
// Taking the first is taking the last element. Most new events are late among the few that are
// here, or early; inserting shifts what is earlier, within one or two kilobytes of the L1 cache.
// The owner keeps it small.
#pragma once

#include "sim/radix_wheel.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace reentry::sim {

class SortedEvents {
 public:
    bool empty() const { return events_.empty(); }
    std::size_t size() const { return events_.size(); }
    const QueueEntry& first() const { return events_.back(); }
    void pop() { events_.pop_back(); }

    // The event in the middle of the order.
    const QueueEntry& middle() const { return events_[events_.size() / 2]; }

    // Behind all events of its time: its key is the greatest so far.
    // Two numbers, not an entry: g++ would store it in halves, load it whole and wait for both.
    void insert(std::uint64_t when, std::uint64_t key) {
        events_.emplace_back();
        QueueEntry* const latest = events_.data();
        QueueEntry* hole = latest + events_.size() - 1;
        while (hole != latest && hole[-1].when <= when) {
            *hole = hole[-1];
            --hole;
        }
        hole->when = when;
        hole->key = key;
    }

    // Hands all events at or after `from` to take(event), earliest first.
    template <class Take>
    void split(std::uint64_t from, Take take) {
        auto kept = events_.begin();
        while (kept != events_.end() && kept->when >= from) ++kept;
        for (auto it = kept; it != events_.begin();) take(*--it);
        events_.erase(events_.begin(), kept);
    }

    // fill(events) appends to the array in any order; then it is sorted.
    template <class Fill>
    void refill(Fill fill) {
        fill(events_);
        sort();
    }

    // Keeps the events for whose keys keep(key).
    template <class Keep>
    void filter(Keep keep) {
        std::erase_if(events_, [&](const QueueEntry& event) { return !keep(event.key); });
    }

    auto begin() const { return events_.begin(); }
    auto end() const { return events_.end(); }

    // Bytes held.
    std::size_t memory() const { return events_.capacity() * sizeof(QueueEntry); }

 private:
    void sort();

    std::vector<QueueEntry> events_;
};

}  // namespace reentry::sim
