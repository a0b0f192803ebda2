// Downloads files over HTTP: the only code of the program that touches the network.
//
// A file appears under its name only when it is whole. Until then its bytes are in NAME.part, with
// the server's tag of that version in NAME.part.etag; a later try asks for the rest and takes it
// only if the file has not changed since (If-Range). Connections that break, answers 408, 429 and
// 5xx are tried again after a growing pause; Retry-After is honoured. Proxies are taken from the
// environment by libcurl (https_proxy, no_proxy).
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace reentry::cli {

struct FetchLimits {
    std::chrono::milliseconds connect{20'000};  // until the connection stands
    std::chrono::milliseconds stall{60'000};    // without a byte, after that
    int tries = 5;                              // in all
    std::chrono::milliseconds pause{1'000};     // before the second try; doubled for each further
    std::chrono::milliseconds longest_pause{60'000};
};

struct FetchFile {
    std::string url;
    std::filesystem::path path;
    std::vector<std::string> headers{};  // "Name: value"; never shown
};

struct FetchOutcome {
    bool done = false;
    bool stopped = false;  // asked to stop; what is there is kept for the next time
    std::string problem;   // "HTTP 404", "timed out after 20 s"; empty when done
    std::uint64_t bytes = 0;
    int tries = 0;
};

// Received and expected bytes of the file; 0: not stated.
using FetchProgress = std::function<void(const FetchFile&, std::uint64_t, std::uint64_t)>;

// Throws std::system_error when the file cannot be written.
FetchOutcome fetch(const FetchFile& file, const FetchLimits& limits, const std::stop_token& stop,
                   const FetchProgress& progress);

}  // namespace reentry::cli
