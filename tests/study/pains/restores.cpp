// The pains about time: what surprises in each scenario holds, with the arithmetic by hand.
#include "tests/study/pains/pain.hpp"

#include <doctest/doctest.h>

using namespace pains;
using reentry::Stage;

TEST_CASE("pain 3: what the line brings in an hour takes more than ten") {
    const Pain pain("03-ten-times-longer.toml");
    // 900 GB x 1.01 / 2 = 454.5 GB over 125 MB/s is 1.01 h. The product puts 909 GB together at 28
    // MB/s: 9.0 h. Detecting, deciding, people, a host, start and checks are another 4 to 6 h.
    const auto& cloud = pain.row("cloud");
    CHECK(mean_hours(cloud) > 10 * 454.5e9 / 125e6 / 3600);
    CHECK(pain.hours_in("cloud", Stage::transfer) == doctest::Approx(9.02).epsilon(0.01));
    CHECK(mean_hours(cloud) - pain.hours_in("cloud", Stage::transfer) > 4);
    // From the disk beside them the transfer is 454.5 GB / 500 MB/s = 15 min; the rest stays.
    CHECK(pain.hours_in("disk-and-cloud", Stage::transfer) < 0.3);
    CHECK(mean_hours(pain.row("disk-and-cloud")) > 4);
}

TEST_CASE("pain 4: small objects and slow code leave a line of 10 Gbit/s idle") {
    const Pain pain("04-small-objects.toml");
    // 2.02 TB over 1.25 GB/s would be 27 min. Sixteen streams of 512 KiB, each waiting 150 ms:
    // 16 x 524,288 / (0.15 + 524,288/88e6) = 53.8 MB/s, 10.4 h.
    CHECK(mean_hours(pain.row("blocks")) > 20 * 27 / 60.0);
    // 4.04 TB put together at 28 MB/s: 40 h.
    CHECK(mean_hours(pain.row("packs")) > 80 * 27 / 60.0);
    // Eight streams of 64 MB: 8 x 64 / (0.15 + 64/88) = 584 MB/s, 58 min.
    CHECK(mean_hours(pain.row("large")) < 1.5);  // with boot and start
}

TEST_CASE("pain 7: thawing with high priority takes sixty times as long as the standard way") {
    const Pain pain("07-thaw-at-scale.toml");
    // 10 TiB x 1.01 at 10 GiB an hour: 1,034 h, 43 days. Standard: 15 h at most.
    const auto& priority = pain.row("high-priority");
    const auto& standard = pain.row("standard");
    CHECK(mean_hours(priority) > 1'034);
    CHECK(mean_hours(standard) < 24);
    CHECK(mean_hours(priority) > 60 * mean_hours(standard));
    CHECK(mean_recovery_bill(priority) > 2 * mean_recovery_bill(standard));
    // In 64 accounts the quota is 640 GiB an hour: 1,034 h / 64 = 16 h, and as dear as in one.
    const auto& accounts = pain.row("accounts");
    CHECK(mean_hours(accounts) > 16);
    CHECK(mean_hours(accounts) < 30);
    CHECK(mean_recovery_bill(accounts) > 2 * mean_recovery_bill(standard));
}

TEST_CASE("pain 10: chunks that must be put together take thirty times as long as plain images") {
    const Pain pain("10-rehydration.toml");
    // 8 TB x 1.01 at 40 MB/s: 56 h. The disk reads 4.04 TB at 1 GB/s: 67 min.
    CHECK(mean_hours(pain.row("chunks")) > 48);
    CHECK(mean_hours(pain.row("chunks")) > 30 * mean_hours(pain.row("images")));
    CHECK(mean_hours(pain.row("images")) < 1.75);  // with boot and start
}

TEST_CASE("pain 11: replaying the log is the larger part of a database's recovery") {
    const Pain pain("11-log-replay.toml");
    // Incident 0 strikes 6.3 days after a base: 3 MB/s x 545,000 s = 1.6 TB of log, 19 h at 24
    // MB/s. The base: 2.02 TB at 500 MB/s, 67 min.
    CHECK(pain.hours_in("weekly", Stage::replay) > 5 * pain.hours_in("weekly", Stage::transfer));
    CHECK(pain.hours_in("weekly", Stage::replay) > 12);
    // With a delta every night the log is 12 h on average, 1.5 h of replay.
    const auto& weekly = pain.row("weekly");
    const auto& nightly = pain.row("nightly");
    CHECK(mean_hours(nightly) < 0.4 * mean_hours(weekly));
    CHECK(per_month(nightly) < 1.5 * per_month(weekly));
}

TEST_CASE("pain 12: packs of 4 MiB cost more to write than to keep") {
    const Pain pain("12-pack-size.toml");
    // 1.515 TB / 4 MiB = 361,000 packs x 0.06 / 1,000 = 21.7 USD; to keep: 1,411 GiB x 0.0018 =
    // 2.54 USD a month. With 256 MiB: 5,644 packs, 0.34 USD.
    const auto& small = pain.row("packs-4");
    const auto& large = pain.row("packs-256");
    CHECK(share(small, "requests") > share(small, "storage"));
    CHECK(share(small, "requests") > 40 * share(large, "requests"));
    CHECK(per_month(small) > 1.3 * per_month(large));
    // Five streams of 4 MiB: 5 x 4,194,304 / (0.15 + 4,194,304/88e6) = 106 MB/s: slower than the
    // line of 125 MB/s, which the larger packs fill.
    CHECK(pain.hours_in("packs-4", Stage::transfer) >
          1.1 * pain.hours_in("packs-256", Stage::transfer));
}

TEST_CASE("pain 14: what is thawed at once for a thin line is thawed more than twice") {
    const Pain pain("14-pace-the-thaw.toml");
    // 50.5 TB at 25 MB/s take 23.4 days, thawed copies live for 7, in which 15.1 TB come home. So
    // 50.5 + 35.4 + 20.3 + 5.1 = 111 TB are retrieved, 2.2 times the data: 56,700 GiB too many at
    // 0.024 are 1,360 USD, and their copies in the hot class for 7 days 320.
    const auto& at_once = pain.row("at-once");
    const auto& paced = pain.row("paced");
    CHECK(mean_recovery_bill(at_once) > 1'500 + mean_recovery_bill(paced));
    CHECK(mean_hours(at_once) > mean_hours(paced) + 24);  // each round waits 9 to 12 h again
    CHECK(mean_hours(paced) > 23.4 * 24);
}
