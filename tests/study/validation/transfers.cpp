// Times to move data that others published, against restores of the same data.
#include "tests/study/validation/one_restore.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace reentry;
using namespace validation;

namespace {

// Days of a transfer of so many bytes over a line of which other traffic takes a share.
double days_over_line(double bytes, const std::string& capacity, double taken = 0) {
    Setting setting;
    setting.to = "far-disk";
    setting.line = fmt::format("capacity = \"{0}\"\nbusiness = {{ busy = {1}, quiet = {1} }}",
                               capacity, taken);
    return seconds_in(OneRestore(setting).of(bytes), Stage::transfer) / day;
}

}  // namespace

TEST_CASE("validation: 100 TB over three lines take the days that AWS prints") {
    // Snowball's "when to use" table; it lies between decimal and binary terabytes: 5 %.
    CHECK(days_over_line(100 * TB, "44736 kbit/s", 0.2) == doctest::Approx(269).epsilon(0.05));
    CHECK(days_over_line(100 * TB, "100 Mbit/s", 0.2) == doctest::Approx(120).epsilon(0.05));
    CHECK(days_over_line(100 * TB, "1 Gbit/s", 0.2) == doctest::Approx(12).epsilon(0.05));
}

TEST_CASE(
    "validation: 100 TB at 70 % of 1 Gbit/s take 1,142,857 s, and 300 TB at all of it 27.8 d") {
    CHECK(days_over_line(100 * TB, "1 Gbit/s", 0.3) * day ==
          doctest::Approx(1'142'857.14).epsilon(1e-8));
    CHECK(days_over_line(300 * TB, "1 Gbit/s") == doctest::Approx(27.7778).epsilon(1e-5));
}

TEST_CASE("validation: 10 TB over 1 Gbit/s at 80 % take 27.8 h, not the 22 h of a public guide") {
    CHECK(days_over_line(10 * TB, "1 Gbit/s", 0.2) * 24 == doctest::Approx(27.7778).epsilon(1e-5));
    CHECK(days_over_line(10 * TB, "1 Gbit/s") * 24 == doctest::Approx(22.2222).epsilon(1e-5));
}

TEST_CASE("validation: one window of 64 KiB over the round trip to the Moon") {
    // Helsinki University of Technology, course S-38.188, exercise of 1998: 25 MB over 100 Mbit/s
    // and 380,000 km take 991 s with 44 segments of 1,460 bytes in flight; 8.738 Mbit/s fill a path
    // of 60 ms. The exercise counts whole windows: 390 of them, and one round trip before.
    Setting setting;
    setting.to = "far-disk";
    setting.line = "capacity = \"100 Mbit/s\"\nrtt = \"2535.1 ms\"";
    setting.transport = "window = \"64240 B\", streams = 1";
    const auto moon = OneRestore(setting).of(25e6);
    CHECK(seconds_in(moon, Stage::transfer) == doctest::Approx(991).epsilon(0.003));
    setting.line = "capacity = \"100 Mbit/s\"\nrtt = \"60 ms\"";
    setting.transport = "window = \"64 KiB\", streams = 1";
    const double seconds = seconds_in(OneRestore(setting).of(1 * GB), Stage::transfer) - 0.06;
    CHECK(8e9 / seconds == doctest::Approx(8'738'133).epsilon(1e-6));
}

TEST_CASE("validation: a full cartridge streams in the hours that its maker's figures give") {
    // LTO-8: 12 TB at 360 MB/s are 9.26 h; the table of facts prints 9.3 h.
    Setting setting;
    setting.to = "library";
    OneRestore restore(setting);
    CHECK(seconds_in(restore.of(11.999 * TB), Stage::transfer) / hour ==
          doctest::Approx(9.3).epsilon(0.01));
    // Drive-side overhead: load 15 s, locate 59 s; rewind and unload come after the data.
    const auto robot = std::chrono::seconds{40};
    CHECK(seconds_in(restore.of(1 * TB), Stage::mount) ==
          doctest::Approx(15 + 59 + sim::to_seconds(robot)));
}
