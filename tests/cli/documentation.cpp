// Every option is tested and documented, by a check.
#include "cli/completion/completion.hpp"
#include "cli/manual.hpp"
#include "tests/cli/command_run.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace {

namespace fs = std::filesystem;
using namespace reentry::cli;

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// All that the tests of the command line say.
std::string tests_text() {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(reentry::in_root("tests/cli")))
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".txt")
            all += text_of(entry.path());
    return all;
}

// The part of docs/cli.md about a command ("## catalogue"), or about the global options.
std::string section_of(const std::string& document, const CommandText& command) {
    const auto first = command.path.substr(0, command.path.find(' '));
    const auto begin = document.find(first.empty() ? "## Global options" : "## " + first + "\n");
    if (begin == std::string::npos) return {};
    return document.substr(begin, document.find("\n## ", begin) - begin);
}

template <class Visit>
void each_option(Visit visit) {
    const auto tree = command_line();
    for (const auto* command : flattened(tree))
        for (const auto& option : command->options)
            for (const auto& name : option.names) visit(*command, option, name);
}

// "\fB\-\-output\fR" as it is read.
std::string without_escapes(std::string page) {
    std::string plain;
    for (std::size_t i = 0; i < page.size(); ++i) {
        if (page[i] != '\\')
            plain += page[i];
        else if (page.compare(i, 2, "\\f") == 0)
            i += 2;
    }
    return plain;
}

}  // namespace

TEST_CASE("every option stands in docs/cli.md, in the section of its command") {
    const auto document = text_of(reentry::in_root("docs/cli.md"));
    each_option([&](const CommandText& command, const OptionText&, const std::string& name) {
        if (name == "--help" || name == "-h") return;
        CAPTURE(command.path);
        CAPTURE(name);
        CHECK(section_of(document, command).find(name) != std::string::npos);
    });
}

TEST_CASE("every command has a section in docs/cli.md") {
    const auto document = text_of(reentry::in_root("docs/cli.md"));
    const auto tree = command_line();
    for (const auto* command : flattened(tree)) {
        CAPTURE(command->path);
        CHECK(!section_of(document, *command).empty());
        CHECK(document.find("reentry " + command->path) != std::string::npos);
    }
}

TEST_CASE("every option appears in a test") {
    const auto tests = tests_text();
    each_option([&](const CommandText& command, const OptionText& option, const std::string& name) {
        if (name == "-h") return;
        CAPTURE(command.path);
        CAPTURE(name);
        bool tested = false;
        for (const auto& known : option.names)
            tested = tested || tests.find(known + " ") != std::string::npos ||
                     tests.find(known + "\n") != std::string::npos ||
                     tests.find("\"" + known + "\"") != std::string::npos;
        CHECK(tested);
    });
}

TEST_CASE("every command appears in a golden file or a test") {
    const auto tests = tests_text();
    const auto tree = command_line();
    for (const auto* command : flattened(tree)) {
        if (!command->commands.empty()) continue;
        CAPTURE(command->path);
        const auto first = command->path.substr(0, command->path.find(' '));
        CHECK((tests.find("reentry " + command->path) != std::string::npos ||
               tests.find("{\"" + first + "\"") != std::string::npos));
    }
}

TEST_CASE("docs/man/reentry.1 is the output of reentry manual") {
    const fs::path path = reentry::in_root("docs/man/reentry.1");
    const auto page = reentry_run({"manual"}).out;
    if (std::getenv("REENTRY_UPDATE_GOLDEN") != nullptr)
        std::ofstream(path, std::ios::binary) << page;
    CHECK(text_of(path) == page);
}

TEST_CASE("the manual tells every option, every command and every exit code") {
    const auto page = without_escapes(manual(command_line(), version()));
    each_option([&](const CommandText& command, const OptionText&, const std::string& name) {
        CAPTURE(command.path);
        CHECK(page.find(name) != std::string::npos);
    });
    for (const auto* code : {".B 0\n", ".B 1\n", ".B 2\n", ".B 3\n", ".B 130\n"})
        CHECK(page.find(code) != std::string::npos);
}

TEST_CASE("no line of the manual is a request that was not meant") {
    const std::set<std::string> requests{".TH", ".SH", ".SS", ".TP", ".PP",
                                         ".nf", ".fi", ".B",  ".I"};
    std::istringstream lines(manual(command_line(), version()));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || (line.front() != '.' && line.front() != '\'')) continue;
        CAPTURE(line);
        CHECK(requests.count(line.substr(0, line.find(' '))) == 1);
    }
}

TEST_CASE("help reads well at 100 columns") {
    const auto tree = command_line();
    for (const auto* command : flattened(tree)) {
        CAPTURE(command->path);
        CHECK(!command->meaning.empty());
        std::istringstream lines(command->more);
        for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 104);
        CHECK(command->more.find("\t") == std::string::npos);
    }
}
