#include "sim/resource.hpp"

#include <algorithm>
#include <utility>

namespace reentry::sim {

ResourceState::ResourceState(Simulation& simulation, int capacity, Discipline discipline)
    : simulation_(simulation),
      capacity_(capacity),
      largest_capacity_(capacity),
      by_priority_(discipline == Discipline::priority) {
    reset_usage();
}

void ResourceState::withdraw(Acquire& request) noexcept {
    measured_.other_waits += static_cast<double>((simulation_.now() - request.asked_).count());
    queue_.remove(request);
    const int before = in_use_;
    grant_waiting();
    change_in_use(before);
}

void ResourceState::close() noexcept {
    closed_ = true;
    queue_.for_each([this](WaitLink& link) {
        auto& request = static_cast<Acquire&>(link);
        request.abandon();
        request.state_ = nullptr;
        queue_.remove(request);
    });
    if (in_use_ == 0) delete this;
}

void ResourceState::set_capacity(int capacity) {
    measure();
    capacity_ = capacity;
    largest_capacity_ = std::max(largest_capacity_, capacity);
    grant_waiting();
}

// Brings the integrals of servers up to now.
void ResourceState::measure() {
    const Time now = simulation_.now();
    measured_.capacity += static_cast<double>((now - measured_.capacity_since).count()) * capacity_;
    measured_.capacity_since = now;
    change_in_use(in_use_);
}

// What those have waited who wait now, in nanoseconds.
double ResourceState::waits_under_way() {
    double sum = 0;
    queue_.for_each([&](WaitLink& link) {
        const auto& request = static_cast<const Acquire&>(link);
        sum += static_cast<double>((simulation_.now() - request.asked_).count());
    });
    return sum;
}

ResourceUsage ResourceState::usage() {
    measure();
    const auto span = static_cast<double>((simulation_.now() - measured_.from).count());
    ResourceUsage usage;
    if (span > 0) {
        usage.mean_in_use = measured_.in_use / span;
        usage.mean_queue_length =
            (measured_.waits + measured_.other_waits + waits_under_way()) / span;
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
    measured_.longest_queue = queue_.size();
    measured_.other_waits = -waits_under_way();
    measured_.from = measured_.in_use_since = measured_.capacity_since = simulation_.now();
}

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

void Resource::set_capacity(int capacity) {
    REENTRY_CHECK(capacity >= 0, "resource '{}' with capacity {}", name_, capacity);
    state_->set_capacity(capacity);
}

int Resource::capacity() const { return state_->capacity_; }
int Resource::in_use() const { return state_->in_use_; }
int Resource::available() const { return std::max(0, state_->capacity_ - state_->in_use_); }
std::int64_t Resource::queue_length() const { return state_->queue_.size(); }
ResourceUsage Resource::usage() const { return state_->usage(); }
void Resource::reset_usage() { state_->reset_usage(); }

}  // namespace reentry::sim
