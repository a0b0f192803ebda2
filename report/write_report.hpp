// Writes a report in full to a folder: report.html, report.md, comparison.json, one CSV for each
// table, and the pictures of its figures where charts can be drawn.
//
// Each file appears whole or not at all (report/atomic_file.hpp); a run that is interrupted leaves
// older files as they were.
#pragma once

#include "report/render/html.hpp"
#include "report/tree.hpp"
#include "study/comparison.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace reentry::report {

struct ReportTarget {
    std::filesystem::path folder;     // made if need be
    std::filesystem::path templates;  // template_folder() for the ones of this build
    DrawSvg svg;                      // empty: no pictures
    std::string version;              // of the program
    bool samples = false;             // every single incident into comparison.json
};

// The files written, relative to the folder, in the order of writing. Throws std::system_error or
// std::runtime_error that names the file.
std::vector<std::filesystem::path> write_report(const study::Comparison& comparison,
                                                const Document& document,
                                                const ReportTarget& target);

}  // namespace reentry::report
