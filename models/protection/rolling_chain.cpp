#include "models/protection/rolling_chain.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace reentry {

RollingChain::RollingChain(const Points& points, Touched touched)
    : points_(points), touched_(std::move(touched)), batches_(points.size()) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        before_.push_back(i == 0 ? points.size() : i - 1);
        after_.push_back(i + 1);
    }
}

std::vector<Lain> RollingChain::hold(const std::vector<std::int64_t>& brought, sim::Time end) {
    std::vector<Lain> lain;
    for (std::size_t i = 0; i < points_.size(); ++i)
        if (brought[i] > 0) batches_[i].push_back({points_[i].available, brought[i]});
    std::vector<std::size_t> order(points_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return std::pair(points_[a].deleted, a) < std::pair(points_[b].deleted, b);
    });
    for (const auto i : order)
        if (points_[i].deleted < end) remove(i, lain);
    for (std::size_t i = 0; i < points_.size(); ++i)
        for (const auto& batch : batches_[i])
            lain.push_back({i, batch.from, end, batch.bytes, false});
    return lain;
}

void RollingChain::remove(std::size_t point, std::vector<Lain>& lain) {
    const auto none = points_.size(), older = before_[point], newer = after_[point];
    // A point whose time is over before its job ends is deleted as soon as it is there.
    const auto at = std::max(points_[point].deleted, points_[point].available);
    if (older != none && newer != none && points_[newer].available <= at)
        pass_on(point, newer, touched_(newer, older) - touched_(newer, point));
    for (const auto& batch : batches_[point])
        lain.push_back({point, batch.from, at, batch.bytes, true});
    batches_[point].clear();
    if (older != none) after_[older] = newer;
    if (newer != none) before_[newer] = older;
}

// The oldest bytes have been touched least since, so they are what is taken over.
void RollingChain::pass_on(std::size_t point, std::size_t to, std::int64_t bytes) {
    std::vector<Batch> taken;
    auto& batches = batches_[point];
    while (bytes > 0 && !batches.empty()) {
        auto& oldest = batches.front();
        const auto part = std::min(bytes, oldest.bytes);
        taken.push_back({oldest.from, part});
        bytes -= part;
        oldest.bytes -= part;
        if (oldest.bytes == 0) batches.erase(batches.begin());
    }
    auto& heirs = batches_[to];
    heirs.insert(heirs.begin(), taken.begin(), taken.end());
}

}  // namespace reentry
