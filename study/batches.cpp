#include "study/batches.hpp"

#include "study/thread_pool.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <list>
#include <map>
#include <mutex>
#include <thread>

namespace reentry::study {
namespace {

class Workshop {
 public:
    explicit Workshop(const std::vector<Batch>& batches) : batches_(batches) {}

    void work() {
        std::unique_lock lock(mutex_);
        for (;;) {
            if (auto* batch = with_pieces_left())
                do_piece(*batch, lock);
            else if (errors_.empty() && next_ < batches_.size())
                open_next(lock);
            else if (opening_ == 0)
                return;
            else
                changed_.wait(lock);
        }
    }

    void rethrow() const {
        if (!errors_.empty()) std::rethrow_exception(errors_.begin()->second);
    }

 private:
    struct OpenBatch {
        std::size_t number = 0, count = 0, begun = 0, done = 0;
    };

    OpenBatch* with_pieces_left() {
        for (auto& batch : open_)
            if (errors_.empty() && batch.begun < batch.count) return &batch;
        return nullptr;
    }

    // Runs `action` without the lock; false if it fails.
    template <class Action>
    bool unlocked(std::unique_lock<std::mutex>& lock, std::size_t number, Action action) {
        std::exception_ptr error;
        lock.unlock();
        try {
            action();
        } catch (...) {
            error = std::current_exception();
        }
        lock.lock();
        if (error) errors_.try_emplace(number, error);
        return !error;
    }

    void do_piece(OpenBatch& batch, std::unique_lock<std::mutex>& lock) {
        const auto piece = batch.begun++;
        const bool good =
            unlocked(lock, batch.number, [&] { batches_[batch.number].piece(piece); });
        if (good && ++batch.done == batch.count) close(batch, lock);
    }

    void open_next(std::unique_lock<std::mutex>& lock) {
        OpenBatch batch{next_++};
        ++opening_;
        const bool good =
            unlocked(lock, batch.number, [&] { batch.count = batches_[batch.number].open(); });
        --opening_;
        auto& opened = open_.emplace_back(batch);
        if (good && batch.count == 0) close(opened, lock);
        changed_.notify_all();
    }

    void close(OpenBatch& batch, std::unique_lock<std::mutex>& lock) {
        unlocked(lock, batch.number, [&] { batches_[batch.number].close(); });
        open_.remove_if([&batch](const OpenBatch& one) { return &one == &batch; });
    }

    const std::vector<Batch>& batches_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::list<OpenBatch> open_;
    std::size_t next_ = 0, opening_ = 0;
    std::map<std::size_t, std::exception_ptr> errors_;
};

}  // namespace

void run_batches(const std::vector<Batch>& batches, unsigned threads) {
    if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
    Workshop workshop(batches);
    for_each_index(threads, threads, [&workshop](std::size_t) { workshop.work(); });
    workshop.rethrow();
}

}  // namespace reentry::study
