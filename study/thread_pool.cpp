#include "study/thread_pool.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace reentry::study {

void for_each_index(std::size_t count, unsigned threads,
                    const std::function<void(std::size_t)>& work) {
    if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::exception_ptr> errors(count);
    std::atomic<std::size_t> next{0};
    const auto take = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                work(i);
            } catch (...) {
                errors[i] = std::current_exception();
            }
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned t = 1; t < std::min<std::size_t>(threads, count); ++t)
            others.emplace_back(take);
        take();
    }
    for (const auto& error : errors)
        if (error) std::rethrow_exception(error);
}

}  // namespace reentry::study
