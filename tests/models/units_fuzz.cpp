// No text, however odd, makes a reader throw: what it cannot read it says.
#include "models/money/money_rate.hpp"
#include "models/units/format.hpp"
#include "models/units/parse.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace reentry;

namespace {

const std::vector<std::string> pieces{"0",
                                      "1",
                                      "9",
                                      "40",
                                      "999999999999999999",
                                      "000000000000000000",
                                      ".",
                                      " ",
                                      "-",
                                      "+",
                                      "e",
                                      "E30",
                                      "e-29",
                                      "%",
                                      "/",
                                      " per ",
                                      "B",
                                      "kB",
                                      "TB",
                                      "GiB",
                                      "EB",
                                      "Gbit/s",
                                      "s",
                                      "h",
                                      "y",
                                      "d",
                                      "month",
                                      "EUR",
                                      "2027-01-01",
                                      "T06:00",
                                      "Z",
                                      ":",
                                      "24",
                                      "\t",
                                      ",",
                                      "\xc2\xb5s",
                                      "x"};

std::string odd_text(std::mt19937_64& random) {
    std::string text;
    for (std::size_t left = random() % 7; left-- > 0;) text += pieces[random() % pieces.size()];
    return text;
}

// A failure says what was expected.
template <class T>
void check(const Parsed<T>& parsed) {
    if (!parsed) CHECK_FALSE(parsed.expected.empty());
}

}  // namespace

TEST_CASE("Readers survive any text") {
    std::mt19937_64 random(12);
    for (int i = 0; i < 40'000; ++i) {
        const std::string text = odd_text(random);
        INFO(text);
        check(Decimal::parse(text));
        check(parse_bytes(text));
        check(parse_rate(text));
        check(parse_duration(text));
        check(parse_calendar_span(text));
        check(parse_fraction(text));
        check(parse_per_time(text));
        check(parse_date(text));
        check(parse_time(text));
        check(parse_time_of_day(text));
        check(Money::parse(text));
        check(parse_money_rate(text));
    }
}

TEST_CASE("What readers accept can be written, whatever its size") {
    std::mt19937_64 random(13);
    for (int i = 0; i < 40'000; ++i) {
        const std::string text = odd_text(random);
        INFO(text);
        if (const auto bytes = parse_bytes(text)) CHECK(*parse_bytes(exact_text(*bytes)) == *bytes);
        if (const auto time = parse_duration(text))
            CHECK(*parse_duration(exact_text(*time)) == *time);
        if (const auto span = parse_calendar_span(text))
            CHECK(*parse_calendar_span(format_span(*span)) == *span);
        if (const auto rate = parse_rate(text)) CHECK_FALSE(exact_text(*rate).empty());
        if (const auto share = parse_fraction(text)) CHECK_FALSE(exact_fraction(*share).empty());
        if (const auto rate = parse_per_time(text)) CHECK_FALSE(format_per_time(*rate).empty());
    }
}
