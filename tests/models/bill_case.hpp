// Published billing cases: read from the shared data when it is present, compared at the published
// precision.
#pragma once

#include "models/tariff/usage_file.hpp"
#include "tests/models/tariff_world.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace reentry::world {

using nlohmann::json;

inline std::string text_of(const json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

// The cases of the shared file; none when it is absent.
inline std::vector<json> published_cases() {
    std::ifstream file(in_root("../shared/data/billing-cases/cases.json"));
    if (!file) return {};
    return json::parse(file).get<std::vector<json>>();
}

inline int places_of(const std::string& number) {
    const std::size_t point = number.find('.');
    return point == number.npos ? 0 : static_cast<int>(number.size() - point - 1);
}

// Compares a figure of ours with one of a case: to the exact value as far as the file gives it, and
// to the published one at its own precision where that is right.
inline void compare(const json& expected, const Decimal& ours) {
    const std::string exact = text_of(expected.at("exact"));
    CAPTURE(expected.dump());
    CAPTURE(ours.to_string());
    const Decimal difference = ours - dec(exact);
    const Decimal size = difference.is_negative() ? -difference : difference;
    CHECK(size <= Decimal(1, 9));
    if (expected.at("published").is_null() || !expected.value("agrees", false)) return;
    const std::string published = expected.at("published");
    CHECK(Quantity::of(ours).to_decimal(places_of(published)) == dec(published));
}

struct Case {
    json data;

    Decimal in(const char* key) const { return dec(text_of(data.at("inputs").at(key))); }
    std::int64_t count(const char* key) const {
        return static_cast<std::int64_t>(rounded_product(in(key), 1));
    }
    std::string price(const char* key) const { return text_of(data.at("unit_prices").at(key)); }
    Price flat_price(const char* key) const { return flat(price(key).c_str()); }

    void expect(const char* name, const Decimal& ours) const {
        for (const json& line : data.at("expected").at("lines"))
            if (line.at("name") == name) return compare(line, ours);
        FAIL("no such line: " << name);
    }
    void expect_total(const Decimal& ours) const { compare(data.at("expected").at("total"), ours); }
};

// A price list and the quantities of one April, line by line.
class Sheet {
 public:
    explicit Sheet(Tariff tariff = provider()) : tariff_(std::move(tariff)) {
        world::add(tariff_, "x", {});
    }

    // Quantities are in `quantity_unit`, or in the line's own unit.
    Sheet& add(const std::string& name, const char* unit, Price price, const Decimal& quantity,
               const char* quantity_unit = "") {
        PriceUnit parsed;
        REENTRY_CHECK(parse_price_unit(unit, tariff_, parsed), "unit {}", unit);
        const Meter meter = parsed.per == Per::once ? Meter::other_request : Meter::storage;
        tariff_.resources[0].lines.push_back(
            line(tariff_, {meter}, unit, std::move(price), name.c_str()));
        direct_.push_back({"provider/x", meter, name, std::chrono::year{2027} / 4, quantity,
                           quantity_unit, "", "", State::running, 0, ""});
        return *this;
    }

    Bill bill() const {
        Usage usage;
        const std::vector<Binding> bindings{{"provider", &tariff_, {}}};
        UsageFile file;
        file.ledger.begin = day(2027, 4, 1), file.ledger.end = day(2027, 5, 1);
        file.direct = direct_;
        Diagnostics diagnostics;
        usage = meter(file, bindings, "test", diagnostics);
        CHECK(to_string(diagnostics) == "");
        return rate(usage, bindings);
    }
    Decimal operator[](const std::string& name) const {
        return bill().total_by(BillKey::option).at(name).decimal();
    }
    Decimal total() const { return bill().total().decimal(); }
    PriceLine& last_line() { return tariff_.resources[0].lines.back(); }

 private:
    Tariff tariff_;
    std::vector<DirectUsage> direct_;
};

}  // namespace reentry::world
