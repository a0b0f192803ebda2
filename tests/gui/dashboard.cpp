#include "tests/gui/dashboard.hpp"

#include "gui/widgets/theme.hpp"
#include "report/atomic_file.hpp"
#include "tests/root.hpp"

#include <QLoggingCategory>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <doctest/doctest.h>

namespace reentry::gui::test {

Application::Application() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Qt remarks on what a machine without a desktop lacks.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false\nqt.qpa.*=false"));
    application_ = std::make_unique<QApplication>(count_, arguments_);
    theme::apply(*application_);
}

std::shared_ptr<const Catalogue> catalogue() {
    static const auto read = [] {
        Diagnostics problems;
        auto all = Catalogue::read(in_root("data"), problems);
        REQUIRE_MESSAGE(!problems.has_errors(), to_string(problems));
        return std::make_shared<const Catalogue>(std::move(all));
    }();
    return read;
}

std::filesystem::path one_archive() { return in_root("scenarios/one-archive.toml"); }

bool comes_true(const std::function<bool()>& condition) {
    return QTest::qWaitFor(condition, 20'000);
}

Dashboard::Dashboard(std::int64_t incidents)
    : settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
      session(catalogue(), 2) {
    session.limit_incidents(incidents);
    window = std::make_unique<MainWindow>(session, settings);
    window->resize(1440, 900);
    window->show();
}

void Dashboard::open() {
    window->open(QString::fromStdString(one_archive().string()));
    REQUIRE(comes_true([this] { return window->settled(); }));
}

QString Dashboard::write(const char* name, const std::string& text) {
    const QString path = folder.filePath(QString::fromLatin1(name));
    report::write_file(path.toStdString(), text);
    return path;
}

void Dashboard::click(const char* button) {
    auto* found = find<QAbstractButton>(button);
    REQUIRE(found != nullptr);
    QTest::mouseClick(found, Qt::LeftButton);
}

void Dashboard::click_cell(const char* table, int row, int column) {
    auto* view = find<QTableView>(table);
    REQUIRE(view != nullptr);
    const QModelIndex index = view->model()->index(row, column);
    REQUIRE(index.isValid());
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
}

double Dashboard::monthly_cost(std::size_t row) const {
    return session.result()->row(row).monthly_cost.to_double();
}

}  // namespace reentry::gui::test
