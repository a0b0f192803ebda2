// What a finished run hands to pages. Immutable, shared between threads and pages.
#pragma once

#include "gui/what_if.hpp"
#include "models/catalogue/catalogue.hpp"
#include "study/comparison.hpp"
#include "study/simulate.hpp"

#include <memory>

namespace reentry::gui {

struct Result {
    std::shared_ptr<const Catalogue> catalogue;
    std::shared_ptr<const study::Simulated> simulated;
    std::shared_ptr<const study::Comparison> comparison;
    WhatIf what_if;
    bool preview = false;  // with few incidents; the full run follows
    double seconds = 0;    // that the simulation took

    const Scenario& scenario() const { return *simulated->scenario; }
    const study::Row& row(std::size_t index) const { return comparison->rows[index]; }
};

using ResultPtr = std::shared_ptr<const Result>;

}  // namespace reentry::gui
