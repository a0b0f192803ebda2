// Who needs whom.
#include "models/estate/dependencies.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace reentry;

namespace {

Workload workload(const std::string& id, std::vector<std::string> needs = {}) {
    Workload w;
    w.id = id;
    w.depends_on = std::move(needs);
    return w;
}

}  // namespace

TEST_CASE("every workload stands after all that it needs") {
    const std::vector<Workload> estate{workload("application", {"database", "registry"}),
                                       workload("database", {"identity"}), workload("identity"),
                                       workload("registry", {"identity"})};
    CHECK(dependency_cycle(estate).empty());
    const auto found = dependencies_of(estate);
    CHECK(found.needs[0] == std::vector<std::size_t>{1, 3});
    CHECK(found.needs[2].empty());
    const auto place = [&](std::size_t w) {
        return std::find(found.order.begin(), found.order.end(), w) - found.order.begin();
    };
    for (std::size_t w = 0; w < estate.size(); ++w)
        for (const auto need : found.needs[w]) CHECK(place(need) < place(w));
}

TEST_CASE("a cycle is told from where it closes") {
    CHECK(dependency_cycle({workload("dns", {"identity"}), workload("identity", {"kubernetes"}),
                            workload("kubernetes", {"dns"}), workload("forge", {"dns"})}) ==
          std::vector<std::string>{"dns", "identity", "kubernetes", "dns"});
    CHECK(dependency_cycle({workload("alone", {"alone"})}) ==
          std::vector<std::string>{"alone", "alone"});
}

TEST_CASE("what leads into a cycle is no part of it") {
    CHECK(dependency_cycle({workload("application", {"a"}), workload("a", {"b"}),
                            workload("b", {"a"})}) == std::vector<std::string>{"a", "b", "a"});
}

TEST_CASE("two ways to the same workload are no cycle") {
    CHECK(dependency_cycle({workload("top", {"left", "right"}), workload("left", {"base"}),
                            workload("right", {"base"}), workload("base")})
              .empty());
}
