#include "models/findings/three_two_one.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace reentry {
namespace {

// The medium of a place, as the rule counts them.
std::string medium_of(const Location& place) {
    if (place.kind == Location::Kind::tape) return "tape";
    if (place.role.empty()) return "disk";
    return place.role == "second" ? "second" : "provider";  // regions of one provider are alike
}

// Where its points lie in the end: tapes of a vault are taken out of the library.
const std::string& site_of(const Case& what, const Location& place) {
    return place.vault == none ? place.node : what.scenario->stores[place.vault].site;
}

// What the rule lacks for one workload; the original counts as the first copy.
std::set<std::string> lacks_of(const Case& what, std::size_t workload) {
    std::set<std::string> media{"disk"};  // of the original
    std::size_t copies = 1;
    bool off_site = false, immutable = false;
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto& covered = what.covers[c];
        if (!std::binary_search(covered.begin(), covered.end(), workload)) continue;
        if (what.strategy->copies[c].method == Method::snapshot) continue;
        const auto& place = what.places[c];
        ++copies;
        media.insert(medium_of(place));
        off_site = off_site || site_of(what, place) != what.scenario->workloads[workload].site;
        immutable = immutable || place.immutable;
    }
    std::set<std::string> lacks;
    if (copies < 3) lacks.insert("a third copy");
    if (media.size() < 2) lacks.insert("a second kind of medium");
    if (!off_site) lacks.insert("a copy off site");
    if (!immutable) lacks.insert("an immutable or offline copy");
    return lacks;
}

}  // namespace

Finding three_two_one(const Case& what) {
    std::map<std::string, std::size_t> lacking;
    const auto workloads = what.scenario->workloads.size();
    for (std::size_t w = 0; w < workloads; ++w)
        for (const auto& lack : lacks_of(what, w)) ++lacking[lack];
    if (lacking.empty())
        return {Weight::informs, "3-2-1-1-0", what.strategy->id,
                "holds for every workload; the 0 needs verified restores"};
    std::string text;
    for (const auto& [lack, count] : lacking)
        text += fmt::format("{}{} of {} workloads lack {}", text.empty() ? "" : "; ", count,
                            workloads, lack);
    return {Weight::warns, "3-2-1-1-0", what.strategy->id, text};
}

}  // namespace reentry
