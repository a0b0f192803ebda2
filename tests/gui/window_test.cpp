// The window, driven as people drive it.
#include "gui/explain/bill_dialog.hpp"
#include "gui/pages/matrix_model.hpp"
#include "gui/screenshots.hpp"
#include "gui/widgets/chart_view.hpp"
#include "gui/widgets/table_model.hpp"
#include "tests/gui/dashboard.hpp"

#include <QDockWidget>
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QTreeView>
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace reentry::gui::test {
namespace {

constexpr std::int64_t many = 1'000'000;  // incidents: a run that does not end by itself

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

const MatrixModel& matrix_of(Dashboard& dashboard) {
    return *qobject_cast<MatrixModel*>(dashboard.find<QTableView>("matrix")->model());
}

std::size_t row_at(QTableView* table, int line) {
    return table->model()->index(line, 0).data(TableModel::key_role).toULongLong();
}

std::optional<std::size_t> current_row(Dashboard& dashboard, const char* table) {
    const auto index = dashboard.find<QTableView>(table)->currentIndex();
    if (!index.isValid()) return std::nullopt;
    return index.data(TableModel::key_role).toULongLong();
}

}  // namespace

TEST_CASE("A scenario that is opened is run and shown on every page") {
    Dashboard dashboard;
    dashboard.open();
    CHECK(dashboard.runner().simulations() == 1);
    CHECK(dashboard.session.problems().error_count() == 0);
    const auto& matrix = matrix_of(dashboard);
    CHECK(matrix.rowCount() == 1);     // one strategy
    CHECK(matrix.columnCount() == 3);  // at three providers
    CHECK(dashboard.find<QTableView>("options")->model()->rowCount() == 3);
    CHECK(dashboard.find<QTableView>("incidents")->model()->rowCount() == 60);
    CHECK(dashboard.find<QTableView>("frontier_table")->model()->rowCount() == 3);
    dashboard.window->show_page(2);
    REQUIRE(comes_true([&] { return dashboard.window->settled(); }));
    for (const char* chart : {"cost_chart", "distribution_chart", "gantt_chart", "frontier_chart"})
        CHECK_MESSAGE(dashboard.find<ChartView>(chart)->chart() != nullptr, chart);
    CHECK(dashboard.window->windowTitle().startsWith(QStringLiteral("One workload")));
}

TEST_CASE("Cancel ends a run at once and the window can run again") {
    Dashboard dashboard(many);
    QSignalSpy cancelled(&dashboard.runner(), &Runner::cancelled);
    QSignalSpy finished(&dashboard.runner(), &Runner::finished);
    QSignalSpy progress(&dashboard.runner(), &Runner::progress);
    dashboard.window->open(QString::fromStdString(one_archive().string()));
    REQUIRE(comes_true([&] { return progress.count() > 1; }));
    CHECK(dashboard.runner().running());
    dashboard.click("cancel");
    CHECK(cancelled.count() == 1);
    CHECK_FALSE(dashboard.runner().running());
    CHECK_FALSE(dashboard.find<QAbstractButton>("cancel")->isEnabled());
    dashboard.click("run");
    CHECK(dashboard.runner().running());
    CHECK(dashboard.runner().simulations() == 2);
    CHECK(finished.count() == 0);
}

TEST_CASE("A second run cancels the first and only the second is reported") {
    Dashboard dashboard;
    dashboard.open();
    QSignalSpy finished(&dashboard.runner(), &Runner::finished);
    dashboard.click("run");
    dashboard.click("run");
    REQUIRE(comes_true([&] { return dashboard.window->settled(); }));
    CHECK(finished.count() == 1);
    CHECK(dashboard.runner().simulations() == 3);
}

TEST_CASE("A change of price rates again and simulates nothing") {
    Dashboard dashboard;
    dashboard.open();
    const double before = dashboard.monthly_cost();
    const auto simulated = dashboard.session.result()->simulated;
    QSignalSpy finished(&dashboard.runner(), &Runner::finished);
    QTest::keyClick(dashboard.find<QSlider>("price_storage_slider"), Qt::Key_Right);
    REQUIRE(comes_true([&] { return finished.count() > 0 && dashboard.window->settled(); }));
    CHECK(dashboard.runner().simulations() == 1);
    CHECK(dashboard.session.result()->simulated == simulated);
    // Nearly all of this bill is storage: with it at x 1.1 the sum rises by a little less.
    CHECK(dashboard.monthly_cost() > before * 1.05);
    CHECK(dashboard.monthly_cost() < before * 1.1001);
    const auto& matrix = matrix_of(dashboard);
    CHECK_FALSE(matrix.face(matrix.index(0, 0))->cost_change.isEmpty());
    dashboard.click("reset");
    REQUIRE(comes_true([&] { return dashboard.monthly_cost() == before; }));
    CHECK(dashboard.runner().simulations() == 1);
}

TEST_CASE("Dragging a price slider shows costs before it is let go") {
    Dashboard dashboard;
    dashboard.open();
    const double before = dashboard.monthly_cost();
    auto* slider = dashboard.find<QSlider>("price_storage_slider");
    const QPoint middle = slider->rect().center();
    QTest::mousePress(slider, Qt::LeftButton, {}, middle);
    QTest::mouseMove(slider, middle + QPoint(40, 0));
    CHECK(slider->isSliderDown());
    CHECK(comes_true([&] { return dashboard.monthly_cost() > before; }));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, middle + QPoint(40, 0));
    CHECK(dashboard.runner().simulations() == 1);
}

TEST_CASE("A change of bandwidth simulates again, with a preview first") {
    Dashboard dashboard;
    dashboard.open();
    const double before = dashboard.session.result()->row(0).overall.mean;
    std::vector<bool> previews;
    QObject::connect(&dashboard.runner(), &Runner::finished, dashboard.window.get(),
                     [&](const ResultPtr& result) { previews.push_back(result->preview); });
    QTest::keyClick(dashboard.find<QSlider>("bandwidth_slider"), Qt::Key_PageDown);  // a sixth of
    REQUIRE(comes_true([&] { return previews.size() == 2 && dashboard.window->settled(); }));
    CHECK(previews == std::vector<bool>{true, false});
    CHECK(dashboard.runner().simulations() == 3);
    CHECK(dashboard.session.what_if().behaviour.bandwidth == 0.5);
    CHECK(dashboard.session.result()->scenario().connections[0].capacity == Rate::bits(5e8));
    CHECK(dashboard.session.result()->row(0).overall.mean > before);  // it takes longer
}

TEST_CASE("A click in the matrix selects that option on every page") {
    Dashboard dashboard;
    dashboard.open();
    for (const int column : {2, 0, 1}) {
        dashboard.click_cell("matrix", 0, column);
        const auto row = matrix_of(dashboard).face(matrix_of(dashboard).index(0, column))->row;
        CHECK(current_row(dashboard, "options") == row);
        CHECK(current_row(dashboard, "cost_options") == row);
        CHECK(current_row(dashboard, "frontier_table") == row);
    }
    REQUIRE(comes_true([&] { return dashboard.window->settled(); }));
}

TEST_CASE("A click on a point of the scatter chart selects its option") {
    Dashboard dashboard;
    dashboard.open();
    dashboard.window->show_page(3);
    auto* chart = dashboard.find<ChartView>("frontier_chart");
    auto* table = dashboard.find<QTableView>("frontier_table");
    const auto points = chart->point_positions();
    REQUIRE(points.size() == 3);
    for (const auto& point : points)
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, point.toPoint());
    CHECK(table->currentIndex().isValid());
    CHECK(row_at(table, table->currentIndex().row()) == 2);  // the third point is the third row
}

TEST_CASE("The scatter chart shows the MTR or the top service's way back") {
    Dashboard dashboard;
    dashboard.open();
    dashboard.window->show_page(3);
    auto* view = dashboard.find<QComboBox>("frontier_view");
    const auto title = [&] {
        return std::get<report::CostRecovery>(*dashboard.find<ChartView>("frontier_chart")->chart())
            .title;
    };
    CHECK(title() == "Cost against MTR");
    REQUIRE(view->count() == 2);
    view->setCurrentIndex(1);
    CHECK(title().find("is back") != std::string::npos);
}

TEST_CASE("A click on an incident shows what happened in it") {
    Dashboard dashboard;
    dashboard.open();
    dashboard.window->show_page(2);
    dashboard.click_cell("incidents", 3, 0);
    REQUIRE(comes_true([&] { return dashboard.window->settled(); }));
    const auto number = row_at(dashboard.find<QTableView>("incidents"), 3);
    const auto* chart = dashboard.find<ChartView>("gantt_chart")->chart();
    REQUIRE(chart != nullptr);
    const auto& gantt = std::get<report::Gantt>(*chart);
    CHECK(gantt.title.find("number " + std::to_string(number) + ":") != std::string::npos);
    REQUIRE(gantt.lanes.size() == 1);
    const auto& samples = dashboard.session.result()->row(0).classes[0].samples;
    CHECK(samples.size() == 60);
}

TEST_CASE("Incidents stand with the worst first") {
    Dashboard dashboard;
    dashboard.open();
    auto* model = dashboard.find<QTableView>("incidents")->model();
    for (int line = 1; line < model->rowCount(); ++line)
        CHECK(model->index(line - 1, 2).data(TableModel::sort_role).toDouble() >=
              model->index(line, 2).data(TableModel::sort_role).toDouble());
}

TEST_CASE("A double-click on a cost opens the bill of that option") {
    Dashboard dashboard;
    dashboard.open();
    auto* options = dashboard.find<QTableView>("options");
    const auto cell = options->visualRect(options->model()->index(1, 3)).center();
    QTest::mouseClick(options->viewport(), Qt::LeftButton, {}, cell);
    QTest::mouseDClick(options->viewport(), Qt::LeftButton, {}, cell);
    REQUIRE(comes_true([&] { return dashboard.find<BillDialog>("bill_dialog") != nullptr; }));
    auto* dialog = dashboard.find<BillDialog>("bill_dialog");
    auto* tree = dialog->findChild<QTreeView*>(QStringLiteral("bill"));
    CHECK(tree->model()->rowCount() >= 2);  // storage and requests at least
    CHECK(dialog->windowTitle().contains(QStringLiteral("Google")));
}

TEST_CASE("A broken file shows its problems and keeps what was there") {
    Dashboard dashboard;
    dashboard.open();
    const auto result = dashboard.session.result();
    std::string text = text_of(one_archive());
    text.replace(text.find("\"4 TB\""), 6, "\"4 T\"");
    dashboard.window->open(dashboard.write("broken.toml", text));
    auto* problems = dashboard.find<QTableView>("problems");
    CHECK(problems->isVisible());
    REQUIRE(problems->model()->rowCount() == 1);
    const auto cell = [&](int column) {
        return problems->model()->index(0, column).data().toString();
    };
    CHECK(cell(1).contains(QStringLiteral("broken.toml:43:")));
    CHECK(cell(2).contains(QStringLiteral("size")));
    CHECK(cell(3) == QStringLiteral("\"4 T\""));
    CHECK(dashboard.session.result() == result);
    CHECK(matrix_of(dashboard).columnCount() == 3);
    CHECK(dashboard.settings.value(QStringLiteral("recent_files")).toStringList().size() == 1);

    // Repaired and read again, it is run and the problems go.
    dashboard.write("broken.toml", text_of(one_archive()));
    dashboard.click("reread");
    REQUIRE(comes_true([&] { return dashboard.window->settled(); }));
    CHECK_FALSE(problems->isVisible());
    CHECK(dashboard.runner().simulations() == 2);
}

TEST_CASE("A file that does not exist is a problem like any other") {
    Dashboard dashboard;
    dashboard.window->open(QStringLiteral("/nowhere/at-all.toml"));
    CHECK(dashboard.find<QTableView>("problems")->isVisible());
    CHECK(dashboard.session.scenario() == nullptr);
}

TEST_CASE("A file that is dropped on the window is opened") {
    Dashboard dashboard;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QString::fromStdString(one_archive().string()))});
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dashboard.window.get(), &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dashboard.window.get(), &drop);
    CHECK(comes_true([&] { return dashboard.window->settled(); }));
    CHECK(dashboard.session.file() == one_archive());
}

TEST_CASE("Closing the window while a run is under way ends cleanly") {
    Dashboard dashboard(many);
    QSignalSpy progress(&dashboard.runner(), &Runner::progress);
    dashboard.window->open(QString::fromStdString(one_archive().string()));
    REQUIRE(comes_true([&] { return progress.count() > 0; }));
    CHECK(dashboard.window->close());
    CHECK_FALSE(dashboard.runner().running());
}

TEST_CASE("The window is left and found again as it was") {
    Dashboard dashboard;
    auto* panel = dashboard.find<QDockWidget>("what_if_dock");
    REQUIRE(panel != nullptr);
    dashboard.window->addDockWidget(Qt::LeftDockWidgetArea, panel);
    panel->hide();
    dashboard.window->close();
    MainWindow again(dashboard.session, dashboard.settings);
    auto* found = again.findChild<QDockWidget*>(QStringLiteral("what_if_dock"));
    REQUIRE(found != nullptr);
    CHECK(found->isHidden());
    CHECK(again.dockWidgetArea(found) == Qt::LeftDockWidgetArea);
}

TEST_CASE("Filters leave the options that fit") {
    Dashboard dashboard;
    dashboard.open();
    auto* options = dashboard.find<QTableView>("options");
    QTest::keyClicks(dashboard.find<QWidget>("filter"), QStringLiteral("google"));
    CHECK(options->model()->rowCount() == 1);
    QTest::keyClicks(dashboard.find<QWidget>("filter"), QStringLiteral("x"));
    CHECK(options->model()->rowCount() == 0);
}

TEST_CASE("Pictures of all pages are taken without a screen, the same each time") {
    std::vector<QImage> first;
    for (int round = 0; round < 2; ++round) {
        Dashboard dashboard;
        dashboard.session.open(one_archive());
        const std::filesystem::path folder = dashboard.folder.path().toStdString();
        REQUIRE(take_screenshots(*dashboard.window, dashboard.session, folder));
        std::size_t page = 0;
        for (const char* name : {"overview.png", "cost.png", "recovery.png", "frontier.png"}) {
            const QImage picture(QString::fromStdString((folder / name).string()));
            CHECK(picture.size() == QSize(1440, 900));
            if (round == 0)
                first.push_back(picture);
            else
                CHECK(picture == first[page++]);
        }
    }
}

}  // namespace reentry::gui::test
