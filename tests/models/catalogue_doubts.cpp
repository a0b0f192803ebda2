// Rows of figures, and what to doubt in them.
#include "models/catalogue/catalogue.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace reentry;
using std::chrono::year;

namespace {

FigureRow figure(Confidence confidence, std::chrono::year_month_day date) {
    FigureRow row;
    row.address = "a";
    row.value = "1";
    row.confidence = confidence;
    row.date = date;
    row.dated = true;
    return row;
}

std::vector<Doubt> doubts_of(const FigureRow& row) {
    std::vector<Doubt> found;
    for (const auto& doubt : doubts({row}, year{2026} / 11 / 15, 6)) found.push_back(doubt.doubt);
    return found;
}

const FigureRow& row_at(const std::vector<FigureRow>& rows, const std::string& address) {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const auto& row) { return row.address == address; });
    REQUIRE_MESSAGE(found != rows.end(), address);
    return *found;
}

}  // namespace

TEST_CASE("a figure is stale once more than the allowed whole months have passed") {
    CHECK(doubts_of(figure(Confidence::feed, year{2026} / 5 / 15)).empty());
    CHECK(doubts_of(figure(Confidence::feed, year{2026} / 4 / 16)).empty());  // 6 whole months
    CHECK(doubts_of(figure(Confidence::feed, year{2026} / 4 / 15)) ==
          std::vector{Doubt::stale});  // 7
}

TEST_CASE("inferred, assumed, undated and missing figures are doubted for what they are") {
    CHECK(doubts_of(figure(Confidence::inferred, year{2026} / 11 / 1)) ==
          std::vector{Doubt::inferred});
    FigureRow undated = figure(Confidence::assumed, year{2026} / 11 / 1);
    undated.dated = false;
    CHECK(doubts_of(undated) == std::vector{Doubt::undated, Doubt::assumed});
    FigureRow missing;
    missing.absent = "not found";
    CHECK(doubts_of(missing) == std::vector{Doubt::missing});
    CHECK(doubt_name(Doubt::missing) == "missing");
}

TEST_CASE("rows state value, unit and source as the file does") {
    Diagnostics diagnostics;
    const auto catalogue = Catalogue::read(in_root("data"), diagnostics);
    const auto rows = catalogue.figures_of("aws-eu-central-1");

    const auto& put = row_at(rows, "tier.hot.price.put");
    CHECK(put.value == "0.0054");
    CHECK(put.unit == "USD/1000 requests");
    CHECK(put.confidence == Confidence::feed);
    CHECK(put.date == year{2026} / 8 / 7);

    const auto& storage = row_at(rows, "tier.hot.price.storage");
    CHECK(storage.value == "0.0245 up to 51200, 0.0235 up to 512000, 0.0225");
    CHECK(storage.unit == "USD/GB-month");

    CHECK(row_at(rows, "tier.hot.stream_rate").unit == "MB/s");
    CHECK(row_at(rows, "tier.archive.thaw.bulk.wait").value == "triangular 5 h, 8 h, 12 h");
    CHECK(row_at(rows, "shipment.snowball-edge.price.device").absent.find("daily fee") == 0);
    CHECK(catalogue.figures_of("nobody").empty());
}

TEST_CASE("the list of catalogues counts what is known and what is missing") {
    Diagnostics diagnostics;
    const auto catalogue = Catalogue::read(in_root("data"), diagnostics);
    const auto rows = catalogue_rows(catalogue);
    CHECK(rows.size() == catalogue.providers().size() + catalogue.all_equipment().size() +
                             catalogue.integrations().size() + catalogue.workload_kinds().size());
    for (const auto& row : rows) {
        std::size_t sum = 0;
        for (const auto& [confidence, count] : row.by_confidence) sum += count;
        CHECK(sum == row.figures);
        CHECK(row.figures > 0);
    }
}
