// The timeline, and a small story compared with its text.
#include "sim/kernel.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace reentry;
using namespace reentry::sim;
using namespace std::chrono_literals;

TEST_CASE("Times are written exactly") {
    CHECK(iso_text(Time{}) == "1970-01-01T00:00:00Z");
    CHECK(iso_text(Time{-1ns}) == "1969-12-31T23:59:59.999999999Z");
    CHECK(iso_text(midnight({2026y / 2 / 28}) + 36h + 250ms) == "2026-03-01T12:00:00.25Z");
    CHECK(seconds_text(0s) == "0 s");
    CHECK(seconds_text(-1500ms) == "-1.5 s");
    CHECK(seconds_text(-500ms) == "-0.5 s");
    CHECK(seconds_text(1h + 1ns) == "3600.000000001 s");
}

struct Site {
    Simulation sim{midnight({2026y / 3 / 1})};
    Resource drives{sim, 1};
    Timeline timeline;
    Process backup;
};

Task<void> restore(Site& site, std::string name, Duration read) {
    const Time asked = site.sim.now();
    const auto drive = co_await site.drives.acquire();
    site.timeline.span(asked, site.sim.now(), name, "queue", "waited for a tape drive");
    const SpanId reading = site.timeline.open(site.sim.now(), name, "read tape");
    co_await site.sim.delay(read);
    site.timeline.close(reading, site.sim.now());
    site.timeline.event(site.sim.now(), name, "back in service");
}

Task<void> nightly_backup(Site& site) {
    const auto drive = co_await site.drives.acquire();
    const SpanId writing = site.timeline.open(site.sim.now(), "backup", "write tape");
    try {
        co_await site.sim.delay(8h);
    } catch (const Interrupted& interrupted) {
        site.timeline.close(writing, site.sim.now(), interrupted.what());
    }
}

Task<void> disaster(Site& site, Duration after) {
    co_await site.sim.delay(after);
    site.timeline.event(site.sim.now(), "array 1", "failed");
    site.backup.interrupt("stopped for a recovery");
    site.sim.spawn(restore(site, "database", 90min));
    site.sim.spawn(restore(site, "web", 30min + 500ms));
}

TEST_CASE("A disaster interrupts the backup and two restores share a drive") {
    Site site;
    site.backup = site.sim.spawn(nightly_backup(site));
    site.sim.spawn(disaster(site, 2h));
    site.sim.run();
    const std::string expected =
        "2026-03-01T00:00:00Z  2026-03-01T02:00:00Z  backup: write tape (stopped for a recovery)\n"
        "2026-03-01T02:00:00Z  array 1: failed\n"
        "2026-03-01T02:00:00Z  2026-03-01T02:00:00Z  database: queue (waited for a tape drive)\n"
        "2026-03-01T02:00:00Z  2026-03-01T03:30:00Z  database: read tape\n"
        "2026-03-01T02:00:00Z  2026-03-01T03:30:00Z  web: queue (waited for a tape drive)\n"
        "2026-03-01T03:30:00Z  database: back in service\n"
        "2026-03-01T03:30:00Z  2026-03-01T04:00:00.5Z  web: read tape\n"
        "2026-03-01T04:00:00.5Z  web: back in service\n";
    CHECK(site.timeline.iso_lines() == expected);
}

TEST_CASE("Text with offsets; an open span says so") {
    Timeline timeline;
    const Time zero = midnight({2026y / 3 / 1});
    timeline.open(zero + 90s, "web", "transfer");
    timeline.span(zero, zero + 1h, "tape", "mount", "robot");
    timeline.event(zero + 90s, "link", "cut");
    CHECK(timeline.second_lines(zero) ==
          "0 s .. 3600 s  tape: mount (robot)\n"
          "90 s .. open  web: transfer\n"
          "90 s  link: cut\n");
}

TEST_CASE("A timeline that is off stores nothing, and closing its spans is harmless") {
    Timeline timeline{false};
    const SpanId span = timeline.open(Time{}, "web", "transfer");
    timeline.event(Time{}, "web", "failed");
    timeline.close(span, Time{1s});
    CHECK(timeline.entries().empty());
    CHECK(timeline.iso_lines().empty());
}

TEST_CASE("A span cannot be closed twice nor end before it begins") {
    Timeline timeline;
    const SpanId span = timeline.open(Time{5s}, "web", "transfer");
    CHECK_THROWS_AS(timeline.close(span, Time{4s}), ContractViolation);
    timeline.close(span, Time{6s});
    CHECK_THROWS_AS(timeline.close(span, Time{7s}), ContractViolation);
    CHECK_THROWS_AS(timeline.span(Time{2s}, Time{1s}, "a", "b"), ContractViolation);
}

}  // namespace
