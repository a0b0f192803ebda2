#include "models/tariff/purchases.hpp"

#include "models/units/time.hpp"

#include <algorithm>
#include <tuple>

namespace reentry {
namespace {

int life_months(const Asset& asset) {
    return static_cast<int>(rounded_product(asset.life_years, 12));
}

// Buys at `from` and after each life, before `until`.
void buy_through(const UsageRow& row, const Asset& asset, sim::Time from, sim::Time until,
                 Int128 pieces, const Purchases::Buy& buy) {
    const int months = life_months(asset);
    sim::Time at = from;
    for (int k = 1; at < until; ++k) {
        buy(row, at, pieces);
        if (months <= 0) return;
        at = from + CalendarSpan{0, months * k, 0};
    }
}

}  // namespace

void Purchases::hold(const UsageRow& row, const Asset& asset, sim::Time from, sim::Time to,
                     std::int64_t pieces) {
    holdings_.push_back({row, &asset, from, to, pieces});
}

void Purchases::store(const UsageRow& row, const Asset& asset, sim::Time from, sim::Time to,
                      Int128 bytes) {
    assets_[row.line] = &asset;
    auto& changes = changes_[row.line];
    changes.push_back({from, bytes, row, changes.size()});
    changes.push_back({to, -bytes, row, changes.size()});
}

void Purchases::settle(sim::Time end, const Buy& buy) {
    for (const Holding& held : holdings_)
        buy_through(held.row, *held.asset, held.from, std::min(held.to, end), held.pieces, buy);
    for (auto& [line, changes] : changes_)
        std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
            return std::tie(a.at, a.bytes, a.number) < std::tie(b.at, b.bytes, b.number);
        });
    settle_stored(end, buy);
}

void Purchases::settle_stored(sim::Time end, const Buy& buy) const {
    for (const auto& [line, changes] : changes_) {
        const Asset& asset = *assets_.at(line);
        Int128 level = 0, owned = 0;
        for (const Change& change : changes) {
            if (change.at >= end) break;
            level += change.bytes;
            const Int128 needed = (level + asset.capacity_bytes - 1) / asset.capacity_bytes;
            if (needed <= owned) continue;
            buy_through(change.row, asset, change.at, end, needed - owned, buy);
            owned = needed;
        }
    }
}

}  // namespace reentry
