#include "gui/pages/matrix_delegate.hpp"

#include "gui/pages/matrix_model.hpp"
#include "gui/widgets/theme.hpp"
#include "report/verdict.hpp"

#include <QPainter>

namespace reentry::gui {
namespace {

constexpr int left = 9, line_height = 18, symbol_width = 16;

struct Line {
    QPainter& painter;
    QRect area;

    void at_left(const QString& text, const QColor& colour) const {
        painter.setPen(colour);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    void at_right(const QString& text, const QColor& colour) const {
        painter.setPen(colour);
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, text);
    }
};

QFont sized(const QFont& font, int pixels, bool bold) {
    QFont other(font);
    other.setPixelSize(pixels);
    other.setBold(bold);
    return other;
}

// Without its interval where a narrow cell has no room for it.
QString fitting(const QString& estimate, const QPainter& painter, const QRect& area) {
    if (painter.fontMetrics().horizontalAdvance(estimate) <= area.width()) return estimate;
    return estimate.section(QStringLiteral(" ±"), 0, 0);
}

void paint_face(QPainter& painter, const QRect& cell, const MatrixModel::Face& face,
                const QFont& font) {
    const auto tone = report::verdict_tone(face.verdict);
    QRect area = cell.adjusted(left, 6, -left, 0);
    area.setHeight(line_height);
    painter.setFont(sized(font, 13, true));
    Line{painter, area}.at_left(QString::fromUtf8(report::verdict_symbol(face.verdict)),
                                theme::ink_of(tone));
    const QRect after = area.adjusted(symbol_width, 0, 0, 0);
    if (face.verdict == study::Verdict::not_offered) {
        painter.setFont(sized(font, 12, false));
        Line{painter, after}.at_left(QObject::tr("not offered"), theme::ink_of(tone));
        return;
    }
    Line{painter, after}.at_left(face.cost, theme::ink);
    painter.setFont(sized(font, 12, false));
    Line{painter, after}.at_right(face.cost_change, theme::accent);
    const QRect second = after.translated(0, line_height);
    Line{painter, second}.at_left(fitting(face.recovery, painter, second), theme::ink);
    Line{painter, second}.at_right(face.recovery_change, theme::accent);
    Line{painter, second.translated(0, line_height)}.at_left(QObject::tr("P(RTO) %1").arg(face.rto),
                                                             theme::soft);
}

}  // namespace

void MatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const auto* model = qobject_cast<const MatrixModel*>(index.model());
    const auto* face = model != nullptr ? model->face(index) : nullptr;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect cell = option.rect.adjusted(2, 2, -2, -2);
    painter->setPen(Qt::NoPen);
    const auto tone = face != nullptr ? report::verdict_tone(face->verdict) : report::Tone::plain;
    if (face != nullptr) painter->setBrush(theme::ground_of(tone));
    if (face != nullptr && (option.state & QStyle::State_Selected) != 0)
        painter->setPen(QPen(theme::accent, 2));
    painter->drawRoundedRect(cell, 4, 4);
    if (face != nullptr) paint_face(*painter, cell, *face, option.font);
    painter->restore();
}

QSize MatrixDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {widest, height};
}

}  // namespace reentry::gui
