// A scenario: everything a simulation is told. The struct is the file (docs/scenario-reference.md):
// each member is a key of the same name, each default is the member's initial value.
#pragma once

#include "models/money/exchange.hpp"
#include "models/scenario/agreement.hpp"
#include "models/scenario/drill.hpp"
#include "models/scenario/incident.hpp"
#include "models/scenario/network.hpp"
#include "models/scenario/site.hpp"
#include "models/scenario/store.hpp"
#include "models/scenario/strategy.hpp"
#include "models/scenario/workload.hpp"

#include <string>
#include <vector>

namespace reentry {

// What is asked of a strategy before it may be called good.
struct Objectives {
    double probability = 0.95;   // with which RTO and RPO of the top service are to be met
    double recoverable = 0.999;  // share of incidents in which everything must come back at all
    sim::Duration write_off =
        std::chrono::days{90};  // outage and loss that count when data never comes back
};

// How sure the answer shall be.
struct Effort {
    std::int64_t incidents = 250;  // of each class, drawn over the horizon
    std::int64_t histories = 1;    // independent histories of operation
    CalendarSpan settle{0, 3,
                        0};  // incidents are drawn from then on: the first copies are made by then
    std::int64_t seed = 1;
};

struct Finance {
    Currency currency{"EUR"};     // of the report
    double vat = 0;               // added to every amount
    double discount_rate = 0.03;  // per year, real
    double price_drift = 0;       // yearly change of all prices
    double discount = 0;          // negotiated, on every provider's list price
    bool data_act = false;        // leaving a provider is charged by the rules of the EU Data Act
};

struct Scenario {
    std::string name;
    std::string title;
    std::string summary;
    sim::Time start{};
    CalendarSpan horizon;
    Finance finance;
    Objectives objectives;
    Effort effort;
    Transport transport;
    Agreements agreements;
    std::vector<ExchangeRate> exchange;
    std::vector<Site> sites;
    std::vector<ExchangePoint> exchange_points;
    std::vector<Link> links;
    std::vector<Connection> connections;
    std::vector<Workload> workloads;
    std::vector<Service> services;
    std::string top_service;  // the service that decides
    std::vector<CriticalWindow> critical_windows;
    std::vector<Store> stores;
    std::vector<std::string> providers;  // candidates, by catalogue id
    std::vector<Group> groups;           // of workloads, for copies
    std::vector<Strategy> strategies;
    std::vector<Incident> incidents;
    std::vector<Drill> drills;
};

// The scenario's exchange rates, ready to convert with.
ExchangeRates exchange_rates(const Scenario& scenario);

void describe(Fields& fields, ExchangeRate& rate);
void describe(Fields& fields, Objectives& objectives);
void describe(Fields& fields, Effort& effort);
void describe(Fields& fields, Finance& finance);
void describe(Fields& fields, Scenario& scenario);

}  // namespace reentry
