// reentry transfer: when given transfers finish that share given links.
#include "cli/commands.hpp"
#include "cli/text_file.hpp"
#include "models/network/transfer_files.hpp"

#include <memory>

namespace reentry::cli {
namespace {

struct TransferOptions {
    std::string links, flows, output;
};

ExitCode transfer(const TransferOptions& options, Session& session) {
    const auto links_text = read_text(session, options.links);
    const auto flows_text = read_text(session, options.flows);
    if (!links_text || !flows_text) return ExitCode::bad_input;
    Diagnostics faults;
    const auto links = read_links(*links_text, options.links, faults);
    const auto flows = read_flows(*flows_text, options.flows, links, faults);
    session.complain(faults);
    if (faults.has_errors()) return ExitCode::bad_input;
    const auto finish = sim::finish_times(links, flows);
    write_text(session, options.output, write_finish(flows, finish));
    return ExitCode::success;
}

}  // namespace

void add_transfer(Command& program) {
    auto command = program.command(
        "transfer", "Tell when transfers finish that share links",
        R"(For planning a seeding or a migration. Links are shared max-min fairly, in proportion to
the weights; a transfer never exceeds its cap. The result is CSV: name,finish_s, to the
nanosecond.
  links.csv   name,capacity_Bps
  flows.csv   name,start_s,bytes,path[,rate_cap_Bps][,weight]; a path is link names joined by |

Example:
  reentry transfer --links links.csv --flows flows.csv -o finish.csv)");
    const auto options = std::make_shared<TransferOptions>();
    command.option("--links", "FILE", options->links, "CSV file with the links", Need::required);
    command.option("--flows", "FILE", options->flows, "CSV file with the transfers",
                   Need::required);
    command.option("-o,--output", "FILE", options->output, "Where to (default: standard output)");
    command.runs([options](Session& session) { return transfer(*options, session); });
}

}  // namespace reentry::cli
