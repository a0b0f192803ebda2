// The pending events of a simulation in total order: by time, and at equal times by insertion.
//
// Usable by itself. Whatever can be waited for once at a time (a process, a timer) owns a *slot*;
// arming the slot puts one event of 16 bytes into the queue, arming it again replaces that event,
// disarming cancels it. Cancelling is O(1): the slot forgets the event's key and the entry that
// stays behind is skipped when it comes up; when such entries outnumber the pending events, all of
// them are swept out, so memory stays proportional to what is pending.
//
// Three tiers, each popped in order: events of the current instant (KeyRing: first in, first out,
// no comparison at all), events soon (SortedEvents), events later (RadixWheel). A queue of up to 64
// events never leaves the array. All operations are amortised O(log64 pending) or better and
// allocate nothing in the steady state.
//
// Invariants: events at now() stand in the ring, events up to soon_last_ in the array, all others
// in the wheel. Limits, checked: 2^24 slots, 2^40 events, time never runs backwards.
#pragma once

#include "sim/check.hpp"
#include "sim/clock.hpp"
#include "sim/key_ring.hpp"
#include "sim/large_pages.hpp"
#include "sim/radix_wheel.hpp"
#include "sim/sorted_events.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace reentry::sim {

// Index of a slot.
using Slot = std::uint32_t;

class EventQueue {
 public:
    static constexpr Slot none = 0xFFFFFFFF;

    // A queue whose first instant is `start`: nothing may be due before it.
    explicit EventQueue(Time start = Time::min()) : now_(number_of(start)) {}

    // The time of the event popped last, or advanced to.
    Time now() const { return time_of(now_); }

    // A new slot, not armed: the smallest number that was never given, or one given back.
    Slot add();

    // Gives the slot back, cancelling its event.
    void remove(Slot slot);

    // Makes the slot due at `at`, behind everything already due then; replaces what it was armed
    // for before. Throws ContractViolation if `at` lies before now().
    void arm(Slot slot, Time at);

    // The same with at = now().
    void arm_now(Slot slot) { instant_.push(stamp(slot)); }

    // Cancels the slot's event, if it has one.
    void disarm(Slot slot);

    bool armed(Slot slot) const { return keys_[slot] != 0; }

    // Events pending.
    std::size_t size() const { return entries() - stale_; }
    bool empty() const { return size() == 0; }

    // Removes the next event if it is not later than `limit`, and gives its slot; `none` if there
    // is no such event.
    Slot pop(Time limit = Time::max());

    // Lets time pass to t. Checked: nothing is due by then, and t >= now().
    void advance(Time t);

    // Bytes held, for measurement.
    std::size_t memory() const;

 private:
    static constexpr int slot_bits = 24;
    static constexpr std::uint64_t slot_mask = (std::uint64_t{1} << slot_bits) - 1;
    static constexpr std::uint64_t next_number = std::uint64_t{1} << slot_bits;
    static constexpr std::uint64_t last_key = ~std::uint64_t{0} - next_number;
    static constexpr std::size_t soon_limit = 64;
    static constexpr std::uint64_t sign = std::uint64_t{1} << 63;

    // Order-preserving map to unsigned numbers and back.
    static std::uint64_t number_of(Time t) {
        return static_cast<std::uint64_t>(t.time_since_epoch().count()) ^ sign;
    }
    static Time time_of(std::uint64_t when) {
        return Time{Duration{static_cast<std::int64_t>(when ^ sign)}};
    }

    std::size_t entries() const { return soon_.size() + later_.size() + instant_.size(); }
    bool live(std::uint64_t key) const { return keys_[key & slot_mask] == key; }

    std::uint64_t stamp(Slot slot);
    void file(std::uint64_t when, std::uint64_t key);
    Slot pop_later(std::uint64_t limit);
    bool take_live(std::uint64_t key);
    [[noreturn]] void refuse(std::uint64_t when) const;
    void begin_instant();
    void spill();
    void restart_wheel(std::uint64_t base);
    bool refill(std::uint64_t limit);
    void count_stale();
    void sweep();

    LargeVector<std::uint64_t> keys_;  // by slot: of the pending event, 0 if none
    std::vector<Slot> free_;
    KeyRing instant_;
    SortedEvents soon_;
    RadixWheel later_;
    std::uint64_t now_;
    std::uint64_t soon_last_ = RadixWheel::forever;
    std::uint64_t key_ = 0;  // insertion number of the last event, above the bits of its slot
    std::size_t stale_ = 0;  // entries whose event was cancelled or replaced
};

// The key of a new event of this slot; what it was armed for before goes stale.
inline std::uint64_t EventQueue::stamp(Slot slot) {
    if (key_ > last_key) [[unlikely]]
        refuse(now_);
    key_ += next_number;
    const std::uint64_t key = key_ | slot;
    const bool replaces = keys_[slot] != 0;
    keys_[slot] = key;
    if (replaces) count_stale();
    return key;
}

inline void EventQueue::arm(Slot slot, Time at) {
    const std::uint64_t when = number_of(at);
    if (when <= now_) {
        if (when < now_) [[unlikely]]
            refuse(when);
        arm_now(slot);
        return;
    }
    file(when, stamp(slot));
}

inline void EventQueue::file(std::uint64_t when, std::uint64_t key) {
    if (when > soon_last_) {
        later_.push(when, key);
        return;
    }
    soon_.insert(when, key);
    if (soon_.size() > soon_limit) [[unlikely]]
        spill();
}

inline void EventQueue::disarm(Slot slot) {
    if (keys_[slot] == 0) return;
    keys_[slot] = 0;
    count_stale();
}

// True if the key's event is pending; then it is so no longer.
inline bool EventQueue::take_live(std::uint64_t key) {
    std::uint64_t& pending = keys_[key & slot_mask];
    if (pending != key) [[unlikely]] {
        --stale_;
        return false;
    }
    pending = 0;
    return true;
}

inline Slot EventQueue::pop(Time limit) {
    while (!instant_.empty()) {
        if (number_of(limit) < now_) [[unlikely]]
            return none;
        const std::uint64_t key = instant_.take();
        if (take_live(key)) return static_cast<Slot>(key & slot_mask);
    }
    return pop_later(number_of(limit));
}

inline Slot EventQueue::pop_later(std::uint64_t limit) {
    while (!soon_.empty() || refill(limit)) {
        const std::uint64_t when = soon_.first().when;
        const std::uint64_t key = soon_.first().key;
        if (when > limit) break;
        soon_.pop();
        if (!take_live(key)) continue;
        now_ = when;
        if (!soon_.empty() && soon_.first().when == when) [[unlikely]]
            begin_instant();
        return static_cast<Slot>(key & slot_mask);
    }
    return none;
}

inline void EventQueue::count_stale() {
    ++stale_;
    if (2 * stale_ > entries() + soon_limit) [[unlikely]]
        sweep();
}

}  // namespace reentry::sim
