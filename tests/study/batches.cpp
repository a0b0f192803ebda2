#include "study/batches.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace reentry::study;

TEST_CASE("every piece of every batch is done once, between its opening and its closing") {
    for (const unsigned threads : {1U, 2U, 5U}) {
        constexpr std::size_t count = 7;
        std::vector<std::vector<int>> done(count);
        std::vector<std::size_t> seen_at_close(count, 99);
        std::vector<Batch> batches;
        for (std::size_t b = 0; b < count; ++b)
            batches.push_back({[&done, b] {
                                   done[b].assign(3 * b, 0);  // the first batch has no pieces
                                   return done[b].size();
                               },
                               [&done, b](std::size_t piece) { ++done[b][piece]; },
                               [&done, &seen_at_close, b] {
                                   seen_at_close[b] = 0;
                                   for (const int times : done[b]) seen_at_close[b] += times == 1;
                               }});
        run_batches(batches, threads);
        for (std::size_t b = 0; b < count; ++b) CHECK(seen_at_close[b] == 3 * b);
    }
}

TEST_CASE("of one batch, all threads do the pieces") {
    // Two pieces that wait for each other: one thread alone would never end.
    std::atomic<int> there{0};
    const auto meet = [&there](std::size_t) {
        ++there;
        while (there < 2) {
        }
    };
    run_batches({{[] { return std::size_t{2}; }, meet, [] {}}}, 2);
    CHECK(there == 2);
}

TEST_CASE("the error of the first batch is thrown, and nothing new is begun after it") {
    std::size_t opened = 0;
    const auto failing = [&opened](const char* what) {
        return Batch{[&opened] { return ++opened; },
                     [what](std::size_t) { throw std::runtime_error(what); }, [] {}};
    };
    CHECK_THROWS_WITH(run_batches({failing("first"), failing("second")}, 1), "first");
    CHECK(opened == 1);
}
