// One thread that does the newest job. A job that is posted while another runs asks that one to
// stop and is done next; one that only waited is dropped.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace reentry::gui {

class Worker {
 public:
    // Must not throw. The token tells that nobody waits for the outcome any more.
    using Job = std::function<void(std::stop_token)>;

    Worker();
    ~Worker();  // asks the running job to stop and waits for its end
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(Job job);
    void cancel();  // at once: does not wait for the running job

 private:
    void work(const std::stop_token& end);

    std::mutex mutex_;
    std::condition_variable_any posted_;
    std::optional<Job> waiting_;
    std::stop_source running_{std::nostopstate};
    std::jthread thread_;  // last: ends before the rest goes
};

}  // namespace reentry::gui
