// The folder of a result: all files of a run, or none of them.
//
// Everything is written to a folder beside the final names first and moved in one go at the end, so
// that a run that is interrupted, or that finds the disk full, leaves the older result as it was.
#pragma once

#include "report/tree.hpp"
#include "study/comparison.hpp"

#include <filesystem>
#include <stop_token>
#include <string>

namespace reentry::cli {

struct ResultContents {
    const study::Comparison& comparison;
    const report::Document& document;
    std::string scenario;             // the complete scenario, as TOML
    std::filesystem::path templates;  // of the HTML report
    std::string version;
    bool samples = false;  // every single incident into comparison.json
};

// False when `stop` was requested before everything was there; then nothing has changed. Throws
// std::system_error or std::runtime_error that names what could not be written.
bool write_result(const std::filesystem::path& folder, const ResultContents& contents,
                  const std::stop_token& stop);

}  // namespace reentry::cli
