#include "report/comparison/figures.hpp"
#include "report/comparison/sections.hpp"

namespace reentry::report {

Section recovery_section(const std::vector<RecoveryTrace>& traces) {
    Section section{"recovery", "One recovery, step by step", {}};
    for (std::size_t i = 0; i < traces.size(); ++i) append(section, gantt_figure(traces[i], i + 1));
    return section;
}

}  // namespace reentry::report
