// Amounts and speeds of data. Bytes are whole and exact; a rate is a double in bytes per second.
// bytes / rate = duration; rate * duration = bytes. Decimal prefixes are powers of 1000 (GB),
// binary ones of 1024 (GiB).
#pragma once

#include "sim/check.hpp"
#include "sim/clock.hpp"

#include <compare>
#include <cstdint>

namespace reentry {

// A number of bytes, below 9.2 EB. Overflow is a broken contract.
class Bytes {
 public:
    constexpr Bytes() = default;
    constexpr explicit Bytes(std::int64_t count) : count_(count) {}

    // The nearest whole number of bytes, halves away from zero.
    static Bytes rounded(double count) {
        REENTRY_CHECK(count > -9.2e18 && count < 9.2e18, "{} bytes", count);
        return Bytes{static_cast<std::int64_t>(count < 0 ? count - 0.5 : count + 0.5)};
    }

    constexpr std::int64_t count() const { return count_; }
    constexpr double to_double() const { return static_cast<double>(count_); }

    friend constexpr auto operator<=>(const Bytes&, const Bytes&) = default;
    friend constexpr Bytes operator-(Bytes a) { return Bytes{-a.count_}; }
    friend constexpr Bytes operator+(Bytes a, Bytes b) {
        std::int64_t sum = 0;
        REENTRY_CHECK(!__builtin_add_overflow(a.count_, b.count_, &sum), "too many bytes");
        return Bytes{sum};
    }
    friend constexpr Bytes operator-(Bytes a, Bytes b) {
        std::int64_t difference = 0;
        REENTRY_CHECK(!__builtin_sub_overflow(a.count_, b.count_, &difference), "too many bytes");
        return Bytes{difference};
    }
    friend constexpr Bytes operator*(Bytes a, std::int64_t factor) {
        std::int64_t product = 0;
        REENTRY_CHECK(!__builtin_mul_overflow(a.count_, factor, &product), "too many bytes");
        return Bytes{product};
    }
    friend constexpr Bytes operator*(std::int64_t factor, Bytes a) { return a * factor; }
    friend constexpr double operator/(Bytes a, Bytes b) { return a.to_double() / b.to_double(); }
    constexpr Bytes& operator+=(Bytes other) { return *this = *this + other; }
    constexpr Bytes& operator-=(Bytes other) { return *this = *this - other; }

    // The share of these bytes, rounded to whole ones: Bytes{10}.times(0.25) is 3.
    Bytes times(double factor) const { return rounded(to_double() * factor); }

 private:
    std::int64_t count_ = 0;
};

// Bytes per second.
class Rate {
 public:
    constexpr Rate() = default;
    constexpr explicit Rate(double bytes_per_second) : bytes_per_second_(bytes_per_second) {}
    static constexpr Rate bits(double bits_per_second) { return Rate{bits_per_second / 8}; }

    constexpr double bytes_per_second() const { return bytes_per_second_; }
    constexpr double bits_per_second() const { return bytes_per_second_ * 8; }

    friend constexpr auto operator<=>(const Rate&, const Rate&) = default;
    friend constexpr Rate operator+(Rate a, Rate b) {
        return Rate{a.bytes_per_second_ + b.bytes_per_second_};
    }
    friend constexpr Rate operator-(Rate a, Rate b) {
        return Rate{a.bytes_per_second_ - b.bytes_per_second_};
    }
    friend constexpr Rate operator*(Rate a, double factor) {
        return Rate{a.bytes_per_second_ * factor};
    }
    friend constexpr Rate operator*(double factor, Rate a) { return a * factor; }
    friend constexpr double operator/(Rate a, Rate b) {
        return a.bytes_per_second_ / b.bytes_per_second_;
    }

 private:
    double bytes_per_second_ = 0;
};

// How long the bytes take, to the nearest nanosecond; Duration::max() at a rate of zero.
inline sim::Duration operator/(Bytes bytes, Rate rate) {
    if (bytes == Bytes{0}) return sim::Duration::zero();
    if (!(rate.bytes_per_second() > 0)) return sim::Duration::max();
    return sim::from_seconds(bytes.to_double() / rate.bytes_per_second());
}

// The bytes that pass in a time, rounded to whole ones.
inline Bytes operator*(Rate rate, sim::Duration time) {
    return Bytes::rounded(rate.bytes_per_second() * sim::to_seconds(time));
}

// The rate at which the bytes pass in a positive time.
inline Rate operator/(Bytes bytes, sim::Duration time) {
    REENTRY_CHECK(time > sim::Duration::zero(), "a rate over {} ns", time.count());
    return Rate{bytes.to_double() / sim::to_seconds(time)};
}

namespace literals {
// clang-format off
constexpr Bytes operator""_B(unsigned long long n) { return Bytes{static_cast<std::int64_t>(n)}; }
constexpr Bytes operator""_kB(unsigned long long n) { return 1'000_B * static_cast<std::int64_t>(n); }
constexpr Bytes operator""_MB(unsigned long long n) { return 1'000_kB * static_cast<std::int64_t>(n); }
constexpr Bytes operator""_GB(unsigned long long n) { return 1'000_MB * static_cast<std::int64_t>(n); }
constexpr Bytes operator""_TB(unsigned long long n) { return 1'000_GB * static_cast<std::int64_t>(n); }
constexpr Bytes operator""_KiB(unsigned long long n) { return 1'024_B * static_cast<std::int64_t>(n); }
constexpr Bytes operator""_MiB(unsigned long long n) { return 1'024_KiB * static_cast<std::int64_t>(n); }
constexpr Bytes operator""_GiB(unsigned long long n) { return 1'024_MiB * static_cast<std::int64_t>(n); }
constexpr Bytes operator""_TiB(unsigned long long n) { return 1'024_GiB * static_cast<std::int64_t>(n); }
// clang-format on
}  // namespace literals

}  // namespace reentry
