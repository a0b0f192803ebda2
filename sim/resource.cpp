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
