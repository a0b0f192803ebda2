#include "models/money/decimal.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace reentry;

namespace {

Decimal dec(const char* text) { return *Decimal::parse(text); }

}  // namespace

TEST_CASE("Decimals read plain, signed, grouped and scientific numbers") {
    CHECK(dec("0.0000055000").to_string() == "0.0000055");
    CHECK(dec("5.5e-06") == dec("0.0000055"));
    CHECK(dec("12").to_string() == "12");
    CHECK(dec("-0.50").to_string() == "-0.5");
    CHECK(dec("+3") == dec("3.000"));
    CHECK(dec("1 234 567.5").to_string() == "1234567.5");
    CHECK(dec("0.000") == Decimal{});
    CHECK(dec("-0").to_string() == "0");
    CHECK(dec("1e3").to_string() == "1000");
    CHECK(dec("007") == dec("7"));
    CHECK(dec("1000").to_string() == "1000");
}

TEST_CASE("What is no number fails") {
    for (const auto* text : {"", " ", "-", ".", "1.", ".e3", "1,5", "1 23", "12 3456", "0x10", "1e",
                             "1..2", "--1", "nan", "1e999999999999"})
        CHECK_FALSE_MESSAGE(Decimal::parse(text), text);
    CHECK(Decimal::parse("1,5").hint == "use a point for decimals and blanks between thousands");
    CHECK(Decimal::parse("1e-31").hint == "at most 30 decimal places are kept");
    CHECK(Decimal::parse("1e40").hint == "at most 38 digits are kept exactly");
    CHECK(*Decimal::parse(".5") == dec("0.5"));
}

TEST_CASE("Decimal arithmetic is exact") {
    CHECK(dec("0.1") + dec("0.2") == dec("0.3"));
    CHECK(dec("1") - dec("0.000000000000000000000000000001") ==
          dec("0.999999999999999999999999999999"));
    CHECK(dec("0.0000055") * dec("1000000") == dec("5.5"));
    CHECK(dec("-2") < dec("0.1"));
    CHECK(dec("100000000000000000000") > dec("0.000000000000000000000000000001"));
    CHECK(dec("0.1").to_double() == 0.1);
    CHECK(dec("0.0245").to_double() == 0.0245);
    CHECK(rounded_product(dec("2.5"), 1) == 3);
    CHECK(rounded_product(dec("-2.5"), 1) == -3);
    CHECK_THROWS_AS(dec("1e37") * dec("1e37"), ContractViolation);
}

TEST_CASE("Decimals make the round trip through text") {
    std::mt19937_64 random(5);
    for (int i = 0; i < 20'000; ++i) {
        Int128 mantissa = static_cast<Int128>(random()) << (random() % 60);
        if (random() % 2) mantissa = -mantissa;
        const Decimal value{mantissa, static_cast<int>(random() % 31)};
        CHECK(*Decimal::parse(value.to_string()) == value);
    }
    CHECK(Decimal{power_of_ten(38), 30}.to_string() == "100000000");
}

TEST_CASE("128-bit helpers check their range") {
    const Int128 largest = (Int128{1} << 126) - 1 + (Int128{1} << 126);
    CHECK(to_string(largest) == "170141183460469231731687303715884105727");
    CHECK(to_string(-largest) == "-170141183460469231731687303715884105727");
    CHECK_THROWS_AS(checked_add(largest, 1), ContractViolation);
    CHECK_THROWS_AS(checked_multiply(largest, 2), ContractViolation);
    CHECK(checked_multiply(largest, -1) == -largest);
    CHECK(greatest_divisor(-12, 18) == 6);
    CHECK_THROWS_AS(power_of_ten(39), ContractViolation);
}
