// The ways in which `reentry bill` hands over a bill.
#pragma once

#include "cli/command.hpp"
#include "cli/session.hpp"
#include "models/tariff/explain.hpp"

#include <string>

namespace reentry::cli {

enum class BillFormat : std::uint8_t { table, json, csv, markdown, focus, xlsx };

struct BillOutput {
    BillFormat format = BillFormat::table;
    std::string path;  // empty: standard output
    bool explain = false;
};

void add_bill_output(Command& command, BillOutput& output);

// `events` tell what stands behind an amount, for --explain.
ExitCode write_bill(Session& session, const Bill& bill, const EventSource& events,
                    const BillOutput& output);

}  // namespace reentry::cli
