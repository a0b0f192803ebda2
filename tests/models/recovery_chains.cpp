// What a restore reads of each kind of chain, and what an outage costs in critical windows, by
// hand.
#include "models/money/format.hpp"
#include "models/recovery/service_outcome.hpp"
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// 200 GB that halve, of which a tenth is changed a day, all of it alike: in d days the share 1 -
// exp(-0.1 d) is touched. Copied every midnight to a disk that reads 100 MB/s.
std::string changing(const std::string& method, const std::string& more = "") {
    return small_world::file_tree("200 GB", "10 %/d", R"(hot_share = 1.0
outage_cost = "100 EUR/h")") +
           small_world::failed_array(R"(detection = "10 min")") + R"(

[[strategy]]
id = "s"
[[strategy.copy]]
id = "nightly"
to = "disk"
every = "1 d"
)" + method +
           more;
}

std::string told(const std::string& text) {
    const SmallWorld world(text);
    return world.tell(world.strike("array", days{9} + 12h));
}

}  // namespace

TEST_CASE("a differential is read with its full alone, however many lie between them") {
    // The full of day 7, and what was touched in the two days since: 100 GB x (1 - exp(-0.2)) =
    // 18.127 GB. 118.127 GB at 100 MB/s are 1,181.3 s.
    CHECK(told(changing("method = \"differential\"\nfull_every = \"7 d\"\n")) ==
          "files: back after 0:29:41, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:29:41  transfer\n");
}

TEST_CASE("increments are read all, down to their full") {
    // The full of day 7 and two days of 100 GB x (1 - exp(-0.1)) = 9.516 GB: 1,190.3 s.
    CHECK(told(changing("method = \"incremental\"\nfull_every = \"7 d\"\n")) ==
          "files: back after 0:29:50, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:29:50  transfer\n");
}

TEST_CASE("of a chain for ever a full of its time is read, whatever lies in it") {
    // 100 GB: 1,000 s.
    CHECK(told(changing("method = \"forever\"\n")) ==
          "files: back after 0:26:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:26:40  transfer\n");
}

TEST_CASE("an outage costs more in critical windows, each hour of them by their factor") {
    // Down from day 9, 10 March, at 12:00 for 26 min 40 s; the first 6 min 40 s lie in a window
    // that counts fivefold: 26 2/3 min + 4 x 6 2/3 min = 53 1/3 min at 100 EUR/h.
    const auto cost = [](const std::string& window) {
        const SmallWorld world(changing("method = \"forever\"\n", window));
        auto outcome = world.strike("array", days{9} + 12h).outcome;
        price_outage(*world.scenario, {}, world.what.dependencies, outcome);
        return format_money(outcome.outage_cost);
    };
    CHECK(cost("") == "44.44 EUR");
    CHECK(cost("\n[[critical_window]]\nname = \"launch\"\nbegin = 2027-03-10T11:00:00Z\n"
               "length = \"4000 s\"\nfactor = 5\nservices = [\"all\"]\n") == "88.89 EUR");
}
