#include "gui/widgets/problem_panel.hpp"

#include "gui/widgets/columns.hpp"
#include "gui/widgets/report_table.hpp"
#include "gui/widgets/theme.hpp"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <fmt/format.h>

namespace reentry::gui {
namespace {

using namespace report;

std::string place_of(const Diagnostic& problem) {
    if (problem.line == 0) return problem.file;
    return fmt::format("{}:{}:{}", problem.file, problem.line, problem.column);
}

Tone tone_of(Severity severity) {
    return severity == Severity::error     ? Tone::bad
           : severity == Severity::warning ? Tone::warn
                                           : Tone::quiet;
}

Table table_of(const Diagnostics& problems) {
    Table table;
    table.columns = {words("kind", ""),       words("place", "Place"),       words("key", "Key"),
                     words("found", "Found"), words("expected", "Expected"), words("hint", "Hint")};
    for (const auto& problem : problems.all())
        table.rows.push_back(
            {text_cell(std::string(severity_name(problem.severity)), tone_of(problem.severity)),
             text_cell(place_of(problem)), text_cell(problem.key), text_cell(problem.found),
             text_cell(problem.expected), text_cell(problem.hint)});
    return table;
}

}  // namespace

ProblemPanel::ProblemPanel(QWidget* parent)
    : QWidget(parent),
      sentence_(new QLabel(this)),
      table_(new ReportTable(QStringLiteral("problems"), model_, 5, this)) {
    setObjectName(QStringLiteral("problem_panel"));
    setAttribute(Qt::WA_StyledBackground);
    setStyleSheet(
        QStringLiteral("#problem_panel { background: #fdefe6; border-top: 1px solid #e8c4a8; }"));
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setObjectName(QStringLiteral("heading"));
    auto* again = new QPushButton(tr("Read again"));
    again->setObjectName(QStringLiteral("reread"));
    auto* close = new QToolButton;
    close->setText(QStringLiteral("✕"));
    close->setToolTip(tr("Hide the problems"));
    auto* row = new QHBoxLayout;
    row->addWidget(sentence_, 1);
    row->addWidget(again);
    row->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::margin, theme::gap, theme::margin, theme::gap + 4);
    column->addLayout(row);
    column->addWidget(table_);
    table_->setSortingEnabled(false);
    table_->setFixedHeight(150);
    connect(again, &QPushButton::clicked, this, &ProblemPanel::reread_asked);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void ProblemPanel::show_problems(const Diagnostics& problems, const QString& file,
                                 const QString& kept) {
    const auto errors = problems.error_count();
    std::vector<std::size_t> keys;
    std::vector<QString> tips;
    for (const auto& problem : problems.all()) {
        keys.push_back(keys.size());
        tips.push_back(QString::fromStdString(to_string(problem)));
    }
    model_.set_table(table_of(problems), std::move(keys), std::move(tips));
    QString words =
        errors == 0 ? tr("%1 can be run, but look at this.").arg(file)
                    : tr("%1 cannot be run: %2.")
                          .arg(file, errors == 1 ? tr("1 problem") : tr("%1 problems").arg(errors));
    if (errors > 0 && !kept.isEmpty()) words += tr(" What is shown is still %1.").arg(kept);
    sentence_->setText(words);
    setVisible(!problems.empty());
}

}  // namespace reentry::gui
