// Parts of the dashboard that know no widgets.
#include "gui/command_line.hpp"
#include "gui/recent_files.hpp"
#include "gui/what_if.hpp"
#include "gui/worker.hpp"
#include "tests/gui/dashboard.hpp"

#include <QMenu>
#include <doctest/doctest.h>

#include <atomic>
#include <future>

namespace reentry::gui::test {
namespace {

Scenario two_lines() {
    Scenario scenario;
    scenario.effort.incidents = 250;
    scenario.connections.resize(2);
    scenario.connections[0].id = "internet";
    scenario.connections[0].capacity = Rate::bits(1e9);
    scenario.connections[1].id = "dedicated";  // as fast as the product
    scenario.links.resize(1);
    scenario.links[0].id = "wan";
    scenario.links[0].capacity = Rate::bits(1e10);
    scenario.workloads.resize(1);
    scenario.workloads[0].size = Bytes{1'000'000};
    scenario.strategies.resize(1);
    scenario.strategies[0].copies.resize(1);
    scenario.strategies[0].copies[0].keep = {14, 0, 3, 1};
    scenario.incidents.resize(1);
    scenario.incidents[0].rate = PerTime::per_year(2);
    return scenario;
}

}  // namespace

TEST_CASE("Factors are applied to a copy, each to what it names") {
    const Scenario scenario = two_lines();
    const auto changed = applied(scenario, {"", 2, 3, 0.5, 4});
    CHECK(changed->connections[0].capacity == Rate::bits(2e9));
    CHECK(changed->connections[1].capacity == Rate{0});
    CHECK(changed->links[0].capacity == Rate::bits(2e10));
    CHECK(changed->workloads[0].size == Bytes{3'000'000});
    CHECK(changed->incidents[0].rate.per_year() == 8);
    const Keep& keep = changed->strategies[0].copies[0].keep;
    CHECK(keep.days == 7);
    CHECK(keep.weeks == 0);
    CHECK(keep.months == 2);  // 1.5, halves up
    CHECK(keep.years == 1);   // 0.5, halves up, and never none
    CHECK(scenario.links[0].capacity == Rate::bits(1e10));
}

TEST_CASE("Bandwidth can be that of one line alone") {
    const auto changed = applied(two_lines(), {"wan", 2, 1, 1, 1});
    CHECK(changed->connections[0].capacity == Rate::bits(1e9));
    CHECK(changed->links[0].capacity == Rate::bits(2e10));
}

TEST_CASE("A preview has fewer incidents and never more than the scenario") {
    CHECK(applied(two_lines(), {}, 25)->effort.incidents == 25);
    CHECK(applied(two_lines(), {}, 1000)->effort.incidents == 250);
    CHECK(applied(two_lines(), {})->effort.incidents == 250);
}

TEST_CASE("Lines without a capacity of their own cannot be scaled") {
    const auto lines = lines_of(two_lines());
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].id == "internet");
    CHECK(lines[1].id == "wan");
}

TEST_CASE("A worker does the newest job and asks the one before to stop") {
    std::promise<void> begun, done;
    std::atomic<bool> stopped = false;
    Worker worker;
    worker.post([&](const std::stop_token& stop) {
        begun.set_value();
        while (!stop.stop_requested()) std::this_thread::yield();
        stopped = true;
    });
    begun.get_future().wait();
    worker.post([](const std::stop_token&) {});
    worker.post([&](const std::stop_token&) { done.set_value(); });
    done.get_future().wait();
    CHECK(stopped);
}

TEST_CASE("A worker that goes ends the job that runs") {
    std::promise<void> begun;
    std::atomic<bool> ended = false;
    {
        Worker worker;
        worker.post([&](const std::stop_token& stop) {
            begun.set_value();
            while (!stop.stop_requested()) std::this_thread::yield();
            ended = true;
        });
        begun.get_future().wait();
    }
    CHECK(ended);
}

TEST_CASE("The command line is read whole or refused with a reason") {
    std::string problem;
    const auto line = read_command_line(
        {"--screenshot", "out", "a.toml", "--incidents", "40", "--data", "d"}, problem);
    REQUIRE(line);
    CHECK(line->scenario == "a.toml");
    CHECK(line->screenshots == "out");
    CHECK(line->data == "d");
    CHECK(line->incidents == 40);
    CHECK(read_command_line({"--help"}, problem)->help);
    CHECK(read_command_line({"--version"}, problem)->version);
    CHECK_FALSE(read_command_line({"--incidents", "none"}, problem));
    CHECK(problem == "--incidents: found none, expected a whole number above 0");
    CHECK_FALSE(read_command_line({"a.toml", "b.toml"}, problem));
    CHECK_FALSE(read_command_line({"--screenshot"}, problem));
    CHECK(problem == "--screenshot needs a value");
    CHECK_FALSE(read_command_line({"--screenshot", "out"}, problem));
    CHECK_FALSE(read_command_line({"--colour"}, problem));
    for (const char* option : {"--screenshot", "--incidents", "--data", "--version", "--help"})
        CHECK(usage().find(option) != std::string::npos);
}

TEST_CASE("Recent files stand newest first, each once, at most eight") {
    const Application application;
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    RecentFiles recent(settings);
    for (int i = 0; i < 10; ++i) recent.add(QStringLiteral("/data/%1.toml").arg(i));
    recent.add(QStringLiteral("/data/5.toml"));
    CHECK(recent.files().size() == 8);
    CHECK(recent.files().first() == QStringLiteral("/data/5.toml"));
    CHECK(recent.files().count(QStringLiteral("/data/5.toml")) == 1);
    QMenu menu;
    recent.attach(menu);
    QString chosen;
    QObject::connect(&recent, &RecentFiles::chosen, &menu,
                     [&](const QString& file) { chosen = file; });
    menu.actions().at(1)->trigger();
    CHECK(chosen == QStringLiteral("/data/9.toml"));
}

}  // namespace reentry::gui::test
