#include "sim/check.hpp"
#include "sim/random/stream.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

using reentry::sim::philox;
using reentry::sim::Purpose;
using reentry::sim::Stream;

// The three vectors that Random123 1.14 publishes for philox4x64-10 (tests/kat_vectors): zeros,
// ones, and the digits of pi.
TEST_CASE("Philox gives the published answers") {
    using Block = std::array<std::uint64_t, 4>;
    constexpr std::uint64_t ones = ~std::uint64_t{0};
    CHECK(philox({0, 0, 0, 0}, {0, 0}) ==
          Block{0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b});
    CHECK(philox({ones, ones, ones, ones}, {ones, ones}) ==
          Block{0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0});
    CHECK(philox({0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89},
                 {0x452821e638d01377, 0xbe5466cf34e90c6c}) ==
          Block{0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6});
}

TEST_CASE("A draw is a pure function of seed, replication, purpose and number") {
    Stream a(1, 2, Purpose("incident"));
    std::vector<std::uint64_t> drawn;
    for (int i = 0; i < 100; ++i) drawn.push_back(a.next_u64());
    const Stream b(1, 2, Purpose("incident"));
    for (std::uint64_t i = 100; i-- > 0;) CHECK(b.at(i) == drawn[i]);
    a.seek(37);
    CHECK(a.next_u64() == drawn[37]);
    CHECK(a.position() == 38);
    // the definition itself
    CHECK(b.at(6) == philox({1, 0, 0, Purpose("incident").hash()}, {1, 2})[2]);
}

TEST_CASE("Seeds, replications and purposes give different streams") {
    std::set<std::uint64_t> first;
    int streams = 0;
    for (std::uint64_t seed = 0; seed < 10; ++seed)
        for (std::uint64_t replication = 0; replication < 10; ++replication)
            for (const auto* name : {"a", "b", "ab", ""}) {
                first.insert(Stream(seed, replication, Purpose(name)).at(0));
                ++streams;
            }
    CHECK(first.size() == static_cast<std::size_t>(streams));
}

TEST_CASE("Purposes tell apart how names are cut and what is a number") {
    CHECK(Purpose("ab").with("c") != Purpose("a").with("bc"));
    CHECK(Purpose("ab") != Purpose("a").with("b"));
    CHECK(Purpose("a").with(1) != Purpose("a").with(2));
    CHECK(Purpose("a").with(1).with(2) != Purpose("a").with(2).with(1));
    CHECK(Purpose("a").with(0) != Purpose("a"));
    CHECK(Purpose("incident").with("site").hash() == 7'780'004'839'725'949'152U);
}

TEST_CASE("Uniform numbers lie strictly between 0 and 1") {
    CHECK(Stream::to_uniform(0) == 0x1p-53);
    CHECK(Stream::to_uniform(~std::uint64_t{0}) == 1 - 0x1p-53);
}

// Mean 1/2 with standard error sqrt(1/12/n); mean of squares 1/3 with sqrt(4/45/n); serial products
// 1/4 with sqrt(7/144/n). Five standard errors at fixed seeds.
TEST_CASE("Uniform numbers have the moments of the uniform distribution") {
    const int n = 1'000'000;
    Stream stream(42, 0, Purpose("moments"));
    double sum = 0, squares = 0, products = 0, before = 0.5;
    for (int i = 0; i < n; ++i) {
        const double u = stream.uniform();
        sum += u;
        squares += u * u;
        products += u * before;
        before = u;
    }
    CHECK(std::fabs(sum / n - 0.5) < 5 * std::sqrt(1.0 / 12 / n));
    CHECK(std::fabs(squares / n - 1.0 / 3) < 5 * std::sqrt(4.0 / 45 / n));
    CHECK(std::fabs(products / n - 0.25) < 5 * std::sqrt(7.0 / 144 / n));
}

// Chi-square with k - 1 degrees: mean k - 1, variance 2 (k - 1).
TEST_CASE("Whole numbers are even over their range, also where 2^64 is no multiple of it") {
    for (const std::uint64_t k : {2ULL, 3ULL, 7ULL, 100ULL}) {
        Stream stream(7, k, Purpose("dice"));
        std::vector<double> counts(k);
        const double n = 100'000;
        for (int i = 0; i < 100'000; ++i) ++counts[stream.uniform_int(k)];
        double chi = 0;
        for (const double count : counts)
            chi += (count - n / double(k)) * (count - n / double(k)) / (n / double(k));
        CHECK(std::fabs(chi - double(k - 1)) < 5 * std::sqrt(2 * double(k - 1)));
        CHECK(stream.position() == 100'000);
    }
    Stream stream(7, 0, Purpose("dice"));
    CHECK(stream.uniform_int(1) == 0);
    CHECK_THROWS_AS(stream.uniform_int(0), reentry::ContractViolation);
}

// n = 3 * 2^62 rejects one word in four: the halves [0, 2^62) ... must still be even, at one draw
// each.
TEST_CASE("Rejected words are replaced without taking another draw") {
    const std::uint64_t third = std::uint64_t{1} << 62;
    Stream stream(8, 0, Purpose("rejection"));
    std::array<int, 3> counts{};
    const int n = 30'000;
    for (int i = 0; i < n; ++i) ++counts[stream.uniform_int(3 * third) / third];
    CHECK(stream.position() == n);
    // each count is binomial(n, 1/3): standard deviation 81.6
    for (const int count : counts) CHECK(std::abs(count - n / 3) < 5 * 82);
}
