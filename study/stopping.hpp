// A stop flag that is seen inside a single history or incident, not only between them.
#pragma once

#include "models/operation/world.hpp"

#include <exception>
#include <stop_token>

namespace reentry::study {

// Leaves a simulation that nobody wants any more.
class Stopped : public std::exception {
 public:
    const char* what() const noexcept override { return "asked to stop"; }
};

// Looks at the flag after every event and throws Stopped; nothing for a flag that is never set.
inline Onlooker until_stopped(std::stop_token stop) {
    if (!stop.stop_possible()) return {};
    return [stop = std::move(stop)](World&) {
        if (stop.stop_requested()) throw Stopped();
    };
}

}  // namespace reentry::study
