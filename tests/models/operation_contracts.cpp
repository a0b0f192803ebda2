// Which links are paid for.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using small_world::SmallWorld;

namespace {

std::string estate(const std::string& links) {
    return R"(
[[workload]]
id = "machine"
kind = "virtual-machines"
site = "there"
size = "100 GB"
change = "1 %/d"
reduction = 1
item_size = "1 GB"
rto = "1 d"
rpo = "1 d"

[[service]]
id = "all"
workloads = ["machine"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "there"

[[strategy]]
id = "s"

[[strategy.copy]]
id = "disk"
to = "disk"
method = "full"
every = "1 d"
)" + links;
}

std::vector<std::string> contracts(const std::string& links) {
    const SmallWorld world(estate(links));
    std::vector<std::string> all;
    for (const auto& held : world.what.held)
        if (held.resource.starts_with("contract/")) all.push_back(held.resource.substr(9));
    return all;
}

}  // namespace

TEST_CASE("a line that takes over when another fails costs its rent, a blind alley not") {
    CHECK(contracts("") == std::vector<std::string>{"line"});
    const std::string spare = R"(
[[link]]
id = "spare"
from = "there"
to = "here"
capacity = "1 Gbit/s"
rtt = "20 ms"
)";
    CHECK(contracts(spare) == std::vector<std::string>{"line", "spare"});
    const std::string aside = R"(
[[exchange_point]]
id = "point"

[[link]]
id = "aside"
from = "there"
to = "point"
capacity = "1 Gbit/s"
)";
    CHECK(contracts(aside) == std::vector<std::string>{"line"});
}
