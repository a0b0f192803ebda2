// The completion scripts, the one for bash in a real bash.
#include "cli/completion/completion.hpp"

#include "tests/cli/command_run.hpp"
#include "tests/cli/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace reentry::cli;

std::string shell_output(const std::string& command) {
    std::string text;
    std::FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> part{};
    while (std::fgets(part.data(), part.size(), pipe) != nullptr) text += part.data();
    pclose(pipe);
    return text;
}

bool is_there(const std::string& shell) {
    return std::system(("command -v " + shell + " >/dev/null 2>&1").c_str()) == 0;
}

// What bash offers after a command line; the last word is being typed.
std::string offered(const ScratchFolder& folder, const std::string& line) {
    folder.write("complete.sh", "source ./reentry.bash\nCOMP_WORDS=(" + line +
                                    ")\n[ \"$LAST\" = empty ] && COMP_WORDS+=('')\n"
                                    "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_reentry\n"
                                    "printf '%s ' \"${COMPREPLY[@]}\"\n");
    return shell_output("cd " + folder.path.string() + " && bash complete.sh");
}

std::string offered_next(const ScratchFolder& folder, const std::string& line) {
    setenv("LAST", "empty", 1);
    const auto text = offered(folder, line);
    unsetenv("LAST");
    return text;
}

}  // namespace

TEST_CASE("bash completes commands, options, values and files") {
    const ScratchFolder folder;
    folder.write("reentry.bash", reentry_run({"completion", "bash"}).out);
    folder.write("office.toml", "");
    CHECK(offered(folder, "reentry che") == "check ");
    CHECK(offered(folder, "reentry run --see") == "--seed ");
    CHECK(offered(folder, "reentry catalogue sh") == "show ");
    CHECK(offered(folder, "reentry --color never catalogue show --so") == "--sources ");
    CHECK(offered_next(folder, "reentry run --format") == "table json csv markdown ");
    CHECK(offered(folder, "reentry bill --format fo") == "focus ");
    CHECK(offered(folder, "reentry run off") == "office.toml ");
    CHECK(offered_next(folder, "reentry --color") == "auto never always ");
    CHECK(offered(folder, "reentry completion z") == "zsh ");
}

TEST_CASE("every script knows every command and option") {
    const auto tree = command_line();
    const auto bash = bash_completion(tree);
    const auto zsh = zsh_completion(tree);
    const auto fish = fish_completion(tree);
    for (const auto* command : flattened(tree)) {
        CAPTURE(command->path);
        CHECK(bash.find(command->name) != std::string::npos);
        CHECK(zsh.find(command->name) != std::string::npos);
        CHECK(fish.find(command->name) != std::string::npos);
        for (const auto& option : command->options)
            for (const auto& name : option.names) {
                CAPTURE(name);
                CHECK(bash.find(name) != std::string::npos);
                CHECK(zsh.find("'*" + name + "[") != std::string::npos);
                if (name.rfind("--", 0) == 0)
                    CHECK(fish.find(" -l " + name.substr(2)) != std::string::npos);
            }
    }
}

TEST_CASE("the scripts are understood by their shells, where these are installed") {
    const ScratchFolder folder;
    for (const std::string shell : {"bash", "zsh", "fish"}) {
        if (!is_there(shell)) continue;
        CAPTURE(shell);
        folder.write("script", reentry_run({"completion", shell}).out);
        CHECK(shell_output(shell + " -n " + (folder.path / "script").string() + " 2>&1").empty());
    }
}
