// Small tariffs and ledgers for the tests of metering and rating.
#pragma once

#include "models/tariff/meter.hpp"
#include "models/tariff/rate.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reentry::world {

using std::chrono::year_month_day;

constexpr std::int64_t kib = 1024, gib = kib * kib * kib, gb = 1'000'000'000;

inline Decimal dec(std::string_view text) { return *Decimal::parse(text); }

inline sim::Time day(int year, unsigned month, unsigned day_of_month) {
    return sim::midnight(std::chrono::year{year} / static_cast<int>(month) /
                         static_cast<int>(day_of_month));
}

// One price without end, with bands given as {upper border, price}; an empty border is none.
inline Price banded(std::initializer_list<std::pair<const char*, const char*>> bands) {
    Price price;
    for (const auto& [up_to, value] : bands) {
        Band band;
        if (*up_to != '\0') band.up_to = dec(up_to);
        if (*value != '\0') band.price = dec(value);
        price.bands.push_back(band);
    }
    return price;
}

inline Price flat(const char* value) { return banded({{"", value}}); }

inline PriceLine line(const Tariff& tariff, std::vector<Meter> meters, const char* unit,
                      Price price, const char* option = "") {
    PriceLine result;
    result.meters = std::move(meters);
    result.option = option;
    REENTRY_CHECK(parse_price_unit(unit, tariff, result.unit), "unit {}", unit);
    result.prices.push_back(std::move(price));
    return result;
}

// A provider in US dollars with binary gigabytes and calendar months, and no resources yet.
inline Tariff provider(int month_hours = 0, std::int64_t gigabyte = gib) {
    Tariff tariff;
    tariff.id = "test";
    tariff.provider = "Test Cloud";
    tariff.month_hours = month_hours;
    tariff.gigabyte = gigabyte;
    return tariff;
}

inline Resource& add(Tariff& tariff, const char* name, std::vector<PriceLine> lines,
                     ResourceKind kind = ResourceKind::tier) {
    Resource resource;
    resource.name = name;
    resource.kind = kind;
    resource.lines = std::move(lines);
    tariff.resources.push_back(std::move(resource));
    return tariff.resources.back();
}

// A ledger that is written in words.
struct Book {
    Ledger ledger;

    Book(sim::Time begin, sim::Time end) { ledger.begin = begin, ledger.end = end; }

    Cause cause(const char* workload, const char* copy = "", State state = State::running) {
        return {ledger.intern(workload), ledger.intern(copy), state};
    }
    Book& stored(const char* resource, std::int64_t bytes, sim::Time from, sim::Time to,
                 bool deleted = false, std::int64_t objects = 1, const char* option = "",
                 Cause by = {}) {
        Stored entry;
        entry.resource = ledger.intern(resource);
        entry.option = ledger.intern(option);
        entry.cause = by;
        entry.deleted = deleted;
        entry.objects = objects;
        entry.bytes = bytes;
        entry.from = from;
        entry.to = to;
        ledger.add(entry);
        return *this;
    }
    Book& counted(const char* resource, Meter meter, std::int64_t quantity, sim::Time at,
                  const char* option = "", Cause by = {}) {
        ledger.add(
            Counted{ledger.intern(resource), ledger.intern(option), meter, by, quantity, at});
        return *this;
    }
    Book& standing(const char* resource, Meter meter, std::int64_t quantity, sim::Time from,
                   sim::Time to, const char* option = "", Cause by = {}) {
        ledger.add(Standing{ledger.intern(resource), ledger.intern(option), meter, by, quantity,
                            from, to});
        return *this;
    }
};

inline Bill bill(const Ledger& ledger, const Tariff& tariff, Terms terms = {}) {
    const std::vector<Binding> bindings{{"provider", &tariff, std::move(terms)}};
    return rate(meter(ledger, bindings), bindings);
}

inline std::string total(const Bill& bill) { return bill.total().decimal().to_string(); }

inline std::string total(const Ledger& ledger, const Tariff& tariff, Terms terms = {}) {
    return total(bill(ledger, tariff, std::move(terms)));
}

}  // namespace reentry::world
