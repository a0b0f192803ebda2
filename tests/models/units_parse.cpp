#include "models/units/parse.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace reentry::literals;
using namespace std::chrono_literals;
using std::chrono::days;

TEST_CASE("Sizes: decimal and binary prefixes differ") {
    CHECK(*parse_bytes("40 TB") == 40_TB);
    CHECK(*parse_bytes("4 MiB") == 4_MiB);
    CHECK(*parse_bytes("512 KB") == 512_kB);
    CHECK(*parse_bytes("512 kB") == 512_kB);
    CHECK(*parse_bytes("512 KiB") == Bytes{524'288});
    CHECK(*parse_bytes("0 B") == Bytes{0});
    CHECK(*parse_bytes("1.5GB") == Bytes{1'500'000'000});
    CHECK(*parse_bytes("1 000 GB") == 1_TB);
    CHECK(*parse_bytes("9.2 EB") == Bytes{9'200'000'000'000'000'000});
    CHECK(*parse_bytes("1.7 TiB") == Bytes{1'869'169'767'219});  // 1.7 * 2^40 = ...767219.2
}

TEST_CASE("A size without unit, or with a wrong one, says what would be right") {
    CHECK_FALSE(parse_bytes("40"));
    CHECK(parse_bytes("40").expected == "a size with unit such as \"40 TB\"");
    CHECK(parse_bytes("40").hint == "the unit is missing");
    CHECK(parse_bytes("40 T").hint == "did you mean \"40 TB\"?");
    CHECK(parse_bytes("40 tb").hint == "did you mean \"40 TB\"?");
    CHECK(parse_bytes("40 Gb").hint == "Gb is in bits; did you mean \"40 GB\"?");
    CHECK(parse_bytes("-1 GB").hint == "a size is not negative");
    CHECK(parse_bytes("10 EB").hint == "the largest size is 9.22 EB");
    CHECK_FALSE(parse_bytes(""));
    CHECK_FALSE(parse_bytes("TB"));
    CHECK_FALSE(parse_bytes("1,5 TB"));
    CHECK_FALSE(parse_bytes("40 TB 3"));
}

TEST_CASE("Rates: bits and bytes, per any time") {
    CHECK(parse_rate("10 Gbit/s")->bytes_per_second() == 1.25e9);
    CHECK(parse_rate("10 Gbps")->bits_per_second() == 1e10);
    CHECK(parse_rate("300 MB/s")->bytes_per_second() == 3e8);
    CHECK(parse_rate("100 MiB/s")->bytes_per_second() == 104'857'600);
    CHECK(parse_rate("3.6 TB/h")->bytes_per_second() == 1e9);
    CHECK(parse_rate("86.4 GB / day")->bytes_per_second() == 1e6);
    CHECK(parse_rate("10").hint == "the unit is missing");
    CHECK(parse_rate("300 MB").hint == "did you mean \"300 MB/s\"?");
    CHECK(parse_rate("10 G/s").hint == "did you mean \"10 GB/s\"?");
    CHECK(parse_rate("10 GB/month").hint ==
          "a month has no fixed length: write days, weeks or years");
    CHECK_FALSE(parse_rate("-1 GB/s"));
}

TEST_CASE("Durations in all units, alone and in rows") {
    CHECK(*parse_duration("3 h") == 3h);
    CHECK(*parse_duration("90 min") == 90min);
    CHECK(*parse_duration("30 s") == 30s);
    CHECK(*parse_duration("150 ms") == 150ms);
    CHECK(*parse_duration("2 days") == 48h);
    CHECK(*parse_duration("4 weeks") == days{28});
    CHECK(*parse_duration("5 y") == days{5 * 365});
    CHECK(*parse_duration("1.5 h") == 90min);
    CHECK(*parse_duration("2 d 4 h 30min") == 52h + 30min);
    CHECK(*parse_duration("3 \u00b5s") == 3us);
    CHECK(*parse_duration("0 s") == 0s);
    CHECK(*parse_duration("0.1 ns") == 0s);
}

TEST_CASE("A month is not a duration and m alone is not understood") {
    CHECK(parse_duration("2 months").hint ==
          "a month has no fixed length: write days, weeks or years");
    CHECK(parse_duration("5 m").hint == "\"m\" could be a minute or a month: write min, or days");
    CHECK(parse_duration("5").hint == "the unit is missing");
    CHECK(parse_duration("5 huors").hint == "did you mean \"hours\"?");
    CHECK(parse_duration("-5 h").hint == "a duration is not negative");
    CHECK(parse_duration("300 y").hint == "the longest duration is 292 years");
    CHECK(parse_duration("292 y 292 y").hint == "the longest duration is 292 years");
    CHECK_FALSE(parse_duration(""));
    CHECK_FALSE(parse_duration("h 3"));
}

TEST_CASE("Calendar spans count years, months and days") {
    CHECK(*parse_calendar_span("5 y") == CalendarSpan{5, 0, 0});
    CHECK(*parse_calendar_span("18 months") == CalendarSpan{0, 18, 0});
    CHECK(*parse_calendar_span("2 years 6 months") == CalendarSpan{2, 6, 0});
    CHECK(*parse_calendar_span("4 weeks") == CalendarSpan{0, 0, 28});
    CHECK(parse_calendar_span("1.5 y").hint ==
          "a span of the calendar has whole years, months, days");
    CHECK_FALSE(parse_calendar_span("5 h"));
    CHECK_FALSE(parse_calendar_span("5"));
    CHECK_FALSE(parse_calendar_span("-1 y"));
}

TEST_CASE("Fractions need their percent sign") {
    CHECK(*parse_fraction("12.5 %") == 0.125);
    CHECK(*parse_fraction("0.8%") == 0.008);
    CHECK(*parse_fraction("-3 %") == -0.03);
    CHECK(parse_fraction("0.125").hint == "did you mean \"12.5 %\"?");
    CHECK_FALSE(parse_fraction("12 percent"));
}

TEST_CASE("Rates per time are kept per year of 365 days") {
    CHECK(parse_per_time("0.5 /y")->per_year() == 0.5);
    CHECK(parse_per_time("10 %/y")->per_year() == 0.1);
    CHECK(parse_per_time("0.8 %/day")->per_day() == doctest::Approx(0.008));
    CHECK(parse_per_time("1 per 5 y")->per_year() == 0.2);
    CHECK(parse_per_time("1/5 y")->per_year() == 0.2);
    CHECK(parse_per_time("2 per week")->per_year() == doctest::Approx(2 * 365.0 / 7));
    CHECK(parse_per_time("3 % / 30 days")->per_year() == doctest::Approx(0.365));
    CHECK(parse_per_time("0.5").hint == "the time is missing");
    CHECK(parse_per_time("1 /month").hint ==
          "a month has no fixed length: write days, weeks or years");
    CHECK_FALSE(parse_per_time("1 /0 s"));
    CHECK_FALSE(parse_per_time("1 GB/y"));
}

TEST_CASE("Dates, instants and times of day") {
    using namespace std::chrono;
    CHECK(*parse_date("2027-01-31") == year{2027} / 1 / 31);
    CHECK(parse_date("2027-02-30").hint == "there is no such day");
    CHECK(parse_date("27-02-03").hint == "year, month and day, as ISO 8601");
    CHECK(parse_date("1500-01-01").hint == "years from 1700 to 2200");
    CHECK(*parse_time("2027-01-01T06:00Z") == sim::midnight(year{2027} / 1 / 1) + 6h);
    CHECK(*parse_time("2027-01-01T06:00:30Z") == sim::midnight(year{2027} / 1 / 1) + 6h + 30s);
    CHECK(*parse_time("2027-01-01") == sim::midnight(year{2027} / 1 / 1));
    CHECK(parse_time("2027-01-01T06:00").hint == "the zone is missing: add Z for UTC");
    CHECK(parse_time("2027-01-01T06:00+01:00").hint == "give the instant in UTC, with Z");
    CHECK(parse_time("2027-01-01T25:00Z").hint == "there is no such time");
    CHECK_FALSE(parse_time("2027-01-01T06:00Zx"));
    CHECK(*parse_time_of_day("22:00") == 22h);
    CHECK(*parse_time_of_day("06:30:15") == 6h + 30min + 15s);
    CHECK(*parse_time_of_day("24:00") == 24h);
    CHECK_FALSE(parse_time_of_day("24:01"));
    CHECK_FALSE(parse_time_of_day("6:00"));
    CHECK_FALSE(parse_time_of_day("22:00Z"));
}
