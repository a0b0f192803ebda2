// The front of points that nothing beats: no other is at most as high in both and lower in one.
#pragma once

#include <vector>

namespace reentry::report {

struct PlanePoint {
    double x = 0, y = 0;
};

// For each point whether it is on the front. Equal points are on it together.
std::vector<bool> pareto_front(const std::vector<PlanePoint>& points);

}  // namespace reentry::report
