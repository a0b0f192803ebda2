#include "tests/study/laws/capacity_watch.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace laws {

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

}  // namespace

std::int64_t accounts_at(const Case& what, const Location& place) {
    std::int64_t most = 1;
    for (std::size_t c = 0; c < what.places.size(); ++c)
        if (what.places[c].resource == place.resource)
            most = std::max(most, what.strategy->copies[c].accounts);
    return most;
}

CapacityWatch::CapacityWatch(const Case& what, Purpose purpose) : what_(what), purpose_(purpose) {
    carried_.each_look = [this](sim::Time now) { look(now); };
}

CapacityWatch::CapacityWatch(const Case& what, const Damage& damage)
    : CapacityWatch(what, Purpose::recovery) {
    close(damage);
    for (const auto& next : damage.then) close(next);
}

void CapacityWatch::close(const Damage& strike) {
    const auto& incident = what_.scenario->incidents[strike.incident];
    const auto to = strike.failure + strike.outage;
    if (incident.kind == IncidentKind::wan_outage)
        for (const auto& link : incident.links) closed_.push_back({link, {}, strike.failure, to});
    if (incident.kind == IncidentKind::provider_outage)
        closed_.push_back({{}, incident.role, strike.failure, to});
}

Onlooker CapacityWatch::onlooker() {
    auto inner = carried_.onlooker();
    return [this, inner](World& world) {
        outages_ = &world.outages();
        inner(world);
        for (std::size_t s = 0; s < what_.scenario->stores.size(); ++s)
            if (what_.scenario->stores[s].kind == StoreKind::tape_library)
                CHECK(world.drives(s).in_use() <= what_.scenario->stores[s].drives);
    };
}

// Less its outages and what the incident closes; they may overlap.
double CapacityWatch::seconds_up(const Arc& arc, sim::Time from, sim::Time to) const {
    std::vector<std::pair<sim::Time, sim::Time>> down;
    const auto add = [&](sim::Time begin, sim::Time end) {
        if (std::max(begin, from) < std::min(end, to))
            down.emplace_back(std::max(begin, from), std::min(end, to));
    };
    for (const auto& outage : *outages_)
        if (outage.link == arc.link) add(outage.begin, outage.end);
    for (const auto& closed : closed_)
        if (closed.node.empty() ? closed.link == arc.name
                                : closed.node == arc.from || closed.node == arc.to)
            add(closed.from, closed.to);
    std::sort(down.begin(), down.end());
    double up = sim::to_seconds(to - from);
    auto covered = from;
    for (const auto& [begin, end] : down) {
        up -= sim::to_seconds(std::max(end, covered) - std::max(begin, covered));
        covered = std::max(covered, end);
    }
    return up;
}

// Bytes that an arc can take since the last look, hour by hour.
double CapacityWatch::offered(const Arc& arc, double share, sim::Time to) const {
    double sum = 0;
    for (auto from = last_; from < to;) {
        const sim::Time next_hour{std::chrono::floor<hours>(from.time_since_epoch()) + hours{1}};
        const auto until = std::min(to, next_hour);
        sum += seconds_up(arc, from, until) * arc.capacity * share *
               left_by_business(arc.business, from);
        from = until;
    }
    return sum;
}

void CapacityWatch::look(sim::Time now) {
    const auto& scenario = *what_.scenario;
    if (first_) begin(now);
    for (std::size_t arc = 0; arc < what_.arcs.size(); ++arc) {
        const auto& link = what_.arcs[arc];
        const double share = purpose_ == Purpose::backup
                                 ? link.backup_share
                                 : std::min(1.0, link.backup_share + link.recovery_share);
        bound(link.name, before_.arcs[arc], carried_.over_arc(arc),
              [&] { return offered(link, share, now); });
    }
    const double seconds = sim::to_seconds(now - last_);
    for (std::size_t s = 0; s < scenario.sites.size(); ++s) {
        const auto& site = scenario.sites[s];
        bound(site.id, before_.site_read[s], carried_.read_at_site(s),
              [&] { return site.production_read.bytes_per_second() * seconds; });
        bound(site.id, before_.site_write[s], carried_.written_at_site(s),
              [&] { return site.production_write.bytes_per_second() * seconds; });
    }
    for (std::size_t c = 0; c < what_.places.size(); ++c) look_at_copy(c, seconds);
    last_ = now;
}

// What an array gives is production's, which is looked at by site.
void CapacityWatch::look_at_copy(std::size_t c, double seconds) {
    const auto& place = what_.places[c];
    if (place.kind == Location::Kind::array) return;
    double read = place.tier.aggregate * static_cast<double>(accounts_at(what_, place));
    double write = read;
    if (place.kind == Location::Kind::disk) {
        const auto& store = what_.scenario->stores[place.store];
        read = store.read.bytes_per_second();
        write = store.write.bytes_per_second();
    }
    if (place.gateway) {
        const auto count =
            static_cast<double>(what_.scenario->stores[place.gateway->store].gateways);
        read = place.gateway->figures.cloud_read * count;
        write = place.gateway->figures.write * count;
    }
    bound(place.resource, before_.copy_read[c], carried_.read_of_copy(c),
          [&] { return read * seconds; });
    bound(place.resource, before_.copy_write[c], carried_.written_to_copy(c),
          [&] { return write * seconds; });
}

void CapacityWatch::begin(sim::Time now) {
    first_ = false;
    last_ = now;
    before_.arcs.resize(what_.arcs.size());
    before_.site_read.resize(what_.scenario->sites.size());
    before_.site_write.resize(what_.scenario->sites.size());
    before_.copy_read.resize(what_.places.size());
    before_.copy_write.resize(what_.places.size());
}

template <class Bound>
void CapacityWatch::bound(const std::string& name, double& before, double now, Bound most) {
    if (now > before) {
        const double offers = most();
        if (now - before > offers * (1 + 1e-9) + 10) {
            INFO(name, " offers ", offers, " bytes until ",
                 sim::to_seconds(last_.time_since_epoch()));
            CHECK(now - before <= offers);
        }
    }
    before = now;
}

}  // namespace laws
