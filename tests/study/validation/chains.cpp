// Measured traces of backups, against what chains of jobs move.
#include "models/files/load.hpp"
#include "models/operation/operate.hpp"
#include "models/scenario/scenario_file.hpp"
#include "tests/study/laws/random_estate.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace reentry;

namespace {

// Bytes that each strategy moved in so many days: daily fulls, increments, and increments with a
// full every week.
std::vector<double> moved(const std::string& workload, int days) {
    std::string text = fmt::format(R"(
name = "chains"
start = 2027-03-01
horizon = "{} days"
top_service = "all"
effort = {{ settle = "20 days", incidents = 10 }}

[[site]]
id = "here"
production_read = "100 GB/s"
production_write = "100 GB/s"

[[store]]
id = "disk"
kind = "disk"
site = "here"
equipment = "disk-array"
read = "100 GB/s"
write = "100 GB/s"

[[workload]]
id = "data"
kind = "file-tree"
site = "here"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"
{}

[[service]]
id = "all"
workloads = ["data"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"
)",
                                   days, workload);
    for (const char* method : {"method = \"full\"", "method = \"incremental\"",
                               "method = \"incremental\"\nfull_every = \"7 d\""})
        text += fmt::format(
            "\n[[strategy]]\nid = \"s{}\"\n\n[[strategy.copy]]\nid = \"copy\"\nto = \"disk\"\n"
            "every = \"1 d\"\n{}\n",
            text.size(), method);
    Diagnostics faults;
    auto document = files::load_text("chains.toml", text, faults);
    const auto file = read_scenario(std::move(document), {}, faults);
    REQUIRE_MESSAGE(!faults.has_errors(), to_string(faults));
    std::vector<double> result;
    for (const auto& strategy : file.scenario.strategies) {
        auto offer = make_case(file.scenario, strategy, "", laws::shipped());
        REQUIRE_MESSAGE(offer.made, offer.reason);
        offer.made->places[0].integration.metadata_share = 0;
        const auto history = operate(*offer.made, 1, 0);
        double bytes = 0;
        for (const auto& point : history.points[0][0]) bytes += static_cast<double>(point.bytes);
        result.push_back(bytes);
    }
    return result;
}

}  // namespace

TEST_CASE("validation: weekly fulls with increments move what a trace of 33 users says") {
    // Sun et al., MSST 2016, table II: de-duplication ratios of the same snapshots as daily fulls,
    // as increments, and as weekly fulls with increments. What is stored once is the same in all
    // three, so ratios of ratios are ratios of bytes moved. Each user has 4,181 / 33 = 127 days.
    // From the first two columns follows the share of a full that an increment moves: with F = 1,
    // 127 / (1 + 126 i) = a / b. The third column is predicted.
    struct Row {
        double chunk_kb, fulls, increments, weekly;
    };
    for (const Row& row :
         {Row{2, 218.5, 13.6, 42.8}, Row{4, 197.0, 12.6, 39.4}, Row{8, 181.9, 11.7, 36.5},
          Row{16, 167.4, 10.7, 33.6}, Row{32, 153.3, 9.8, 30.8}, Row{64, 139.1, 8.9, 27.9},
          Row{128, 128.0, 8.2, 25.7}}) {
        CAPTURE(row.chunk_kb);
        const double share = (127 * row.increments / row.fulls - 1) / 126;
        // A hot share of all data and changes so small that nothing is touched twice a day:
        // share = 1 - exp(-c).
        const auto bytes = moved(fmt::format("size = \"100 GB\"\nreduction = 1\nhot_share = 1\n"
                                             "change = \"{:.9f} %/d\"\n",
                                             -100 * std::log(1 - share)),
                                 127);
        CHECK(bytes[0] / bytes[1] == doctest::Approx(row.fulls / row.increments).epsilon(0.001));
        CHECK(bytes[2] / bytes[1] == doctest::Approx(row.weekly / row.increments).epsilon(0.025));
    }
}

TEST_CASE("validation: the increments of a file server are as large as its trace says") {
    // Cumulus, FAST 2009, table 2: 3.47 TB at the end of 157 days, 9.50 GB new and 805 MB changed
    // each day, 10.3 GB together. Inputs: the size at the start, 3.47 TB - 157 x 9.5 GB = 1.9785
    // TB, growing to 3.47 TB (365 / 157 x ln(3.47 / 1.9785) = 1.3062: 269.2 % a year), and 805 MB
    // of the mean size of 2.72 TB changed a day (0.0296 %).
    const auto bytes = moved(
        "size = \"1978.5 GB\"\ngrowth = \"269.2 %/y\"\nreduction = 1\n"
        "hot_share = 0.5\nchange = \"0.0296 %/d\"\n",
        157);
    const double increments = bytes[1] - 1978.5e9;
    CHECK(increments / 156 / 1e9 == doctest::Approx(10.3).epsilon(0.02));
}

TEST_CASE("validation: the first full of a user's files is as small as its trace says") {
    // Cumulus: 1,916 MB become 1,152 MB as one compressed archive, reduction 1.66.
    const auto bytes = moved("size = \"1916 MB\"\nreduction = 1.66\nchange = \"0 %/d\"\n", 30);
    CHECK(bytes[1] == doctest::Approx(1'152e6).epsilon(0.005));
}
