// QSvgGenerator writes an empty group for every change of a pen and repeats defaults: more than
// half of a file. This takes them out; what is drawn stays the same.
#pragma once

#include <string>

namespace reentry::report {

std::string compact_svg(const std::string& svg);

}  // namespace reentry::report
