#include "sim/random/stream.hpp"

#include "sim/check.hpp"

#include <Random123/philox.h>

namespace reentry::sim {
namespace {

__extension__ typedef unsigned __int128 Unsigned128;

}  // namespace

std::array<std::uint64_t, 4> philox(const std::array<std::uint64_t, 4>& counter,
                                    const std::array<std::uint64_t, 2>& key) {
    const r123::Philox4x64::ctr_type c{{counter[0], counter[1], counter[2], counter[3]}};
    const r123::Philox4x64::key_type k{{key[0], key[1]}};
    const auto block = r123::Philox4x64{}(c, k);
    return {block[0], block[1], block[2], block[3]};
}

void Stream::load(std::uint64_t block_number) {
    block_ = philox({block_number, 0, 0, purpose_}, key_);
    block_number_ = block_number;
}

std::uint64_t Stream::word(std::uint64_t draw, std::uint64_t retry) const {
    return philox({draw / 4, retry, 0, purpose_}, key_)[draw % 4];
}

// Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019): the high word of
// bits * n; the 2^64 mod n smallest low words are rejected, after which every result has the same
// number of preimages.
std::uint64_t Stream::uniform_int(std::uint64_t n) {
    REENTRY_CHECK(n > 0, "uniform_int(0)");
    const std::uint64_t draw = draw_;
    Unsigned128 product = static_cast<Unsigned128>(next_u64()) * n;
    const std::uint64_t rejected = (0 - n) % n;
    for (std::uint64_t retry = 1; static_cast<std::uint64_t>(product) < rejected; ++retry)
        product = static_cast<Unsigned128>(word(draw, retry)) * n;
    return static_cast<std::uint64_t>(product >> 64);
}

}  // namespace reentry::sim
