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

std::optional<LiveState> live_state(const Points& points, sim::Duration interval, sim::Time now) {
    const auto next =
        std::upper_bound(points.begin(), points.end(), now,
                         [](sim::Time t, const RecoveryPoint& p) { return t < p.available; });
    if (next == points.begin()) return std::nullopt;
    const auto& last = *std::prev(next);
    LiveState state{static_cast<std::size_t>(next - points.begin()) - 1, last.content};
    if (next == points.end() || next->started >= now) return state;
    const double arrived =
        sim::to_seconds(now - next->started) / sim::to_seconds(next->available - next->started);
    const auto since = last.content - points.front().content +
                       sim::from_seconds(sim::to_seconds(next->content - last.content) * arrived);
    state.content = std::max(last.content, points.front().content + since / interval * interval);
    return state;
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
