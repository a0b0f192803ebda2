// Values with units from text, as scenario and catalogue files write them. A bare number where a
// unit is due is a failure; numbers are read exactly (see Decimal) and rounded once, to the whole
// byte, the nanosecond or the nearest double. Units may stand with or without a blank: "40 TB",
// "40TB".
//
// Letters decide: B is a byte, bit or b a bit; k, M, G, T, P, E are powers of 1000 (K is read as
// k), Ki to Ei powers of 1024. "m" alone is refused, as it could be a minute or a month.
#pragma once

#include "models/units/bytes.hpp"
#include "models/units/parsed.hpp"
#include "models/units/time.hpp"

#include <chrono>
#include <string_view>

namespace reentry {

// "40 TB", "4 MiB", "512 KB", "0 B". Not negative.
Parsed<Bytes> parse_bytes(std::string_view text);

// "10 Gbit/s", "300 MB/s", "10 Gbps", "2 TB/h", "500 GB/day". Not negative.
Parsed<Rate> parse_rate(std::string_view text);

// "3 h", "90 min", "150 ms", "2 days", "4 weeks", "1.5 y", "2 d 4 h". Not negative; no months.
Parsed<sim::Duration> parse_duration(std::string_view text);

// "5 y", "18 months", "2 years 6 months", "30 days", "4 weeks". Whole and not negative.
Parsed<CalendarSpan> parse_calendar_span(std::string_view text);

// "12.5 %" gives 0.125. The sign is the caller's to judge.
Parsed<double> parse_fraction(std::string_view text);

// "0.5 /y", "0.8 %/day", "10 %/y", "2 per week", "1 per 5 y", "3 %/30 days". The sign is the
// caller's.
Parsed<PerTime> parse_per_time(std::string_view text);

// "2027-01-01", between the years 1700 and 2200.
Parsed<std::chrono::year_month_day> parse_date(std::string_view text);

// "2027-01-01T06:00Z", "2027-01-01T06:00:30Z" or a date alone (midnight UTC). Zones other than Z
// fail.
Parsed<sim::Time> parse_time(std::string_view text);

// "22:00", "06:30:15"; "24:00" is the end of the day. The time since midnight.
Parsed<sim::Duration> parse_time_of_day(std::string_view text);

}  // namespace reentry
