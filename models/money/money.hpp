// Amounts of money: a whole number of 10^-9 of a currency, in 128 bits. Never floating point.
//
// Sums of two currencies, and sums that overflow, are broken contracts. Money comes about in three
// ways only: from a decimal that a file states, as amount(quantity, price), and by the conversions
// below. Each rounds once, to the nearest 10^-9, halves away from zero (as invoices do; a credit
// mirrors its charge).
#pragma once

#include "models/money/decimal.hpp"
#include "models/money/quantity.hpp"

#include <array>
#include <compare>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reentry {

// An ISO 4217 code, such as EUR.
class Currency {
 public:
    constexpr Currency() = default;  // "XXX": no currency
    constexpr Currency(const char (&code)[4]) : code_{code[0], code[1], code[2]} {}

    // Three capital letters; everything else fails.
    static Parsed<Currency> parse(std::string_view text);

    std::string_view code() const { return {code_.data(), code_.size()}; }
    friend constexpr auto operator<=>(const Currency&, const Currency&) = default;

 private:
    std::array<char, 3> code_{'X', 'X', 'X'};
};

class Money {
 public:
    static constexpr int places = 9;

    constexpr Money() = default;
    constexpr explicit Money(Currency currency) : currency_(currency) {}  // zero
    constexpr Money(Int128 nano, Currency currency) : nano_(nano), currency_(currency) {}

    // The decimal rounded to 10^-9.
    static Money of(const Decimal& value, Currency currency);

    // "1 234.56 EUR", "-0.5 USD".
    static Parsed<Money> parse(std::string_view text);

    Int128 nano() const { return nano_; }
    Currency currency() const { return currency_; }
    bool is_zero() const { return nano_ == 0; }
    bool is_negative() const { return nano_ < 0; }
    Decimal decimal() const { return {nano_, places}; }
    double to_double() const { return decimal().to_double(); }  // for charts and statistics

    friend Money operator+(const Money& a, const Money& b);
    friend Money operator-(const Money& a, const Money& b);
    friend Money operator-(const Money& a) { return {-a.nano_, a.currency_}; }
    Money& operator+=(const Money& other) { return *this = *this + other; }
    Money& operator-=(const Money& other) { return *this = *this - other; }

    friend bool operator==(const Money&, const Money&) = default;
    friend std::strong_ordering operator<=>(const Money& a, const Money& b);  // of one currency

 private:
    Int128 nano_ = 0;
    Currency currency_{};
};

// quantity * unit price: the product is formed exactly and rounded once.
Money amount(const Quantity& quantity, const Decimal& unit_price, Currency currency);

// An amount times an exact factor (a share, a discount, an expected number of events), rounded
// once.
Money amount(const Money& money, const Quantity& factor);

// Rounded to so many decimal places (2 for an invoice in EUR), halves away from zero.
Money rounded(const Money& money, int decimal_places);

// The amount in parts that are proportional to the weights and add up to it exactly: every part is
// rounded towards zero, what remains goes in steps of 10^-9 to the largest remainders, the first of
// equals first. Weights are not negative and not all zero.
std::vector<Money> allocate(const Money& total, std::span<const Int128> weights);

}  // namespace reentry
