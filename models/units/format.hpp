// The one formatter of the product: CLI, report and dashboard show a number with these, so that it
// reads the same everywhere. Locale-free: a decimal point, blanks between thousands, a blank before
// the unit.
//
// format_*() is for people: about three significant digits. exact_text() is for files: reading it
// back with the parser of its type gives the same value.
#pragma once

#include "models/units/bytes.hpp"
#include "models/units/time.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace reentry {

std::string format_bytes(Bytes bytes);         // "12.4 TB", "340 GB", "0 B", decimal units
std::string format_bytes_binary(Bytes bytes);  // "11.3 TiB"
std::string format_rate(Rate rate);            // "1.25 GB/s"
std::string format_bit_rate(Rate rate);        // "10 Gbit/s"
std::string format_duration(sim::Duration d);  // "38 s", "12.5 min", "14.2 h", "2 d 4 h", "3.2 y"
std::string format_hours(sim::Duration d);     // always in hours, for columns: "52.0 h"
std::string format_percent(double fraction);   // 0.125 as "12.5 %"
std::string format_per_time(PerTime rate);     // "0.5 /y"
std::string format_count(std::int64_t count);  // "1 234 567"
std::string format_number(double value);  // three significant digits: "0.0123", "12.3", "12 300"
std::string format_fixed(double value, int places);  // grouped, with so many decimals: "1 234.50"
std::string format_date(std::chrono::year_month_day date);  // "2027-01-01"
std::string format_time(sim::Time t);  // "2027-01-01T06:00Z", seconds only when not zero
std::string format_time_of_day(sim::Duration since_midnight);  // "22:00"
std::string format_span(const CalendarSpan& span);  // "5 y", "1 y 6 months"; reads back exactly

std::string exact_text(Bytes bytes);             // in the largest unit that is whole: "40 TB"
std::string exact_text(sim::Duration duration);  // "2 d 4 h", "1 h 30 min", "150 ms"
std::string exact_text(Rate rate);               // in bytes per second: "1250000000 B/s"
std::string exact_fraction(double fraction);     // "12.5 %"

}  // namespace reentry
