#include "models/protection/change.hpp"

#include "sim/check.hpp"
#include "sim/portable_math.hpp"

namespace reentry {
namespace {

double in_days(sim::Duration d) { return sim::to_seconds(d) / 86'400; }

}  // namespace

Bytes size_after(Bytes initial, PerTime growth, sim::Duration since_start) {
    if (growth.per_year() == 0) return initial;
    const double years = in_days(since_start) / 365;
    return initial.times(sim::pow(1 + growth.per_year(), years));
}

double touched_share(PerTime change, double hot_share, sim::Duration window) {
    REENTRY_CHECK(hot_share > 0 && hot_share <= 1, "hot share {}", hot_share);
    if (window <= sim::Duration::zero()) return 0;
    return hot_share * (1 - sim::exp(-change.per_day() * in_days(window) / hot_share));
}

}  // namespace reentry
