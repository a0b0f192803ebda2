// The commands of the program. Each adds itself to the command line with its options and what it
// does. One command, one file in commands/.
#pragma once

#include "cli/command.hpp"

namespace reentry::cli {

void add_run(Command& program);
void add_check(Command& program);
void add_new(Command& program);
void add_schema(Command& program);
void add_explain(Command& program);
void add_bill(Command& program);
void add_chaos(Command& program);
void add_transfer(Command& program);
void add_catalogue(Command& program);
void add_completion(Command& program);
void add_manual(Command& program);

// Below `reentry catalogue`.
void add_catalogue_list(Command& catalogue);
void add_catalogue_show(Command& catalogue);
void add_catalogue_check(Command& catalogue);
void add_catalogue_import(Command& catalogue);
void add_catalogue_fetch(Command& catalogue);

}  // namespace reentry::cli
