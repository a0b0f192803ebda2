#include "report/render/table_layout.hpp"

#include "report/render/text_width.hpp"

#include <algorithm>

namespace reentry::report {
namespace {

constexpr std::size_t least_prose = 24;
constexpr std::size_t least_key = 12;  // of columns that name a row, once a table has to be split
constexpr std::size_t room_for_figures = 46;
constexpr std::size_t widest_heading = 40;

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const std::size_t end = next_break(text);
        longest = std::max(longest, text_width(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

std::size_t natural_width(const Table& table, std::size_t column) {
    std::size_t width = longest_word(table.columns[column].title);
    for (const auto& row : table.rows) width = std::max(width, text_width(row[column].text));
    return width;
}

std::size_t total(const std::vector<Placed>& columns) {
    std::size_t width = 0;
    for (const auto& placed : columns) width += placed.width + column_gap;
    return columns.empty() ? 0 : width - column_gap;
}

// Takes from the widest column that may be broken into lines, one terminal column at a time, until
// all fit or none is wider than `least`.
template <class MayWrap>
void narrow(std::vector<Placed>& columns, std::size_t width, std::size_t least, MayWrap may_wrap) {
    while (total(columns) > width) {
        Placed* widest = nullptr;
        for (auto& placed : columns)
            if (may_wrap(placed) && placed.width > least)
                if (widest == nullptr || placed.width > widest->width) widest = &placed;
        if (widest == nullptr) return;
        --widest->width;
    }
}

// The columns from `first` on that share its group.
std::size_t group_end(const Table& table, const std::vector<Placed>& columns, std::size_t first) {
    const std::string& group = table.columns[columns[first].column].group;
    std::size_t end = first + 1;
    while (!group.empty() && end < columns.size() &&
           table.columns[columns[end].column].group == group)
        ++end;
    return end;
}

// A heading over several columns that is wider than they are together widens the last of them.
void make_room_for_groups(const Table& table, std::vector<Placed>& columns) {
    for (std::size_t i = 0; i < columns.size();) {
        const std::string& group = table.columns[columns[i].column].group;
        const std::size_t end = group_end(table, columns, i);
        const std::size_t width = total({columns.begin() + static_cast<std::ptrdiff_t>(i),
                                         columns.begin() + static_cast<std::ptrdiff_t>(end)});
        const std::size_t wanted = std::min<std::size_t>(text_width(group) + 2, widest_heading);
        if (!group.empty() && wanted > width) columns[end - 1].width += wanted - width;
        i = end;
    }
}

std::vector<Placed> joined(std::vector<Placed> first, const Placed* begin, const Placed* end) {
    first.insert(first.end(), begin, end);
    return first;
}

std::vector<std::vector<Placed>> split(const Table& table, const std::vector<Placed>& keys,
                                       const std::vector<Placed>& others, std::size_t width) {
    std::vector<std::vector<Placed>> blocks{keys};
    for (std::size_t i = 0; i < others.size();) {
        const Placed* first = &others[i];
        std::size_t end = group_end(table, others, i);
        if (total(joined(keys, first, others.data() + end)) > width) end = i + 1;
        const Placed* last = others.data() + end;
        const bool fits = total(joined(blocks.back(), first, last)) <= width;
        if (!fits && blocks.back().size() > keys.size()) blocks.push_back(keys);
        blocks.back() = joined(std::move(blocks.back()), first, last);
        i = end;
    }
    return blocks;
}

}  // namespace

std::vector<std::vector<Placed>> blocks_of_columns(const Table& table, std::size_t width) {
    std::vector<Placed> keys, others;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].shown == Shown::as_data) continue;
        (i < table.key_columns ? keys : others).push_back({i, natural_width(table, i)});
    }
    make_room_for_groups(table, others);
    std::vector<Placed> all = keys;
    all.insert(all.end(), others.begin(), others.end());
    narrow(all, width, least_prose,
           [&](const Placed& placed) { return table.columns[placed.column].wraps; });
    if (total(all) <= width) return {all};
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = all[i];
    for (std::size_t i = 0; i < others.size(); ++i) others[i] = all[keys.size() + i];
    const std::size_t for_figures = std::min(room_for_figures, width * 3 / 5);
    narrow(keys, width - for_figures, least_key, [](const Placed&) { return true; });
    return split(table, keys, others, width);
}

}  // namespace reentry::report
