// Every catalogue that is shipped reads without a fault, and every figure says where it comes from.
#include "models/catalogue/catalogue.hpp"

#include <doctest/doctest.h>

using namespace reentry;

namespace {

Catalogue shipped(Diagnostics& diagnostics) {
    return Catalogue::read(REENTRY_ROOT "/data", diagnostics);
}

}  // namespace

TEST_CASE("the shipped catalogues read without diagnostics") {
    Diagnostics diagnostics;
    const Catalogue catalogue = shipped(diagnostics);
    CHECK_MESSAGE(diagnostics.empty(), to_string(diagnostics));
    CHECK(catalogue.providers().size() >= 5);
}

TEST_CASE("every shipped figure has a source, a date and a confidence, or a reason") {
    Diagnostics diagnostics;
    const auto figures = shipped(diagnostics).figures();
    REQUIRE(figures.size() > 500);
    for (const auto& figure : figures) {
        INFO(figure.catalogue, " ", figure.address);
        if (!figure.absent.empty()) {
            CHECK(figure.value.empty());
            continue;
        }
        CHECK(!figure.value.empty());
        CHECK(!figure.source.empty());
        CHECK(figure.date.has_value());
        CHECK(figure.confidence.has_value());
    }
}

TEST_CASE("an inferred figure states its rule in a note") {
    Diagnostics diagnostics;
    for (const auto& figure : shipped(diagnostics).figures()) {
        INFO(figure.catalogue, " ", figure.address);
        if (figure.confidence == Confidence::inferred) CHECK(!figure.note.empty());
    }
}
