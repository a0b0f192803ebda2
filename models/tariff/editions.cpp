#include "models/tariff/editions.hpp"

#include "models/tariff/line_unit.hpp"
#include "models/units/format.hpp"
#include "sim/check.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

using Day = std::optional<std::chrono::year_month_day>;

// The later of two beginnings, the earlier of two ends; none is open.
Day later_of(const Day& a, const Day& b) { return a && (!b || *b < *a) ? a : b; }
Day earlier_of(const Day& a, const Day& b) { return a && (!b || *a < *b) ? a : b; }

// The prices as far as they hold in [from, until).
std::vector<Price> within(const std::vector<Price>& prices, const Day& from, const Day& until) {
    std::vector<Price> result;
    for (Price price : prices) {
        price.valid_from = later_of(price.valid_from, from);
        price.valid_until = earlier_of(price.valid_until, until);
        const bool empty =
            price.valid_from && price.valid_until && !(*price.valid_from < *price.valid_until);
        if (!empty) result.push_back(std::move(price));
    }
    return result;
}

Price lacking(std::string reason, const Day& from, const Day& until) {
    Price price;
    price.valid_from = from;
    price.valid_until = until;
    price.absent = std::move(reason);
    return price;
}

Resource& resource_like(Tariff& tariff, const Resource& wanted) {
    for (Resource& resource : tariff.resources)
        if (resource.name == wanted.name) return resource;
    Resource& added = tariff.resources.emplace_back(wanted);
    added.lines.clear();
    return added;
}

void append(std::vector<Price>& prices, std::vector<Price> more) {
    prices.insert(prices.end(), more.begin(), more.end());
}

// The edition's prices in its time, for lines that are known and lines that it brings.
void take_edition(Tariff& result, const Tariff& edition, const Day& until) {
    const Day from = edition.as_of;
    for (Resource& resource : result.resources)
        for (PriceLine& line : resource.lines) {
            const PriceLine* now = line_like(edition, resource, line);
            if (now != nullptr && measures_the_same(now->unit, line.unit))
                append(line.prices, within(now->prices, from, until));
            else
                line.prices.push_back(lacking(
                    now == nullptr ? fmt::format("the edition of {} has no such price",
                                                 format_date(edition.as_of))
                                   : fmt::format("the edition of {} states it per {}",
                                                 format_date(edition.as_of), now->unit.text),
                    from, until));
        }
    for (const Resource& resource : edition.resources)
        for (const PriceLine& line : resource.lines) {
            Resource& known = resource_like(result, resource);
            if (line_like(result, known, line) != nullptr) continue;
            PriceLine& added = known.lines.emplace_back(line);
            added.prices = within(line.prices, from, until);
        }
}

}  // namespace

const PriceLine* line_like(const Tariff& edition, const Resource& resource, const PriceLine& line) {
    const Resource* known = edition.find(resource.name);
    if (known == nullptr) return nullptr;
    for (const PriceLine& other : known->lines)
        if (other.name == line.name && other.option == line.option) return &other;
    return nullptr;
}

Tariff by_date(const Tariff& first, std::span<const Tariff* const> later) {
    if (later.empty()) return first;
    Tariff result = first;
    for (Resource& resource : result.resources)
        for (PriceLine& line : resource.lines)
            line.prices = within(line.prices, {}, later.front()->as_of);
    for (std::size_t i = 0; i < later.size(); ++i) {
        REENTRY_CHECK(later[i]->currency == first.currency, "{} is in another currency",
                      later[i]->id);
        const bool last = i + 1 == later.size();
        take_edition(result, *later[i], last ? Day{} : Day{later[i + 1]->as_of});
    }
    result.editions.push_back(first);
    for (const Tariff* edition : later) result.editions.push_back(*edition);
    return result;
}

}  // namespace reentry
