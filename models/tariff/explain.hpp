// Why an amount is what it is: usage events -> quantity -> band -> price -> source, in words and
// figures. Nothing is computed here that the bill does not hold, but for the list of events, which
// is found by metering the ledger's entries one by one.
#pragma once

#include "models/ledger/ledger.hpp"
#include "models/tariff/bill.hpp"

#include <span>
#include <string>
#include <vector>

namespace reentry {

struct ExplainedStep {
    std::string label;  // "usage", "quantity", "allowance", "band", "price", "amount", "source" ...
    std::string text;
};

// Where the events behind an amount can be found.
struct EventSource {
    const Ledger* ledger = nullptr;
    const Usage* usage = nullptr;
    std::span<const Binding> bindings;
    std::size_t at_most = 10;  // events told one by one; the rest is counted
};

// The steps to an item of a bill; with a source of events, from the events on.
std::vector<ExplainedStep> explain(const Bill& bill, const BillItem& item,
                                   const EventSource& events = {});

// The steps to a charge, for all causes together.
std::vector<ExplainedStep> explain(const Bill& bill, const BillCharge& charge);

// One step per line, labels in a column.
std::string to_text(const std::vector<ExplainedStep>& steps);

// What of the ledger stands behind a row of usage in a period, one line per entry.
std::vector<std::string> usage_events(const EventSource& source, const UsageRow& row,
                                      std::size_t period);

}  // namespace reentry
