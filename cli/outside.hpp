// Everything outside the program, handed in by main: streams, terminal, environment, clocks, the
// wish to stop, and the folders of the installation. Tests hand in their own.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <stop_token>
#include <string>

namespace reentry::cli {

struct Outside {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    std::size_t width = 100;  // columns of the terminal
    // The value of an environment variable; nothing when it is not set.
    std::function<std::optional<std::string>(const char*)> environment;
    std::function<std::chrono::year_month_day()> today;
    std::function<std::chrono::steady_clock::time_point()> stopwatch;  // for progress only
    std::stop_token stop;             // requested by SIGINT and SIGTERM
    std::filesystem::path data;       // catalogues
    std::filesystem::path templates;  // report templates
};

}  // namespace reentry::cli
