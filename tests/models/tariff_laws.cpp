// Laws of metering and rating, on random schedules.
#include "models/tariff/exact.hpp"
#include "models/tariff/marginal.hpp"
#include "tests/models/tariff_world.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace reentry;
using namespace reentry::world;
using std::chrono::hours;

namespace {

using Random = std::mt19937_64;

std::int64_t draw(Random& random, std::int64_t below) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(below));
}

// A provider with every rule that couples months, tiers and causes.
Tariff elaborate() {
    Tariff tariff = provider(730);
    Price hot = banded({{"500", "0.023"}, {"2000", "0.022"}, {"", "0.021"}});
    hot.valid_until = std::chrono::year{2027} / 5 / 11;
    Price later = banded({{"400", "0.025"}, {"", "0.024"}});
    later.valid_from = hot.valid_until;
    PriceLine storage = line(tariff, {Meter::storage}, "GB-month", hot);
    storage.prices.push_back(later);
    add(tariff, "hot",
        {storage, line(tariff, {Meter::put, Meter::list}, "1000 requests", flat("0.005"))});
    tariff.resources[0].lines[1].round_up = dec("1");
    Resource& cold = add(tariff, "cold",
                         {line(tariff, {Meter::storage}, "GB-month", flat("0.0036")),
                          line(tariff, {Meter::retrieved_bytes}, "GB", flat("0.01"), "*")});
    cold.rules.minimum_duration = hours{24 * 30};
    cold.rules.overhead_bytes = 32 * kib;
    cold.rules.overhead_elsewhere_bytes = 8 * kib;
    cold.rules.overhead_tier = "hot";
    cold.rules.thawed_tier = "hot";
    Price egress = banded({{"100", "0.09"}, {"", "0.05"}});
    egress.free = dec("10");
    egress.free_per_stored = dec("0.1");
    egress.cap = dec("60");
    add(tariff, "internet", {line(tariff, {Meter::sent_bytes}, "GB", egress)});
    add(tariff, "peaky", {line(tariff, {Meter::storage}, "GB-month", flat("0.015"))})
        .rules.sampling = Sampling::daily_peak;
    Surcharge support;
    support.name = "support";
    support.bands = {{dec("20"), dec("10")}, {std::nullopt, dec("3")}};
    tariff.surcharges = {support};
    tariff.minimum_per_month = dec("25");
    return tariff;
}

Tariff second_provider() {
    Tariff tariff = provider(0, gb);
    tariff.id = "other";
    tariff.currency = "EUR";
    Price price = flat("0.00799");
    price.minimum_quantity = dec("1000");
    add(tariff, "hot", {line(tariff, {Meter::storage}, "GB-month", price)});
    Price egress = flat("0.01");
    egress.free_per_stored = dec("1");
    add(tariff, "internet", {line(tariff, {Meter::sent_bytes}, "GB", egress)});
    return tariff;
}

Ledger random_ledger(Random& random, sim::Time begin, sim::Time end, int entries) {
    Book book(begin, end);
    const auto span = std::chrono::duration_cast<hours>(end - begin).count();
    const char* workloads[] = {"mail", "files", "mission"};
    const char* copies[] = {"first", "second"};
    const char* stores[] = {"provider/hot", "provider/cold", "provider/peaky", "second/hot"};
    for (int i = 0; i < entries; ++i) {
        // One draw per statement: the order of arguments is the compiler's.
        const char* workload = workloads[draw(random, 3)];
        const char* copy = copies[draw(random, 2)];
        const Cause cause = book.cause(workload, copy, static_cast<State>(draw(random, 4)));
        const sim::Time from = begin + hours{draw(random, span)};
        const sim::Time to = std::min(end, from + hours{draw(random, span / 2) + 1});
        const std::int64_t objects = 1 + draw(random, 1000);
        const std::int64_t bytes = objects * draw(random, gib);
        const char* store = stores[draw(random, 4)];
        const bool thawed = draw(random, 5) == 0 && store == stores[1];
        const bool deleted = draw(random, 2) == 0;
        book.stored(store, bytes, from, to, deleted, objects, thawed ? "thawed" : "", cause);
        const Meter request = draw(random, 2) == 0 ? Meter::put : Meter::list;
        book.counted("provider/hot", request, draw(random, 5000), from, "", cause);
        const char* out = draw(random, 2) == 0 ? "provider/internet" : "second/internet";
        book.counted(out, Meter::sent_bytes, draw(random, 40 * gib), from, "", cause);
        book.counted("provider/cold", Meter::retrieved_bytes, draw(random, 40 * gib), from,
                     "standard", cause);
    }
    return book.ledger;
}

// Byte-hours of each month, recounted hour by hour.
std::map<std::string, Int128> recount(const Ledger& ledger, NameId resource) {
    std::map<std::string, Int128> result;
    for (sim::Time hour = ledger.begin; hour < ledger.end; hour += hours{1}) {
        Int128 bytes = 0;
        for (const Stored& entry : ledger.stored())
            if (entry.resource == resource && entry.from <= hour && hour < entry.to)
                bytes += entry.bytes;
        const auto date = sim::day_of(hour);
        result[month_text(date.year() / date.month())] += bytes;
    }
    return result;
}

ExchangeRates euro_rates() {
    ExchangeRates rates;
    rates.add(
        {Currency("EUR"), Currency("USD"), std::chrono::year{2027} / 1 / 1, dec("1.0837"), ""});
    rates.add(
        {Currency("EUR"), Currency("USD"), std::chrono::year{2027} / 5 / 2, dec("1.1291"), ""});
    return rates;
}

}  // namespace

TEST_CASE("Integrated metering equals an hour-by-hour recount on random schedules") {
    Tariff tariff = provider();
    add(tariff, "hot", {line(tariff, {Meter::storage}, "GB-month", flat("1"))});
    add(tariff, "cold", {line(tariff, {Meter::storage}, "GB-month", flat("1"))});
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    Random random(20'270'401);
    for (int round = 0; round < 5; ++round) {
        const Ledger ledger =
            random_ledger(random, day(2027, 1, 10) + hours{7}, day(2027, 6, 3), 40);
        const Usage usage = meter(ledger, bindings);
        for (NameId id = 0; id < ledger.names().size(); ++id) {
            const std::string& name = ledger.name(id);
            if (name != "provider/hot" && name != "provider/cold") continue;
            for (const auto& [month, byte_hours] : recount(ledger, id)) {
                Int128 metered = 0;
                for (std::size_t row = 0; row < usage.rows().size(); ++row)
                    for (std::size_t p = 0; p < usage.calendar.periods().size(); ++p)
                        if (usage.names[usage.rows()[row].resource] == name &&
                            usage.rows()[row].meter == Meter::storage &&
                            month_text(usage.calendar.month_of(p).name) == month)
                            metered += usage.amount(row, p);
                CHECK(metered == byte_hours * 3'600'000'000'000);
            }
        }
    }
}

TEST_CASE("Shares add up to the charges exactly, in money and in quantity") {
    const Tariff tariff = elaborate(), other = second_provider();
    const ExchangeRates rates = euro_rates();
    Terms terms;
    terms.vat_percent = dec("19");
    terms.discounts = {{dec("12.5"), "hot", {}, {}, {}, {}}};
    const std::vector<Binding> bindings{{"provider", &tariff, terms}, {"second", &other, {}}};
    Random random(7);
    const Ledger ledger = random_ledger(random, day(2027, 4, 1), day(2027, 8, 1), 60);
    const Usage usage = meter(ledger, bindings);
    const Bill result = rate(usage, bindings, {Currency("USD"), &rates});
    CHECK(result.complete());
    REQUIRE(result.charges.size() > 50);
    for (const BillCharge& charge : result.charges) {
        Int128 atoms = 0, nano = 0, reported = 0;
        for (std::size_t i = 0; i < charge.item_count; ++i) {
            const BillItem& item = result.items[charge.first_item + i];
            atoms += item.atoms, nano += item.nano, reported += item.reported;
        }
        CHECK(nano == charge.charge.nano);
        CHECK(reported == charge.reported);
        CHECK(atoms == charge.charge.atoms);
    }
    for (const BillKey key : {BillKey::month, BillKey::role, BillKey::resource, BillKey::workload,
                              BillKey::copy, BillKey::state, BillKey::kind}) {
        Money sum(result.currency);
        for (const auto& [text, total] : result.total_by(key)) sum += total.amount;
        CHECK(sum == result.total());
    }
    CHECK(rate_total(usage, bindings, {Currency("USD"), &rates}).amount == result.total());
}

TEST_CASE("A marginal bill is the difference of two full bills, to the last digit") {
    const Tariff tariff = elaborate(), other = second_provider();
    const ExchangeRates rates = euro_rates();
    Terms terms;
    terms.vat_percent = dec("19");
    terms.drift_percent = dec("3");
    terms.drift_from = std::chrono::year{2026} / 5 / 20;
    const std::vector<Binding> bindings{{"provider", &tariff, terms}, {"second", &other, {}}};
    const RatingOptions options{Currency("USD"), &rates};
    Random random(11);
    const sim::Time begin = day(2027, 4, 1), end = day(2027, 8, 1);
    const Ledger base = random_ledger(random, begin, end, 30);
    const Usage usage = meter(base, bindings);
    const MarginalRater rater(usage, bindings, options);
    const Money before = rate(usage, bindings, options).total();
    CHECK(rater.base().amount == before);
    for (int round = 0; round < 30; ++round) {
        const Ledger addition = random_ledger(random, begin, end, 1 + round % 3);
        Usage both = usage;
        meter_into(both, addition, bindings);
        const Money after = rate(both, bindings, options).total();
        CHECK(rater.marginal(addition).amount == after - before);
    }
}

TEST_CASE("A marginal bill on an empty base is the whole bill") {
    const Tariff tariff = elaborate();
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    Random random(13);
    const Ledger addition = random_ledger(random, day(2027, 4, 1), day(2027, 6, 1), 5);
    Ledger empty;
    empty.begin = addition.begin, empty.end = addition.end;
    const MarginalRater rater(meter(empty, bindings), bindings);
    const Bill whole = rate(meter(addition, bindings), bindings);
    CHECK(rater.marginal(addition).amount == whole.total());
    CHECK_FALSE(rater.marginal(addition).complete);  // nobody is bound to "second"
    CHECK_FALSE(whole.complete());
}

TEST_CASE("Exact products agree with quantities priced by the money library") {
    Random random(17);
    for (int i = 0; i < 300; ++i) {
        const auto large = static_cast<Int128>(random() >> 1);
        const Int128 atoms = large * static_cast<Int128>(random() >> 20);
        const auto size = static_cast<Int128>(random() >> 3);
        const Int128 unit = size * (1 + draw(random, 1000));
        const std::int64_t mantissa = draw(random, 100'000'000);
        const Decimal price(mantissa, static_cast<int>(draw(random, 18)));
        CHECK(priced_nano(atoms, unit, price) ==
              amount(Quantity(atoms, unit), price, Currency("EUR")).nano());
    }
}

TEST_CASE("Shares of any total add up and differ from proportion by less than one step") {
    Random random(19);
    for (int i = 0; i < 200; ++i) {
        std::vector<Int128> weights, parts;
        for (std::int64_t n = 1 + draw(random, 20); n > 0; --n) {
            const auto weight = static_cast<Int128>(draw(random, 1'000'000));
            weights.push_back(weight << draw(random, 20));
        }
        parts.assign(weights.size(), 0);
        const Int128 total = draw(random, 1'000'000'000) - 500'000'000;
        add_shares(total, weights, parts);
        Int128 sum = 0, weight = 0;
        for (const Int128 part : parts) sum += part;
        for (const Int128 w : weights) weight += w;
        CHECK(sum == total);
        for (std::size_t k = 0; k < parts.size() && weight > 0; ++k) {
            const Int128 error = parts[k] * weight - total * weights[k];
            CHECK((error < weight && error > -weight));
        }
    }
}
