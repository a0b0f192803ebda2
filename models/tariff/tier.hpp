// The rules by which a storage tier turns what was stored into what is billed. They are properties
// of the provider, not of the code: a tier without rules bills exactly the bytes and the time.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace reentry {

// How the remainder of a minimum duration is counted when an object leaves early.
enum class Remainder : std::uint8_t {
    exact,       // to the nanosecond
    hours_down,  // whole hours, the rest dropped
    hours_up,
    days_down,  // whole days, the rest dropped
    days_up     // a begun day counts
};

// What of the stored bytes is billed.
enum class Sampling : std::uint8_t {
    exact,      // the integral over time
    daily_peak  // each day (UTC) counts with the largest amount that the account held in it
};

struct TierRules {
    // Minimum duration: an object that leaves earlier is charged the remainder of its storage, at
    // the line for early deletion where there is one, else at the price of storage.
    std::chrono::hours minimum_duration{0};
    Remainder remainder = Remainder::exact;
    bool minimum_waived_on_move = false;  // leaving by a lifecycle move is not early deletion

    std::int64_t minimum_object_bytes = 0;  // smaller objects are billed as this large

    // Overhead per object: bytes billed in this tier, and bytes billed as stored in another one.
    std::int64_t overhead_bytes = 0;
    std::int64_t overhead_elsewhere_bytes = 0;
    std::string overhead_tier;

    // Where else things are billed; empty: here.
    std::string staging_tier;  // bytes of unfinished uploads (Stored with option "staged")
    std::string parts_tier;    // requests for starting an upload and for its parts
    std::string thawed_tier;   // temporary copies (Stored with option "thawed")
    bool thawed_billed_upfront = false;  // for all of their days when they appear

    Sampling sampling = Sampling::exact;

    // Objects at least this large are billed as monitored objects while they are stored; < 0: none.
    std::int64_t monitored_from_bytes = -1;
};

}  // namespace reentry
