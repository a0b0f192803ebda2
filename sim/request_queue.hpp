// Requests that wait, by priority (smaller is more urgent), among equals first come first served.
//
// One list per priority that was ever asked for; the most urgent one that is not empty is at hand,
// so a queue of one priority costs as much as a plain list. The links live inside the requests
// (WaitList).
#pragma once

#include "sim/wait_list.hpp"

#include <cstdint>
#include <map>

namespace reentry::sim {

class RequestQueue {
 public:
    bool empty() const { return size_ == 0; }
    std::int64_t size() const { return size_; }

    // Would a request of this priority stand at the head?
    bool leads(int priority) const { return size_ == 0 || priority < first_priority_; }

    // The head. Must not be empty.
    WaitLink& front() { return first_->front(); }

    void push(WaitLink& request, int priority) {
        if (!first_ || priority != first_priority_) [[unlikely]]
            open(priority);
        list_of(priority).push_back(request);
        ++size_;
    }

    // Takes out a request that waits here.
    void remove(WaitLink& request) {
        request.leave();
        --size_;
        if (first_->empty() && size_ > 0) [[unlikely]]
            seek();
    }

    // Applies visit(WaitLink&) to all, in order.
    template <class Visit>
    void for_each(Visit visit) {
        for (auto& [priority, list] : lists_) list.for_each(visit);
    }

 private:
    WaitList& list_of(int priority) {
        return priority == first_priority_ ? *first_ : lists_.find(priority)->second;
    }

    // Makes sure that there is a list; it is the first if nobody waits in a more urgent one.
    void open(int priority) {
        WaitList& list = lists_[priority];
        if (leads(priority)) {
            first_ = &list;
            first_priority_ = priority;
        }
    }

    // The first list has run empty, and with it all more urgent ones.
    void seek() {
        auto next = lists_.upper_bound(first_priority_);
        while (next->second.empty()) ++next;
        first_priority_ = next->first;
        first_ = &next->second;
    }

    std::map<int, WaitList> lists_;
    WaitList* first_ = nullptr;
    int first_priority_ = 0;
    std::int64_t size_ = 0;
};

}  // namespace reentry::sim
