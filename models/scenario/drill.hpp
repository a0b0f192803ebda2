// A restore drill: an incident that is planned. What a class would hit is restored to an isolated
// target while production goes on; nobody is called, nothing is decided. What it uses is booked
// apart from running and recovery.
#pragma once

#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"

#include <string>
#include <vector>

namespace reentry {

struct Drill {
    std::string id;
    std::string name;
    std::string incident;                // the class that is rehearsed: which copies are left
    std::vector<std::string> workloads;  // ids or kinds; empty = all that the class can hit
    CalendarSpan first{1, 0, 0};         // from the start of the scenario to the day of the first
    CalendarSpan every{1, 0, 0};         // from one to the next
    sim::Duration at = std::chrono::hours{8};  // of the day, UTC
    std::string site;                          // where the isolated target stands
    Uncertain<sim::Duration> target{};         // setting it up
    std::int64_t operators = 1;                // people who take part
};

void describe(Fields& fields, Drill& drill);

}  // namespace reentry
