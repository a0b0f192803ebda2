// reentry: the outside world enters here and nowhere else.
#include "cli/interrupts.hpp"
#include "cli/program.hpp"
#include "sim/clock.hpp"

#include <cstdlib>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace {

using namespace reentry::cli;

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT: no other thread changes the environment
    if (value == nullptr) return std::nullopt;
    return value;
}

std::size_t terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    const auto columns = environment("COLUMNS");
    const auto stated = columns ? std::strtoul(columns->c_str(), nullptr, 10) : 0;
    return stated > 0 ? stated : 120;
}

std::chrono::year_month_day today() {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

// Beside an installed program lies share/reentry; a program that was only built uses its sources.
std::filesystem::path shared(const char* folder) {
    std::error_code problem;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
    const auto installed = program.parent_path().parent_path() / "share/reentry" / folder;
    if (!problem && std::filesystem::is_directory(installed, problem)) return installed;
    return std::filesystem::path(REENTRY_SOURCE_DIR) / folder;
}

}  // namespace

int main(int argc, char** argv) {
    const Interrupts interrupts;
    const Outside outside{
        .in = std::cin,
        .out = std::cout,
        .err = std::cerr,
        .out_is_terminal = isatty(STDOUT_FILENO) == 1,
        .err_is_terminal = isatty(STDERR_FILENO) == 1,
        .width = terminal_width(),
        .environment = environment,
        .today = today,
        .stopwatch = [] { return std::chrono::steady_clock::now(); },
        .stop = interrupts.token(),
        .data = shared("data"),
        .templates = shared("report-templates"),
    };
    return static_cast<int>(run_program({argv + 1, argv + argc}, outside));
}
