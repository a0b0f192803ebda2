// One restore of so many bytes from a shipped catalogue, with everything else out of the way: for
// comparisons with figures that others published. docs/validation.md lists them.
#pragma once

#include "models/operation/case.hpp"
#include "models/recovery/recover.hpp"

#include <memory>
#include <string>

namespace validation {

// A workload "data" whose array failed, restored over one line without any other wait: sites, disks
// and the line to the provider are faster than what is compared, unless `more` says otherwise.
struct Setting {
    std::string provider = "aws-eu-central-1";
    std::string to = "provider/hot";  // or "far-disk", "library"
    std::string product = "generic";
    std::string thaw = "standard";
    std::string line = "capacity = \"100 GB/s\"";  // keys of the link to the far disk
    std::string transport = "window = \"0 B\"";    // no window
    std::string workload;                          // more keys of the workload
    double reduction = 1;
};

// The case of a setting, open for changes before it is used.
struct OneRestore {
    explicit OneRestore(const Setting& setting);
    OneRestore(const OneRestore&) = delete;
    OneRestore& operator=(const OneRestore&) = delete;

    // What happens when the newest point holds so many stored bytes in one whole copy.
    reentry::WorkloadOutcome of(double bytes) const;

    reentry::Location& place() { return what.places.front(); }

    std::unique_ptr<reentry::Scenario> scenario;
    reentry::Case what;
};

// Seconds that a restore spent in a stage, all spans of it together.
double seconds_in(const reentry::WorkloadOutcome& outcome, reentry::Stage stage);

inline constexpr double TB = 1e12, GB = 1e9, TiB = 1'099'511'627'776.0, GiB = 1'073'741'824.0,
                        MiB = 1'048'576.0, KiB = 1'024.0;
inline constexpr double hour = 3'600, day = 86'400;

}  // namespace validation
