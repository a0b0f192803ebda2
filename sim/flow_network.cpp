#include "sim/flow_network.hpp"

#include <utility>

namespace reentry::sim {

Transfer::Transfer(FlowNetwork& network, Path path, double bytes, FlowOptions options,
                   FlowTrace* trace)
    : Suspension(&network.simulation()),
      network_(&network),
      path_(std::move(path)),
      options_(options),
      bytes_(bytes),
      left_(bytes),
      trace_(trace) {
    REENTRY_CHECK(bytes >= 0, "a transfer of {} bytes", bytes);
}

void Transfer::await_suspend(std::coroutine_handle<> point) {
    REENTRY_CHECK(network_ != nullptr, "the network of this transfer is gone");
    REENTRY_CHECK(!under_way_, "two processes await one transfer");
    suspend(point);
    network_->begin(*this);
}

double Transfer::left() const {
    return under_way_ ? network_->fluid_.remaining(simulation().now(), flow_) : left_;
}

double Transfer::rate() const { return under_way_ ? network_->fluid_.rate(flow_) : 0.0; }

void Transfer::cancelled() noexcept {
    if (under_way_) network_->interrupted(*this);
}

FlowNetwork::FlowNetwork(Simulation& simulation)
    : simulation_(simulation),
      completion_(simulation, [this] { collect(); }),
      step_(simulation, [this] { step_profiles(); }) {}

FlowNetwork::~FlowNetwork() {
    for (Transfer* transfer : by_slot_) {
        if (transfer == nullptr) continue;
        transfer->left_ = transfer->left();
        transfer->under_way_ = false;
        transfer->network_ = nullptr;
        transfer->abandon();
    }
}

CapacityId FlowNetwork::add_capacity(double rate, std::string name) {
    profile_of_.push_back(no_profile);
    return fluid_.add_capacity(rate, std::move(name));
}

CapacityId FlowNetwork::add_capacity(double rate, const CapacityProfile& profile,
                                     std::string name) {
    const CapacityId id = add_capacity(rate, std::move(name));
    profile_of_[id.index] = static_cast<std::uint32_t>(profiled_.size());
    profiled_.push_back({id, rate, profile});
    return id;
}

void FlowNetwork::set_capacity(CapacityId id, double rate) {
    REENTRY_CHECK(id.index < profile_of_.size(), "no capacity {}", id.index);
    if (const std::uint32_t profiled = profile_of_[id.index]; profiled == no_profile) {
        fluid_.set_capacity(simulation_.now(), id, rate);
    } else {
        profiled_[profiled].rate = rate;
        apply(profiled);
    }
    changed();
}

double FlowNetwork::capacity(CapacityId id) const {
    REENTRY_CHECK(id.index < profile_of_.size(), "no capacity {}", id.index);
    const std::uint32_t profiled = profile_of_[id.index];
    if (profiled == no_profile) return fluid_.capacity(id);
    const Profiled& capacity = profiled_[profiled];
    return capacity.rate * capacity.profile.factor(simulation_.now());
}

Transfer FlowNetwork::transfer(Path path, double bytes, FlowOptions options, FlowTrace* trace) {
    return Transfer(*this, std::move(path), bytes, options, trace);
}

CapacityUse FlowNetwork::use(CapacityId id) { return fluid_.use(simulation_.now(), id); }

void FlowNetwork::begin(Transfer& transfer) {
    wake_profiles(transfer.path_);
    transfer.flow_ =
        fluid_.start(simulation_.now(), transfer.path_, transfer.left_, transfer.options_);
    transfer.under_way_ = true;
    const std::uint32_t slot = transfer.flow_.slot;
    if (slot >= by_slot_.size()) by_slot_.resize(slot + 1, nullptr);
    by_slot_[slot] = &transfer;
    if (transfer.trace_ != nullptr) traced_.push_back(&transfer);
    changed();
}

void FlowNetwork::interrupted(Transfer& transfer) {
    transfer.left_ -= fluid_.cancel(simulation_.now(), transfer.flow_);
    end(transfer);
    changed();
}

void FlowNetwork::end(Transfer& transfer) {
    transfer.under_way_ = false;
    by_slot_[transfer.flow_.slot] = nullptr;
    if (transfer.trace_ != nullptr) std::erase(traced_, &transfer);
    rest_profiles(transfer.path_);
}

// Hands the completed transfers back to their processes and waits for the next one.
void FlowNetwork::collect() {
    solve_is_due_ = false;
    for (const Completion& done : fluid_.advance(simulation_.now())) {
        Transfer& transfer = *by_slot_[done.flow.slot];
        transfer.left_ = 0.0;
        end(transfer);
        transfer.wake();
    }
    if (const auto next = fluid_.next_completion())
        completion_.arm(*next);
    else
        completion_.disarm();
    trace();
}

// Rates change only here, so that one look at each traced transfer misses none. What several
// changes at one instant lead to counts once.
void FlowNetwork::trace() {
    const Time now = simulation_.now();
    for (Transfer* transfer : traced_) {
        auto& steps = *transfer->trace_;
        if (!steps.empty() && steps.back().since == now) steps.pop_back();
        const double rate = fluid_.rate(transfer->flow_);
        const auto limit = fluid_.bottleneck(transfer->flow_);
        if (!steps.empty() && steps.back().rate == rate && steps.back().limit == limit) continue;
        steps.push_back({now, transfer->moved(), rate, limit});
    }
}

// Rates are not asked for before all that is due now has made its changes.
void FlowNetwork::changed() {
    if (solve_is_due_) return;
    solve_is_due_ = true;
    completion_.arm(simulation_.now());
}

void FlowNetwork::wake_profiles(const Path& path) {
    for (const Hop& hop : path) {
        REENTRY_CHECK(hop.capacity.index < profile_of_.size(), "no capacity {}",
                      hop.capacity.index);
        const std::uint32_t profiled = profile_of_[hop.capacity.index];
        if (profiled == no_profile || profiled_[profiled].awake) continue;
        profiled_[profiled].awake = true;
        apply(profiled);
        if (const auto next = profiled_[profiled].profile.next_change(simulation_.now()))
            steps_.set(profiled, *next);
    }
    arm_steps();
}

void FlowNetwork::rest_profiles(const Path& path) {
    for (const Hop& hop : path) {
        const std::uint32_t profiled = profile_of_[hop.capacity.index];
        if (profiled == no_profile || fluid_.in_use(hop.capacity)) continue;
        profiled_[profiled].awake = false;
        steps_.erase(profiled);
    }
    arm_steps();
}

void FlowNetwork::apply(std::uint32_t profiled) {
    fluid_.set_capacity(simulation_.now(), profiled_[profiled].capacity,
                        capacity(profiled_[profiled].capacity));
}

void FlowNetwork::step_profiles() {
    while (!steps_.empty() && steps_.top_key() <= simulation_.now()) {
        const std::uint32_t profiled = steps_.top();
        apply(profiled);
        steps_.set(profiled, *profiled_[profiled].profile.next_change(simulation_.now()));
    }
    changed();
    arm_steps();
}

void FlowNetwork::arm_steps() {
    if (steps_.empty())
        step_.disarm();
    else if (!step_.armed() || step_.due() != steps_.top_key())
        step_.arm(steps_.top_key());
}

}  // namespace reentry::sim
