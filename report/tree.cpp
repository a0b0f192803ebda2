#include "report/tree.hpp"

namespace reentry::report {

void append(Section& section, Figure figure) {
    section.blocks.emplace_back(std::in_place_type<Figure>, std::move(figure));
}

std::string full_title(const Column& column) {
    return column.group.empty() ? column.title : column.group + ": " + column.title;
}

const Section* find_section(const Document& document, std::string_view id) {
    for (const auto& section : document.sections)
        if (section.id == id) return &section;
    return nullptr;
}

const Table* find_table(const Document& document, std::string_view id) {
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks)
            if (const auto* table = std::get_if<Table>(&block); table && table->id == id)
                return table;
    return nullptr;
}

std::vector<const Figure*> figures(const Document& document) {
    std::vector<const Figure*> all;
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks)
            if (const auto* figure = std::get_if<Figure>(&block)) all.push_back(figure);
    return all;
}

}  // namespace reentry::report
