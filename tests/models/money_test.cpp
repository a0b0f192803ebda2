#include "models/money/money.hpp"

#include "models/money/exchange.hpp"
#include "models/money/format.hpp"
#include "models/money/money_rate.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace reentry;
using namespace reentry::literals;
using namespace std::chrono_literals;

namespace {

constexpr Currency eur{"EUR"};
constexpr Currency usd{"USD"};

Decimal dec(const char* text) { return *Decimal::parse(text); }
Money money(const char* text) { return *Money::parse(text); }

}  // namespace

TEST_CASE("Quantity times price is rounded once, halves away from zero") {
    // 3 * 0.0000000005 = 0.0000000015: half a step above 1
    CHECK(amount(Quantity{3}, dec("0.0000000005"), eur).nano() == 2);
    CHECK(amount(Quantity{-3}, dec("0.0000000005"), eur).nano() == -2);
    CHECK(amount(Quantity{1, 3}, dec("1"), eur).nano() == 333'333'333);
    CHECK(amount(Quantity{2, 3}, dec("1"), eur).nano() == 666'666'667);
    // 50 TiB for a month of 730 h at 0.0245 USD per GiB-month: 51200 * 0.0245 = 1254.4
    const auto month = Quantity::byte_time(50 * 1_TiB, 730h, 1_GiB, 730h);
    CHECK(amount(month, dec("0.0245"), usd) == money("1254.4 USD"));
}

TEST_CASE("A hundred petabytes held for ten years stay exact") {
    // 10^17 B * 3.1536e17 ns = 3.1536e34 byte-ns; over 10^9 B * 730 h (2.628e15 ns) = 1.2e10
    // GB-months
    const auto quantity = Quantity::byte_time(100'000 * 1_TB, std::chrono::days{3650}, 1_GB, 730h);
    CHECK(quantity == Quantity{12'000'000'000});
    CHECK(amount(quantity, dec("0.000000000000001"), usd) == money("0.000012 USD"));
    CHECK(amount(quantity, dec("123456789.123456789"), usd).decimal() ==
          dec("1481481469481481468"));
}

TEST_CASE("Quantities are fractions in lowest terms") {
    CHECK(Quantity{2, 4} == Quantity{1, 2});
    CHECK(Quantity{1, -2} == Quantity{-1, 2});
    CHECK(Quantity{1, 2} + Quantity{1, 3} == Quantity{5, 6});
    CHECK(Quantity{1, 2} - Quantity{1, 2} == Quantity{});
    CHECK(Quantity{2, 3} * Quantity{3, 4} == Quantity{1, 2});
    CHECK(Quantity{1, 2} / Quantity{1, 4} == Quantity{2});
    CHECK(Quantity{1, 3} < Quantity{1, 2});
    CHECK(Quantity{-1, 2} < Quantity{});
    CHECK(Quantity{7, 2}.rounded_up() == Quantity{4});
    CHECK(Quantity{-7, 2}.rounded_up() == Quantity{-3});
    CHECK(Quantity{4}.rounded_up() == Quantity{4});
    CHECK(Quantity{2, 3}.to_decimal(2) == dec("0.67"));
    CHECK(Quantity::of(dec("0.125")) == Quantity{1, 8});
    CHECK_THROWS_AS((Quantity{1, 0}), ContractViolation);
}

TEST_CASE("Two currencies do not mix") {
    CHECK(money("1 EUR") + money("2 EUR") == money("3 EUR"));
    CHECK_THROWS_AS(money("1 EUR") + money("1 USD"), ContractViolation);
    CHECK_THROWS_AS((void)(money("1 EUR") < money("1 USD")), ContractViolation);
    CHECK(money("1 EUR") != money("1 USD"));
}

TEST_CASE("Allocated parts add up to the amount for any weights") {
    std::mt19937_64 random(3);
    for (int i = 0; i < 5'000; ++i) {
        std::vector<Int128> weights(1 + random() % 9);
        for (auto& weight : weights) weight = static_cast<Int128>(random() % 5) * (random() >> 20);
        weights[0] += 1;
        const Money total{static_cast<Int128>(random() >> (random() % 60)) - (1 << 20), eur};
        Money sum{eur};
        Int128 all = 0;
        for (const auto weight : weights) all += weight;
        const auto parts = allocate(total, weights);
        for (std::size_t k = 0; k < parts.size(); ++k) {
            sum += parts[k];
            const auto share = amount(total, Quantity{weights[k], all}).nano();
            CHECK(parts[k].nano() >= share - 1);
            CHECK(parts[k].nano() <= share + 1);
        }
        CHECK(sum == total);
    }
}

TEST_CASE("The largest remainders take what is left, the first of equals first") {
    const std::vector<Int128> thirds{1, 1, 1};
    const auto parts = allocate(Money{100, eur}, thirds);
    CHECK(parts[0].nano() == 34);
    CHECK(parts[1].nano() == 33);
    CHECK(parts[2].nano() == 33);
    const auto credit = allocate(Money{-100, eur}, thirds);
    CHECK(credit[0].nano() == -34);
    CHECK_THROWS_AS(allocate(Money{1, eur}, std::vector<Int128>{0, 0}), ContractViolation);
    CHECK_THROWS_AS(allocate(Money{1, eur}, std::vector<Int128>{2, -1}), ContractViolation);
}

TEST_CASE("Money rounds to cents as an invoice does") {
    CHECK(rounded(money("1.005 EUR"), 2) == money("1.01 EUR"));
    CHECK(rounded(money("-1.005 EUR"), 2) == money("-1.01 EUR"));
    CHECK(rounded(money("1.0049 EUR"), 2) == money("1 EUR"));
    CHECK(rounded(money("1.5 EUR"), 0) == money("2 EUR"));
}

TEST_CASE("Money reads in one style and reads back") {
    CHECK(format_money(money("1234.56 EUR")) == "1 234.56 EUR");
    CHECK(format_money(money("1234567.005 EUR")) == "1 234 567.01 EUR");
    CHECK(format_money(money("0 EUR")) == "0.00 EUR");
    CHECK(format_money(money("-12 USD")) == "-12.00 USD");
    CHECK(format_money(money("0.0000055 USD")) == "0.0000055 USD");
    CHECK(format_money(money("0.00999 USD")) == "0.00999 USD");
    CHECK(format_money_whole(money("1234.5 EUR")) == "1 235 EUR");
    CHECK(money("1 234.56 EUR") == Money{1'234'560'000'000, eur});
    CHECK(Money::parse("12").hint == "the currency is missing");
    CHECK_FALSE(Money::parse("12 eur"));
    std::mt19937_64 random(4);
    for (int i = 0; i < 5'000; ++i) {
        const Money m{static_cast<Int128>(random()) * (random() >> 30) - (Int128{1} << 90), eur};
        CHECK(money(exact_text(m).c_str()) == m);
    }
}

TEST_CASE("Money per time and per size") {
    const auto outage = *parse_money_rate("12000 EUR/h");
    CHECK(amount(90min, outage) == money("18000 EUR"));
    const auto egress = *parse_money_rate("0.0245 USD/GB");
    CHECK(amount(1_TB, egress) == money("24.5 USD"));
    CHECK_THROWS_AS(amount(1h, egress), ContractViolation);
    for (const auto* text : {"12000 EUR/h", "0.0245 USD/GB", "3 EUR/TiB", "1 EUR/y", "5 CHF/week",
                             "7 EUR/d", "0.5 EUR/min"})
        CHECK(exact_text(*parse_money_rate(text)) == text);
    CHECK(parse_money_rate("12000 EUR").hint == "what it is per is missing");
    CHECK(parse_money_rate("12000/h").hint == "the currency is missing");
    CHECK(parse_money_rate("1 EUR/month").hint ==
          "a month has no fixed length: write days, weeks or years");
    CHECK(parse_money_per_time("1 EUR/GB").hint == "this is per size");
    CHECK(parse_money_per_size("1 EUR/h").hint == "this is per time");
    CHECK_FALSE(parse_money_rate("-1 EUR/h"));
}

TEST_CASE("The newest exchange rate that is not younger than the day holds") {
    using namespace std::chrono;
    ExchangeRates rates;
    rates.add({eur, usd, year{2026} / 1 / 1, dec("1.25"), "a"});
    rates.add({eur, usd, year{2026} / 6 / 1, dec("1.20"), "b"});
    CHECK(*rates.convert(money("100 EUR"), usd, year{2026} / 5 / 31) == money("125 USD"));
    CHECK(*rates.convert(money("100 EUR"), usd, year{2026} / 6 / 1) == money("120 USD"));
    CHECK(*rates.convert(money("100 USD"), eur, year{2026} / 7 / 1) == money("83.333333333 EUR"));
    CHECK(*rates.convert(money("7 EUR"), eur, year{1990} / 1 / 1) == money("7 EUR"));
    CHECK_FALSE(rates.convert(money("1 EUR"), usd, year{2025} / 12 / 31));
    CHECK_FALSE(rates.convert(money("1 EUR"), Currency{"CHF"}, year{2026} / 12 / 31));
    CHECK(rates.find(usd, eur, year{2026} / 7 / 1)->source == "b");
}
