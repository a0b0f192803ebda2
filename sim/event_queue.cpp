#include "sim/event_queue.hpp"

#include <vector>

namespace reentry::sim {

// Grows by an eighth: a copy is cheap beside what else is done to a new process, and memory per
// pending event stays below 32 bytes.
Slot EventQueue::add() {
    if (!free_.empty()) {
        const Slot slot = free_.back();
        free_.pop_back();
        return slot;
    }
    REENTRY_CHECK(keys_.size() < slot_mask, "more than {} slots", slot_mask);
    if (keys_.size() == keys_.capacity()) keys_.reserve(keys_.size() + keys_.size() / 8 + 32);
    keys_.push_back(0);
    return static_cast<Slot>(keys_.size() - 1);
}

void EventQueue::remove(Slot slot) {
    disarm(slot);
    free_.push_back(slot);
}

[[gnu::cold]] void EventQueue::refuse(std::uint64_t when) const {
    REENTRY_CHECK(when >= now_, "an event in the past");
    broken_contract(__FILE__, __LINE__, "key_ <= last_key", "more than {} events",
                    last_key >> slot_bits);
}

// What is due at the new instant leaves the array: whatever comes now stands behind it.
void EventQueue::begin_instant() {
    instant_.relax();
    while (!soon_.empty() && soon_.first().when == now_) {
        instant_.push(soon_.first().key);
        soon_.pop();
    }
}

void EventQueue::advance(Time t) {
    const std::uint64_t when = number_of(t);
    REENTRY_CHECK(when >= now_, "time runs backwards");
    const bool later = !soon_.empty() || refill(when);
    REENTRY_CHECK(instant_.empty() && !(later && soon_.first().when <= when),
                  "time passes by an event that is due");
    now_ = when;
}

std::size_t EventQueue::memory() const {
    return keys_.capacity() * sizeof(std::uint64_t) + free_.capacity() * sizeof(Slot) +
           instant_.memory() + soon_.memory() + later_.memory();
}

// Moves the later half (and all of one instant) out of the array.
void EventQueue::spill() {
    const std::uint64_t from = soon_.middle().when;
    if (later_.empty())
        later_.rebase(from);
    else if (from < later_.base())
        restart_wheel(from);
    soon_.split(from, [this](const QueueEntry& entry) { later_.push(entry.when, entry.key); });
    soon_last_ = from - 1;
}

// After a look ahead (run_until) the wheel may begin later than new events do: build it anew from
// `base`.
void EventQueue::restart_wheel(std::uint64_t base) {
    std::vector<QueueEntry> all;
    later_.take_all(all);
    later_.rebase(base);
    for (const QueueEntry& entry : all) later_.push(entry.when, entry.key);
}

// Fills the empty array from the wheel; false if there is nothing up to `limit`. What comes later
// stays: a look ahead must not bring a crowd of one instant into the array, where each insertion
// would shift it.
bool EventQueue::refill(std::uint64_t limit) {
    if (later_.empty()) {
        soon_last_ = RadixWheel::forever;
        return false;
    }
    soon_.refill([&](std::vector<QueueEntry>& out) { soon_last_ = later_.take_first(limit, out); });
    for (const QueueEntry& entry : soon_) __builtin_prefetch(&keys_[entry.key & slot_mask], 1);
    return !soon_.empty();
}

void EventQueue::sweep() {
    const auto pending = [this](std::uint64_t key) { return live(key); };
    instant_.filter(pending);
    soon_.filter(pending);
    std::vector<QueueEntry> all;
    later_.take_all(all);
    for (const QueueEntry& entry : all)
        if (pending(entry.key)) later_.push(entry.when, entry.key);
    stale_ = 0;
}

}  // namespace reentry::sim
