#include "cli/output.hpp"
#include "report/render/json_writer.hpp"

#include <charconv>
#include <sstream>

namespace reentry::cli {
namespace {

using report::JsonWriter;

class DocumentJson {
 public:
    explicit DocumentJson(std::ostream& out) : json_(out) {}

    void write(const report::Document& document) {
        json_.begin_object();
        json_.member("title", document.title);
        json_.key("sections");
        json_.begin_array();
        for (const auto& section : document.sections) write(section);
        json_.end_array();
        json_.end_object();
    }

 private:
    void write(const report::Section& section) {
        json_.begin_object();
        json_.member("id", section.id);
        json_.member("title", section.title);
        json_.key("blocks");
        json_.begin_array();
        for (const auto& block : section.blocks)
            std::visit([this](const auto& b) { write(b); }, block);
        json_.end_array();
        json_.end_object();
    }

    void write(const report::Paragraph& paragraph) {
        json_.begin_object();
        json_.member("kind", "paragraph");
        text(paragraph);
        json_.end_object();
    }

    void write(const report::Points& points) {
        json_.begin_object();
        json_.member("kind", "points");
        json_.key("items");
        json_.begin_array();
        for (const auto& item : points.items) {
            json_.begin_object();
            text(item);
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
    }

    void write(const report::Headlines& headlines) {
        json_.begin_object();
        json_.member("kind", "headlines");
        json_.key("items");
        json_.begin_array();
        for (const auto& item : headlines.items) {
            json_.begin_object();
            json_.member("figure", item.figure);
            json_.member("label", item.label);
            json_.member("detail", item.detail);
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
    }

    void write(const report::Facts& facts) {
        json_.begin_object();
        json_.member("kind", "facts");
        json_.key("items");
        json_.begin_array();
        for (const auto& [name, value] : facts.items) {  // a name may be empty: as the one above
            json_.begin_object();
            json_.member("name", name);
            json_.member("value", value);
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
    }

    void write(const report::Figure& figure) {
        json_.begin_object();
        json_.member("kind", "figure");
        json_.member("id", figure.id);
        json_.member("caption", figure.caption);
        json_.member("description", figure.description);
        json_.end_object();
    }

    void write(const report::Table& table) {
        json_.begin_object();
        json_.member("kind", "table");
        json_.member("id", table.id);
        json_.member("caption", table.caption);
        json_.key("rows");
        json_.begin_array();
        for (const auto& row : table.rows) {
            json_.begin_object();
            for (std::size_t i = 0; i < row.size(); ++i) cell(table.columns[i], row[i]);
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
    }

    // Two numbers for people in one cell stand in columns of their own.
    void cell(const report::Column& column, const report::Cell& cell) {
        if (column.shown == report::Shown::as_text) return;
        json_.key(column.key);
        double number = 0;
        const auto* end = cell.raw.data() + cell.raw.size();
        const auto read = std::from_chars(cell.raw.data(), end, number);
        if (!column.unit.empty() && read.ec == std::errc{} && read.ptr == end)
            json_.value(number);
        else
            json_.value(cell.raw);
    }

    void text(const report::Paragraph& paragraph) {
        if (!paragraph.lead.empty()) json_.member("lead", paragraph.lead);
        json_.member("text", paragraph.text);
    }

    JsonWriter json_;
};

}  // namespace

std::string document_json(const report::Document& document) {
    std::ostringstream out;
    DocumentJson(out).write(document);
    out << '\n';
    return out.str();
}

}  // namespace reentry::cli
