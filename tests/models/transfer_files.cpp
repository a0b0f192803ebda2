// The CSV files of `reentry transfer`, and the finishing times of the stored flow cases.
#include "models/network/transfer_files.hpp"

#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace reentry;

namespace {

std::string finish_of(std::string_view links_csv, std::string_view flows_csv) {
    Diagnostics diagnostics;
    const auto links = read_links(links_csv, "links.csv", diagnostics);
    const auto flows = read_flows(flows_csv, "flows.csv", links, diagnostics);
    CHECK(to_string(diagnostics) == "");
    return write_finish(flows, sim::finish_times(links, flows));
}

std::string content(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The largest difference of two finish.csv in nanoseconds, or of 1e-9 of the time where that is
// more.
double worst_difference(const std::string& got, const std::string& wanted) {
    double worst = got.size() == wanted.size() ? 0.0 : 1e9;
    std::size_t a = got.find('\n') + 1;
    std::size_t b = wanted.find('\n') + 1;
    while (a < got.size() && b < wanted.size()) {
        const double x = std::strtod(got.c_str() + got.find(',', a) + 1, nullptr);
        const double y = std::strtod(wanted.c_str() + wanted.find(',', b) + 1, nullptr);
        worst = std::max(worst, std::fabs(x - y) / std::max(1e-9, 1e-9 * y));
        a = got.find('\n', a) + 1;
        b = wanted.find('\n', b) + 1;
    }
    return worst;
}

}  // namespace

TEST_CASE("Two flows on one link share it while both are there") {
    // f0 alone 2 s at 10 (20 bytes), both at 5 until f1's 20 bytes are through at 6 s, f0 then has
    // 60 bytes left at 10: 12 s.
    CHECK(finish_of("name,capacity_Bps\nL,10\n",
                    "name,start_s,bytes,path\nf0,0,100,L\nf1,2,20,L\n") ==
          "name,finish_s\nf0,12.000000000\nf1,6.000000000\n");
}

TEST_CASE("Caps leave their rest to others and weights share in proportion") {
    // f0 capped at 1, f1 and f2 share 9 as 1 : 2. f2 ends at 10 s; f1 has moved 30 by then and goes
    // on at 9 for its other 90: 20 s. f0 moves 1 per second for 50 s.
    CHECK(finish_of("name,capacity_Bps\nL,10\n",
                    "name,start_s,bytes,path,rate_cap_Bps,weight\n"
                    "f0,0,50,L,1,\nf1,0,120,L,,1\nf2,0,60,L,,2\n") ==
          "name,finish_s\nf0,50.000000000\nf1,20.000000000\nf2,10.000000000\n");
}

TEST_CASE("Columns may stand in any order, with blanks, empty lines and CRLF") {
    CHECK(finish_of("capacity_Bps,name\r\n10, L\r\n\r\n",
                    "path, name, bytes, start_s\nL|L, f, 10, 0.5\n") ==
          "name,finish_s\nf,2.500000000\n");  // crosses the link twice: 5 bytes/s
}

TEST_CASE("A header that lacks a column is one fault, whatever stands below it") {
    Diagnostics diagnostics;
    CHECK(read_links("name,capacity_bps\nuplink,0\n", "links.csv", diagnostics).empty());
    CHECK(read_links("\n", "empty.csv", diagnostics).empty());
    CHECK(to_string(diagnostics) ==
          "links.csv:1:6: error: found \"capacity_bps\", expected columns out of "
          "\"name,capacity_Bps\"; did you mean \"capacity_Bps\"?\n"
          "links.csv:1:1: error: capacity_Bps: found nothing, expected a column "
          "\"capacity_Bps\"\n"
          "empty.csv: error: found nothing, expected a header line \"name,capacity_Bps\"\n");
}

TEST_CASE("All faults of the rows are reported at once, with line, column and what is right") {
    Diagnostics diagnostics;
    const auto links = read_links("name,capacity_Bps\nuplink,0\nuplink,5\ndown,x\nwan,7,8\nwan,7\n",
                                  "links.csv", diagnostics);
    CHECK(links.size() == 3);  // paths over a link with a fault are no faults of their own
    const auto flows = read_flows(
        "name,start_s,bytes,path,weight\nf0,-1,5,wan,0\nf1,0,5,wann|wan|vpn,1\n,0,,wan\n",
        "flows.csv", links, diagnostics);
    CHECK(flows.empty());
    CHECK(to_string(diagnostics) ==
          "links.csv:5:7: error: found 3 fields, expected 2 fields, as in the header\n"
          "links.csv:2:8: error: capacity_Bps: found \"0\", expected bytes/s above 0\n"
          "links.csv:3:1: error: name: found \"uplink\", expected a name that is not taken yet; "
          "line 2 has it already\n"
          "links.csv:4:6: error: capacity_Bps: found \"x\", expected bytes/s above 0\n"
          "flows.csv:2:4: error: start_s: found \"-1\", expected seconds from 0 on\n"
          "flows.csv:2:13: error: weight: found \"0\", expected a weight above 0, or nothing\n"
          "flows.csv:3:8: error: path: found \"wann\", expected the name of a link; did you mean "
          "\"wan\"?\n"
          "flows.csv:3:17: error: path: found \"vpn\", expected the name of a link\n"
          "flows.csv:4:1: error: name: found nothing, expected a name\n"
          "flows.csv:4:4: error: bytes: found nothing, expected bytes, 0 or more\n");
}

TEST_CASE("The stored flow cases finish when independent solvers say") {
    const std::filesystem::path folder = in_root("../shared/data/flows");
    if (!std::filesystem::exists(folder)) {
        MESSAGE("no stored flow cases here");
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (!entry.is_directory()) continue;
        const std::filesystem::path at = entry.path();
        CAPTURE(at.filename().string());
        const std::string got = finish_of(content(at / "links.csv"), content(at / "flows.csv"));
        CHECK(worst_difference(got, content(at / "finish.csv")) <= 1.01);
    }
}
