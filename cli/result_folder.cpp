#include "cli/result_folder.hpp"

#include "cli/chart_files.hpp"
#include "report/atomic_file.hpp"
#include "report/render/csv.hpp"
#include "report/write_report.hpp"

#include <unistd.h>
#include <vector>

namespace reentry::cli {
namespace {

namespace fs = std::filesystem;

// Files that are not there yet for anybody who looks at the folder.
class Staging {
 public:
    explicit Staging(const fs::path& folder)
        : folder_(folder), staged_(folder / (".writing-" + std::to_string(getpid()))) {
        fs::create_directories(staged_);
    }
    ~Staging() {
        std::error_code ignored;
        fs::remove_all(staged_, ignored);
    }
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    const fs::path& folder() const { return staged_; }

    void commit() {
        for (const auto& entry : fs::recursive_directory_iterator(staged_)) {
            const auto target = folder_ / fs::relative(entry.path(), staged_);
            if (entry.is_directory()) fs::create_directories(target);
        }
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(staged_))
            if (entry.is_regular_file()) files.push_back(entry.path());
        for (const auto& file : files) fs::rename(file, folder_ / fs::relative(file, staged_));
    }

 private:
    fs::path folder_, staged_;
};

}  // namespace

bool write_result(const fs::path& folder, const ResultContents& contents,
                  const std::stop_token& stop) {
    Staging staging(folder);
    const ChartFiles charts;
    report::ReportTarget target{staging.folder(), contents.templates, charts.svg(),
                                contents.version, contents.samples};
    report::write_report(contents.comparison, contents.document, target);
    if (const auto* table = report::find_table(contents.document, "comparison"))
        report::write_file(staging.folder() / "comparison.csv", report::render_csv(*table));
    report::write_file(staging.folder() / "scenario.toml", contents.scenario);
    charts.write_png(staging.folder() / "charts", contents.document);
    if (stop.stop_requested()) return false;
    staging.commit();
    return true;
}

}  // namespace reentry::cli
