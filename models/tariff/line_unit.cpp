#include "models/tariff/line_unit.hpp"

#include "models/tariff/usage.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace reentry {
namespace {

std::string_view singular(std::string_view name) {
    return name.ends_with('s') ? name.substr(0, name.size() - 1) : name;
}

// Providers' words for a request.
bool is_request(std::string_view name) {
    constexpr std::array<std::string_view, 4> words{"request", "operation", "transaction", "call"};
    return std::find(words.begin(), words.end(), name) != words.end();
}

bool same_thing(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return true;
    a = singular(a), b = singular(b);
    return a == b || (is_request(a) && is_request(b));
}

}  // namespace

sim::Duration length_of(Per per, const Tariff& tariff, const BillingMonth& month) {
    const sim::Duration real = month.end - month.begin;
    switch (per) {
        case Per::once:
            return sim::Duration{1};
        case Per::hour:
            return std::chrono::hours{1};
        case Per::day:
            return std::chrono::hours{24};
        case Per::month:
            if (tariff.month_hours > 0) return std::chrono::hours{tariff.month_hours};
            return real;
        case Per::calendar_month:
            return real;
        case Per::year:
            return real * 12;
    }
    return real;
}

bool measures(const PriceUnit& unit, Meter meter) {
    return unit.bytes == measures_bytes(meter) && (unit.per != Per::once) == is_held(meter);
}

bool measures_the_same(const PriceUnit& a, const PriceUnit& b) {
    return a.bytes == b.bytes && (a.per != Per::once) == (b.per != Per::once) &&
           same_thing(a.thing, b.thing);
}

PriceUnit plain_unit(Meter meter, const Tariff& tariff) {
    const bool bytes = measures_bytes(meter);
    if (!is_held(meter))
        return bytes ? PriceUnit{"GB", tariff.gigabyte, Per::once, true, {}} : PriceUnit{};
    return bytes ? PriceUnit{"GB-month", tariff.gigabyte, Per::month, true, {}}
                 : PriceUnit{"hour", 1, Per::hour, false, {}};
}

Int128 unit_atoms(const PriceUnit& unit, const Tariff& tariff, const BillingMonth& month) {
    if (unit.per == Per::once) return static_cast<Int128>(unit.size) * atoms_per_piece;
    return static_cast<Int128>(unit.size) * length_of(unit.per, tariff, month).count();
}

Int128 unit_atoms(const Asset& asset, Basis part, const BillingMonth& month) {
    if (part == Basis::capital && asset.capital == Capital::cash) return atoms_per_piece;
    const Int128 pieces = asset.capacity_bytes > 0 ? asset.capacity_bytes : 1;
    if (part == Basis::power) return pieces * sim::Duration{std::chrono::hours{1}}.count();
    return pieces * (month.end - month.begin).count();
}

std::string unit_text(const Asset& asset, Basis part) {
    if (part == Basis::capital && asset.capital == Capital::cash) return asset.name;
    return asset.name + (part == Basis::power ? "-hour" : "-month");
}

}  // namespace reentry
