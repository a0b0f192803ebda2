// What limits the jobs of an entry, and what it ships.
#include "models/network/tcp.hpp"
#include "models/operation/job_limits.hpp"
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

std::string machines(int count, const std::string& more = "") {
    return fmt::format(R"(
[transport]
encryption = "50 MB/s"
streams = 4

[[workload]]
id = "machines"
kind = "virtual-machines"
site = "here"
count = {}
size = "100 GB"
change = "0 %/d"
reduction = 1
item_size = "1 GB"
rto = "1 d"
rpo = "1 d"
{}

[[service]]
id = "all"
workloads = ["machines"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"

[[strategy]]
id = "s"
connection = "internet"

[[strategy.copy]]
id = "online"
to = "provider/hot"
method = "full"
every = "1 d"
ship_logs = "1 h"

[[strategy.copy]]
id = "disk"
to = "disk"
method = "full"
every = "1 d"

[[strategy.copy]]
id = "tape"
to = "library"
method = "full"
every = "1 d"
)",
                       count, more);
}

}  // namespace

TEST_CASE("alike machines are jobs side by side, each with the streams of its product") {
    const SmallWorld one(machines(1)), ten(machines(10));
    CHECK(backup_limits(one.what, 0, 0).streams == 8);
    CHECK(backup_limits(ten.what, 0, 0).streams == 80);
    CHECK(restore_limits(ten.what, 0, 0, 10).streams == 80);
    // Encryption does 50 MB/s for each job.
    CHECK(job_rate(backup_limits(one.what, 0, 0)) == doctest::Approx(50e6));
    CHECK(job_rate(backup_limits(ten.what, 0, 0)) == doctest::Approx(500e6));
}

TEST_CASE("between own stores a job has the streams of the transport, and a drive takes one") {
    const SmallWorld ten(machines(10));
    CHECK(backup_limits(ten.what, 1, 0).streams == 40);
    CHECK(backup_limits(ten.what, 2, 0).streams == 1);
    CHECK(job_rate(backup_limits(ten.what, 2, 0)) == doctest::Approx(300e6));
}

TEST_CASE("what a product rebuilds in a restore is counted as it comes out") {
    auto text = machines(2, "stages = { rehydrate = \"90 MB/s\" }");
    text.replace(text.find("reduction = 1\n"), 14, "reduction = 3\n");
    const SmallWorld world(text);
    // 90 MB/s of unreduced data are 30 MB/s of what travels, for the entry as a whole.
    CHECK(job_rate(restore_limits(world.what, 0, 0, 2)) == doctest::Approx(30e6));
    CHECK(job_rate(backup_limits(world.what, 0, 0)) == doctest::Approx(100e6));
}

TEST_CASE("only what writes logs ships them") {
    const SmallWorld without(machines(1)), with(machines(1, "logs = \"1 kB/s\""));
    const auto loss = [](const SmallWorld& world) {
        return world.strike("array", days{9} + 12h + 30min).outcome.data_loss;
    };
    CHECK(loss(without) == 12h + 30min);
    CHECK(loss(with) == 30min);
    CHECK(without.history.ledger.counted().size() < with.history.ledger.counted().size());
}
