#include "sim/rate_limit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace reentry::sim {

namespace {

void check_rate(double amount, Duration period, const std::string& name) {
    REENTRY_CHECK(amount > 0 && period > Duration::zero(), "rate limit '{}': {} per {} ns", name,
                  amount, period.count());
}

}  // namespace

RateLimit::RateLimit(Simulation& simulation, double amount_per_period, Duration period,
                     double burst, std::string name)
    : simulation_(simulation),
      amount_(amount_per_period),
      period_(static_cast<double>(period.count())),
      burst_(burst),
      name_(std::move(name)),
      tokens_(burst),
      at_(simulation.now()) {
    check_rate(amount_per_period, period, name_);
    REENTRY_CHECK(burst >= 0, "rate limit '{}' with burst {}", name_, burst);
}

RateLimit::~RateLimit() {
    while (!queue_.empty()) {
        auto& take = static_cast<Take&>(queue_.front());
        take.abandon();
        take.leave();
    }
}

Take RateLimit::take(double amount) {
    REENTRY_CHECK(amount >= 0, "{} of rate limit '{}' are asked for", amount, name_);
    return {*this, amount};
}

void RateLimit::set_rate(double amount_per_period, Duration period) {
    check_rate(amount_per_period, period, name_);
    accrue();
    amount_ = amount_per_period;
    period_ = static_cast<double>(period.count());
    if (waiting_ > 0) start_head();
}

double RateLimit::available() const {
    if (waiting_ > 0) return 0;
    const auto span = static_cast<double>((simulation_.now() - at_).count());
    return std::min(burst_, tokens_ + span * amount_ / period_);
}

// Brings the tokens up to the present.
void RateLimit::accrue() {
    const Time now = simulation_.now();
    tokens_ += static_cast<double>((now - at_).count()) * amount_ / period_;
    if (waiting_ == 0) tokens_ = std::min(tokens_, burst_);
    at_ = now;
}

// Lets the amount through if nobody waits and there are tokens enough.
bool RateLimit::pass(double amount) {
    if (waiting_ > 0) return false;
    accrue();
    if (amount > tokens_) return false;
    tokens_ -= amount;
    served_ += amount;
    return true;
}

void RateLimit::enqueue(Take& take) {
    queue_.push_back(take);
    if (++waiting_ == 1) start_head();
}

void RateLimit::start_head() {
    auto& head = static_cast<Take&>(queue_.front());
    const double missing = std::max(0.0, head.amount_ - tokens_);
    const double wait = std::ceil(missing * period_ / amount_);
    const auto longest = static_cast<double>((Time::max() - simulation_.now()).count());
    REENTRY_CHECK(wait < longest, "rate limit '{}': {} never get through", name_, head.amount_);
    head.wake_at(simulation_.now() + Duration{static_cast<std::int64_t>(wait)});
}

// The tokens may fall short of the amount by a rounding error of the product rate * span.
void RateLimit::head_served() {
    auto& head = static_cast<Take&>(queue_.front());
    accrue();
    tokens_ = std::max(0.0, tokens_ - head.amount_);
    served_ += head.amount_;
    head.leave();
    if (--waiting_ > 0)
        start_head();
    else
        tokens_ = std::min(tokens_, burst_);
}

// What came for the head until now is spent; the next one starts with nothing in hand.
void RateLimit::withdraw(Take& take) noexcept {
    const bool was_head = &queue_.front() == static_cast<WaitLink*>(&take);
    if (was_head) {
        accrue();
        served_ += std::min(take.amount_, tokens_);
        tokens_ = std::max(0.0, tokens_ - take.amount_);
    }
    take.leave();
    --waiting_;
    if (was_head && waiting_ > 0 && !simulation_.closing()) start_head();
}

Take::Take(RateLimit& limit, double amount)
    : Suspension(&limit.simulation_), limit_(&limit), amount_(amount) {}

void Take::await_suspend(std::coroutine_handle<> point) {
    suspend(point);
    limit_->enqueue(*this);
}

void Take::await_resume() {
    resumed();
    if (waiting()) limit_->head_served();
}

}  // namespace reentry::sim
