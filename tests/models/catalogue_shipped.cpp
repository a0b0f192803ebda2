// Every catalogue that is shipped reads without a fault, and every figure says where it comes from.
#include "models/catalogue/catalogue.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace reentry;

namespace {

Catalogue shipped(Diagnostics& diagnostics) {
    return Catalogue::read(in_root("data"), diagnostics);
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

namespace {

bool prices(const PriceLine& line, Meter meter) {
    return std::find(line.meters.begin(), line.meters.end(), meter) != line.meters.end();
}

bool has_line(const Resource& resource, Meter meter) {
    return std::any_of(resource.lines.begin(), resource.lines.end(),
                       [meter](const PriceLine& line) { return prices(line, meter); });
}

}  // namespace

TEST_CASE("every shipped tier has a line, if only an absent price, for all that a copy meters") {
    Diagnostics diagnostics;
    const Catalogue catalogue = shipped(diagnostics);
    for (const auto* provider : catalogue.providers())
        for (const auto& tier : provider->tiers) {
            INFO(provider->id, " ", tier.id);
            const Resource* resource = provider->tariff.find(tier.id);
            REQUIRE(resource != nullptr);
            for (const Meter meter : {Meter::storage, Meter::put, Meter::get, Meter::list,
                                      Meter::lock, Meter::remove, Meter::retrieved_bytes})
                CHECK(has_line(*resource, meter));
            for (const Meter meter : {Meter::sent_bytes, Meter::received_bytes})
                CHECK((has_line(*resource, meter) || has_line(*provider->tariff.find(""), meter)));
            if (!tier.figures.thaws.empty()) CHECK(has_line(*resource, Meter::restore_request));
        }
}
