// What the program tells the shell. Documented in docs/cli.md and the man page.
#pragma once

namespace reentry::cli {

enum class ExitCode : int {
    success = 0,        // also when no strategy meets the objectives: that is a result
    bad_input = 1,      // a file or a value in it has errors; all of them were reported
    usage = 2,          // the command line was not understood
    failure = 3,        // a file could not be written, or the program itself is at fault
    interrupted = 130,  // SIGINT or SIGTERM: nothing was written, what was there is there
};

}  // namespace reentry::cli
