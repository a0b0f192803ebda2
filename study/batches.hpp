// Work in two steps on a few threads: each batch is opened by one thread, its pieces are done by
// whoever is free, and whoever does the last closes it. Open batches go first, so that no more of
// them are open than there are threads. Results go to their own place: the number of threads never
// shows.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace reentry::study {

struct Batch {
    std::function<std::size_t()> open;       // gives the number of its pieces
    std::function<void(std::size_t)> piece;  // pieces must not depend on each other
    std::function<void()> close;             // when all its pieces are done
};

// Runs all batches, opened in their order, on `threads` threads (0: all cores). After an exception
// nothing new is begun, and the one of the first batch is thrown.
void run_batches(const std::vector<Batch>& batches, unsigned threads);

}  // namespace reentry::study
