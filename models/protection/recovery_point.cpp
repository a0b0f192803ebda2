#include "models/protection/recovery_point.hpp"

#include "sim/check.hpp"

#include <algorithm>

namespace reentry {

std::optional<std::size_t> newest_usable(const Points& points, sim::Time latest_content,
                                         sim::Time now) {
    auto it = std::upper_bound(points.begin(), points.end(), latest_content,
                               [](sim::Time t, const RecoveryPoint& p) { return t < p.content; });
    while (it != points.begin()) {
        --it;
        if (it->available <= now && now < it->deleted)
            return static_cast<std::size_t>(it - points.begin());
    }
    return std::nullopt;
}

std::vector<std::size_t> chain_of(const Points& points, std::size_t index) {
    REENTRY_CHECK(index < points.size(), "point {} of {}", index, points.size());
    std::vector<std::size_t> chain{index};
    while (!points[chain.back()].whole) {
        const auto base = points[chain.back()].base;
        REENTRY_CHECK(base >= 0, "point {} needs a base", chain.back());
        chain.push_back(static_cast<std::size_t>(base));
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

}  // namespace reentry
