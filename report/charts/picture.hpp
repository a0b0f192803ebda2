// Pictures of charts for pages: SVG as text, PNG as a file. The same chart gives the same bytes.
#pragma once

#include "report/charts/draw.hpp"
#include "report/tree.hpp"

#include <QImage>

#include <filesystem>
#include <string>

namespace reentry::report {

std::string svg_picture(const Figure& figure);

// At `scale` pixels to one of the natural size.
QImage image(const Chart& chart, double scale = 2);

// Each atomically, as <folder>/<figure id>.svg and .png. Throws std::system_error that names the
// path.
void write_pictures(const std::filesystem::path& folder, const Document& document);

}  // namespace reentry::report
