// Law: no capacity, quota or headcount is ever exceeded. Every bound is worked out here from the
// scenario and the catalogue, not asked of the resources of the simulation.
#include "tests/study/laws/carried.hpp"
#include "tests/study/laws/random_estate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace laws;
using namespace reentry;
using std::chrono::days;
using std::chrono::hours;

namespace {

// What other traffic leaves of a link at an instant.
double left_by_business(const Business& business, sim::Time t) {
    const auto day = std::chrono::floor<days>(t.time_since_epoch());
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    const auto hour = std::chrono::floor<hours>(t.time_since_epoch() - day).count();
    const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    const bool busy = !weekend && hour >= business.busy_from && hour < business.busy_to;
    return 1 - (busy ? business.busy : business.quiet);
}

// Bytes that an arc can take between two instants: hour by hour, less its outages.
double offered(const Arc& arc, double share, const std::vector<Outage>& outages, sim::Time from,
               sim::Time to) {
    double sum = 0;
    while (from < to) {
        const sim::Time next_hour{std::chrono::floor<hours>(from.time_since_epoch()) + hours{1}};
        const auto until = std::min(to, next_hour);
        double up = sim::to_seconds(until - from);
        for (const auto& outage : outages)
            if (outage.link == arc.link)
                up -= std::max(0.0, sim::to_seconds(std::min(until, outage.end) -
                                                    std::max(from, outage.begin)));
        sum += std::max(0.0, up) * arc.capacity * share * left_by_business(arc.business, from);
        from = until;
    }
    return sum;
}

// Copies in one class of a provider have as many accounts as the one of them that states most.
std::int64_t accounts_at(const Case& what, const Location& place) {
    std::int64_t most = 1;
    for (std::size_t c = 0; c < what.places.size(); ++c)
        if (what.places[c].resource == place.resource)
            most = std::max(most, what.strategy->copies[c].accounts);
    return most;
}

// Watches every capacity of a world: between two looks none carries more than it offers.
class Watch {
 public:
    Watch(const Case& what, Purpose purpose) : what_(what), purpose_(purpose) {
        carried_.each_look = [this](sim::Time now) { look(now); };
    }
    Onlooker onlooker() {
        auto inner = carried_.onlooker();
        return [this, inner](World& world) {
            outages_ = &world.outages();
            inner(world);
            for (std::size_t s = 0; s < what_.scenario->stores.size(); ++s)
                if (what_.scenario->stores[s].kind == StoreKind::tape_library)
                    CHECK(world.drives(s).in_use() <= what_.scenario->stores[s].drives);
        };
    }

 private:
    void look(sim::Time now) {
        const auto& scenario = *what_.scenario;
        if (first_) begin(now);
        for (std::size_t arc = 0; arc < what_.arcs.size(); ++arc) {
            const auto& link = what_.arcs[arc];
            const bool backups_only = purpose_ == Purpose::backup;
            const double share = backups_only
                                     ? link.backup_share
                                     : std::min(1.0, link.backup_share + link.recovery_share);
            bound(link.name, before_.arcs[arc], carried_.over_arc(arc),
                  [&] { return offered(link, share, *outages_, last_, now); });
        }
        const double passed = sim::to_seconds(now - last_);
        for (std::size_t s = 0; s < scenario.sites.size(); ++s) {
            const auto& site = scenario.sites[s];
            bound(site.id, before_.site_read[s], carried_.read_at_site(s),
                  [&] { return site.production_read.bytes_per_second() * passed; });
            bound(site.id, before_.site_write[s], carried_.written_at_site(s),
                  [&] { return site.production_write.bytes_per_second() * passed; });
        }
        for (std::size_t c = 0; c < what_.places.size(); ++c) {
            const auto& place = what_.places[c];
            double read = place.tier.aggregate * static_cast<double>(accounts_at(what_, place));
            double write = read;
            if (place.kind == Location::Kind::disk) {
                read = scenario.stores[place.store].read.bytes_per_second();
                write = scenario.stores[place.store].write.bytes_per_second();
            }
            bound(place.resource, before_.copy_read[c], carried_.read_of_copy(c),
                  [&] { return read * passed; });
            bound(place.resource, before_.copy_write[c], carried_.written_to_copy(c),
                  [&] { return write * passed; });
        }
        last_ = now;
    }

    void begin(sim::Time now) {
        first_ = false;
        last_ = now;
        before_.arcs.resize(what_.arcs.size());
        before_.site_read.resize(what_.scenario->sites.size());
        before_.site_write.resize(what_.scenario->sites.size());
        before_.copy_read.resize(what_.places.size());
        before_.copy_write.resize(what_.places.size());
    }

    template <class Bound>
    void bound(const std::string& name, double& before, double now, Bound most) {
        if (now > before) {
            const double offered = most();
            if (now - before > offered * (1 + 1e-9) + 10) {
                INFO(name, " offers ", offered, " bytes until ",
                     sim::to_seconds(last_.time_since_epoch()));
                CHECK(now - before <= offered);
            }
        }
        before = now;
    }

    struct Before {
        std::vector<double> arcs, site_read, site_write, copy_read, copy_write;
    };
    const Case& what_;
    Purpose purpose_;
    Carried carried_;
    Before before_;
    const std::vector<Outage>* outages_ = nullptr;
    sim::Time last_{};
    bool first_ = true;
};

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

std::string site_of(const Case& what, const Damage& damage, std::size_t workload) {
    return damage.recover_at == none ? what.scenario->workloads[workload].site
                                     : what.scenario->sites[damage.recover_at].id;
}

// At no site more restores than its people can run.
bool check_people(const Case& what, const Damage& damage, const IncidentOutcome& outcome) {
    bool contended = false;
    for (const auto& site : what.scenario->sites) {
        std::vector<Span> spans;
        for (const auto& fate : outcome.workloads)
            if (site_of(what, damage, fate.workload) == site.id)
                for (const auto& span : attended(fate)) spans.push_back(span);
        INFO("people at ", site.id);
        // Those who relieve the others may be more than they.
        const auto relief = site.crew.shift > sim::Duration::zero() ? site.crew.relief : 0;
        const auto most = std::max(site.crew.operators, relief) * site.crew.restores_each;
        CHECK(most_at_once(spans) <= most);
        contended = contended || static_cast<std::int64_t>(spans.size()) > most;
    }
    return contended;
}

// In no library more drives mount, search and read than it has. Tapes of a vault whose own library
// is lost are read elsewhere.
bool check_drives(const Case& what, const Damage& damage, const IncidentOutcome& outcome) {
    std::map<std::size_t, std::vector<Span>> busy;
    for (const auto& fate : outcome.workloads) {
        // Stages do not say which copy they read; after a bad point it was another one.
        if (!fate.copy || what.places[*fate.copy].kind != Location::Kind::tape) continue;
        if (fate.bad_points > 0) continue;
        const auto& place = what.places[*fate.copy];
        const bool elsewhere =
            place.reader != none && site_lost(damage, what.scenario->stores[place.store].site);
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

// What was asked for after one instant and is readable before another has passed the quotas in
// between: objects at the rate of requests, bytes at the bytes per hour.
bool check_thaws(const Case& what, const RecoveryResult& result) {
    struct Asked {
        sim::Time asked, ready;
        double objects, bytes;
    };
    bool limited = false;
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto& place = what.places[c];
        if (!place.thaw) continue;
        const auto& option = place.tier.thaws[*place.thaw];
        // Each thaw books its requests and its readable copies together, in this order.
        std::vector<const Counted*> requests;
        for (const auto& request : result.usage.counted())
            if (request.meter == Meter::restore_request &&
                result.usage.name(request.resource) == place.resource)
                requests.push_back(&request);
        std::vector<Asked> all;
        for (const auto& lain : result.usage.stored()) {
            if (result.usage.name(lain.option) != "thawed" ||
                result.usage.name(lain.resource) != place.resource)
                continue;
            REQUIRE(all.size() < requests.size());
            const auto& request = *requests[all.size()];
            REQUIRE(request.cause == lain.cause);
            all.push_back({request.at, lain.from, static_cast<double>(lain.objects),
                           static_cast<double>(lain.bytes)});
        }
        const auto accounts = static_cast<double>(accounts_at(what, place));
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
                INFO(place.resource, " ", option.name);
                CHECK(objects <= option.requests_per_second * accounts * seconds);
                CHECK(bytes <= option.bytes_per_hour / 3'600 * accounts * seconds);
                limited = limited || option.bytes_per_hour < unlimited;
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
    for_each_plan(401, 25, [&](const Estate&, const Case& what) {
        Watch watch(what, Purpose::backup);
        const auto history = operate(what, 1, 0, watch.onlooker());
        check_tape_jobs(what, history);
    });
}

TEST_CASE("law: in a recovery no link, device, drive, quota or person does more than they can") {
    std::size_t short_of_people = 0, short_of_drives = 0, short_of_quota = 0;
    for_each_plan(501, 40, [&](const Estate&, const Case& what) {
        const auto history = operate(what, 1, 0);
        for_each_damage(what, 4, [&](const Damage& damage) {
            Watch watch(what, Purpose::recovery);
            RecoveryOptions options;
            options.spans = true;
            options.onlooker = watch.onlooker();
            const auto result = struck(what, history, damage, options);
            short_of_people += check_people(what, damage, result.outcome) ? 1 : 0;
            short_of_drives += check_drives(what, damage, result.outcome) ? 1 : 0;
            short_of_quota += check_thaws(what, result) ? 1 : 0;
        });
    });
    // The bounds were felt.
    CHECK(short_of_people > 50);
    CHECK(short_of_drives > 5);
    CHECK(short_of_quota > 5);
}
