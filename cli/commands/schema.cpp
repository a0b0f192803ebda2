// reentry schema: the JSON Schema of scenario files, for editors.
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "models/scenario/scenario_file.hpp"

namespace reentry::cli {
namespace {

ExitCode print_schema(Session& session) {
    session.outside.out << scenario_schema();
    return ExitCode::success;
}

}  // namespace

void add_schema(Command& program) {
    auto command = program.command(
        "schema", "Print the JSON Schema of scenario files",
        R"(Editors that know TOML schemas complete keys and mark mistakes with it. A scenario
names it in its first line:
  #:schema ./reentry.schema.json

Example:
  reentry schema > reentry.schema.json)");
    command.runs(print_schema);
}

}  // namespace reentry::cli
