#include "gui/widgets/columns.hpp"

#include "models/units/format.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace reentry::gui {

report::Column words(std::string key, std::string title) {
    return {.key = std::move(key), .title = std::move(title), .unit = {}, .group = {}};
}

report::Column figures(std::string key, std::string title, std::string unit) {
    return {.key = std::move(key),
            .title = std::move(title),
            .unit = std::move(unit),
            .align = report::Align::right,
            .group = {}};
}

int places_for(double largest) { return largest < 200 ? 2 : 0; }

report::Cell amount_cell(const Money& money, int places) {
    return {format_fixed(money.to_double(), places), money.decimal().to_string(),
            report::Tone::plain};
}

report::Cell cost_cell(const study::Row& row, const Money& money, int places) {
    auto cell = amount_cell(money, places);
    cell.text.insert(0, report::at_least(row));
    return cell;
}

std::string change_text(double now, double base) {
    if (!(base > 0)) return {};
    const double change = now / base - 1;
    if (std::abs(change) < 0.005) return {};
    const char* sign = change > 0 ? "+" : "−";
    return fmt::format("{}{:.0f} %", sign, std::abs(change) * 100);
}

}  // namespace reentry::gui
