// Law: no capacity, quota or headcount is ever exceeded. Every bound is worked out here from the
// scenario and the catalogue, not asked of the resources of the simulation.
#include "tests/study/laws/capacity_watch.hpp"
#include "tests/study/laws/estate_text.hpp"
#include "tests/study/laws/random_estate.hpp"
#include "tests/study/laws/strikes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace laws;
using namespace reentry;

namespace {

// A stretch of time in which something was held.
struct Span {
    sim::Time begin{}, end{};
};

// The most spans that overlap at one instant; one that ends when another begins does not count.
std::int64_t most_at_once(const std::vector<Span>& spans) {
    std::vector<std::pair<sim::Time, int>> steps;
    for (const auto& span : spans)
        if (span.begin < span.end) {
            steps.emplace_back(span.begin, 1);
            steps.emplace_back(span.end, -1);
        }
    std::sort(steps.begin(), steps.end());  // at one instant ends come first
    std::int64_t now = 0, most = 0;
    for (const auto& [when, step] : steps) most = std::max(most, now += step);
    return most;
}

bool needs_people(Stage stage) {
    switch (stage) {
        case Stage::detect:
        case Stage::decide:
        case Stage::mobilise:
        case Stage::target:
        case Stage::dependencies:
        case Stage::start:
        case Stage::runners:
        case Stage::verify:
        case Stage::rest:
        case Stage::replicas:
        case Stage::outage:
        case Stage::switch_over:
        case Stage::copy_home:
        case Stage::go_home:
        case Stage::in_vain:  // may have been a wait for people
            return false;
        default:
            return true;
    }
}

// When somebody had to see to a restore: its stages but for those that go by themselves, as
// stretches that do not overlap. What is fetched behind a workload that serves needs nobody.
std::vector<Span> attended(const WorkloadOutcome& fate) {
    std::vector<Span> all;
    for (const auto& stage : fate.spans)
        if (needs_people(stage.stage) && stage.end <= fate.serves)
            all.push_back({stage.begin, stage.end});
    std::sort(all.begin(), all.end(),
              [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Span> merged;
    for (const auto& span : all) {
        if (merged.empty() || merged.back().end < span.begin)
            merged.push_back(span);
        else
            merged.back().end = std::max(merged.back().end, span.end);
    }
    return merged;
}

bool is_promoted(const WorkloadOutcome& fate) {
    return std::any_of(fate.spans.begin(), fate.spans.end(),
                       [](const StageSpan& span) { return span.stage == Stage::promote; });
}

// Where somebody sees to a restore: an exit at the new home, a replica where it takes over, others
// where they come back.
const std::string& attended_at(const Case& what, const Strikes& struck, const WorkloadOutcome& fate,
                               sim::Time when) {
    const auto& first = struck.all().front();
    if (first.new_home != none) return what.scenario->stores[first.new_home].site;
    if (is_promoted(fate) && fate.copy && what.promote_at[*fate.copy] != none)
        return what.scenario->sites[what.promote_at[*fate.copy]].id;
    return struck.before(when + sim::Duration{1}).site_of(fate.workload);
}

// Restores that the people of a site can run; in a drill those who take part.
std::int64_t most_attended(const Site& site, const Damage& damage) {
    if (damage.state == State::drill) return damage.operators * site.crew.restores_each;
    // Those who relieve the others may be more than they.
    const bool shifts = damage.state == State::recovery && site.crew.shift > sim::Duration::zero();
    return std::max(site.crew.operators, shifts ? site.crew.relief : 0) * site.crew.restores_each;
}

// At no site more restores than its people can run.
bool check_people(const Case& what, const Strikes& struck, const IncidentOutcome& outcome) {
    bool contended = false;
    // Of whom a second strike found elsewhere the stages do not say where they were seen to.
    const bool promoted =
        std::any_of(outcome.workloads.begin(), outcome.workloads.end(), is_promoted);
    if (struck.hit_travellers(outcome) || (struck.overlap() && promoted)) return false;
    for (const auto& site : what.scenario->sites) {
        std::vector<Span> spans;
        for (const auto& fate : outcome.workloads)
            for (const auto& span : attended(fate))
                if (attended_at(what, struck, fate, span.begin) == site.id) spans.push_back(span);
        INFO("people at ", site.id);
        const auto most = most_attended(site, struck.all().front());
        CHECK(most_at_once(spans) <= most);
        contended = contended || static_cast<std::int64_t>(spans.size()) > most;
    }
    return contended;
}

// In no library more drives mount, search and read than it has. Tapes of a vault whose own library
// is lost are read elsewhere.
bool check_drives(const Case& what, const Strikes& struck, const IncidentOutcome& outcome) {
    std::map<std::size_t, std::vector<Span>> busy;
    for (const auto& fate : outcome.workloads) {
        // Stages do not say which copy they read; after a bad point or a second strike it was
        // another one, and what is carried out of a provider comes out of several.
        if (!fate.copy || what.places[*fate.copy].kind != Location::Kind::tape) continue;
        if (fate.bad_points > 0 || struck.overlap()) continue;
        const auto& place = what.places[*fate.copy];
        const bool elsewhere =
            place.reader != none && struck.took_site(what.scenario->stores[place.store].site);
        for (const auto& span : fate.spans)
            if ((span.stage == Stage::mount && span.waited_for.empty()) ||
                span.stage == Stage::transfer || span.stage == Stage::differences ||
                span.stage == Stage::rest || span.stage == Stage::etcd)
                busy[elsewhere ? place.reader : place.store].push_back({span.begin, span.end});
    }
    bool contended = false;
    for (const auto& [store, spans] : busy) {
        const auto& library = what.scenario->stores[store];
        INFO("drives of ", library.id);
        CHECK(most_at_once(spans) <= library.drives);
        contended = contended || static_cast<std::int64_t>(spans.size()) / 2 > library.drives;
    }
    return contended;
}

// One request for frozen objects, until they are readable.
struct Asked {
    std::string option;
    sim::Time asked, ready;
    double objects, bytes;
};

// Where the frozen data of a place lie; a lifecycle rule may have moved them.
const std::string& frozen_class(const Location& place) {
    return place.thaw ? place.resource : place.later->resource;
}

// Each thaw books its requests and its readable copies together, in this order.
std::vector<Asked> asked_of(const Ledger& usage, const std::string& resource) {
    std::vector<const Counted*> requests;
    for (const auto& request : usage.counted())
        if (request.meter == Meter::restore_request && usage.name(request.resource) == resource)
            requests.push_back(&request);
    std::vector<Asked> all;
    for (const auto& lain : usage.stored()) {
        if (usage.name(lain.option) != "thawed" || usage.name(lain.resource) != resource) continue;
        REQUIRE(all.size() < requests.size());
        const auto& request = *requests[all.size()];
        REQUIRE(request.cause == lain.cause);
        all.push_back({usage.name(request.option), request.at, lain.from,
                       static_cast<double>(lain.objects), static_cast<double>(lain.bytes)});
    }
    return all;
}

// Copies whose data lie frozen in one class have as many accounts there as the one that states
// most.
double accounts_of(const Case& what, const std::string& resource) {
    std::int64_t most = 1;
    for (std::size_t c = 0; c < what.places.size(); ++c)
        if (thaw_of(what.places[c]) && frozen_class(what.places[c]) == resource)
            most = std::max(most, what.strategy->copies[c].accounts);
    return static_cast<double>(most);
}

// What was asked for after one instant and is readable before another has passed the quotas in
// between: objects at the rate of requests, bytes at the bytes per hour.
bool check_thaws(const Case& what, const RecoveryResult& result) {
    bool limited = false;
    for (const auto& place : what.places) {
        const auto* option = thaw_of(place);
        if (!option) continue;
        auto all = asked_of(result.usage, frozen_class(place));
        std::erase_if(all, [&](const Asked& one) { return one.option != option->name; });
        const double accounts = accounts_of(what, frozen_class(place));
        for (const auto& first : all)
            for (const auto& last : all) {
                if (last.ready < first.asked) continue;
                double objects = 0, bytes = 0;
                for (const auto& one : all)
                    if (one.asked >= first.asked && one.ready <= last.ready) {
                        objects += one.objects;
                        bytes += one.bytes;
                    }
                const double seconds = sim::to_seconds(last.ready - first.asked) + 1e-6;
                INFO(frozen_class(place), " ", option->name);
                CHECK(objects <= option->requests_per_second * accounts * seconds);
                CHECK(bytes <= option->bytes_per_hour / 3'600 * accounts * seconds);
                limited = limited || option->bytes_per_hour < unlimited;
            }
    }
    return limited;
}

// A library has not more hours of drives than it has drives: the tapes that were written between
// two instants fit into them, each with its mount, its bytes at the drive's rate and its unloading.
void check_tape_jobs(const Case& what, const History& history) {
    for (std::size_t s = 0; s < what.scenario->stores.size(); ++s) {
        struct Job {
            sim::Time begin, end;
            double seconds;
        };
        std::vector<Job> jobs;
        for (std::size_t c = 0; c < what.places.size(); ++c) {
            const auto& place = what.places[c];
            if (place.kind != Location::Kind::tape || place.store != s) continue;
            const auto& tape = place.library;
            for (const auto& points : history.points[c])
                for (const auto& p : points)
                    jobs.push_back({p.started, p.available,
                                    sim::to_seconds(tape.mount + tape.locate + tape.unload) +
                                        static_cast<double>(p.bytes) / tape.drive_rate});
        }
        std::sort(jobs.begin(), jobs.end(),
                  [](const Job& a, const Job& b) { return a.end < b.end; });
        const auto drives = static_cast<double>(what.scenario->stores[s].drives);
        for (std::size_t first = 0; first < jobs.size(); first += 1 + jobs.size() / 40) {
            double busy = 0;
            for (const auto& job : jobs)
                if (job.begin >= jobs[first].begin) {
                    busy += job.seconds;
                    const double there = sim::to_seconds(job.end - jobs[first].begin) * drives;
                    if (busy > there * (1 + 1e-9) + 1e-3) {
                        INFO("drives of ", what.scenario->stores[s].id);
                        CHECK(busy <= there);
                    }
                }
        }
    }
}

}  // namespace

TEST_CASE("law: in normal operation no link, device or library gives more than it has") {
    const CheckPlan check = [](const Estate&, const Case& what) {
        CapacityWatch watch(what, Purpose::backup);
        const auto history = operate(what, 1, 0, watch.onlooker());
        check_tape_jobs(what, history);
    };
    for_each_plan(401, 15, check);
    for_each_plan(first_wide_seed + 401, 15, check);
}

TEST_CASE("law: in a recovery no link, device, drive, quota or person does more than they can") {
    std::size_t short_of_people = 0, short_of_drives = 0, short_of_quota = 0;
    const CheckPlan check = [&](const Estate&, const Case& what) {
        const auto history = operate(what, 1, 0);
        for_each_damage(what, 4, [&](const Damage& damage) {
            CapacityWatch watch(what, damage);
            RecoveryOptions options;
            options.spans = true;
            options.onlooker = watch.onlooker();
            const auto result = struck(what, history, damage, options);
            const Strikes strikes(what, damage, result.outcome);
            short_of_people += check_people(what, strikes, result.outcome) ? 1 : 0;
            short_of_drives += check_drives(what, strikes, result.outcome) ? 1 : 0;
            short_of_quota += check_thaws(what, result) ? 1 : 0;
        });
    };
    for_each_plan(501, 30, check);
    for_each_plan(first_wide_seed + 501, 30, check);
    // The bounds were felt.
    CHECK(short_of_people > 50);
    CHECK(short_of_drives > 5);
    CHECK(short_of_quota > 1);
}
