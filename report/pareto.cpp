#include "report/pareto.hpp"

#include <algorithm>

namespace reentry::report {

std::vector<bool> pareto_front(const std::vector<PlanePoint>& points) {
    std::vector<bool> front;
    front.reserve(points.size());
    for (const auto& p : points)
        front.push_back(std::none_of(points.begin(), points.end(), [&](const PlanePoint& q) {
            return q.x <= p.x && q.y <= p.y && (q.x < p.x || q.y < p.y);
        }));
    return front;
}

}  // namespace reentry::report
