#include "report/render/html_data.hpp"

#include "report/render/text_width.hpp"

#include <fmt/format.h>

namespace reentry::report {
namespace {

using kainjow::mustache::data;

constexpr std::size_t many_columns = 10;

const char* tone_class(Tone tone) {
    switch (tone) {
        case Tone::plain:
            return "plain";
        case Tone::strong:
            return "strong";
        case Tone::good:
            return "good";
        case Tone::warn:
            return "warn";
        case Tone::bad:
            return "bad";
        case Tone::quiet:
            return "quiet";
    }
    return "plain";
}

void set_text(data& object, const char* key, const std::string& text) {
    if (!text.empty()) object.set(key, unbroken(printable(text)));
}

data paragraph_data(const Paragraph& paragraph) {
    data object{data::type::object};
    set_text(object, "lead", paragraph.lead);
    set_text(object, "text", paragraph.text);
    object.set("tone", tone_class(paragraph.tone));
    return object;
}

std::string cell_class(const Column& column, Tone tone) {
    std::string names = column.align == Align::right ? "number" : column.wraps ? "prose" : "word";
    if (tone != Tone::plain) names += fmt::format(" {}", tone_class(tone));
    return names;
}

bool visible(const Column& column) { return column.shown != Shown::as_data; }

// First line of a header: groups with the number of columns that they span.
data group_data(const Table& table) {
    data groups{data::type::list};
    for (std::size_t i = 0; i < table.columns.size();) {
        const std::string& group = table.columns[i].group;
        std::size_t span = 0;
        do {
            if (visible(table.columns[i])) ++span;
            ++i;
        } while (i < table.columns.size() && (!visible(table.columns[i]) ||
                                              (!group.empty() && table.columns[i].group == group)));
        if (span == 0) continue;
        data object{data::type::object};
        object.set("group", printable(group));
        object.set("span", std::to_string(span));
        object.set("class", group.empty() ? "none" : "group");
        groups.push_back(object);
    }
    return groups;
}

data row_data(const Table& table, const std::vector<Cell>& row) {
    data cells{data::type::list};
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (!visible(table.columns[i])) continue;
        data cell{data::type::object};
        cell.set("text", printable(row[i].text));
        cell.set("class", cell_class(table.columns[i], row[i].tone));
        cell.set(i < table.key_columns ? "names_row" : "value", true);
        cells.push_back(cell);
    }
    data object{data::type::object};
    object.set("cells", cells);
    return object;
}

data table_data(const Table& table) {
    data object{data::type::object}, columns{data::type::list}, rows{data::type::list};
    std::size_t shown = 0;
    bool grouped = false;
    for (const auto& column : table.columns) {
        if (!visible(column)) continue;
        ++shown;
        grouped |= !column.group.empty();
        data heading{data::type::object};
        heading.set("title", printable(column.title));
        heading.set("class", cell_class(column, Tone::plain));
        columns.push_back(heading);
    }
    for (const auto& row : table.rows) rows.push_back(row_data(table, row));
    object.set("id", table.id);
    set_text(object, "caption", table.caption);
    set_text(object, "note", table.note);
    object.set("columns", columns);
    if (grouped) object.set("grouped", true), object.set("groups", group_data(table));
    object.set("rows", rows);
    object.set("width", shown > many_columns ? "wide" : "narrow");
    return object;
}

struct BlockData {
    const DrawSvg& svg;

    data operator()(const Paragraph& paragraph) const {
        return wrapped_as("paragraph", paragraph_data(paragraph));
    }

    data operator()(const Points& points) const {
        data list{data::type::list};
        for (const auto& item : points.items) list.push_back(paragraph_data(item));
        data object{data::type::object};
        object.set("items", list);
        return wrapped_as("points", object);
    }

    data operator()(const Headlines& headlines) const {
        data list{data::type::list};
        for (const auto& item : headlines.items) {
            data object{data::type::object};
            object.set("figure", printable(item.figure));
            object.set("label", printable(item.label));
            object.set("detail", unbroken(printable(item.detail)));
            object.set("tone", tone_class(item.tone));
            list.push_back(object);
        }
        data object{data::type::object};
        object.set("items", list);
        return wrapped_as("headlines", object);
    }

    data operator()(const Facts& facts) const {
        data list{data::type::list};
        for (const auto& [name, value] : facts.items) {
            data object{data::type::object};
            object.set("name", printable(name));
            object.set("fact", printable(value));
            list.push_back(object);
        }
        data object{data::type::object};
        object.set("items", list);
        return wrapped_as("facts", object);
    }

    data operator()(const Table& table) const { return wrapped_as("a_table", table_data(table)); }

    data operator()(const Figure& figure) const {
        data object{data::type::object};
        object.set("id", figure.id);
        object.set("caption", unbroken(printable(figure.caption)));
        object.set("description", unbroken(printable(figure.description)));
        if (svg) object.set("svg", inline_svg(svg(figure)));
        return wrapped_as("a_figure", object);
    }

    static data wrapped_as(const char* kind, const data& content) {
        data object{data::type::object};
        object.set(kind, content);
        return object;
    }
};

}  // namespace

data html_data(const Document& document, const DrawSvg& svg) {
    data page{data::type::object}, sections{data::type::list};
    const BlockData block_data{svg};
    for (const auto& section : document.sections) {
        data object{data::type::object}, blocks{data::type::list};
        for (const auto& block : section.blocks) blocks.push_back(std::visit(block_data, block));
        object.set("id", section.id);
        object.set("title", printable(section.title));
        object.set("blocks", blocks);
        sections.push_back(object);
    }
    page.set("title", printable(document.title));
    set_text(page, "subtitle", document.subtitle);
    page.set("footer", printable(document.footer));
    page.set("sections", sections);
    page.set("without_charts", !svg);
    return page;
}

}  // namespace reentry::report
