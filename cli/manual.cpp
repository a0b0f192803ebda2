#include "cli/manual.hpp"

#include <fmt/format.h>

#include <sstream>

namespace reentry::cli {
namespace {

// Backslashes, hyphens that are to stay hyphens, and lines that troff would take for requests.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else
            result += c;
    }
    if (!result.empty() && (result.front() == '.' || result.front() == '\''))
        result.insert(0, "\\&");
    return result;
}

std::string option_entry(const OptionText& option) {
    std::string head;
    for (const auto& name : option.names)
        head += fmt::format("{}\\fB{}\\fR", head.empty() ? "" : ", ", escaped(name));
    if (option.names.empty())
        head = fmt::format("\\fI{}\\fR", escaped(option.value));
    else if (!option.value.empty())
        head += fmt::format(" \\fI{}\\fR", escaped(option.value));
    return fmt::format(".TP\n{}\n{}\n", head, escaped(option.meaning));
}

// Indented lines are examples and stay as they are; others are filled.
std::string prose(const std::string& text) {
    std::string result;
    std::istringstream lines(text);
    bool verbatim = false;
    for (std::string line; std::getline(lines, line);) {
        const bool indented = line.rfind("  ", 0) == 0;
        if (indented != verbatim) result += indented ? ".nf\n" : ".fi\n";
        verbatim = indented;
        result += line.empty() ? ".PP\n" : escaped(line) + "\n";
    }
    return result + (verbatim ? ".fi\n" : "");
}

std::string synopsis(const CommandText& command) {
    std::string line = fmt::format("\\fBreentry {}\\fR", escaped(command.path));
    bool optional = false;
    for (const auto& option : command.options) {
        if (option.names.empty() || option.names.back() == "--help") continue;
        if (option.required)
            line += fmt::format(" \\fB{}\\fR \\fI{}\\fR", escaped(option.names.back()),
                                escaped(option.value));
        optional = optional || !option.required;
    }
    if (optional) line += " [\\fIOPTIONS\\fR]";
    for (const auto& option : command.options)
        if (option.names.empty())
            line +=
                fmt::format(" {}\\fI{}\\fR{}{}", option.required ? "" : "[", escaped(option.value),
                            option.several ? "..." : "", option.required ? "" : "]");
    return line;
}

std::string command_section(const CommandText& command) {
    std::string text = fmt::format(".SS {}\n{}.\n", synopsis(command), escaped(command.meaning));
    for (const auto& option : command.options)
        if (option.names.empty() || option.names.back() != "--help") text += option_entry(option);
    if (!command.more.empty()) text += ".PP\n" + prose(command.more);
    return text;
}

constexpr const char* outside = R"(.SH EXIT STATUS
.TP
.B 0
Success. That no strategy meets the objectives is a result, not an error.
.TP
.B 1
The input has errors; all of them were told, and nothing was written.
.TP
.B 2
The command line was not understood.
.TP
.B 3
A file could not be written, or the program itself is at fault.
.TP
.B 130
Interrupted by SIGINT or SIGTERM: no file was written, older results are as they were.
.SH ENVIRONMENT
.TP
.B REENTRY_DATA
Folder with the catalogues, unless \fB\-\-data\fR names one.
.TP
.B NO_COLOR
When set and not empty, no colours unless \fB\-\-color always\fR.
.TP
.B COLUMNS
Width of tables when standard output is not a terminal.
.SH FILES
.TP
.I out/<scenario>/
Where \fBreentry run\fR writes its result: report.html, report.md, comparison.json, comparison.csv,
tables/, charts/, scenario.toml.
)";

}  // namespace

std::string manual(const CommandText& tree, const std::string& version) {
    std::string text =
        fmt::format(".TH REENTRY 1 \"\" \"Reentry {}\" \"User Commands\"\n", version);
    text += ".SH NAME\nreentry \\- backup cost and recovery\\-time simulator\n";
    text += ".SH SYNOPSIS\n\\fBreentry\\fR [\\fIOPTIONS\\fR] \\fICOMMAND\\fR ...\n";
    text += ".SH DESCRIPTION\n" + prose(tree.meaning);
    text += ".SH GLOBAL OPTIONS\nThey may stand before or after the command.\n";
    for (const auto& option : tree.options) text += option_entry(option);
    text += ".SH COMMANDS\n";
    for (const auto* command : flattened(tree))
        if (command != &tree && command->commands.empty()) text += command_section(*command);
    return text + outside + ".SH EXAMPLES\n" + prose(tree.more);
}

}  // namespace reentry::cli
