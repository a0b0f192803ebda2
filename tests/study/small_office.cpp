// The numbers of docs/small-office.md, worked out by hand, against the program.
#include "models/operation/operate.hpp"
#include "models/recovery/recover.hpp"
#include "models/scenario/scenario_file.hpp"
#include "models/tariff/marginal.hpp"
#include "models/tariff/meter.hpp"
#include "study/bindings.hpp"
#include "study/compare.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>

using namespace reentry;
using namespace reentry::study;
using namespace std::chrono_literals;

namespace {

// The office, simulated once; everything below only reads it.
struct Office {
    Office() {
        Diagnostics faults;
        catalogue = Catalogue::read(in_root("data"), faults);
        const auto file =
            read_scenario(in_root("scenarios/small-office.toml"), files::Overrides{}, faults);
        CHECK_FALSE(faults.has_errors());
        scenario = std::make_shared<Scenario>(file.scenario);
        simulated = simulate(scenario, catalogue);
        REQUIRE(simulated.rows.size() == 1);
        REQUIRE(simulated.rows.front().offer.made);
        history = operate(what(), 1, 0);
    }

    const Case& what() const { return *simulated.rows.front().offer.made; }

    // 10 February, 12:07.
    RecoveryResult strike(std::size_t kind) const {
        auto damage = draw_damage(*scenario, kind, 0, 1);
        damage.failure = damage.clean_until = scenario->start + std::chrono::days{9} + 12h + 7min;
        return recover(what(), history, damage);
    }

    Catalogue catalogue;
    std::shared_ptr<const Scenario> scenario;
    Simulated simulated;
    History history;
};

const Office& office() {
    static const Office instance;
    return instance;
}

constexpr std::size_t nas = 0, cloud = 1;                // copies
constexpr std::size_t file_server = 0, books = 1;        // workloads
constexpr std::size_t deleted = 0, array = 1, fire = 2;  // incidents
constexpr double day = 86'400, horizon = 28 * day;

const RecoveryPoint& point(std::size_t copy, std::size_t workload, std::size_t number) {
    return office().history.points[copy][workload].at(number);
}

double seconds_taken(std::size_t copy, std::size_t workload, std::size_t number) {
    const auto& made = point(copy, workload, number);
    return sim::to_seconds(made.available - made.started);
}

double back_after(const RecoveryResult& result, std::size_t workload) {
    return sim::to_seconds(result.outcome.workloads.at(workload).back - result.outcome.failure);
}

double loss_of(const RecoveryResult& result, std::size_t workload) {
    return sim::to_seconds(result.outcome.workloads.at(workload).data_loss);
}

double cents(const Money& money) { return std::round(money.to_double() * 100) / 100; }

// Byte-seconds that the ledger holds in the resource.
double byte_seconds(std::string_view resource) {
    const auto& ledger = office().history.ledger;
    double sum = 0;
    for (const auto& entry : ledger.stored())
        if (ledger.name(entry.resource) == resource)
            sum += static_cast<double>(entry.bytes) * sim::to_seconds(entry.to - entry.from);
    return sum;
}

}  // namespace

TEST_CASE("the office's fulls and increments have the sizes worked out by hand") {
    CHECK(point(nas, file_server, 0).bytes == 1'010'000'000'000);  // 2 TB x 1.01 / 2
    CHECK(point(nas, books, 0).bytes == 50'500'000'000);           // 100 GB x 1.01 / 2
    // 2 TB x 0.5 (1 - exp(-0.04)) x 0.505 and 100 GB x 0.5 (1 - exp(-0.08)) x 0.505
    CHECK(point(nas, file_server, 1).bytes == 19'801'333'228);
    CHECK(point(nas, books, 1).bytes == 1'941'312'254);
    CHECK(point(cloud, file_server, 5).bytes == 19'801'333'228);
    CHECK(point(cloud, books, 5).bytes == 1'941'312'254);
    CHECK(office().history.points[nas][file_server].size() == 28);
    CHECK(office().history.points[cloud][file_server].size() == 27);
}

TEST_CASE("the office's jobs share the disk and the line as worked out by hand") {
    // The first fulls meet: 1,010 s together at 50 MB/s each, files alone at 100 MB/s otherwise.
    CHECK(seconds_taken(nas, books, 0) == doctest::Approx(1'010).epsilon(1e-12));
    CHECK(seconds_taken(nas, file_server, 0) == doctest::Approx(10'605).epsilon(1e-12));
    CHECK(seconds_taken(nas, file_server, 1) == doctest::Approx(198.013'332'28).epsilon(1e-10));
    CHECK(seconds_taken(nas, books, 1) == doctest::Approx(19.413'122'54).epsilon(1e-9));
    // One round trip of 10 ms, then 50 MB/s for both together.
    CHECK(seconds_taken(cloud, books, 0) == doctest::Approx(2'020.01).epsilon(1e-12));
    CHECK(seconds_taken(cloud, file_server, 0) == doctest::Approx(21'210.01).epsilon(1e-12));
    CHECK(seconds_taken(cloud, file_server, 1) == doctest::Approx(396.036'664'56).epsilon(1e-10));
    CHECK(seconds_taken(cloud, books, 1) == doctest::Approx(38.836'245'08).epsilon(1e-9));
    CHECK(office().history.jobs[nas].missed_window == 0);
    CHECK(office().history.jobs[cloud].skipped == 0);
}

TEST_CASE("the office recovers deleted files in 4 h 22 min 40.5 s, whenever they are deleted") {
    // 7,200 + 1,800 + 1,800 + 106.05 GB / 100 MB/s + 300 + 3,600
    CHECK(back_after(office().strike(deleted), file_server) ==
          doctest::Approx(15'760.5).epsilon(1e-12));
    const auto row = compare(office().simulated, office().catalogue).rows.front();
    const auto& kind = row.classes.at(deleted);
    CHECK(kind.recovery.n == 20);
    CHECK(kind.recovery.low == doctest::Approx(15'760.5).epsilon(1e-12));
    CHECK(kind.recovery.high == doctest::Approx(15'760.5).epsilon(1e-12));
    CHECK(cents(kind.mean_outage_cost) == 437.79);  // 15,760.5 s x 100 EUR/h
    CHECK(kind.mean_bill.is_zero());
    CHECK(kind.unrecoverable == 0);
}

TEST_CASE("the office's failed disks are back to the second worked out by hand") {
    const auto result = office().strike(array);
    CHECK(back_after(result, books) == doctest::Approx(20'744).epsilon(1e-12));
    CHECK(back_after(result, file_server) == doctest::Approx(32'528.4).epsilon(1e-12));
    CHECK(loss_of(result, books) == 7 * 60);
    CHECK(loss_of(result, file_server) == 50'820);  // since 22:00 of the night before
    CHECK(result.outcome.workloads[books].bytes_read == 52'840'000'000);
    CHECK(result.outcome.workloads[books].bytes_restored == 105'680'000'000);
    CHECK(result.outcome.recovered);
    CHECK(sim::to_seconds(result.outcome.top_minimum) == doctest::Approx(20'744).epsilon(1e-12));
    CHECK(sim::to_seconds(result.outcome.top_full) == doctest::Approx(32'528.4).epsilon(1e-12));
}

TEST_CASE("the office comes back from a fire over the line to the provider") {
    const auto result = office().strike(fire);
    CHECK(result.outcome.workloads[file_server].bytes_read == 1'168'410'665'824);
    CHECK(result.outcome.workloads[books].bytes_read == 66'030'498'032);
    // 437,400 + 0.01 + 66,030,498,032 / 25e6 + 1,500; 437,400 + 0.01 + 1,234,441,163,856 / 50e6 +
    // 3,900
    CHECK(back_after(result, books) == doctest::Approx(441'541.229'921'28).epsilon(1e-12));
    CHECK(back_after(result, file_server) == doctest::Approx(465'988.833'277'12).epsilon(1e-12));
    CHECK(loss_of(result, books) == 47'220);
}

TEST_CASE("the office's data lie as long as worked out by hand") {
    const double in_cloud =
        1.01e12 * (horizon - day - 7'200 - 21'210.01) +
        19'801'333'228. * (26 * (horizon - 7'200 - 396.036'664'56) - 377 * day) +
        50.5e9 * (horizon - day - 10'800 - 2'020.01) +
        1'941'312'254. * (26 * (horizon - 10'800 - 38.836'245'08) - 377 * day);
    CHECK(byte_seconds("provider/hot") == doctest::Approx(in_cloud).epsilon(1e-12));
    CHECK(in_cloud == doctest::Approx(3.0995e18).epsilon(1e-4));

    const double kept = 14 * day, late_books = 14 * (horizon - 82'800 - 19.413'122'54) - 287 * day;
    const double on_disk =
        1.01e12 * (horizon - 79'200 - 10'605) +
        19'801'333'228. *
            (13 * (kept - 198.013'332'28) + 14 * (horizon - 79'200 - 198.013'332'28) - 287 * day) +
        50.5e9 * (horizon - 82'800 - 1'010) +
        1'941'312'254. * (13 * (kept - 19.413'122'54) + late_books) +
        kept * (4'190'500'000. + 4'270'470'656.) + 4.32e9 * (12 * kept + late_books);
    CHECK(byte_seconds("nas") == doctest::Approx(on_disk).epsilon(1e-12));
    CHECK(on_disk == doctest::Approx(3.0926e18).epsilon(1e-4));
}

TEST_CASE("the office's bill is right to the cent") {
    const auto row = compare(office().simulated, office().catalogue).rows.front();
    // 3.099511e18 B s x 0.0146 EUR / (1e9 B x 730 h), and 591.553 EUR x 3.092583e18 / (88e12 x T)
    REQUIRE(row.shares.size() == 2);
    CHECK(row.shares[0].group == "storage");
    CHECK(cents(row.shares[0].amount) == 17.22);
    CHECK(row.shares[1].group == "nas");
    CHECK(cents(row.shares[1].amount) == 8.59);
    CHECK(cents(row.horizon_cost) == 25.81);
    CHECK(row.unknown_prices.empty());
}

TEST_CASE("the office's fire costs the traffic beyond what is free in a month") {
    const auto result = office().strike(fire);
    const Bindings bindings(*office().scenario, office().what(), office().catalogue,
                            PriceFactors{});
    const MarginalRater rater(meter(office().history.ledger, bindings.list()), bindings.list(),
                              bindings.options());
    // 1,234.441163856 GB less 75 GB at 0.01 EUR
    CHECK(cents(rater.marginal(result.usage).amount) == 11.59);
}
