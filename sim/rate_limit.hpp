// A quota on how much may pass per unit of time: requests per second, bytes per hour.
//
//     RateLimit retrieval{sim, 50e9, std::chrono::hours{1}, 10e9};   // 50 GB an hour, 10 GB at
//     once co_await retrieval.take(bytes);                                // returns when they have
//     been let through
//
// A token bucket: tokens come evenly at amount/period, up to `burst` of them are kept, `take`
// spends them first come first served. An amount above the burst is served over time, keeping
// others behind it. In closed form: with b tokens in hand at t, take(a) returns at t if a <= b,
// else at t + (a - b)/rate; the head of the queue is the only one that has an event. Times are
// rounded up to the nanosecond, what comes too much by that is kept, so there is no drift. What an
// interrupted take was let through so far stays spent.
#pragma once

#include "sim/simulation.hpp"
#include "sim/suspension.hpp"
#include "sim/wait_list.hpp"

#include <string>

namespace reentry::sim {

class Take;

class RateLimit {
 public:
    // Starts with a full bucket. Checked: amount_per_period > 0, period > 0, burst >= 0.
    RateLimit(Simulation& simulation, double amount_per_period, Duration period, double burst,
              std::string name = "rate limit");
    ~RateLimit();
    RateLimit(const RateLimit&) = delete;
    RateLimit& operator=(const RateLimit&) = delete;

    // co_await take(amount): returns when the amount has been let through. Checked: amount >= 0.
    [[nodiscard]] Take take(double amount);

    // Changes the rate from now on; waiting takes are timed anew. Checked as in the constructor.
    void set_rate(double amount_per_period, Duration period);

    // Tokens in hand; 0 while someone waits.
    double available() const;

    // Takes waiting.
    std::int64_t queue_length() const { return waiting_; }

    // Sum of all amounts let through.
    double served() const { return served_; }

    const std::string& name() const { return name_; }

 private:
    friend class Take;

    void accrue();
    bool pass(double amount);
    void enqueue(Take& take);
    void start_head();
    void head_served();
    void withdraw(Take& take) noexcept;

    Simulation& simulation_;
    // The rate: amount_ in period_ nanoseconds.
    double amount_;
    double period_;
    double burst_;
    std::string name_;
    // Tokens at `at_`; while somebody waits they are the head's, and exceed the burst if its amount
    // does.
    double tokens_;
    Time at_;
    WaitList queue_;
    std::int64_t waiting_ = 0;
    double served_ = 0;
};

// The wait of RateLimit::take.
class Take : public Suspension, private WaitLink {
 public:
    bool await_ready() { return limit_->pass(amount_); }
    void await_suspend(std::coroutine_handle<> point);
    void await_resume();

 private:
    friend class RateLimit;
    Take(RateLimit& limit, double amount);
    void cancelled() noexcept override { limit_->withdraw(*this); }

    RateLimit* limit_;
    double amount_;
};

}  // namespace reentry::sim
