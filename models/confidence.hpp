// How far a figure can be trusted. Every price, latency and default carries one; reports state the
// share of each.
#pragma once

#include <cstdint>

namespace reentry {

// Best first.
enum class Confidence : std::uint8_t {
    official,   // the provider's own page, read directly
    feed,       // the provider's machine-readable price list
    secondary,  // somebody else's text
    inferred,   // worked out from other figures; the note states the rule
    assumed     // ours, for want of anything better
};

}  // namespace reentry
