#include "report/write_report.hpp"

#include "report/atomic_file.hpp"
#include "report/render/csv.hpp"
#include "report/render/json.hpp"
#include "report/render/markdown.hpp"

#include <map>

namespace reentry::report {
namespace {

// Draws each figure once, for the page and for its file.
class Pictures {
 public:
    Pictures(const Document& document, const DrawSvg& draw) {
        if (!draw) return;
        for (const Figure* figure : figures(document)) drawn_[figure->id] = draw(*figure);
    }

    DrawSvg drawn() const {
        if (drawn_.empty()) return {};
        return [this](const Figure& figure) { return drawn_.at(figure.id); };
    }

    const std::map<std::string, std::string>& all() const { return drawn_; }

 private:
    std::map<std::string, std::string> drawn_;
};

class Folder {
 public:
    explicit Folder(std::filesystem::path root) : root_(std::move(root)) {}

    void write(const std::filesystem::path& name, std::string_view text) {
        write_file(root_ / name, text);
        written_.push_back(name);
    }

    void write_json_file(const study::Comparison& comparison, const JsonOptions& options) {
        AtomicFile file(root_ / "comparison.json");
        write_json(file.stream(), comparison, options);
        file.commit();
        written_.emplace_back("comparison.json");
    }

    std::vector<std::filesystem::path> take() { return std::move(written_); }

 private:
    std::filesystem::path root_;
    std::vector<std::filesystem::path> written_;
};

}  // namespace

std::vector<std::filesystem::path> write_report(const study::Comparison& comparison,
                                                const Document& document,
                                                const ReportTarget& target) {
    const Pictures pictures(document, target.svg);
    Folder folder(target.folder);
    folder.write("report.html", render_html(document, {target.templates, pictures.drawn()}));
    const char* charts = pictures.all().empty() ? "" : "charts";
    folder.write("report.md", render_markdown(document, {charts}));
    folder.write_json_file(comparison, {target.version, target.samples});
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks)
            if (const auto* table = std::get_if<Table>(&block))
                folder.write("tables/" + table->id + ".csv", render_csv(*table));
    for (const auto& [id, svg] : pictures.all()) folder.write("charts/" + id + ".svg", svg);
    return folder.take();
}

}  // namespace reentry::report
