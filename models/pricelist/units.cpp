#include "models/pricelist/units.hpp"

#include "models/tariff/exact.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace reentry::pricelist {
namespace {

constexpr std::int64_t gib = std::int64_t{1} << 30;

struct KnownUnit {
    Vendor vendor;
    std::string_view text;  // lower case
    Kind kind;
    ListUnit unit;
};

// What each list writes for what. Amazon and Microsoft write GB for 2^30 bytes.
constexpr std::array known_units{
    KnownUnit{Vendor::aws, "gb-mo", Kind::byte_months, {true, gib, a_month}},
    KnownUnit{Vendor::aws, "gb-month", Kind::byte_months, {true, gib, a_month}},
    KnownUnit{Vendor::aws, "gb", Kind::bytes, {true, gib, 0}},
    KnownUnit{Vendor::aws, "requests", Kind::requests, {false, 1, 0}},
    KnownUnit{Vendor::aws, "request", Kind::requests, {false, 1, 0}},
    KnownUnit{Vendor::aws, "objects", Kind::object_months, {false, 1, a_month}},
    KnownUnit{Vendor::aws, "hrs", Kind::hours, {false, 1, 1}},
    KnownUnit{Vendor::aws, "hours", Kind::hours, {false, 1, 1}},
    KnownUnit{Vendor::aws, "keys", Kind::months, {false, 1, a_month}},
    KnownUnit{Vendor::azure, "1 gb/month", Kind::byte_months, {true, gib, a_month}},
    KnownUnit{Vendor::azure, "1 gib/month", Kind::byte_months, {true, gib, a_month}},
    KnownUnit{Vendor::azure, "1 gb", Kind::bytes, {true, gib, 0}},
    KnownUnit{Vendor::azure, "1 gib", Kind::bytes, {true, gib, 0}},
    KnownUnit{Vendor::azure, "10k", Kind::requests, {false, 10'000, 0}},
    KnownUnit{Vendor::azure, "1m", Kind::requests, {false, 1'000'000, 0}},
    KnownUnit{Vendor::azure, "1 hour", Kind::hours, {false, 1, 1}},
    KnownUnit{Vendor::azure, "1/month", Kind::months, {false, 1, a_month}},
    KnownUnit{Vendor::google, "giby.mo", Kind::byte_months, {true, gib, a_month}},
    KnownUnit{Vendor::google, "giby.d", Kind::byte_months, {true, gib, 24}},
    KnownUnit{Vendor::google, "giby.h", Kind::byte_months, {true, gib, 1}},
    KnownUnit{Vendor::google, "giby", Kind::bytes, {true, gib, 0}},
    KnownUnit{Vendor::google, "count", Kind::requests, {false, 1, 0}},
    KnownUnit{Vendor::google, "h", Kind::hours, {false, 1, 1}},
    KnownUnit{Vendor::google, "mo", Kind::months, {false, 1, a_month}},
};

// The time in the unit of an entry, as in ListUnit; 0 with `fits` false for what no list has.
int hours_of(Per per, bool& fits) {
    fits = per == Per::once || per == Per::hour || per == Per::day || per == Per::month;
    if (per == Per::hour) return 1;
    if (per == Per::day) return 24;
    return per == Per::month ? a_month : 0;
}

std::string time_mismatch(int from, int to, std::int64_t month_hours) {
    if ((from == 0) != (to == 0)) return "the list prices a flow, the catalogue a holding";
    const bool one_month = (from == a_month) != (to == a_month);
    if (one_month && month_hours == 0)
        return "the list and the catalogue differ in the time of their unit, and the month of this "
               "tariff has no fixed length";
    return {};
}

}  // namespace

std::string_view kind_text(Kind kind) {
    switch (kind) {
        case Kind::bytes:
            return "bytes";
        case Kind::byte_months:
            return "bytes held for a time";
        case Kind::requests:
            return "requests";
        case Kind::object_months:
            return "objects held for a month";
        case Kind::hours:
            return "hours";
        case Kind::months:
            break;
    }
    return "months";
}

std::optional<ListUnit> list_unit(Vendor vendor, std::string_view text, Kind kind) {
    const std::string word = lower(trim(text));
    for (const auto& known : known_units)
        if (known.vendor == vendor && known.text == word && known.kind == kind) return known.unit;
    return {};
}

Conversion convert(const ListUnit& from, const PriceUnit& to, std::int64_t month_hours) {
    Conversion result;
    bool fits = false;
    const int to_hours = hours_of(to.per, fits);
    if (from.bytes != to.bytes)
        result.mismatch = from.bytes ? "the list prices bytes, the catalogue pieces"
                                     : "the list prices pieces, the catalogue bytes";
    else if (from.bytes && (from.size % to.size != 0 && to.size % from.size != 0))
        result.mismatch = "the list counts in GiB, the catalogue in GB";
    else if (!fits)
        result.mismatch = "the catalogue's unit has a time that no list has";
    else
        result.mismatch = time_mismatch(from.hours, to_hours, month_hours);
    if (!result.mismatch.empty()) return result;
    const auto hours = [month_hours](int stated) -> std::int64_t {
        return stated == a_month ? month_hours : stated;
    };
    result.price_times = to.size;
    result.price_over = from.size;
    if (from.hours != to_hours) {
        result.price_times *= hours(to_hours);
        result.price_over *= hours(from.hours);
    }
    const std::int64_t common = std::gcd(result.price_times, result.price_over);
    result.price_times /= common;
    result.price_over /= common;
    return result;
}

// At 18 places where that is exact, which it is for all units but days in months; else at 12.
Decimal scaled(const Decimal& value, std::int64_t times, std::int64_t over) {
    const Decimal product = value * Decimal(times, 0);
    for (const int places : {18, 12}) {
        const int more = std::max(places - product.scale(), 0);
        const Decimal quotient(product_over(product.mantissa(), power_of_ten(more), over),
                               product.scale() + more);
        if (quotient * Decimal(over, 0) == product || places == 12) return quotient;
    }
    return product;
}

}  // namespace reentry::pricelist
