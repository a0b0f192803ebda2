#include "models/operation/passage.hpp"

#include <algorithm>

namespace reentry {

void add_spent(std::vector<Spent>& all, const std::string& on, sim::Duration time) {
    if (time <= sim::Duration::zero()) return;
    const auto known =
        std::find_if(all.begin(), all.end(), [&on](const Spent& s) { return s.on == on; });
    if (known == all.end())
        all.push_back({on, time});
    else
        known->time += time;
}

std::vector<Spent> Passage::spent(sim::Time from, sim::Time to) const {
    std::vector<Spent> result;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto until = i + 1 < steps.size() ? steps[i + 1].since : end;
        add_spent(result, steps[i].limit, std::min(until, to) - std::max(steps[i].since, from));
    }
    return result;
}

}  // namespace reentry
