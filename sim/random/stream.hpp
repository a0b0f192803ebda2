// Counter-based random numbers: every draw is a pure function of (seed, replication, purpose, draw
// number).
//
// Nothing is shared between streams, so any replication, process or single draw can be repeated
// alone, in any order and on any thread; two strategies that ask for the same purpose meet the same
// bad day (common random numbers). Each sampled value takes exactly one draw, whatever its
// distribution.
//
// Generator: Philox4x64-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11)
// with key = (seed, replication) and counter = (draw / 4, retry, 0, purpose); draw % 4 selects the
// word.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace reentry::sim {

// What a stream is for: a stable 64-bit hash of names and numbers, the same on every machine.
//   Purpose("incident").with(site).with(class_index)
class Purpose {
 public:
    constexpr explicit Purpose(std::string_view name) : hash_(absorb(start, name)) {}
    constexpr Purpose with(std::string_view name) const { return Purpose{absorb(hash_, name)}; }
    constexpr Purpose with(std::uint64_t number) const { return Purpose{mix(hash_, number)}; }
    constexpr std::uint64_t hash() const { return hash_; }
    friend constexpr bool operator==(const Purpose&, const Purpose&) = default;

 private:
    static constexpr std::uint64_t start = 0xcbf2'9ce4'8422'2325;  // FNV-1a offset basis

    constexpr explicit Purpose(std::uint64_t hash) : hash_(hash) {}

    // FNV-1a over the bytes, closed by the length so that ("ab", "c") and ("a", "bc") differ.
    static constexpr std::uint64_t absorb(std::uint64_t hash, std::string_view text) {
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x0000'0100'0000'01b3;
        return mix(hash, text.size());
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    static constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t number) {
        std::uint64_t z = hash + 0x9e37'79b9'7f4a'7c15 * (number + 1);
        z = (z ^ (z >> 30)) * 0xbf58'476d'1ce4'e5b9;
        z = (z ^ (z >> 27)) * 0x94d0'49bb'1331'11eb;
        return z ^ (z >> 31);
    }

    std::uint64_t hash_;
};

// One Philox4x64-10 block.
std::array<std::uint64_t, 4> philox(const std::array<std::uint64_t, 4>& counter,
                                    const std::array<std::uint64_t, 2>& key);

class Stream {
 public:
    Stream(std::uint64_t seed, std::uint64_t replication, Purpose purpose)
        : key_{seed, replication}, purpose_(purpose.hash()) {}

    // The next draw as 64 random bits.
    std::uint64_t next_u64() {
        const std::uint64_t draw = draw_++;
        if (draw / 4 != block_number_) load(draw / 4);
        return block_[draw % 4];
    }

    // The next draw, uniform in (0, 1): an odd multiple of 2^-53, so never 0 or 1, mean exactly
    // 1/2.
    double uniform() { return to_uniform(next_u64()); }

    // The next draw, uniform in 0 .. n-1 without bias, n > 0. Takes one draw: what the rejection
    // needs beyond it comes from the retry words of that draw.
    std::uint64_t uniform_int(std::uint64_t n);

    // Draw number `draw` as bits or in (0, 1); the position does not move.
    std::uint64_t at(std::uint64_t draw) const { return word(draw, 0); }
    double uniform_at(std::uint64_t draw) const { return to_uniform(at(draw)); }

    // The number of the next draw.
    std::uint64_t position() const { return draw_; }
    void seek(std::uint64_t draw) { draw_ = draw; }

    static constexpr double to_uniform(std::uint64_t bits) {
        return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52;
    }

 private:
    void load(std::uint64_t block_number);
    std::uint64_t word(std::uint64_t draw, std::uint64_t retry) const;

    std::array<std::uint64_t, 2> key_;
    std::uint64_t purpose_;
    std::uint64_t draw_ = 0;
    std::uint64_t block_number_ = ~std::uint64_t{0};
    std::array<std::uint64_t, 4> block_{};
};

}  // namespace reentry::sim
