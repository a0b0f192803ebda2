#include "gui/command_line.hpp"

#include <fmt/format.h>

#include <charconv>

namespace reentry::gui {
namespace {

bool read_count(const std::string& text, std::int64_t& count) {
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, count);
    return error == std::errc{} && at == end && count > 0;
}

// The value of an option; reports when there is none.
const std::string* value_of(const std::vector<std::string>& arguments, std::size_t& i,
                            std::string& problem) {
    if (i + 1 < arguments.size()) return &arguments[++i];
    problem = fmt::format("{} needs a value", arguments[i]);
    return nullptr;
}

bool read_option(const std::vector<std::string>& arguments, std::size_t& i, CommandLine& line,
                 std::string& problem) {
    const std::string& option = arguments[i];
    if (option == "--help" || option == "-h") return line.help = true;
    if (option == "--version") return line.version = true;
    if (option != "--screenshot" && option != "--data" && option != "--incidents") {
        problem = fmt::format("unknown option {}", option);
        return false;
    }
    const std::string* value = value_of(arguments, i, problem);
    if (value == nullptr) return false;
    if (option == "--screenshot") line.screenshots = *value;
    if (option == "--data") line.data = *value;
    if (option != "--incidents" || read_count(*value, line.incidents)) return true;
    problem = fmt::format("--incidents: found {}, expected a whole number above 0", *value);
    return false;
}

}  // namespace

std::optional<CommandLine> read_command_line(const std::vector<std::string>& arguments,
                                             std::string& problem) {
    CommandLine line;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].starts_with("-")) {
            if (!read_option(arguments, i, line, problem)) return std::nullopt;
        } else if (line.scenario.empty()) {
            line.scenario = arguments[i];
        } else {
            problem = fmt::format("one scenario at a time: {} is one too many", arguments[i]);
            return std::nullopt;
        }
    }
    if (!line.screenshots.empty() && line.scenario.empty() && !line.help) {
        problem = "--screenshot needs a scenario";
        return std::nullopt;
    }
    return line;
}

std::string usage() {
    return "Usage: reentry-dashboard [options] [SCENARIO]\n"
           "\n"
           "  --screenshot DIR   run SCENARIO without a screen and write a picture of each page\n"
           "                     to DIR: overview.png, cost.png, recovery.png, frontier.png\n"
           "  --incidents N      N incidents of each class instead of what the scenario asks for\n"
           "  --data DIR         catalogues to use instead of those installed\n"
           "  --version, --help\n"
           "\n"
           "Exit codes: 0 done; 1 the scenario or a catalogue has errors, or the run failed;\n"
           "2 wrong usage.\n";
}

}  // namespace reentry::gui
