// Metering: a ledger and the rules of the bound tariffs make usage. No price is read here.
//
// What the rules of a tier do (tier.hpp) happens in this step: minimum size and duration, overhead,
// staging and thawed copies billed elsewhere, holding rules, the lines of the EU Data Act, the
// pieces of equipment. Entries are clipped to the ledger's horizon; the remainder of a minimum
// duration is billed in the month in which the object leaves, and in that month's length.
#pragma once

#include "models/ledger/ledger.hpp"
#include "models/tariff/usage.hpp"

#include <span>

namespace reentry {

// Meters the ledger over its own horizon.
Usage meter(const Ledger& ledger, std::span<const Binding> bindings);

// Adds a ledger to usage that was metered with the same bindings, over the usage's horizon.
void meter_into(Usage& usage, const Ledger& ledger, std::span<const Binding> bindings);

// Takes what metering finds. Rows are numbers that the sink gives out.
class UsageSink {
 public:
    virtual ~UsageSink() = default;
    virtual NameId name(std::string_view name) = 0;
    virtual std::uint32_t row(const UsageRow& row) = 0;
    virtual void add(std::uint32_t row, std::size_t period, Int128 atoms) = 0;
    virtual void step(LineId line, sim::Time at, Int128 bytes) = 0;
    virtual void outside() = 0;  // an entry that touches no period
};

// The general form: any horizon, any sink. `lines` gains what it lacks.
void meter_to(UsageSink& sink, const Ledger& ledger, std::span<const Binding> bindings,
              const BillingCalendar& calendar, UsageLines& lines);

}  // namespace reentry
