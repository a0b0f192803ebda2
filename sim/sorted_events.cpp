#include "sim/sorted_events.hpp"

namespace reentry::sim {

namespace {

constexpr std::size_t few = 64;

bool later_first(const QueueEntry& a, const QueueEntry& b) { return precedes(b, a); }

}  // namespace

// Few events, nearly always: then insertion is quicker than std::sort.
void SortedEvents::sort() {
    if (events_.size() > few) {
        if (!std::is_sorted(events_.begin(), events_.end(), later_first))
            std::sort(events_.begin(), events_.end(), later_first);
        return;
    }
    for (std::size_t i = 1; i < events_.size(); ++i) {
        const QueueEntry event = events_[i];
        std::size_t hole = i;
        for (; hole > 0 && precedes(events_[hole - 1], event); --hole)
            events_[hole] = events_[hole - 1];
        events_[hole] = event;
    }
}

}  // namespace reentry::sim
