#include "models/findings/combinations.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

class MinimumDuration {
 public:
    MinimumDuration(const Case& what, const Catalogue& catalogue)
        : what_(what), catalogue_(catalogue) {}

    std::vector<Finding> find() {
        for (std::size_t c = 0; c < what_.places.size(); ++c)
            if (!what_.places[c].role.empty()) look_at(c);
        return std::move(found_);
    }

 private:
    // Points that have gone before a move never come into the later class.
    void look_at(std::size_t copy) {
        const auto& place = what_.places[copy];
        const sim::Duration kept = std::chrono::days{what_.strategy->copies[copy].keep.days};
        const auto moved = place.later ? place.later->after : sim::Duration::max();
        const bool waived = kept > moved && waives_on_move(place);
        if (!waived)
            judge(copy, place.gateway ? "virtual tapes are kept" : "points are kept",
                  std::min(kept, moved), place.resource, place.tier);
        if (kept > moved)
            judge(copy, "points lie after their move for", kept - moved, place.later->resource,
                  place.later->tier);
    }

    void judge(std::size_t copy, const char* what_lies, sim::Duration time,
               const std::string& resource, const TierFigures& tier) {
        if (time >= tier.minimum_kept) return;
        found_.push_back(
            {Weight::warns, "minimum-duration", what_.strategy->copies[copy].id,
             fmt::format("{} {} but {} charges at least {}: the rest is paid for nothing; keep "
                         "them as long, or take a class for shorter times",
                         what_lies, format_duration(time), title_of(resource),
                         format_duration(tier.minimum_kept))});
    }

    const Resource* priced(const std::string& resource) const {
        const auto slash = resource.find('/');
        const bool second = resource.substr(0, slash) == "second";
        const auto* provider =
            catalogue_.provider(second ? what_.strategy->second : what_.provider);
        return provider ? provider->tariff.find(resource.substr(slash + 1)) : nullptr;
    }

    bool waives_on_move(const Location& place) const {
        const auto* resource = priced(place.resource);
        return resource && resource->rules.minimum_waived_on_move;
    }

    std::string title_of(const std::string& resource) const {
        const auto* known = priced(resource);
        return known ? known->title : resource.substr(resource.find('/') + 1);
    }

    const Case& what_;
    const Catalogue& catalogue_;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> minimum_duration_findings(const Case& what, const Catalogue& catalogue) {
    return MinimumDuration(what, catalogue).find();
}

}  // namespace reentry
