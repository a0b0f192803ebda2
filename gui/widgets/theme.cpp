#include "gui/widgets/theme.hpp"

#include <QFont>
#include <QPalette>
#include <QStyleFactory>

namespace reentry::gui::theme {
namespace {

constexpr const char* style_sheet = R"(
QMainWindow, QDialog { background: #f4f6f8; }
QToolTip { background: #1b2530; color: #ffffff; border: none; padding: 5px 7px; }
QMenuBar { background: #ffffff; border-bottom: 1px solid #dde3e8; }
QMenuBar::item { padding: 5px 10px; }
QMenuBar::item:selected { background: #e6f1f8; }
QStatusBar { background: #ffffff; border-top: 1px solid #dde3e8; color: #5a6875; }
QStatusBar::item { border: none; }
QTabWidget::pane { border: none; border-top: 1px solid #dde3e8; }
QTabBar { background: #ffffff; qproperty-drawBase: 0; }
QTabBar::tab { padding: 9px 18px 8px 18px; color: #5a6875; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: #1b2530; font-weight: bold; border-bottom: 3px solid #0072b2; }
QTabBar::tab:hover:!selected { color: #1b2530; border-bottom: 3px solid #dde3e8; }
QDockWidget { font-weight: bold; }
QDockWidget::close-button { subcontrol-position: top right; top: 8px; right: 12px; }
QDockWidget::title { background: #ffffff; padding: 9px 12px; border-bottom: 1px solid #dde3e8; }
QTableView, QTreeView { background: #ffffff; border: 1px solid #dde3e8; outline: none;
  selection-background-color: #dcecf7; selection-color: #1b2530; }
QTableView::item { border: 0px; padding: 0px 8px 0px 8px; }
QTreeView::item { border: 0px; padding: 3px 8px; }
QHeaderView { background: #f8fafb; }
QHeaderView::section { background: #f8fafb; color: #5a6875; padding: 6px 2px 5px 11px;
  border: none; border-bottom: 1px solid #dde3e8; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: padding;
  subcontrol-position: top center; width: 9px; height: 7px; }
QTableCornerButton::section { background: #f8fafb; border: none;
  border-bottom: 1px solid #dde3e8; }
QPushButton { background: #ffffff; border: 1px solid #c3ccd4; border-radius: 4px;
  padding: 5px 14px; color: #1b2530; }
QPushButton:hover { border-color: #0072b2; }
QPushButton:disabled { color: #a4afb9; border-color: #dde3e8; }
QPushButton:default, QPushButton#run { background: #0072b2; border-color: #0072b2;
  color: #ffffff; }
QPushButton#run:hover { background: #005f96; }
QPushButton#run:disabled { background: #b9d3e4; border-color: #b9d3e4; color: #ffffff; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 2px 5px;
  color: #5a6875; }
QToolButton:hover { border-color: #c3ccd4; }
QToolButton:disabled { color: #c3ccd4; }
QLineEdit { background: #ffffff; border: 1px solid #c3ccd4; border-radius: 3px;
  padding: 4px 8px; }
QLineEdit:focus { border-color: #0072b2; }
QAbstractScrollArea::corner { background: #ffffff; border: none; }
QScrollBar:horizontal { height: 10px; background: transparent; }
QScrollBar:vertical { width: 10px; background: transparent; }
QScrollBar::handle { background: #cfd7de; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: #a4afb9; }
QScrollBar::handle:horizontal { min-width: 30px; }
QScrollBar::handle:vertical { min-height: 30px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: none; border-radius: 3px; background: #e2e7ec; max-height: 6px;
  min-height: 6px; }
QProgressBar::chunk { background: #0072b2; border-radius: 3px; }
QSlider::groove:horizontal { height: 4px; background: #dde3e8; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
  background: #ffffff; border: 2px solid #0072b2; }
QSlider::handle:horizontal:disabled { border-color: #c3ccd4; }
QSplitter::handle { background: #f4f6f8; }
QScrollArea { border: none; background: #ffffff; }
QLabel#soft { color: #5a6875; }
QLabel#heading { font-weight: bold; }
)";

QPalette palette() {
    QPalette colours;
    colours.setColor(QPalette::Window, desk);
    colours.setColor(QPalette::WindowText, ink);
    colours.setColor(QPalette::Base, paper);
    colours.setColor(QPalette::AlternateBase, QColor{248, 250, 251});
    colours.setColor(QPalette::Text, ink);
    colours.setColor(QPalette::Button, paper);
    colours.setColor(QPalette::ButtonText, ink);
    colours.setColor(QPalette::Highlight, accent);
    colours.setColor(QPalette::HighlightedText, paper);
    colours.setColor(QPalette::PlaceholderText, soft);
    colours.setColor(QPalette::Link, accent);
    return colours;
}

}  // namespace

QColor ink_of(report::Tone tone) {
    switch (tone) {
        case report::Tone::good:
            return {0, 115, 84};
        case report::Tone::warn:
            return {138, 96, 0};
        case report::Tone::bad:
            return {181, 71, 0};
        case report::Tone::quiet:
            return {128, 141, 153};
        case report::Tone::plain:
        case report::Tone::strong:
            break;
    }
    return ink;
}

QColor ground_of(report::Tone tone) {
    switch (tone) {
        case report::Tone::good:
            return {233, 246, 241};
        case report::Tone::warn:
            return {253, 245, 226};
        case report::Tone::bad:
            return {253, 239, 230};
        case report::Tone::quiet:
            return {246, 248, 249};
        case report::Tone::plain:
        case report::Tone::strong:
            break;
    }
    return paper;
}

void apply(QApplication& application) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(palette());
    QFont font(QStringLiteral("Liberation Sans"));
    font.setPixelSize(13);
    font.setStyleHint(QFont::SansSerif);
    QApplication::setFont(font);
    application.setStyleSheet(QString::fromLatin1(style_sheet));
}

}  // namespace reentry::gui::theme
