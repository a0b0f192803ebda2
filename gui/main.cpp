// reentry-dashboard: the outside world enters here and nowhere else.
#include "gui/command_line.hpp"
#include "gui/main_window.hpp"
#include "gui/screenshots.hpp"
#include "gui/widgets/theme.hpp"

#include <QApplication>
#include <QHashSeed>
#include <QSettings>
#include <QTemporaryDir>
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <unistd.h>

namespace {

using namespace reentry;
using namespace reentry::gui;

constexpr int done = 0, failed = 1, wrong_usage = 2;

// Beside an installed program lies share/reentry; a program that was only built uses its sources.
std::filesystem::path installed_data() {
    std::error_code problem;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
    const auto installed = program.parent_path().parent_path() / "share/reentry/data";
    if (!problem && std::filesystem::is_directory(installed, problem)) return installed;
    return std::filesystem::path(REENTRY_SOURCE_DIR) / "data";
}

// Qt remarks on what a machine without a desktop lacks; none of it concerns the user.
void pass_on(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (text.contains(QLatin1String("XDG_RUNTIME_DIR")) ||
        text.contains(QLatin1String("propagateSizeHints")))
        return;
    fmt::print(stderr, "{}\n", text.toStdString());
    if (type == QtFatalMsg) std::abort();
}

int photograph(const CommandLine& line, std::shared_ptr<const Catalogue> catalogue) {
    const QTemporaryDir folder;  // nothing that a user has set shows in a picture
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    StudySession session(std::move(catalogue));
    session.limit_incidents(line.incidents);
    MainWindow window(session, settings);
    if (!session.open(line.scenario)) {
        fmt::print(stderr, "{}", to_string(session.problems()));
        return failed;
    }
    return take_screenshots(window, session, line.screenshots) ? done : failed;
}

int show_window(const CommandLine& line, std::shared_ptr<const Catalogue> catalogue) {
    QSettings settings;
    StudySession session(std::move(catalogue));
    session.limit_incidents(line.incidents);
    MainWindow window(session, settings);
    window.show();
    if (!line.scenario.empty()) window.open(QString::fromStdString(line.scenario.string()));
    return QApplication::exec();
}

int run(const CommandLine& line) {
    Diagnostics problems;
    auto catalogue = std::make_shared<const Catalogue>(
        Catalogue::read(line.data.empty() ? installed_data() : line.data, problems));
    fmt::print(stderr, "{}", to_string(problems));
    if (problems.has_errors()) return failed;
    return line.screenshots.empty() ? show_window(line, std::move(catalogue))
                                    : photograph(line, std::move(catalogue));
}

}  // namespace

int main(int argc, char** argv) {
    std::string problem;
    const auto line = read_command_line({argv + 1, argv + argc}, problem);
    if (!line) {
        fmt::print(stderr, "reentry-dashboard: {}\n\n{}", problem, usage());
        return wrong_usage;
    }
    if (line->help || line->version) {
        fmt::print("{}", line->help ? usage() : "reentry-dashboard " REENTRY_VERSION "\n");
        return done;
    }
    if (!line->screenshots.empty()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QHashSeed::setDeterministicGlobalSeed();
    }
    qInstallMessageHandler(pass_on);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("reentry"));
    QApplication::setApplicationName(QStringLiteral("reentry-dashboard"));
    QApplication::setApplicationVersion(QStringLiteral(REENTRY_VERSION));
    theme::apply(application);
    try {
        return run(*line);
    } catch (const std::exception& broken) {
        fmt::print(stderr, "reentry-dashboard: {}\n", broken.what());
        return failed;
    }
}
