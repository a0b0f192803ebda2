// reentry catalogue: what is known of providers, equipment and backup products, and how well.
#include "cli/commands.hpp"

namespace reentry::cli {

void add_catalogue(Command& program) {
    auto command = program.command("catalogue", "List, show and check the catalogues", R"(Examples:
  reentry catalogue list
  reentry catalogue show scaleway --sources
  reentry catalogue check --scenario office.toml)");
    add_catalogue_list(command);
    add_catalogue_show(command);
    add_catalogue_check(command);
    add_catalogue_import(command);
    add_catalogue_fetch(command);
}

}  // namespace reentry::cli
