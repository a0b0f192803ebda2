// When equipment that is paid in cash is bought: as soon as it is needed, and again at the end of
// its life for as long as it is. An inner part of metering.
//
// Pieces held by name are bought when their holding begins. Pieces that follow stored bytes
// (cartridges) are bought when the bytes of the resource, over all causes, need one more than are
// owned; who stored those bytes pays. They stay owned when the bytes shrink and are replaced while
// the horizon lasts.
#pragma once

#include "models/tariff/usage.hpp"

#include <functional>
#include <map>
#include <vector>

namespace reentry {

class Purchases {
 public:
    using Buy = std::function<void(const UsageRow& row, sim::Time at, Int128 pieces)>;

    void hold(const UsageRow& row, const Asset& asset, sim::Time from, sim::Time to,
              std::int64_t pieces);
    void store(const UsageRow& row, const Asset& asset, sim::Time from, sim::Time to, Int128 bytes);

    // Reports every purchase before `end`, in order of line, then of time.
    void settle(sim::Time end, const Buy& buy);

 private:
    struct Change {
        sim::Time at{};
        Int128 bytes = 0;
        UsageRow row;
        std::size_t number = 0;  // in order of the ledger
    };
    struct Holding {
        UsageRow row;
        const Asset* asset = nullptr;
        sim::Time from{}, to{};
        Int128 pieces = 0;
    };
    void settle_stored(sim::Time end, const Buy& buy) const;

    std::vector<Holding> holdings_;
    std::map<LineId, std::vector<Change>> changes_;
    std::map<LineId, const Asset*> assets_;
};

}  // namespace reentry
