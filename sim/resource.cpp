#include "sim/resource.hpp"

#include <algorithm>
#include <utility>

namespace reentry::sim {

ResourceState::ResourceState(Simulation& simulation, int capacity, Discipline discipline)
    : simulation_(simulation),
      capacity_(capacity),
      largest_capacity_(capacity),
      by_priority_(discipline == Discipline::priority),
      measured_from_(simulation.now()),
      measured_to_(simulation.now()) {}

// True if a new request would stand at the head of the queue and fits.
bool ResourceState::fits_now(int n, int priority) const {
    if (n > capacity_ - in_use_) return false;
    if (waiting_ == 0) return true;
    for (const auto& [urgency, queue] : queues_) {
        if (urgency > priority) return true;
        if (!queue.empty()) return false;
    }
    return true;
}

void ResourceState::take(int n) {
    advance();
    in_use_ += n;
}

void ResourceState::give(int n) noexcept {
    if (!closed_) advance();
    in_use_ -= n;
    if (!closed_)
        grant_waiting();
    else if (in_use_ == 0)
        delete this;
}

// Stops at the first request that does not fit: nobody is overtaken.
void ResourceState::grant_waiting() {
    if (waiting_ == 0 || simulation_.closing()) return;
    for (auto& [urgency, queue] : queues_) {
        while (!queue.empty()) {
            auto& request = static_cast<Acquire&>(queue.front());
            if (request.n_ > capacity_ - in_use_) return;
            take(request.n_);
            request.leave();
            --waiting_;
            request.granted_ = true;
            count_grant(simulation_.now() - request.asked_);
            request.wake();
        }
    }
}

void ResourceState::enqueue(Acquire& request) {
    advance();
    queues_[request.priority_].push_back(request);
    ++waiting_;
    measured_.longest_queue = std::max(measured_.longest_queue, waiting_);
}

void ResourceState::withdraw(Acquire& request) noexcept {
    advance();
    request.leave();
    --waiting_;
    grant_waiting();
}

void ResourceState::close() noexcept {
    closed_ = true;
    for (auto& [urgency, queue] : queues_) {
        while (!queue.empty()) {
            auto& request = static_cast<Acquire&>(queue.front());
            request.abandon();
            request.leave();
        }
    }
    if (in_use_ == 0) delete this;
}

void ResourceState::advance() {
    const Time now = simulation_.now();
    if (now == measured_to_) return;
    const auto span = static_cast<double>((now - measured_to_).count());
    measured_.in_use += span * in_use_;
    measured_.capacity += span * capacity_;
    measured_.queue += span * static_cast<double>(waiting_);
    measured_to_ = now;
}

void ResourceState::count_grant(Duration wait) {
    ++measured_.grants;
    measured_.waits += static_cast<double>(wait.count());
    measured_.longest_wait = std::max(measured_.longest_wait, wait);
}

ResourceUsage ResourceState::usage() {
    advance();
    ResourceUsage usage;
    const auto span = static_cast<double>((measured_to_ - measured_from_).count());
    if (span > 0) {
        usage.mean_in_use = measured_.in_use / span;
        usage.mean_queue_length = measured_.queue / span;
    }
    if (measured_.capacity > 0) usage.utilisation = measured_.in_use / measured_.capacity;
    usage.longest_queue = measured_.longest_queue;
    usage.grants = measured_.grants;
    if (measured_.grants > 0)
        usage.mean_wait = measured_.waits / static_cast<double>(measured_.grants) / 1e9;
    usage.longest_wait = to_seconds(measured_.longest_wait);
    return usage;
}

void ResourceState::reset_usage() {
    measured_ = {};
    measured_.longest_queue = waiting_;
    measured_from_ = measured_to_ = simulation_.now();
}

Lease::Lease(Lease&& other) noexcept
    : state_(std::exchange(other.state_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Lease& Lease::operator=(Lease&& other) noexcept {
    if (this == &other) return *this;
    give_back();
    state_ = std::exchange(other.state_, nullptr);
    size_ = std::exchange(other.size_, 0);
    return *this;
}

void Lease::release() {
    REENTRY_CHECK(size_ > 0, "a lease is released that holds nothing");
    give_back();
}

void Lease::give_back() noexcept {
    if (size_ == 0) return;
    std::exchange(state_, nullptr)->give(std::exchange(size_, 0));
}

Acquire::Acquire(ResourceState* state, int n, int priority, Time deadline)
    : Suspension(&state->simulation_),
      state_(state),
      n_(n),
      priority_(priority),
      deadline_(deadline) {}

bool Acquire::await_ready() {
    if (!state_->fits_now(n_, priority_)) return false;
    state_->take(n_);
    state_->count_grant(Duration::zero());
    granted_ = true;
    return true;
}

void Acquire::await_suspend(std::coroutine_handle<> point) {
    suspend(point);
    asked_ = simulation().now();
    state_->enqueue(*this);
    if (deadline_ != Time::max()) wake_at(deadline_);
}

Lease Acquire::await_resume() {
    resumed();
    if (granted_) return {state_, n_};
    state_->withdraw(*this);
    return {};
}

void Acquire::cancelled() noexcept {
    if (granted_)
        state_->give(n_);
    else
        state_->withdraw(*this);
}

Resource::Resource(Simulation& simulation, int capacity, Discipline discipline, std::string name)
    : state_(nullptr), name_(std::move(name)) {
    REENTRY_CHECK(capacity >= 0, "resource '{}' with capacity {}", name_, capacity);
    state_ = new ResourceState(simulation, capacity, discipline);
}

Resource::~Resource() { state_->close(); }

Acquire Resource::acquire(int n, int priority) { return acquire_by(Time::max(), n, priority); }

Acquire Resource::acquire_by(Time deadline, int n, int priority) {
    REENTRY_CHECK(n >= 1 && n <= state_->largest_capacity_, "{} of {} '{}' are asked for", n,
                  state_->largest_capacity_, name_);
    REENTRY_CHECK(deadline >= state_->simulation_.now(), "a deadline in the past");
    return {state_, n, state_->by_priority_ ? priority : 0, deadline};
}

void Resource::set_capacity(int capacity) {
    REENTRY_CHECK(capacity >= 0, "resource '{}' with capacity {}", name_, capacity);
    state_->advance();
    state_->capacity_ = capacity;
    state_->largest_capacity_ = std::max(state_->largest_capacity_, capacity);
    state_->grant_waiting();
}

int Resource::capacity() const { return state_->capacity_; }
int Resource::in_use() const { return state_->in_use_; }
int Resource::available() const { return std::max(0, state_->capacity_ - state_->in_use_); }
std::int64_t Resource::queue_length() const { return state_->waiting_; }
ResourceUsage Resource::usage() const { return state_->usage(); }
void Resource::reset_usage() { state_->reset_usage(); }

}  // namespace reentry::sim
