#include "models/files/parse.hpp"
#include "models/files/sampled.hpp"
#include "models/files/uncertain.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace reentry;
using namespace std::chrono_literals;

namespace {

using Lag = Uncertain<sim::Duration>;

// The value of a TOML expression; faults as text, one per line.
Lag read(const std::string& text, std::string& faults) {
    const auto node = files::parse_toml_value(text, {}, {});
    REQUIRE(node);
    Lag value{7s};
    files::Reading reading;
    files::Codec<Lag>::read(*node, value, reading);
    for (const auto& fault : reading.faults())
        faults +=
            fmt::format("{}: {}, {}, {}\n", fault.key, fault.found, fault.expected, fault.hint);
    return value;
}

Lag good(const std::string& text) {
    std::string faults;
    const auto value = read(text, faults);
    CHECK(faults == "");
    CHECK(files::Codec<Lag>::write(value) == text);
    return value;
}

std::string bad(const std::string& text) {
    std::string faults;
    CHECK(read(text, faults) == Lag{7s});  // a value with a fault keeps its default
    return faults;
}

}  // namespace

TEST_CASE("a value is certain, or stated as one of six distributions, and written as it was read") {
    CHECK(good("\"20 min\"").certain() == 20min);
    CHECK(good("{ uniform = [\"10 min\", \"1 h\"] }").figures ==
          std::vector<sim::Duration>{10min, 1h});
    CHECK(good("{ triangular = [\"0 s\", \"20 min\", \"2 h\"] }").figures.size() == 3);
    CHECK(good("{ exponential = \"4 h\" }").spread == Spread::exponential);
    CHECK(good("{ lognormal = { median = \"7 d\", p90 = \"20 d\" } }").figures[1] == 480h);
    const auto weibull = good("{ weibull = { shape = 1.5, scale = \"40 d\" } }");
    CHECK(weibull.numbers == std::vector<double>{1.5});
    CHECK(weibull.figures == std::vector<sim::Duration>{960h});
    const auto bins = good(
        "{ bins = [{ from = \"0 s\", to = \"3 d\", weight = 7 }, "
        "{ from = \"3 d\", to = \"4 d 4 h\", weight = 0.5 }] }");
    CHECK(bins.figures == std::vector<sim::Duration>{0h, 72h, 72h, 100h});
    CHECK(bins.numbers == std::vector<double>{7, 0.5});
}

TEST_CASE("base values are seconds, bytes, bytes per second and events per year") {
    CHECK(files::base_value(sim::Duration(90min)) == 5'400);
    CHECK(files::base_value(Bytes{5}) == 5);
    CHECK(files::base_value(Rate::bits(80)) == 10);
    CHECK(files::base_value(PerTime::per_day(1)) == 365);
}

TEST_CASE("a stated value becomes a distribution in base units") {
    CHECK(distribution_of(Lag{90min}) == sim::Distribution::constant(5'400));
    CHECK(distribution_of(good("{ uniform = [\"1 s\", \"3 s\"] }")) ==
          sim::Distribution::uniform(1, 3));
    CHECK(distribution_of(good("{ triangular = [\"1 s\", \"2 s\", \"4 s\"] }")) ==
          sim::Distribution::triangular(1, 2, 4));
    CHECK(distribution_of(good("{ exponential = \"4 h\" }")).mean() == 14'400);
    CHECK(distribution_of(good("{ lognormal = { median = \"1 h\", p90 = \"3 h\" } }"))
              .quantile(0.5) == doctest::Approx(3'600));
    CHECK(distribution_of(good("{ weibull = { shape = 2, scale = \"4 s\" } }")) ==
          sim::Distribution::weibull(2, 4));
    // Half of the weight lies in [0, 10], half in [30, 50]: the mean is (5 + 40) / 2.
    CHECK(distribution_of(good("{ bins = [{ from = \"0 s\", to = \"10 s\", weight = 1 }, "
                               "{ from = \"30 s\", to = \"50 s\", weight = 1 }] }"))
              .mean() == doctest::Approx(22.5));
}

TEST_CASE("faults of distributions name the parameter") {
    CHECK(bad("{ uniform = [\"10 min\"] }") ==
          ".uniform: a list, [least, greatest], each a duration with unit such as \"6 h\", \n");
    CHECK(bad("{ uniform = [\"2 h\", \"1 h\"] }") == ": a table, least < greatest, \n");
    CHECK(bad("{ triangular = [\"1 h\", \"9 h\", \"2 h\"] }") ==
          ": a table, least <= most likely <= greatest, and least < greatest, \n");
    CHECK(bad("{ triangular = [\"1 h\", 2, \"2 h\"] }").find(".triangular[1]: the number 2, ") ==
          0);
    CHECK(bad("{ exponential = \"0 s\" }") == ": a table, a mean above zero, \n");
    CHECK(bad("{ lognormal = { median = \"7 d\", p90 = \"7 d\" } }") ==
          ": a table, 0 < median < p90, \n");
    CHECK(
        bad("{ lognormal = { median = \"7 d\", p91 = \"7 d\" } }").find(".lognormal: a table, {") ==
        0);
    CHECK(bad("{ weibull = { shape = \"x\", scale = \"7 d\" } }").find(".weibull.shape: \"x\"") ==
          0);
    CHECK(bad("{ weibull = { shape = 0, scale = \"7 d\" } }") ==
          ": a table, shape and scale above zero, \n");
    CHECK(bad("{ bins = [] }").find(".bins: an empty list, a list of {") == 0);
    CHECK(bad("{ bins = [{ from = \"2 h\", to = \"1 h\", weight = 1 }] }").find("bins in rising") !=
          std::string::npos);
    CHECK(bad("{ bins = [{ from = \"1 h\", to = \"2 h\", weight = 0 }] }").find("not all zero") !=
          std::string::npos);
    CHECK(bad("{ unform = [\"1 h\", \"2 h\"] }").find("did you mean \"uniform\"?") !=
          std::string::npos);
    CHECK(bad("{ }").find("or a table with one of the keys uniform") != std::string::npos);
    CHECK(bad("5").find("a bare number has no unit") != std::string::npos);
}
