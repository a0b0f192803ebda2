// The network as the scenario file states it: exchange points, links, and connections to a
// provider's region.
#pragma once

#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"
#include "models/money/money_rate.hpp"

#include <string>
#include <vector>

namespace reentry {

// A place where networks meet, without workloads of its own.
struct ExchangePoint {
    std::string id;
    std::string name;
};

// How much of a link other traffic leaves to backups over the week. Hours are UTC.
struct Business {
    double busy = 0;   // share taken by other traffic on working days, busy_from to busy_to
    double quiet = 0;  // share taken at all other times
    std::int64_t busy_from = 7;
    std::int64_t busy_to = 19;
};

struct Outages {
    PerTime rate{};                     // outages per year
    Uncertain<sim::Duration> repair{};  // length of one
};

// A link between two sites or exchange points; both directions have their own capacity.
struct Link {
    std::string id;
    std::string from;
    std::string to;
    Rate capacity;         // from -> to
    Rate capacity_back{};  // to -> from; 0 = as forth
    sim::Duration rtt{};
    double loss = 0;            // packet loss probability
    double backup_share = 1;    // of what business traffic leaves, what backups may take
    double recovery_share = 1;  // ... and what recoveries may take
    Business business;
    Outages outages;
    MoneyRate cost{};  // per time, if the link is paid for this purpose
};

// A way into the provider's region, offered by each provider at its own price ("internet",
// "dedicated-10g").
struct Connection {
    std::string id;
    std::string product;     // connection class in the provider catalogues
    std::string at;          // site or exchange point at which it is reached
    std::int64_t count = 1;  // ports or tunnels
    Rate capacity{};         // 0 = the product's own speed times count
    sim::Duration rtt{};     // from there to the region
    double loss = 0;
    Outages outages;
    MoneyRate cost{};  // per time: what the carrier takes besides the provider (cross-connect)
};

// Limits of an end host's TCP: they cap every single stream.
struct Transport {
    Bytes window{16 * 1024 * 1024};  // receive window of one stream
    std::int64_t streams = 16;       // streams of one job
    Bytes segment{1460};             // maximum segment size
    Rate encryption{};               // of one job; 0 = no limit
};

void describe(Fields& fields, ExchangePoint& point);
void describe(Fields& fields, Business& business);
void describe(Fields& fields, Outages& outages);
void describe(Fields& fields, Link& link);
void describe(Fields& fields, Connection& connection);
void describe(Fields& fields, Transport& transport);

}  // namespace reentry
