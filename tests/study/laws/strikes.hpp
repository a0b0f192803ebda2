// What struck in an incident, whom and when, and what it took: told a second time from
// docs/model.md and not from the code, so that laws can be held against the code.
#pragma once

#include "models/operation/case.hpp"
#include "models/recovery/damage.hpp"
#include "models/recovery/outcome.hpp"

#include <optional>
#include <vector>

namespace laws {

class Strikes {
 public:
    // A second strike counts if anything was still being recovered when it came.
    Strikes(const reentry::Case& what, const reentry::Damage& damage,
            const reentry::IncidentOutcome& outcome);

    // Oldest first; each with all that it hit, those included who had come back where it struck.
    const std::vector<reentry::Damage>& all() const { return all_; }
    bool overlap() const { return all_.size() > 1; }
    bool planned() const { return all_.front().state != reentry::State::recovery; }
    bool closes_ways() const;  // some of them put something out of reach

    // The last one that hit a workload, and until when it had worked; it was hit.
    const reentry::Damage& last_at(std::size_t workload) const;
    reentry::sim::Time worked_until(std::size_t workload) const;
    bool is_hit(std::size_t workload) const;

    // What has struck before an instant; the first always has.
    Strikes before(reentry::sim::Time t) const;

    // Of these strikes together: whether a copy's place is gone, a site is, a kind hit the
    // workload; content newer than this is of no use to it.
    bool took(std::size_t copy) const;
    bool took_site(const std::string& site) const;
    bool hit_by(std::size_t workload, reentry::IncidentKind kind) const;
    reentry::sim::Time clean_until(std::size_t workload) const;

    // The site at which a workload comes back.
    const std::string& site_of(std::size_t workload) const;

    // Whether a site was lost when somebody served elsewhere or was on the way home: whom that hit
    // is not told here.
    bool hit_travellers(const reentry::IncidentOutcome& outcome) const;

    static bool hits(const reentry::Damage& strike, std::size_t workload);

 private:
    Strikes(const reentry::Case& what, std::vector<reentry::Damage> all)
        : what_(what), all_(std::move(all)) {}
    reentry::IncidentKind kind_of(const reentry::Damage& strike) const;
    bool took(const reentry::Damage& strike, std::size_t copy) const;
    bool took_array(const reentry::Damage& strike, const reentry::Store& array) const;

    const reentry::Case& what_;
    std::vector<reentry::Damage> all_;
};

}  // namespace laws
