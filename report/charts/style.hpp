// How charts look: one typeface, one palette that people with colour-blindness can tell apart
// (Okabe and Ito, 2008), and inks for light and dark surroundings.
#pragma once

#include <QColor>
#include <QFont>

namespace reentry::report {

struct Style {
    QColor paper{255, 255, 255};
    QColor ink{27, 37, 48};
    QColor soft{90, 104, 117};  // axis labels, notes
    QColor grid{226, 231, 236};
    QColor good{0, 158, 115};  // where the objectives are met
    QColor limit{213, 94, 0};  // what is asked: RTO
};

Style dark_style();  // for a dark window; pictures for pages are always light

// The i-th colour for lines, points and bars; from the eighth on they come again.
QColor series_colour(std::size_t i);

// Liberation Sans, which Debian has as fonts-liberation and which is as wide as Arial.
QFont chart_font(int pixels, bool bold = false);

// The colour, darker or lighter so that letters in it can be read on that paper.
QColor letters(const QColor& colour, const QColor& paper);

// The colour mixed with paper: 0 is paper, 1 is the colour.
QColor tint(const QColor& colour, const QColor& paper, double share);

}  // namespace reentry::report
