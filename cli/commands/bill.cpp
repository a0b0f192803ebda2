// reentry bill USAGE --catalogue ID: what metered usage costs by a catalogue.
#include "cli/bill_output.hpp"
#include "cli/commands.hpp"
#include "cli/tariff_choice.hpp"
#include "cli/text_file.hpp"
#include "models/tariff/rate.hpp"
#include "models/tariff/usage_file.hpp"

#include <memory>

namespace reentry::cli {
namespace {

struct BillOptions {
    std::string usage;
    TariffOptions tariffs;
    BillOutput output;
};

ExitCode bill(const BillOptions& options, Session& session) {
    const auto text = read_text(session, options.usage);
    if (!text) return ExitCode::bad_input;
    Diagnostics faults;
    const auto file = read_usage(*text, options.usage, faults);
    const auto tariffs = choose_tariffs(session, options.tariffs, file, faults);
    session.complain(faults);
    if (faults.has_errors() || !tariffs) return ExitCode::bad_input;

    Diagnostics metering;
    const auto usage = meter(file, tariffs->bindings, options.usage, metering);
    session.complain(metering);
    if (metering.has_errors()) return ExitCode::bad_input;
    const auto bill = rate(usage, tariffs->bindings, {tariffs->reporting, &tariffs->rates});
    return write_bill(session, bill, {&file.ledger, &usage, tariffs->bindings}, options.output);
}

}  // namespace

void add_bill(Command& program) {
    auto command = program.command(
        "bill", "Rate a usage file with a catalogue",
        R"(A usage file has a line for each thing that was stored, counted or held; its fields are
described in docs/tariffs.md:
  resource,meter,from,to,at,month,bytes,objects,quantity,unit,workload,copy,state
  provider/cold,storage,2027-01-01,2027-02-01,,,40 TB,40000,,,,,
  provider/cold,put,,,2027-01-01,,,,40000,,,,
  provider/internet,sent-bytes,,,,2027-01,,,500,GB,,,
An amount without a known price is "unknown" (empty in CSV, null in JSON, no row in FOCUS), and
sums with such amounts begin with "≥".

Examples:
  reentry bill usage.csv --catalogue aws-eu-central-1
  reentry bill usage.csv --catalogue scaleway --explain
  reentry bill usage.json --catalogue provider=ovhcloud --catalogue library=tape-library-lto-9
  reentry bill usage.csv --catalogue aws-eu-central-1 --format xlsx -o bill.xlsx)");
    const auto options = std::make_shared<BillOptions>();
    command.option("usage", "FILE", options->usage, "Usage file, CSV or JSON; - is standard input",
                   Need::required);
    add_tariff_options(command, options->tariffs);
    add_bill_output(command, options->output);
    command.runs([options](Session& session) { return bill(*options, session); });
}

}  // namespace reentry::cli
