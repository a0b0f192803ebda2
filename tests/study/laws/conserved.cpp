#include "tests/study/laws/conserved.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace laws {

using namespace reentry;

namespace {

// Nodes that keep nothing: what comes goes on.
std::set<std::string> transit_nodes(const Case& what) {
    std::set<std::string> nodes;
    for (const auto& point : what.scenario->exchange_points) nodes.insert(point.id);
    for (const auto& connection : what.scenario->connections)
        nodes.insert("end of " + connection.id);
    return nodes;
}

}  // namespace

bool same(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(a, b) + 1e3; }

void check_transit(const Case& what, const Carried& carried) {
    for (const auto& node : transit_nodes(what)) {
        INFO("bytes that come to and go from ", node);
        const double in = carried.reaching(what, node), out = carried.leaving(what, node);
        CAPTURE(in);
        CAPTURE(out);
        CHECK(same(in, out));
    }
}

}  // namespace laws
