// How the dashboard looks: one typeface, one accent, inks that people with colour-blindness can
// tell apart (Okabe and Ito, 2008, darkened where they are text on white).
#pragma once

#include "report/tree.hpp"

#include <QApplication>
#include <QColor>

namespace reentry::gui::theme {

inline const QColor paper{255, 255, 255};
inline const QColor desk{244, 246, 248};  // behind pages
inline const QColor line{221, 227, 232};  // borders
inline const QColor ink{27, 37, 48};
inline const QColor soft{90, 104, 117};   // labels, notes
inline const QColor accent{0, 114, 178};  // selection, the one thing to press

inline constexpr int gap = 8;      // between things that belong together
inline constexpr int margin = 16;  // around groups

// Ink for a tone; always beside a word or symbol that says the same.
QColor ink_of(report::Tone tone);
// A pale ground for a tone; paper for plain ones.
QColor ground_of(report::Tone tone);

// Style, palette, typeface and style sheet of the whole program.
void apply(QApplication& application);

}  // namespace reentry::gui::theme
