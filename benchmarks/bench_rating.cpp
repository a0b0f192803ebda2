// Metering and rating. Yardsticks: one million usage records become a bill in less than a second on
// one core; a changed price re-rates a five-year history in milliseconds; the marginal bill of a
// recovery takes tens of microseconds.
#include "models/tariff/marginal.hpp"
#include "models/tariff/meter.hpp"
#include "models/tariff/rate.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

namespace {

using namespace reentry;
using std::chrono::days;
using std::chrono::hours;

constexpr std::int64_t gib = 1LL << 30;
const sim::Time begin = sim::midnight(std::chrono::year{2027} / 1 / 1);
const sim::Time end = sim::midnight(std::chrono::year{2032} / 1 / 1);

PriceLine line(const Tariff& tariff, Meter meter, const char* unit, const char* price,
               const char* option = "") {
    PriceLine result;
    result.meters = {meter};
    result.option = option;
    parse_price_unit(unit, tariff, result.unit);
    Price flat;
    flat.bands = {{std::nullopt, *Decimal::parse(price)}};
    result.prices = {flat};
    return result;
}

Resource tier(const Tariff& tariff, const char* name, const char* price) {
    Resource resource;
    resource.name = name;
    resource.lines = {line(tariff, Meter::storage, "GB-month", price),
                      line(tariff, Meter::put, "1000 requests", "0.0054"),
                      line(tariff, Meter::get, "1000 requests", "0.00043"),
                      line(tariff, Meter::retrieved_bytes, "GB", "0.01", "*"),
                      line(tariff, Meter::restore_request, "1000 requests", "0.06", "*")};
    return resource;
}

Tariff cloud() {
    Tariff tariff;
    tariff.id = "bench";
    tariff.gigabyte = gib;
    tariff.resources = {tier(tariff, "hot", "0.0245"), tier(tariff, "archive", "0.0036")};
    auto& bands = tariff.resources[0].lines[0].prices[0].bands;
    bands = {{*Decimal::parse("51200"), *Decimal::parse("0.0245")},
             {*Decimal::parse("512000"), *Decimal::parse("0.0235")},
             {std::nullopt, *Decimal::parse("0.0225")}};
    TierRules& rules = tariff.resources[1].rules;
    rules.minimum_duration = hours{90 * 24};
    rules.overhead_bytes = 32 * 1024;
    rules.overhead_elsewhere_bytes = 8 * 1024;
    rules.overhead_tier = rules.thawed_tier = "hot";
    Resource internet;
    internet.name = "internet";
    internet.lines = {line(tariff, Meter::sent_bytes, "GB", "0.09")};
    internet.lines[0].prices[0].free = *Decimal::parse("100");
    tariff.resources.push_back(internet);
    return tariff;
}

// The backups of `workloads` workloads for five years: what a nightly job leaves behind.
Ledger history(int workloads, std::int64_t records) {
    Ledger ledger;
    ledger.begin = begin, ledger.end = end;
    const NameId hot = ledger.intern("provider/hot"), archive = ledger.intern("provider/archive");
    const NameId copies[] = {ledger.intern("cloud"), ledger.intern("long-term")};
    std::vector<NameId> names;
    for (int w = 0; w < workloads; ++w) names.push_back(ledger.intern(fmt::format("w{}", w)));
    const auto horizon = std::chrono::duration_cast<hours>(end - begin).count();
    for (std::int64_t i = 0; i < records; ++i) {
        const std::int64_t mixed = i * 7919;
        const Cause cause{names[static_cast<std::size_t>(mixed % workloads)],
                          copies[(mixed / workloads) % 2], State::running};
        const sim::Time at = begin + hours{(mixed * 31) % horizon};
        if (i % 4 == 0)
            ledger.add(Stored{hot, 0, cause, true, 1 + mixed % 900, (1 + mixed % 40) * gib, at,
                              std::min(end, at + days{30})});
        else if (i % 4 == 1)
            ledger.add(Stored{archive, 0, cause, true, 1 + mixed % 900, (1 + mixed % 90) * gib, at,
                              std::min(end, at + days{60 + mixed % 60})});
        else
            ledger.add(
                Counted{hot, 0, i % 4 == 2 ? Meter::put : Meter::get, cause, 1 + mixed % 5000, at});
    }
    return ledger;
}

Ledger recovery() {
    Ledger ledger;
    const NameId archive = ledger.intern("provider/archive"),
                 out = ledger.intern("provider/internet");
    const NameId standard = ledger.intern("standard"), thawed = ledger.intern("thawed");
    for (int w = 0; w < 10; ++w) {
        const Cause cause{ledger.intern(fmt::format("w{}", w)), ledger.intern("cloud"),
                          State::recovery};
        const sim::Time at = begin + days{700} + hours{w};
        ledger.add(Counted{archive, standard, Meter::retrieved_bytes, cause, 900 * gib, at});
        ledger.add(Counted{archive, standard, Meter::restore_request, cause, 20'000, at});
        ledger.add(Stored{archive, thawed, cause, true, 20'000, 900 * gib, at, at + days{7}});
        ledger.add(Counted{out, 0, Meter::sent_bytes, cause, 900 * gib, at + hours{9}});
    }
    return ledger;
}

void million_records_to_a_bill(benchmark::State& state) {
    const Tariff tariff = cloud();
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    const Ledger ledger = history(300, 1'000'000);
    for (auto _ : state) {
        const Bill bill = rate(meter(ledger, bindings), bindings);
        benchmark::DoNotOptimize(bill.items.size());
        state.counters["items"] = static_cast<double>(bill.items.size());
    }
}
BENCHMARK(million_records_to_a_bill)->Unit(benchmark::kMillisecond);

void meter_million_records(benchmark::State& state) {
    const Tariff tariff = cloud();
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    const Ledger ledger = history(300, 1'000'000);
    for (auto _ : state) benchmark::DoNotOptimize(meter(ledger, bindings).rows().size());
}
BENCHMARK(meter_million_records)->Unit(benchmark::kMillisecond);

void rate_five_years_again(benchmark::State& state) {
    const Tariff tariff = cloud();
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    const Usage usage = meter(history(static_cast<int>(state.range(0)), 200'000), bindings);
    for (auto _ : state) benchmark::DoNotOptimize(rate(usage, bindings).items.size());
}
BENCHMARK(rate_five_years_again)->Arg(30)->Arg(300)->Unit(benchmark::kMillisecond);

void total_of_five_years_again(benchmark::State& state) {
    const Tariff tariff = cloud();
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    const Usage usage = meter(history(static_cast<int>(state.range(0)), 200'000), bindings);
    for (auto _ : state) benchmark::DoNotOptimize(rate_total(usage, bindings).amount.nano());
}
BENCHMARK(total_of_five_years_again)->Arg(30)->Arg(300)->Unit(benchmark::kMillisecond);

void marginal_bill_of_a_recovery(benchmark::State& state) {
    const Tariff tariff = cloud();
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    const MarginalRater rater(meter(history(300, 200'000), bindings), bindings);
    const Ledger addition = recovery();
    for (auto _ : state) benchmark::DoNotOptimize(rater.marginal(addition).amount.nano());
}
BENCHMARK(marginal_bill_of_a_recovery)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
