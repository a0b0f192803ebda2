// Which price line a metered thing is rated with: the rules of Tariff (tariff.hpp) as a table.
//
// A usage line is a price line or a part of an asset's cost in one account, by its place in the
// tariff, not by its address: usage metered once can be rated with other prices of the same
// tariff. Lines that lie in the tariffs have fixed numbers; instances and things without a price
// are numbered as they appear.
#pragma once

#include "models/ledger/ledger.hpp"
#include "models/tariff/terms.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reentry {

using LineId = std::uint32_t;

// By which rule a line is charged.
enum class Basis : std::uint8_t {
    listed,        // a price line
    early,         // early deletion at the price of storage
    exit_at_cost,  // EU Data Act
    exit_free,
    capital,  // parts of an asset's cost
    support,
    power,
    floor,
    people,
    unknown  // no price: see UsageLine::reason
};

inline constexpr std::size_t price_bases = 4;
inline constexpr std::size_t asset_parts = 5;

struct UsageLine {
    std::uint16_t account = 0;   // index in UsageLines::accounts()
    std::uint16_t resource = 0;  // index in Tariff::resources
    std::uint16_t entry = 0;     // index in Resource::lines or Resource::assets
    Basis basis = Basis::listed;
    std::string instance;  // with Scope::instance
    std::string subject;   // with Basis::unknown: "get of provider/hot"
    std::string reason;    // with Basis::unknown
    Meter meter{};         // with Basis::unknown
};

// A resource of a ledger, found in the bindings.
struct Place {
    std::uint16_t binding = 0;
    std::uint16_t account = 0;
    std::uint16_t resource_index = 0;
    const Tariff* tariff = nullptr;      // null: no tariff is bound to the role
    const Resource* resource = nullptr;  // null: the tariff has no such resource
    const Terms* terms = nullptr;
    std::string_view instance;
    std::string_view name;
};

// The bound tariffs without repetition, each with the terms of its first role.
struct Account {
    const Tariff* tariff = nullptr;
    const Terms* terms = nullptr;
};

std::vector<Account> accounts_of(std::span<const Binding> bindings);

class UsageLines {
 public:
    UsageLines() = default;
    // The bindings' tariffs must outlive the table's use for metering.
    explicit UsageLines(std::span<const Binding> bindings);
    // All lines of another table, which must outlive this one, and those that this one adds.
    static UsageLines over(const UsageLines& base);

    const UsageLine& operator[](LineId id) const {
        return id < offset_ ? (*base_)[id] : lines_[id - offset_];
    }
    std::size_t size() const { return offset_ + lines_.size(); }

    // `name` must outlive the place.
    Place place(std::string_view name, std::span<const Binding> bindings) const;
    // Another resource of the same tariff and role; none when the tariff lacks it.
    Place sibling(const Place& place, std::string_view resource) const;

    // The line for a metered thing; none when it is not charged (equipment without a price).
    std::optional<LineId> find(const Place& place, Meter meter, std::string_view option);
    // A line of the place's own resource or of another one of its tariff.
    LineId listed(const Place& place, std::uint16_t resource, std::uint16_t entry, Basis basis);
    LineId asset(const Place& place, std::uint16_t entry, Basis part) const;
    LineId unknown(const Place& place, Meter meter, std::string_view option, std::string reason);

 private:
    struct Found {
        std::uint16_t resource = 0, entry = 0;
        Basis basis = Basis::listed;
    };
    std::optional<Found> search(const Place& place, Meter meter, std::string_view option) const;
    LineId dynamic(UsageLine line, std::string key);
    const UsageLines& root() const { return base_ != nullptr ? *base_ : *this; }

    const UsageLines* base_ = nullptr;
    std::size_t offset_ = 0;
    std::vector<UsageLine> lines_;
    std::vector<std::vector<LineId>> first_;  // by account and resource
    std::vector<std::uint16_t> account_of_;   // by binding
    std::vector<Account> accounts_;
    std::map<std::string, LineId> dynamic_;
};

}  // namespace reentry
