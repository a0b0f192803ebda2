// The pending events of a simulation in total order: by time, and at equal times by insertion.
//
// Usable by itself. Whatever can be waited for once at a time (a process, a timer) owns a *slot*;
// arming the slot puts one event of 16 bytes into the queue, arming it again replaces that event,
// disarming cancels it. Cancelling is O(1): the slot forgets the event's key and the entry that
// stays behind is skipped when it comes up; when such entries outnumber the pending events, all of
// them are swept out, so memory stays proportional to what is pending.
//
// Three tiers, each popped in order: events at the current instant (first in, first out, no
// comparison at all), events soon (a small sorted array, in the L1 cache), events later
// (RadixWheel). A queue of up to 64 events never leaves the array. All operations are amortised
// O(log64 pending) or better and allocate nothing in the steady state.
//
// Limits, checked: 2^24 slots, 2^40 events, time never runs backwards.
#pragma once

#include "sim/check.hpp"
#include "sim/clock.hpp"
#include "sim/radix_wheel.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace reentry::sim {

// Index of a slot.
using Slot = std::uint32_t;

// Payload: what a slot stands for; small and trivially copyable, such as a pointer.
template <class Payload>
class EventQueue {
 public:
    // A queue whose first instant is `start`: nothing may be due before it.
    explicit EventQueue(Time start = Time::min()) : now_(number_of(start)) {}

    // A new slot, not armed.
    Slot add(Payload payload);

    // Gives the slot back, cancelling its event.
    void remove(Slot slot);

    // Makes the slot due at `at`, behind everything already due then; replaces what it was armed
    // for before. Throws ContractViolation if `at` lies before the last event popped.
    void arm(Slot slot, Time at);

    // Cancels the slot's event, if it has one.
    void disarm(Slot slot);

    bool armed(Slot slot) const { return slots_[slot].key != 0; }

    // Events pending.
    std::size_t size() const { return pending_; }
    bool empty() const { return pending_ == 0; }

    struct Due {
        Time time;
        Payload payload;
    };

    // Removes the next event into `due` if it is not later than `limit`; false if there is none.
    bool pop(Due& due, Time limit = Time::max());

    // Bytes held per queue, for measurement.
    std::size_t memory() const {
        return slots_.capacity() * sizeof(SlotState) + free_.capacity() * sizeof(Slot) +
               soon_.capacity() * sizeof(QueueEntry) + instant_.capacity() * sizeof(std::uint64_t) +
               later_.memory();
    }

 private:
    static constexpr int slot_bits = 24;
    static constexpr std::uint64_t slot_mask = (std::uint64_t{1} << slot_bits) - 1;
    static constexpr std::uint64_t last_number = (std::uint64_t{1} << (64 - slot_bits)) - 1;
    static constexpr std::size_t soon_limit = 64;
    static constexpr std::uint64_t sign = std::uint64_t{1} << 63;

    // key: the pending event's, 0 if none.
    struct SlotState {
        std::uint64_t key;
        Payload payload;
    };

    // Order-preserving map to unsigned numbers and back.
    static std::uint64_t number_of(Time t) {
        return static_cast<std::uint64_t>(t.time_since_epoch().count()) ^ sign;
    }
    static Time time_of(std::uint64_t when) {
        return Time{Duration{static_cast<std::int64_t>(when ^ sign)}};
    }

    bool instant_empty() const { return instant_head_ == instant_.size(); }
    std::size_t entries() const {
        return soon_.size() + later_.size() + (instant_.size() - instant_head_);
    }
    bool live(std::uint64_t key) const { return slots_[key & slot_mask].key == key; }

    void refuse(std::uint64_t when) const;
    bool next(QueueEntry& entry, std::uint64_t limit);
    bool instant_is_next();
    void take_instant(QueueEntry& entry);
    void drop_taken_instants();
    void clear_instant();
    void insert_soon(const QueueEntry& entry);
    void spill();
    void restart_wheel(std::uint64_t base);
    void refill();
    void sort_soon();
    void count_stale();
    void sweep();

    std::vector<SlotState> slots_;
    std::vector<Slot> free_;
    std::vector<std::uint64_t> instant_;  // keys due at now_, in order, from instant_head_ on
    std::size_t instant_head_ = 0;
    std::vector<QueueEntry> soon_;  // latest first; everything before soon_end_
    std::size_t spill_size_ = soon_limit;
    std::uint64_t soon_end_ = RadixWheel::forever;
    RadixWheel later_;  // everything at or after soon_end_
    std::vector<QueueEntry> scratch_;
    std::uint64_t number_ = 0;
    std::uint64_t now_;
    std::size_t pending_ = 0;
};

template <class Payload>
Slot EventQueue<Payload>::add(Payload payload) {
    if (free_.empty()) {
        REENTRY_CHECK(slots_.size() < slot_mask, "more than {} slots", slot_mask);
        slots_.push_back({0, payload});
        return static_cast<Slot>(slots_.size() - 1);
    }
    const Slot slot = free_.back();
    free_.pop_back();
    slots_[slot].payload = payload;
    return slot;
}

template <class Payload>
void EventQueue<Payload>::remove(Slot slot) {
    disarm(slot);
    free_.push_back(slot);
}

// Kept out of line, so that the quick path needs no registers for it.
template <class Payload>
[[gnu::noinline, gnu::cold]] void EventQueue<Payload>::refuse(std::uint64_t when) const {
    REENTRY_CHECK(when >= now_, "an event in the past");
    REENTRY_CHECK(number_ < last_number, "more than {} events", last_number);
}

template <class Payload>
inline void EventQueue<Payload>::arm(Slot slot, Time at) {
    const std::uint64_t when = number_of(at);
    if (when < now_ || number_ >= last_number) [[unlikely]]
        refuse(when);
    const std::uint64_t key = (++number_ << slot_bits) | slot;
    const bool replaces = slots_[slot].key != 0;
    slots_[slot].key = key;
    if (when == now_) {
        instant_.push_back(key);
    } else if (when < soon_end_) {
        insert_soon({when, key});
    } else {
        later_.push({when, key});
    }
    if (replaces)
        count_stale();
    else
        ++pending_;
}

template <class Payload>
inline void EventQueue<Payload>::disarm(Slot slot) {
    if (slots_[slot].key == 0) return;
    slots_[slot].key = 0;
    --pending_;
    count_stale();
}

template <class Payload>
inline bool EventQueue<Payload>::pop(Due& due, Time limit) {
    QueueEntry entry;
    while (next(entry, number_of(limit))) {
        SlotState& slot = slots_[entry.key & slot_mask];
        if (slot.key != entry.key) continue;
        slot.key = 0;
        --pending_;
        now_ = entry.when;
        due = {time_of(entry.when), slot.payload};
        return true;
    }
    return false;
}

// Takes the first entry not later than limit, cancelled ones included.
template <class Payload>
inline bool EventQueue<Payload>::next(QueueEntry& entry, std::uint64_t limit) {
    if (!instant_empty() && instant_is_next()) {
        if (now_ > limit) return false;
        take_instant(entry);
        return true;
    }
    if (soon_.empty()) {
        if (later_.empty()) return false;
        refill();
    }
    if (soon_.back().when > limit) return false;
    entry = soon_.back();
    soon_.pop_back();
    return true;
}

// Entries of the current instant that were inserted before it began go first.
template <class Payload>
inline bool EventQueue<Payload>::instant_is_next() {
    if (soon_.empty() && soon_end_ <= now_ && !later_.empty()) refill();
    return soon_.empty() || soon_.back().when != now_;
}

template <class Payload>
inline void EventQueue<Payload>::take_instant(QueueEntry& entry) {
    entry = {now_, instant_[instant_head_++]};
    if (instant_empty()) {
        clear_instant();
    } else if (instant_head_ > 4096 && 2 * instant_head_ > instant_.size()) {
        drop_taken_instants();
    }
}

// A burst, such as all processes started at once, does not keep its memory.
template <class Payload>
inline void EventQueue<Payload>::clear_instant() {
    instant_.clear();
    instant_head_ = 0;
    if (instant_.capacity() > 65536) [[unlikely]]
        instant_.shrink_to_fit();
}

template <class Payload>
void EventQueue<Payload>::drop_taken_instants() {
    const auto taken = instant_.begin() + static_cast<std::ptrdiff_t>(instant_head_);
    instant_.erase(instant_.begin(), taken);
    instant_head_ = 0;
}

template <class Payload>
inline void EventQueue<Payload>::insert_soon(const QueueEntry& entry) {
    soon_.push_back(entry);
    QueueEntry* const first = soon_.data();
    QueueEntry* hole = first + soon_.size() - 1;
    while (hole != first && hole[-1].when <= entry.when) {
        *hole = hole[-1];
        --hole;
    }
    *hole = entry;
    if (soon_.size() > spill_size_) [[unlikely]]
        spill();
}

// Moves the later half (and all of one instant) out of the sorted array.
template <class Payload>
void EventQueue<Payload>::spill() {
    const std::uint64_t from = soon_[soon_.size() / 2].when;
    if (later_.empty())
        later_.rebase(from);
    else if (from < later_.base())
        restart_wheel(from);
    auto kept = soon_.begin();
    while (kept != soon_.end() && kept->when >= from) ++kept;
    for (auto it = kept; it != soon_.begin();) later_.push(*--it);
    soon_.erase(soon_.begin(), kept);
    soon_end_ = from;
    spill_size_ = std::max(soon_limit, 2 * soon_.size());
}

// After a look ahead (run_until) the wheel may begin later than new events do: build it anew from
// `base`.
template <class Payload>
void EventQueue<Payload>::restart_wheel(std::uint64_t base) {
    scratch_.clear();
    later_.take_all(scratch_);
    later_.rebase(base);
    for (const QueueEntry& entry : scratch_) later_.push(entry);
    scratch_.clear();
}

template <class Payload>
void EventQueue<Payload>::refill() {
    soon_end_ = later_.take_first(soon_);
    for (const QueueEntry& entry : soon_) __builtin_prefetch(&slots_[entry.key & slot_mask], 1);
    sort_soon();
    spill_size_ = std::max(soon_limit, 2 * soon_.size());
}

// Latest first. Few entries, nearly always: then insertion is quicker than std::sort.
template <class Payload>
void EventQueue<Payload>::sort_soon() {
    const auto later_first = [](const QueueEntry& a, const QueueEntry& b) {
        return precedes(b, a);
    };
    if (soon_.size() > soon_limit) {
        if (!std::is_sorted(soon_.begin(), soon_.end(), later_first))
            std::sort(soon_.begin(), soon_.end(), later_first);
        return;
    }
    for (std::size_t i = 1; i < soon_.size(); ++i) {
        const QueueEntry entry = soon_[i];
        std::size_t hole = i;
        for (; hole > 0 && precedes(soon_[hole - 1], entry); --hole) soon_[hole] = soon_[hole - 1];
        soon_[hole] = entry;
    }
}

template <class Payload>
inline void EventQueue<Payload>::count_stale() {
    if (entries() > 2 * pending_ + soon_limit) [[unlikely]]
        sweep();
}

template <class Payload>
void EventQueue<Payload>::sweep() {
    const auto cancelled = [this](const QueueEntry& entry) { return !live(entry.key); };
    std::erase_if(soon_, cancelled);
    drop_taken_instants();
    std::erase_if(instant_, [this](std::uint64_t key) { return !live(key); });
    scratch_.clear();
    later_.take_all(scratch_);
    std::erase_if(scratch_, cancelled);
    for (const QueueEntry& entry : scratch_) later_.push(entry);
    scratch_.clear();
}

}  // namespace reentry::sim
