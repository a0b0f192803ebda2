// A document as the data that the HTML templates read. Included by the HTML renderer's sources
// only.
#pragma once

#include "report/render/html.hpp"

#include <kainjow/mustache.hpp>

namespace reentry::report {

kainjow::mustache::data html_data(const Document& document, const DrawSvg& svg);

}  // namespace reentry::report
