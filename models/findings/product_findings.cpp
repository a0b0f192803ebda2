#include "models/findings/combinations.hpp"
#include "models/operation/places.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace reentry {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class ProductFindings {
 public:
    explicit ProductFindings(const Case& what) : what_(what) {}

    std::vector<Finding> find() {
        for (copy_ = 0; copy_ < what_.places.size(); ++copy_) {
            origin();
            classes();
            lifecycle();
            frozen_synthesis();
            long_term_only();
            minimum_kept();
            chains();
            endless_chain();
            locked_replica();
            staging();
        }
        return std::move(found_);
    }

 private:
    const Copy& policy() const { return what_.strategy->copies[copy_]; }
    const Location& place() const { return what_.places[copy_]; }
    const IntegrationFigures& product() const { return place().integration; }

    void add(Weight weight, const char* rule, std::string text) {
        found_.push_back({weight, rule, policy().id, std::move(text)});
    }

    // What the copy that it reads from does not hold, it will never hold.
    void origin() {
        const auto from = what_.from[copy_];
        if (from == none) return;
        const auto& its = what_.covers[from];
        for (const auto w : what_.covers[copy_])
            if (!std::binary_search(its.begin(), its.end(), w))
                return add(
                    Weight::breaks, "origin",
                    fmt::format("{} does not hold {}, so this copy never has a point of it: "
                                "let that one cover it, or copy it from elsewhere",
                                what_.strategy->copies[from].id, what_.scenario->workloads[w].id));
    }

    void classes() {
        const auto name = split_place(policy().to).second;
        if (place().role.empty() || product().tiers.empty() || contains(product().tiers, name))
            return;
        add(Weight::breaks, "archive-class",
            fmt::format(
                "{} is not known to work in the class {}: it supports {}; take one of these "
                "or another product",
                product().name, name, fmt::join(product().tiers, ", ")));
    }

    void lifecycle() {
        if (!policy().tier_after) return;
        const auto to = split_place(policy().tier_after->to).second;
        if (product().forbids_lifecycle)
            add(Weight::breaks, "lifecycle",
                fmt::format("a lifecycle rule after {} days freezes blocks that the newest points "
                            "of {} still need: restores fail; let the product copy long-term fulls "
                            "into {} instead",
                            policy().tier_after->days, product().name, to));
        else if (contains(product().forbidden, to))
            add(Weight::breaks, "lifecycle",
                fmt::format("{} cannot read backups from the class {} into which they are moved "
                            "after {} days; leave them where they are",
                            product().name, to, policy().tier_after->days));
        else if (place().later->thaw && policy().method != Method::full)
            add(Weight::warns, "lifecycle",
                fmt::format("after {} days the fulls on which newer points hang are frozen: every "
                            "restore waits for a thaw; make fulls more often than that, or move "
                            "later",
                            policy().tier_after->days));
    }

    void frozen_synthesis() {
        if (policy().fulls == Fulls::synthetic && place().thaw)
            add(Weight::breaks, "frozen-chain",
                fmt::format("no full can be made of objects that are frozen in {}: full = "
                            "\"active\", or a class that is read at once",
                            place().tier.name));
    }

    // A product that takes over long-term fulls only needs a chain that makes them.
    void long_term_only() {
        const auto from = what_.from[copy_];
        if (!product().takes_gfs_only || from == none) return;
        const auto& origin = what_.strategy->copies[from];
        if (origin.keep.weeks + origin.keep.months + origin.keep.years == 0)
            return add(Weight::breaks, "long-term-fulls",
                       fmt::format("{} archives only fulls that are kept for weeks, months or "
                                   "years, and {} keeps none: nothing is ever archived; give {} "
                                   "weeks to keep",
                                   product().name, origin.id, origin.id));
        const bool never =
            origin.method == Method::incremental && origin.full_every == sim::Duration::zero();
        if (never)
            add(Weight::breaks, "long-term-fulls",
                fmt::format("{} archives only fulls, and the endless chain {} makes none after its "
                            "first; give it a \"full_every\"",
                            product().name, origin.id));
    }

    // A product that archives long-term fulls leaves out what would go before the class's minimum
    // duration.
    void minimum_kept() {
        const auto minimum = place().tier.minimum_kept;
        if (!product().takes_gfs_only || minimum == sim::Duration::zero()) return;
        const auto& keep = policy().keep;
        const std::pair<const char*, std::int64_t> terms[]{{"days", keep.days},
                                                           {"weeks", 7 * keep.weeks},
                                                           {"months", 30 * keep.months},
                                                           {"years", 365 * keep.years}};
        const auto is_short = [&](const auto& term) {
            return std::chrono::days{term.second} < minimum;
        };
        if (std::all_of(std::begin(terms), std::end(terms), is_short))
            return add(Weight::breaks, "minimum-kept",
                       fmt::format("{} archives only what stays {} or longer, and nothing here "
                                   "does: nothing is ever archived; keep months or years",
                                   product().name, format_duration(minimum)));
        for (const auto& term : std::span(terms).subspan(1))
            if (term.second > 0 && is_short(term))
                add(Weight::breaks, "minimum-kept",
                    fmt::format("{} archives only what stays {} or longer: what is kept for {} "
                                "({} d) is left out; keep it elsewhere, or longer",
                                product().name, format_duration(minimum), term.first, term.second));
    }

    // What the product's points hang on, against what the copy asks of it.
    void chains() {
        if (product().name == "generic" || place().gateway) return;
        const bool hangs =
            policy().method == Method::incremental || policy().method == Method::differential;
        const bool stands =
            product().chain == ChainKind::none || product().chain == ChainKind::forever_incremental;
        if (hangs && stands && policy().full_every > sim::Duration::zero())
            add(Weight::warns, "chain",
                fmt::format("{} makes one full and then changes for ever: fulls every {} are not "
                            "its way; method = \"forever\"",
                            product().name, format_duration(policy().full_every)));
        if (policy().method == Method::forever && product().chain == ChainKind::full_incremental)
            add(Weight::breaks, "chain",
                fmt::format("{} needs a full from time to time: its points cannot be read without "
                            "the chain; method = \"incremental\" with a \"full_every\"",
                            product().name));
    }

    // All increments since the first full are parts of every restore, and the full goes last.
    void endless_chain() {
        const bool sealed = policy().locked && product().seal_period > sim::Duration::zero();
        if (policy().method != Method::incremental || sealed ||
            policy().full_every > sim::Duration::zero())
            return;
        const auto& scenario = *what_.scenario;
        const auto jobs = length_from(scenario.start, scenario.horizon) / policy().every;
        if (jobs < 2) return;
        add(Weight::warns, "chain-length",
            fmt::format(
                "without \"full_every\" the chain never ends: a restore at the end of the "
                "horizon reads up to {} parts, and \"keep\" deletes nothing; make fulls, or "
                "method = \"forever\"",
                format_number(static_cast<double>(jobs))));
    }

    void locked_replica() {
        if (policy().locked && policy().method == Method::replication)
            add(Weight::breaks, "locked-replica",
                "locked objects are not overwritten: every change leaves an old version that is "
                "neither kept in order nor billed here; lock a copy with points instead");
    }

    void staging() {
        if (!product().whole_volume) return;
        std::int64_t largest = 0;
        for (const auto w : what_.covers[copy_])
            largest = std::max(largest, what_.scenario->workloads[w].size.count());
        add(Weight::informs, "staging",
            fmt::format("{} brings whole volumes back first: have room for {} beside the target",
                        product().name, format_bytes(Bytes{largest})));
    }

    const Case& what_;
    std::size_t copy_ = 0;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> product_findings(const Case& what) { return ProductFindings(what).find(); }

}  // namespace reentry
