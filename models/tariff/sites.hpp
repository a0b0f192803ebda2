// Where the entries of one ledger are billed: the lines for each (resource, option, meter), worked
// out once and kept. An inner part of metering.
#pragma once

#include "models/ledger/ledger.hpp"
#include "models/tariff/usage_lines.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace reentry {

// A part of the cost of an asset that an entry pays for.
struct AssetPart {
    LineId line = 0;
    const Asset* asset = nullptr;
    Basis part{};
};

struct CountedSite {
    std::uint16_t binding = 0;
    std::optional<LineId> line;          // none: not charged
    std::optional<LineId> exit_at_cost;  // for state exit, where the tariff states that price
    std::optional<LineId> exit_free;
    const ExitTerms* exit = nullptr;
};

struct StandingSite {
    std::uint16_t binding = 0;
    std::optional<LineId> line;
    const HoldRule* hold = nullptr;
    PriceUnit unit;
    const Tariff* tariff = nullptr;
    std::vector<AssetPart> parts;
};

struct StoredSite {
    std::uint16_t binding = 0;
    const TierRules* rules = nullptr;  // of the list in force; null: none apply
    std::optional<LineId> storage;
    std::optional<LineId> early;
    std::optional<LineId> elsewhere;  // overhead billed in another tier
    std::optional<LineId> monitored;
    bool peaks = false;    // the storage line samples daily peaks
    bool upfront = false;  // all of it in the month in which it appears
    std::vector<AssetPart> parts;
};

class Sites {
 public:
    Sites(const Ledger& ledger, std::span<const Binding> bindings, UsageLines& lines);

    // By the lists in force when the entry happens or begins.
    const CountedSite& of(const Counted& entry);
    const StandingSite& of(const Standing& entry);
    const StoredSite& of(const Stored& entry);
    // The lists that a resource is billed by, one after the other; empty when there is one alone.
    std::span<const Tariff> editions_of(NameId resource);

 private:
    const Place& place(NameId resource);
    // The place with the list in force, of which there may be several.
    struct Dated {
        const Place& place;
        const Tariff* list = nullptr;  // null: no tariff is bound
        std::uint64_t number = 0;      // of the list
    };
    Dated dated(NameId resource, sim::Time at);
    std::optional<LineId> fitting(const Place& place, Meter meter, std::string_view option,
                                  bool held);
    void add_parts(const Place& place, Meter meter, std::string_view option,
                   std::vector<AssetPart>& parts);
    CountedSite counted(const Dated& at, Meter meter, std::string_view option);
    StandingSite standing(const Dated& at, Meter meter, std::string_view option);
    StoredSite stored(const Dated& at, std::string_view option);
    void apply_rules(const Place& place, StoredSite& site);

    const Ledger& ledger_;
    std::span<const Binding> bindings_;
    UsageLines& lines_;
    std::vector<std::optional<Place>> places_;
    std::unordered_map<std::uint64_t, CountedSite> counted_;
    std::unordered_map<std::uint64_t, StandingSite> standing_;
    std::unordered_map<std::uint64_t, StoredSite> stored_;
};

}  // namespace reentry
