#include "gui/widgets/headline_strip.hpp"

#include "gui/widgets/theme.hpp"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace reentry::gui {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

// One line that ends with an ellipsis where there is no room for all of it.
class Line final : public QLabel {
 public:
    using QLabel::QLabel;

 protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
        style()->drawItemText(&painter, rect(), int(Qt::AlignLeft | Qt::AlignVCenter), palette(),
                              isEnabled(), shown, foregroundRole());
    }
};

QLabel* label(const QString& words, int pixels, bool bold, const QColor& colour) {
    auto* shown = new Line(words);
    QFont font = shown->font();
    font.setPixelSize(pixels);
    font.setBold(bold);
    shown->setFont(font);
    shown->setStyleSheet(QStringLiteral("color: %1;").arg(colour.name()));
    shown->setTextFormat(Qt::PlainText);
    shown->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    shown->setToolTip(words);
    return shown;
}

QWidget* tile(const report::Headline& headline) {
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("tile"));
    frame->setStyleSheet(QStringLiteral(
        "QFrame#tile { background: #ffffff; border: 1px solid #dde3e8; border-radius: 4px; }"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(2);
    column->addWidget(label(text(headline.label), 12, false, theme::soft));
    column->addWidget(label(text(headline.figure), 19, true, theme::ink_of(headline.tone)));
    column->addWidget(label(text(headline.detail), 12, false, theme::ink));
    return frame;
}

}  // namespace

HeadlineStrip::HeadlineStrip(QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(theme::gap);
}

void HeadlineStrip::set_headlines(const std::vector<report::Headline>& headlines) {
    while (QLayoutItem* item = row_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& headline : headlines) row_->addWidget(tile(headline), 1);
}

}  // namespace reentry::gui
