// Runs numbered pieces of work on a few threads. Pieces must not depend on each other; results go
// to their own place, so that the number of threads never shows.
#pragma once

#include <cstddef>
#include <functional>

namespace reentry::study {

// Calls work(i) for all i in [0, count), on `threads` threads (0: all cores). Rethrows the first
// exception by number.
void for_each_index(std::size_t count, unsigned threads,
                    const std::function<void(std::size_t)>& work);

}  // namespace reentry::study
