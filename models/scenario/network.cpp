#include "models/scenario/network.hpp"

namespace reentry {
namespace {

const files::Targets nodes{{"site", "exchange point"}};

}  // namespace

void describe(Fields& f, ExchangePoint& point) {
    f.id("id", point.id, "exchange point", "Name by which links refer to it.");
    f.optional("name", point.name, "Name for people.");
}

void describe(Fields& f, Business& b) {
    f.optional("busy", b.busy, "Share of the link taken by other traffic in working hours.",
               {.at_least = 0, .below = 1});
    f.optional("quiet", b.quiet, "Share taken at all other times.", {.at_least = 0, .below = 1});
    f.optional("busy_from", b.busy_from, "Hour of the working day (UTC) at which it gets busy.",
               {.at_least = 0, .at_most = 23});
    f.optional("busy_to", b.busy_to, "Hour at which it gets quiet.",
               {.at_least = 1, .at_most = 24});
    f.check(b.busy_from < b.busy_to, "busy_to", "an hour after busy_from");
}

void describe(Fields& f, Outages& o) {
    f.optional("rate", o.rate, "Outages per time.", {.at_least = PerTime::per_year(0)});
    f.optional("repair", o.repair, "How long one lasts.");
}

void describe(Fields& f, Link& l) {
    f.id("id", l.id, "link", "Name of the link.");
    f.reference("from", l.from, nodes, "One end.");
    f.reference("to", l.to, nodes, "The other end.");
    f.required("capacity", l.capacity, "Capacity from `from` to `to`.", {.above = Rate{0}});
    f.optional("capacity_back", l.capacity_back, "Capacity back; \"0 B/s\": the same.");
    f.optional("rtt", l.rtt, "Round-trip time.", {.at_most = std::chrono::minutes{1}});
    f.optional("loss", l.loss, "Probability that a packet is lost.", {.at_least = 0, .below = 1});
    f.optional("backup_share", l.backup_share,
               "Share of what other traffic leaves that backups may take.",
               {.above = 0, .at_most = 1});
    f.optional("recovery_share", l.recovery_share, "The same for recoveries.",
               {.above = 0, .at_most = 1});
    f.table("business", l.business, "Other traffic over the week.");
    f.table("outages", l.outages, "How often it fails and how long.");
    f.optional("cost", l.cost, "What it costs per time, if it is paid for backups.");
    f.check(l.from != l.to, "to", "another node than `from`");
}

void describe(Fields& f, Connection& c) {
    f.id("id", c.id, "connection", "Name by which strategies refer to it.");
    f.required("product", c.product,
               "Connection class in the provider catalogues: \"internet\", \"dedicated-10g\".");
    f.reference("at", c.at, nodes, "Where the provider is reached.");
    f.optional("count", c.count, "Ports or tunnels.", {.at_least = 1});
    f.optional("capacity", c.capacity, "Capacity; \"0 B/s\": the product's own speed times count.");
    f.optional("rtt", c.rtt, "Round-trip time from there to the region.",
               {.at_most = std::chrono::minutes{1}});
    f.optional("loss", c.loss, "Probability that a packet is lost.", {.at_least = 0, .below = 1});
    f.table("outages", c.outages, "How often it fails and how long.");
    f.optional("cost", c.cost, "What the carrier takes per time besides the provider.");
}

void describe(Fields& f, Transport& t) {
    f.optional("window", t.window, "TCP window of one stream; \"0 B\": no limit.");
    f.optional("streams", t.streams, "Streams of one job.", {.at_least = 1});
    f.optional("segment", t.segment, "Maximum segment size.");
    f.optional("encryption", t.encryption, "Encryption speed of one job; \"0 B/s\": no limit.");
}

}  // namespace reentry
