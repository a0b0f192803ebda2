#include "models/units/format.hpp"
#include "models/units/parse.hpp"
#include "sim/check.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace reentry;
using namespace reentry::literals;
using namespace std::chrono_literals;
using std::chrono::days;

TEST_CASE("Sizes and rates show three digits in the unit that fits") {
    CHECK(format_bytes(Bytes{12'400'000'000'000}) == "12.4 TB");
    CHECK(format_bytes(340_GB) == "340 GB");
    CHECK(format_bytes(Bytes{0}) == "0 B");
    CHECK(format_bytes(Bytes{999}) == "999 B");
    CHECK(format_bytes(Bytes{999'600}) == "1 MB");
    CHECK(format_bytes(Bytes{-1'250'000}) == "-1.25 MB");
    CHECK(format_bytes_binary(Bytes{12'400'000'000'000}) == "11.3 TiB");
    CHECK(format_bytes_binary(1_MiB) == "1 MiB");
    CHECK(format_rate(Rate{1.25e9}) == "1.25 GB/s");
    CHECK(format_bit_rate(Rate{1.25e9}) == "10 Gbit/s");
}

TEST_CASE("Durations change their unit where the reader does") {
    CHECK(format_duration(0s) == "0 s");
    CHECK(format_duration(1500ns) == "1.5 \u00b5s");
    CHECK(format_duration(150ms) == "150 ms");
    CHECK(format_duration(38s) == "38 s");
    CHECK(format_duration(119s + 600ms) == "1.99 min");
    CHECK(format_duration(12min + 30s) == "12.5 min");
    CHECK(format_duration(14h + 12min) == "14.2 h");
    CHECK(format_duration(47h) == "47 h");
    CHECK(format_duration(47h + 40min) == "2 d");
    CHECK(format_duration(52h) == "2 d 4 h");
    CHECK(format_duration(days{200}) == "200 d");
    CHECK(format_duration(days{1168}) == "3.2 y");
    CHECK(format_duration(-3h) == "-3 h");
    CHECK(format_duration(sim::Duration::max()) == "never");
    CHECK(format_hours(52h + 3min) == "52.0 h");  // 52.05 is a hair below in binary
    CHECK(format_hours(1234h) == "1 234.0 h");
}

TEST_CASE("Numbers, percentages, counts and dates") {
    CHECK(format_percent(0.125) == "12.5 %");
    CHECK(format_percent(0.99999) == "100 %");
    CHECK(format_per_time(PerTime::per_year(0.5)) == "0.5 /y");
    CHECK(format_count(1'234'567) == "1 234 567");
    CHECK(format_count(-12) == "-12");
    CHECK(format_number(0.012345) == "0.0123");
    CHECK(format_number(12'345) == "12 345");
    CHECK(format_number(0) == "0");
    CHECK(format_number(-99.96) == "-100");
    CHECK(format_number(1e-9) == "1.00e-09");
    CHECK(format_fixed(1234.5, 2) == "1 234.50");
    CHECK(format_fixed(-0.001, 1) == "0.0");
    CHECK(format_date(std::chrono::year{2027} / 1 / 5) == "2027-01-05");
    CHECK(format_time(*parse_time("2027-01-05T06:00Z")) == "2027-01-05T06:00Z");
    CHECK(format_time(*parse_time("2027-01-05T06:00:07Z")) == "2027-01-05T06:00:07Z");
    CHECK(format_time_of_day(22h) == "22:00");
    CHECK(format_span({2, 6, 1}) == "2 y 6 months 1 d");
}

TEST_CASE("Exact text reads back as the same value") {
    std::mt19937_64 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const auto bits = static_cast<int>(random() % 62);
        const auto count = static_cast<std::int64_t>(random() >> (1 + bits));
        CHECK(*parse_bytes(exact_text(Bytes{count})) == Bytes{count});
        CHECK(*parse_duration(exact_text(sim::Duration{count})) == sim::Duration{count});
        const double fraction = static_cast<double>(random() >> 11) * 0x1p-53;
        CHECK(*parse_fraction(exact_fraction(fraction)) == fraction);
        const Rate rate{static_cast<double>(random() >> 20) / 1024};
        CHECK(*parse_rate(exact_text(rate)) == rate);
        const CalendarSpan span{int(random() % 100), int(random() % 12), int(random() % 31)};
        CHECK(*parse_calendar_span(format_span(span)) == span);
        const sim::Time t{std::chrono::seconds{count % 4'000'000'000}};
        CHECK(*parse_time(format_time(t)) == t);
    }
    CHECK(exact_text(4_MiB) == "4 MiB");
    CHECK(exact_text(40_TB) == "40 TB");
    CHECK(exact_text(52h) == "2 d 4 h");
    CHECK(exact_text(Rate{1.25e9}) == "1250000000 B/s");
}

TEST_CASE("What people read is near what it stands for") {
    std::mt19937_64 random(8);
    for (int i = 0; i < 20'000; ++i) {
        const auto count = static_cast<std::int64_t>(random() >> (2 + random() % 60));
        const double shown = parse_bytes(format_bytes(Bytes{count}))->to_double();
        CHECK(shown == doctest::Approx(static_cast<double>(count)).epsilon(0.0051));
        const double time = sim::to_seconds(*parse_duration(format_duration(sim::Duration{count})));
        CHECK(time == doctest::Approx(sim::to_seconds(sim::Duration{count})).epsilon(0.011));
    }
}

TEST_CASE("Bytes over a rate is a time, to the nanosecond") {
    CHECK(40_TB / Rate{1e9} == 40'000s);
    CHECK(Bytes{1} / Rate{3} == 333'333'333ns);
    CHECK(1_GB / Rate{0} == sim::Duration::max());
    CHECK(Bytes{0} / Rate{0} == 0s);
    CHECK(Rate{1e9} * 3s == 3_GB);
    CHECK(3_GB / 3s == Rate{1e9});
    CHECK(Bytes{10}.times(0.25) == Bytes{3});
    CHECK(1_TB / 1_GB == 1000.0);
    CHECK_THROWS_AS(Bytes{INT64_MAX} + Bytes{1}, ContractViolation);
    CHECK_THROWS_AS(1_GB / 0s, ContractViolation);
}

TEST_CASE("Calendar arithmetic keeps the day where the month has it") {
    const auto at = [](const char* text) { return *parse_time(text); };
    CHECK(at("2027-01-31T06:00Z") + CalendarSpan{0, 1, 0} == at("2027-02-28T06:00Z"));
    CHECK(at("2028-02-29") + CalendarSpan{1, 0, 0} == at("2029-02-28"));
    CHECK(at("2027-11-15") + CalendarSpan{0, 14, 20} == at("2029-02-04"));
    CHECK(length_from(at("2027-01-01"), {5, 0, 0}) == days{5 * 365 + 1});
    CHECK(month_start(at("2027-02-15T07:00Z")) == at("2027-02-01"));
    CHECK(next_month(at("2027-12-15")) == at("2028-01-01"));
    CHECK(next_month(at("1969-12-31")) == at("1970-01-01"));
}

TEST_CASE("Rates per time give expected counts and mean intervals") {
    CHECK(PerTime::per_year(2).in(year_length) == doctest::Approx(2));
    CHECK(PerTime::per_year(0.5).mean_interval() == 2 * year_length);
    CHECK(PerTime{}.mean_interval() == sim::Duration::max());
}
