// Runs the program in this process, with an outside world of strings.
#pragma once

#include "cli/program.hpp"
#include "tests/root.hpp"

#include <optional>
#include <sstream>
#include <stop_token>
#include <string>
#include <vector>

struct CommandRun {
    int code = 0;
    std::string out, err;
};

struct World {
    std::string input;
    bool terminal = false;  // standard output and error
    bool stopped = false;   // the user has pressed Ctrl-C already
    std::vector<std::pair<std::string, std::string>> environment;
    std::string data = reentry::in_root("tests/cli/golden/data");
};

inline CommandRun reentry_run(const std::vector<std::string>& arguments, const World& world = {}) {
    std::istringstream in(world.input);
    std::ostringstream out, err;
    std::stop_source stop;
    if (world.stopped) stop.request_stop();
    std::chrono::steady_clock::time_point now{};
    const reentry::cli::Outside outside{
        .in = in,
        .out = out,
        .err = err,
        .out_is_terminal = world.terminal,
        .err_is_terminal = world.terminal,
        .width = 100,
        .environment = [&world](const char* name) -> std::optional<std::string> {
            for (const auto& [known, value] : world.environment)
                if (known == name) return value;
            return std::nullopt;
        },
        .today = [] { return std::chrono::year{2026} / 11 / 21; },
        .stopwatch = [&now] { return now += std::chrono::seconds{1}; },
        .stop = stop.get_token(),
        .data = world.data,
        .templates = reentry::in_root("report-templates"),
    };
    CommandRun result;
    result.code = static_cast<int>(reentry::cli::run_program(arguments, outside));
    result.out = out.str();
    result.err = err.str();
    return result;
}
