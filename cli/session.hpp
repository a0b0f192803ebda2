// One run of the program: the outside world with the global options applied to it.
#pragma once

#include "cli/outside.hpp"
#include "models/diagnostic.hpp"
#include "report/render/terminal.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace reentry {
class Catalogue;
}

namespace reentry::cli {

enum class Colour : std::uint8_t { automatic, never, always };

struct GlobalOptions {
    Colour colour = Colour::automatic;  // automatic: on a terminal, unless NO_COLOR is set
    std::string data;                   // empty: REENTRY_DATA, else the installation's own
};

class Session {
 public:
    Session(const Outside& world, const GlobalOptions& options)
        : outside(world), options_(options) {}

    const Outside& outside;

    // The folder with the catalogues.
    std::filesystem::path data() const;

    // All catalogues. Nothing when a file has errors: a price must not be missing in silence; they
    // are reported.
    std::optional<Catalogue> catalogue();

    // How to lay out what goes to standard output.
    report::TerminalOptions layout() const;

    // One line per diagnostic to standard error, as compilers do. Those without a file are about
    // the command line: "reentry: error: ...".
    void complain(const Diagnostics& diagnostics);
    void complain(const Diagnostic& diagnostic);

    // One line to standard error that is not about a place in a file: "reentry: error: ...".
    void error(const std::string& text);
    void note(const std::string& text);

 private:
    bool coloured(bool is_terminal) const;

    GlobalOptions options_;
};

}  // namespace reentry::cli
