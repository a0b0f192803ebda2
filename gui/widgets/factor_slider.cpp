#include "gui/widgets/factor_slider.hpp"

#include "gui/widgets/theme.hpp"
#include "models/units/format.hpp"

#include <QGridLayout>

#include <array>
#include <cmath>

namespace reentry::gui {
namespace {

constexpr int steps_per_doubling = 6;

// Round factors between two powers of two, so that texts stay short and are what is used.
double factor_of(int position) {
    static constexpr std::array<double, steps_per_doubling> within{1, 1.1, 1.25, 1.4, 1.6, 1.8};
    if (position < 0) return 1 / factor_of(-position);
    const int doublings = position / steps_per_doubling;
    return within[static_cast<std::size_t>(position % steps_per_doubling)] *
           static_cast<double>(1 << doublings);
}

int position_of(double factor, int last) {
    int best = 0;
    for (int position = -last; position <= last; ++position)
        if (std::abs(factor_of(position) - factor) < std::abs(factor_of(best) - factor))
            best = position;
    return best;
}

}  // namespace

FactorSlider::FactorSlider(const QString& name, const QString& object_name, double largest,
                           QWidget* parent)
    : QWidget(parent),
      value_(new QLabel),
      meaning_(new QLabel),
      slider_(new QSlider(Qt::Horizontal)),
      reset_(new QToolButton) {
    setObjectName(object_name);
    slider_->setObjectName(object_name + "_slider");
    slider_->setAccessibleName(name);
    int last = 0;
    while (factor_of(last) < largest) ++last;
    slider_->setRange(-last, last);
    slider_->setMinimumHeight(22);
    slider_->setPageStep(steps_per_doubling);
    reset_->setObjectName(object_name + "_reset");
    reset_->setText(QStringLiteral("↺"));
    reset_->setToolTip(tr("Back to ×1"));
    meaning_->setObjectName(QStringLiteral("soft"));
    value_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(1);
    grid->addWidget(new QLabel(name), 0, 0);
    grid->addWidget(value_, 0, 1, 1, 2);
    grid->addWidget(slider_, 1, 0, 1, 2);
    grid->addWidget(reset_, 1, 2);
    grid->addWidget(meaning_, 2, 0, 1, 3);
    grid->setColumnStretch(0, 1);

    connect(slider_, &QSlider::valueChanged, this, &FactorSlider::step_made);
    connect(slider_, &QSlider::sliderReleased, this, [this] { Q_EMIT released(factor()); });
    connect(reset_, &QToolButton::clicked, slider_, [this] { slider_->setValue(0); });
    show_value();
}

double FactorSlider::factor() const { return factor_of(slider_->value()); }

void FactorSlider::set_factor(double factor) {
    const QSignalBlocker quiet(slider_);
    slider_->setValue(position_of(factor, slider_->maximum()));
    show_value();
}

void FactorSlider::set_says(Says says) {
    says_ = std::move(says);
    show_value();
}

void FactorSlider::step_made() {
    show_value();
    Q_EMIT moved(factor());
    if (!slider_->isSliderDown()) Q_EMIT released(factor());
}

void FactorSlider::show_value() {
    value_->setText(QStringLiteral("×") + QString::fromStdString(format_number(factor())));
    const QString meaning = says_ ? says_(factor()) : QString{};
    meaning_->setText(meaning);
    meaning_->setVisible(!meaning.isEmpty());
    reset_->setEnabled(slider_->value() != 0);
}

}  // namespace reentry::gui
