// Who waits for something: a list in order of arrival whose links live inside the waiting
// awaitables.
//
// Adding, leaving and moving on allocate nothing. A link leaves its list when it is destroyed, a
// list lets its links go when it is destroyed, in whichever order that happens.
#pragma once

namespace reentry::sim {

// The neighbours of a link, and the two ends of a list.
class WaitNode {
 public:
    WaitNode(const WaitNode&) = delete;
    WaitNode& operator=(const WaitNode&) = delete;

    // True while in a list.
    bool waiting() const { return next_ != nullptr; }

    // Leaves the list, if in one.
    void leave() noexcept {
        if (!next_) return;
        previous_->next_ = next_;
        next_->previous_ = previous_;
        next_ = previous_ = nullptr;
    }

 protected:
    WaitNode() = default;
    ~WaitNode() { leave(); }

 private:
    friend class WaitList;
    WaitNode* previous_ = nullptr;
    WaitNode* next_ = nullptr;
};

// One place in at most one list.
class WaitLink : public WaitNode {
 protected:
    ~WaitLink() = default;

 private:
    friend class WaitList;
    // What was waited for has come; the link has left the list.
    virtual void notified() {}
};

class WaitList {
 public:
    WaitList() { reset(); }
    ~WaitList() {
        while (!empty()) ends_.next_->leave();
    }
    WaitList(const WaitList&) = delete;
    WaitList& operator=(const WaitList&) = delete;

    bool empty() const { return ends_.next_ == &ends_; }
    WaitLink& front() { return static_cast<WaitLink&>(*ends_.next_); }

    void push_back(WaitLink& link) {
        link.previous_ = ends_.previous_;
        link.next_ = &ends_;
        ends_.previous_->next_ = &link;
        ends_.previous_ = &link;
    }

    // Applies visit(WaitLink&) to all, in order; visit may take out the link that it is given.
    template <class Visit>
    void for_each(Visit visit) {
        for (WaitNode* node = ends_.next_; node != &ends_;) {
            WaitNode* next = node->next_;
            visit(static_cast<WaitLink&>(*node));
            node = next;
        }
    }

    // Empties the list and notifies those who waited, in order; links that join meanwhile wait for
    // the next time.
    void notify_all() {
        if (empty()) return;
        WaitList present;
        present.take(*this);
        while (!present.empty()) {
            WaitLink& link = present.front();
            link.leave();
            link.notified();
        }
    }

 private:
    struct Ends : WaitNode {};

    void reset() { ends_.next_ = ends_.previous_ = &ends_; }
    void take(WaitList& other) {
        ends_.next_ = other.ends_.next_;
        ends_.previous_ = other.ends_.previous_;
        ends_.next_->previous_ = &ends_;
        ends_.previous_->next_ = &ends_;
        other.reset();
    }

    Ends ends_;
};

}  // namespace reentry::sim
