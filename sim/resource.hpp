// Counted servers that processes take and give back: tape drives, restore proxies, people,
// retrieval slots.
//
//     auto crew = co_await staff.acquire(2);   // waits; crew gives the two back when it goes out
//     of scope
//
// Order: by priority (smaller is more urgent), among equals first come first served. Nobody is
// overtaken by a request that stands behind it: a large request at the head holds back smaller ones
// until it fits. A more urgent request does go before a less urgent one that waits, whatever its
// size; nothing that is held is taken away.
#pragma once

#include "sim/request_queue.hpp"
#include "sim/simulation.hpp"
#include "sim/suspension.hpp"
#include "sim/wait_list.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace reentry::sim {

enum class Discipline { fifo, priority };

// What was measured since the beginning, or since reset_usage(), up to now. Times in seconds.
struct ResourceUsage {
    double mean_in_use = 0;          // time-weighted servers in use
    double utilisation = 0;          // time-weighted servers in use / time-weighted capacity
    double mean_queue_length = 0;    // time-weighted requests waiting
    std::int64_t longest_queue = 0;  // most requests waiting at once
    std::int64_t grants = 0;         // requests served, those that did not wait included
    double mean_wait = 0;            // per grant
    double longest_wait = 0;
};

class Acquire;
class ResourceState;

// Servers held; gives them back when destroyed. Movable. May outlive the resource.
class Lease {
 public:
    Lease() = default;
    Lease(Lease&& other) noexcept;
    Lease& operator=(Lease&& other) noexcept;
    ~Lease() { give_back(); }

    // Gives the servers back now. Checked: not empty, so not twice.
    void release();

    // Servers held; 0 when empty.
    int size() const { return size_; }
    explicit operator bool() const { return size_ > 0; }

 private:
    friend class Acquire;
    Lease(ResourceState* state, int size) : state_(state), size_(size) {}
    void give_back() noexcept;

    ResourceState* state_ = nullptr;
    int size_ = 0;
};

class Resource {
 public:
    // Checked: capacity >= 0. With Discipline::fifo priorities are ignored.
    Resource(Simulation& simulation, int capacity, Discipline discipline = Discipline::fifo,
             std::string name = "resource");
    // Processes that still wait go on sleeping; leases stay valid and give back to nobody.
    ~Resource();
    Resource(const Resource&) = delete;
    Resource& operator=(const Resource&) = delete;

    // co_await acquire(n): a Lease of n servers. Checked: 1 <= n <= the largest capacity there has
    // been.
    [[nodiscard]] Acquire acquire(int n = 1, int priority = 0);

    // co_await acquire_by(t, n): the same, at most until t; an empty Lease if it could not be had
    // by then.
    [[nodiscard]] Acquire acquire_by(Time deadline, int n = 1, int priority = 0);

    // Takes effect at once for new grants; servers in use above it are not taken away. Checked:
    // capacity >= 0.
    void set_capacity(int capacity);

    int capacity() const;
    int in_use() const;
    // Free servers; 0 while more are in use than there are.
    int available() const;
    // Requests waiting.
    std::int64_t queue_length() const;
    const std::string& name() const { return name_; }

    ResourceUsage usage() const;
    // Forgets what was measured, as at the end of a warm-up.
    void reset_usage();

 private:
    ResourceState* state_;
    std::string name_;
};

// The state behind a resource; lives as long as the resource or its last lease.
class ResourceState {
 public:
    ResourceState(Simulation& simulation, int capacity, Discipline discipline);

 private:
    friend class Resource;
    friend class Lease;
    friend class Acquire;

    bool fits_now(int n, int priority) const;
    void take(int n);
    void give(int n) noexcept;
    void grant_waiting();
    void enqueue(Acquire& request);
    void withdraw(Acquire& request) noexcept;
    void close() noexcept;
    void set_capacity(int capacity);
    void measure();
    void change_in_use(int before);
    void count_wait(Duration wait);
    double waits_under_way();
    ResourceUsage usage();
    void reset_usage();

    Simulation& simulation_;
    int capacity_;
    int largest_capacity_;
    int in_use_ = 0;
    bool by_priority_;
    bool closed_ = false;
    RequestQueue queue_;

    // Time integrals in nanoseconds. The integral of the queue's length is the sum of all waits, so
    // it costs nothing while requests come and go.
    struct Measured {
        double in_use = 0;       // up to in_use_since
        double capacity = 0;     // up to capacity_since
        double waits = 0;        // of requests granted
        double other_waits = 0;  // of requests given up, less what was waited before `from`
        Duration longest_wait{};
        std::int64_t longest_queue = 0;
        std::int64_t grants = 0;
        Time from;
        Time in_use_since;
        Time capacity_since;
    };
    Measured measured_;
};

// The wait of acquire.
class Acquire : public Suspension, private WaitLink {
 public:
    bool await_ready();
    void await_suspend(std::coroutine_handle<> point);
    Lease await_resume();

 private:
    friend class Resource;
    friend class ResourceState;
    Acquire(ResourceState* state, int n, int priority, Time deadline);
    void cancelled() noexcept override;

    ResourceState* state_;  // null when the resource has gone while this waited
    int n_;
    int priority_;
    bool granted_ = false;
    Time asked_{};
    Time deadline_;
};

// The hot path, inline: it runs once or twice in most events.

// True if a new request would stand at the head of the queue and fits.
inline bool ResourceState::fits_now(int n, int priority) const {
    return n <= capacity_ - in_use_ && queue_.leads(priority);
}

inline void ResourceState::take(int n) {
    change_in_use(in_use_);
    in_use_ += n;
}

// What is handed on at once does not change how many are in use.
inline void ResourceState::give(int n) noexcept {
    const int before = in_use_;
    in_use_ -= n;
    if (closed_) [[unlikely]] {
        if (in_use_ == 0) delete this;
        return;
    }
    grant_waiting();
    if (in_use_ != before) change_in_use(before);
}

// Stops at the first request that does not fit: nobody is overtaken. The caller has the change of
// in_use_ measured.
inline void ResourceState::grant_waiting() {
    while (!queue_.empty()) {
        auto& request = static_cast<Acquire&>(queue_.front());
        if (request.n_ > capacity_ - in_use_ || simulation_.closing()) return;
        in_use_ += request.n_;
        queue_.remove(request);
        request.granted_ = true;
        ++measured_.grants;
        count_wait(simulation_.now() - request.asked_);
        request.wake();
    }
}

inline void ResourceState::enqueue(Acquire& request) {
    queue_.push(request, request.priority_);
    measured_.longest_queue = std::max(measured_.longest_queue, queue_.size());
}

// Measures the time for which `before` were in use.
inline void ResourceState::change_in_use(int before) {
    const Time now = simulation_.now();
    measured_.in_use += static_cast<double>((now - measured_.in_use_since).count()) * before;
    measured_.in_use_since = now;
}

inline void ResourceState::count_wait(Duration wait) {
    measured_.waits += static_cast<double>(wait.count());
    measured_.longest_wait = std::max(measured_.longest_wait, wait);
}

inline Lease::Lease(Lease&& other) noexcept
    : state_(std::exchange(other.state_, nullptr)), size_(std::exchange(other.size_, 0)) {}

inline void Lease::give_back() noexcept {
    if (size_ == 0) return;
    std::exchange(state_, nullptr)->give(std::exchange(size_, 0));
}

inline Acquire::Acquire(ResourceState* state, int n, int priority, Time deadline)
    : Suspension(&state->simulation_),
      state_(state),
      n_(n),
      priority_(priority),
      deadline_(deadline) {}

inline bool Acquire::await_ready() {
    if (!state_->fits_now(n_, priority_)) return false;
    state_->take(n_);
    ++state_->measured_.grants;
    granted_ = true;
    return true;
}

inline void Acquire::await_suspend(std::coroutine_handle<> point) {
    suspend(point);
    asked_ = simulation().now();
    state_->enqueue(*this);
    if (deadline_ != Time::max()) wake_at(deadline_);
}

inline Lease Acquire::await_resume() {
    resumed();
    if (granted_) return {state_, n_};
    if (state_) state_->withdraw(*this);
    return {};
}

inline Acquire Resource::acquire(int n, int priority) {
    return acquire_by(Time::max(), n, priority);
}

inline Acquire Resource::acquire_by(Time deadline, int n, int priority) {
    REENTRY_CHECK(n >= 1 && n <= state_->largest_capacity_, "{} of {} '{}' are asked for", n,
                  state_->largest_capacity_, name_);
    REENTRY_CHECK(deadline >= state_->simulation_.now(), "a deadline in the past");
    return {state_, n, state_->by_priority_ ? priority : 0, deadline};
}

}  // namespace reentry::sim
