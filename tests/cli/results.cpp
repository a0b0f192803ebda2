// What reentry run leaves in its folder, and what it leaves alone.
#include "tests/cli/command_run.hpp"
#include "tests/cli/scratch_folder.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

const std::string tiny = reentry::in_root("tests/cli/golden/tiny.toml");

// Starts the program itself in the folder.
pid_t start(const ScratchFolder& folder, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), REENTRY_PROGRAM);
    const pid_t child = fork();
    if (child != 0) return child;
    std::vector<char*> values;
    for (auto& argument : arguments) values.push_back(argument.data());
    values.push_back(nullptr);
    if (chdir(folder.path.c_str()) != 0 ||
        dup2(open("out.txt", O_CREAT | O_WRONLY, 0600), STDOUT_FILENO) < 0 ||
        dup2(open("err.txt", O_CREAT | O_WRONLY, 0600), STDERR_FILENO) < 0)
        _exit(99);
    setenv("REENTRY_DATA", reentry::in_root("tests/cli/golden/data").c_str(), 1);
    execv(values.front(), values.data());
    _exit(98);
}

int exit_code(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

TEST_CASE("a run writes its result in full") {
    const ScratchFolder folder;
    const auto to = (folder.path / "result").string();
    const auto run = reentry_run({"run", tiny, "-o", to});
    CHECK(run.code == 0);
    CHECK(run.err.find("None of the 2 options meets the objectives.\n") != std::string::npos);
    CHECK(run.err.find("report: " + to + "/report.html") != std::string::npos);
    for (const std::string name : {"report.html", "report.md", "comparison.json", "comparison.csv",
                                   "scenario.toml", "tables/comparison.csv"}) {
        CAPTURE(name);
        CHECK(!folder.text("result/" + name).empty());
    }
    for (const auto& name : folder.names("result"))
        CHECK(name.front() != '.');  // nothing temporary
    const auto result = nlohmann::json::parse(folder.text("result/comparison.json"));
    CHECK(result.at("options").size() == 2);
}

TEST_CASE("the scenario that is written with the result gives the same result") {
    const ScratchFolder folder;
    const auto first = (folder.path / "first").string(), second = (folder.path / "second").string();
    REQUIRE(reentry_run({"run", tiny, "-o", first, "--seed", "5", "-q"}).code == 0);
    REQUIRE(reentry_run({"run", first + "/scenario.toml", "-o", second, "-q"}).code == 0);
    CHECK(folder.text("first/comparison.json") == folder.text("second/comparison.json"));
}

TEST_CASE("the number of threads and a second run change no byte") {
    const ScratchFolder folder;
    for (const std::string jobs : {"1", "2"})
        REQUIRE(reentry_run({"run", tiny, "-o", (folder.path / jobs).string(), "--jobs", jobs,
                             "--samples", "--quiet"})
                    .code == 0);
    for (const std::string name :
         {"comparison.json", "comparison.csv", "report.html", "report.md"}) {
        CAPTURE(name);
        CHECK(folder.text("1/" + name) == folder.text("2/" + name));
    }
}

TEST_CASE("JSON holds single incidents when asked") {
    const auto with = reentry_run({"run", tiny, "-o", "-", "--format", "json", "--samples"}).out;
    const auto without = reentry_run({"run", tiny, "-o", "-", "--format", "json"}).out;
    CHECK(nlohmann::json::parse(with).is_object());
    CHECK(with.size() > without.size());
}

TEST_CASE("a run that is interrupted writes nothing and keeps what was there") {
    const ScratchFolder folder;
    const auto to = (folder.path / "result").string();
    std::filesystem::create_directories(to);
    folder.write("result/report.html", "older");
    World world;
    world.stopped = true;
    const auto run = reentry_run({"run", tiny, "-o", to}, world);
    CHECK(run.code == 130);
    CHECK(run.out.empty());
    CHECK(folder.text("result/report.html") == "older");
    CHECK(folder.names("result") == std::vector<std::string>{"report.html"});
}

TEST_CASE("SIGINT and SIGTERM end the program with 130 and keep older results") {
    for (const int signal : {SIGINT, SIGTERM}) {
        const ScratchFolder folder;
        std::filesystem::create_directories(folder.path / "result");
        folder.write("result/comparison.json", "older");
        const auto child = start(folder, {"run", tiny, "-o", "result", "--incidents", "1000000"});
        std::this_thread::sleep_for(std::chrono::milliseconds{500});
        kill(child, signal);
        CHECK(exit_code(child) == 130);
        CHECK(folder.text("result/comparison.json") == "older");
        CHECK(folder.names("result") == std::vector<std::string>{"comparison.json"});
        CHECK(folder.text("out.txt").empty());
        CHECK(folder.text("err.txt").rfind("reentry: interrupted", 0) == 0);
    }
}

TEST_CASE("the program itself runs without a terminal in silence") {
    const ScratchFolder folder;
    CHECK(exit_code(start(folder, {"run", tiny, "--quiet"})) == 0);
    CHECK(folder.text("err.txt").empty());
    CHECK(!folder.text("out/tiny/report.html").empty());
}

TEST_CASE("a folder that cannot be written is a failure that names it") {
    const ScratchFolder folder;
    folder.write("file", "");
    const auto run = reentry_run({"run", tiny, "-o", (folder.path / "file").string(), "-q"});
    CHECK(run.code == 3);
    CHECK(run.err.find((folder.path / "file").string()) != std::string::npos);
}

TEST_CASE("a terminal gets a progress bar, and --quiet takes it away") {
    World world;
    world.terminal = true;
    const auto run = reentry_run({"run", tiny, "-o", "-", "--jobs", "1"}, world);
    CHECK(run.err.find("[============") != std::string::npos);
    CHECK(run.err.find(" left") != std::string::npos);
    CHECK(run.err.substr(run.err.size() - 4) == "\r\x1b[K");  // the line is left empty
    CHECK(reentry_run({"run", tiny, "-o", "-", "--jobs", "1", "-q"}, world).err.empty());
}
