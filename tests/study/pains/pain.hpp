// A scenario of scenarios/pains/, simulated and compared, for the tests of what surprises in it.
#pragma once

#include "models/recovery/outcome.hpp"
#include "study/compare.hpp"

#include <string>
#include <string_view>

namespace pains {

class Pain {
 public:
    // The file without its folder: "01-getting-it-back.toml". Fails the test on any diagnostic.
    explicit Pain(const std::string& file);

    const reentry::study::Row& row(std::string_view strategy, std::string_view provider = "") const;

    // The stages of incident 0 of the first class, in hours of its first workload; 0: no such
    // stage.
    double hours_in(std::string_view strategy, reentry::Stage stage) const;

 private:
    reentry::study::Simulated simulated_;
    reentry::study::Comparison comparison_;
};

// A group of the bill over the horizon ("storage", "traffic"); 0 when there is none.
double share(const reentry::study::Row& row, std::string_view group);

double per_month(const reentry::study::Row& row);

// Of the first class of incidents.
double mean_recovery_bill(const reentry::study::Row& row);
double mean_hours(const reentry::study::Row& row);

}  // namespace pains
