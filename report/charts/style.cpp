#include "report/charts/style.hpp"

#include <array>

namespace reentry::report {

Style dark_style() {
    Style style;
    style.paper = QColor{24, 31, 39};
    style.ink = QColor{228, 233, 238};
    style.soft = QColor{160, 173, 186};
    style.grid = QColor{48, 59, 70};
    return style;
}

QColor series_colour(std::size_t i) {
    static constexpr std::array<QRgb, 7> palette{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                                 0xffe69f00, 0xff56b4e9, 0xff7a7a7a};
    return QColor::fromRgb(palette[i % palette.size()]);
}

QFont chart_font(int pixels, bool bold) {
    QFont font(QStringLiteral("Liberation Sans"));
    font.setPixelSize(pixels);
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setStyleHint(QFont::SansSerif);
    return font;
}

QColor letters(const QColor& colour, const QColor& paper) {
    return paper.lightness() > 127 ? colour.darker(115) : colour.lighter(150);
}

QColor tint(const QColor& colour, const QColor& paper, double share) {
    const auto mix = [share](int a, int b) {
        return static_cast<int>(share * a + (1 - share) * b + 0.5);
    };
    return {mix(colour.red(), paper.red()), mix(colour.green(), paper.green()),
            mix(colour.blue(), paper.blue())};
}

}  // namespace reentry::report
