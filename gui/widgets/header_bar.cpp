#include "gui/widgets/header_bar.hpp"

#include "gui/widgets/theme.hpp"
#include "models/units/format.hpp"

#include <QGridLayout>

namespace reentry::gui {
namespace {

constexpr int progress_width = 300;

}  // namespace

HeaderBar::HeaderBar(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel(tr("No scenario is open"))),
      summary_(new QLabel(tr("Open a scenario file with Ctrl+O, or drop one here."))),
      state_(new QLabel),
      progress_(new QProgressBar),
      run_(new QPushButton(tr("Run"))),
      cancel_(new QPushButton(tr("Cancel"))) {
    setObjectName(QStringLiteral("header"));
    setAttribute(Qt::WA_StyledBackground);
    setStyleSheet(QStringLiteral("#header { background: #ffffff; }"));
    QFont large = title_->font();
    large.setPixelSize(18);
    large.setBold(true);
    title_->setFont(large);
    for (auto* label : {title_, summary_}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    summary_->setObjectName(QStringLiteral("soft"));
    state_->setObjectName(QStringLiteral("soft"));
    state_->setAlignment(Qt::AlignRight);
    state_->setFixedWidth(progress_width);
    progress_->setObjectName(QStringLiteral("progress"));
    progress_->setTextVisible(false);
    progress_->setFixedWidth(progress_width);
    run_->setObjectName(QStringLiteral("run"));
    run_->setToolTip(tr("Simulate again (F5)"));
    run_->setEnabled(false);
    cancel_->setObjectName(QStringLiteral("cancel"));
    cancel_->setToolTip(tr("Stop the simulation (Esc)"));
    cancel_->setEnabled(false);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(theme::margin, theme::gap + 4, theme::margin, theme::gap + 4);
    grid->setHorizontalSpacing(theme::margin);
    grid->setVerticalSpacing(4);
    grid->addWidget(title_, 0, 0);
    grid->addWidget(summary_, 1, 0);
    grid->addWidget(state_, 0, 1, Qt::AlignBottom);
    grid->addWidget(progress_, 1, 1, Qt::AlignVCenter);
    grid->addWidget(run_, 0, 2, 2, 1);
    grid->addWidget(cancel_, 0, 3, 2, 1);
    grid->setColumnStretch(0, 1);
    connect(run_, &QPushButton::clicked, this, &HeaderBar::run_asked);
    connect(cancel_, &QPushButton::clicked, this, &HeaderBar::cancel_asked);
    progress_->setVisible(false);
}

void HeaderBar::show_scenario(const QString& title, const QString& summary) {
    title_->setText(title);
    title_->setToolTip(title);
    summary_->setText(summary);
    summary_->setToolTip(summary);
}

void HeaderBar::show_running() {
    progress_->setRange(0, 0);
    progress_->setVisible(true);
    state_->setText(tr("simulating …"));
    cancel_->setEnabled(true);
}

void HeaderBar::show_progress(quint64 done, quint64 total, const QString& doing) {
    constexpr int steps = 1000;
    progress_->setRange(0, steps);
    progress_->setValue(total == 0 ? 0 : static_cast<int>(done * steps / total));
    const auto count = [](quint64 n) {
        return QString::fromStdString(format_count(static_cast<std::int64_t>(n)));
    };
    const QString text = tr("%1 of %2 incidents: %3").arg(count(done), count(total), doing);
    state_->setText(fontMetrics().elidedText(text, Qt::ElideRight, progress_width));
}

void HeaderBar::show_idle(const QString& state, bool can_run) {
    progress_->setVisible(false);
    state_->setText(state);
    run_->setEnabled(can_run);
    cancel_->setEnabled(false);
}

}  // namespace reentry::gui
