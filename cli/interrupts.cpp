#include "cli/interrupts.hpp"

#include "cli/exit_code.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <system_error>
#include <unistd.h>

namespace reentry::cli {
namespace {

[[noreturn]] void end_now() {
    constexpr std::string_view told = "reentry: interrupted\n";
    [[maybe_unused]] const auto written = write(STDERR_FILENO, told.data(), told.size());
    std::_Exit(static_cast<int>(ExitCode::interrupted));
}

}  // namespace

Interrupts::Interrupts() {
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGINT);
    sigaddset(&wanted, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
    signals_ = signalfd(-1, &wanted, SFD_CLOEXEC);
    ending_ = eventfd(0, EFD_CLOEXEC);
    if (signals_ < 0 || ending_ < 0)
        throw std::system_error(errno, std::generic_category(), "cannot wait for signals");
    watcher_ = std::jthread([this] { watch(); });
}

Interrupts::~Interrupts() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(ending_, &one, sizeof one);
    watcher_.join();
    close(signals_);
    close(ending_);
}

void Interrupts::watch() {
    std::array<pollfd, 2> both{{{signals_, POLLIN, 0}, {ending_, POLLIN, 0}}};
    int patience = -1;  // milliseconds until the program ends without having stopped; -1: for ever
    for (;;) {
        const int ready = poll(both.data(), both.size(), patience);
        if (ready < 0 && errno != EINTR) return;
        if (ready == 0) end_now();
        if (ready < 0) continue;
        if (both[1].revents != 0) return;
        signalfd_siginfo arrived{};
        if (both[0].revents == 0 || read(signals_, &arrived, sizeof arrived) <= 0) continue;
        if (!source_.request_stop()) end_now();
        patience = 1500;
    }
}

}  // namespace reentry::cli
