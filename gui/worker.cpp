#include "gui/worker.hpp"

#include <utility>

namespace reentry::gui {

Worker::Worker() : thread_([this](const std::stop_token& end) { work(end); }) {}

Worker::~Worker() {
    cancel();
    thread_.request_stop();
}

void Worker::post(Job job) {
    {
        const std::scoped_lock lock(mutex_);
        running_.request_stop();
        waiting_ = std::move(job);
    }
    posted_.notify_one();
}

void Worker::cancel() {
    const std::scoped_lock lock(mutex_);
    running_.request_stop();
    waiting_.reset();
}

void Worker::work(const std::stop_token& end) {
    std::unique_lock lock(mutex_);
    while (posted_.wait(lock, end, [this] { return waiting_.has_value(); })) {
        const Job job = std::move(*waiting_);
        waiting_.reset();
        running_ = std::stop_source{};
        const std::stop_token stop = running_.get_token();
        lock.unlock();
        job(stop);
        lock.lock();
    }
}

}  // namespace reentry::gui
