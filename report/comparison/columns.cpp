#include "report/comparison/columns.hpp"

#include "report/cells.hpp"

namespace reentry::report {
namespace {

Cell data_cell(std::size_t n, double value) {
    return n == 0 ? empty_cell() : Cell{plain_digits(value), plain_digits(value), Tone::quiet};
}

}  // namespace

Column words(std::string key, std::string title) {
    Column column;
    column.key = std::move(key);
    column.title = std::move(title);
    return column;
}

Column prose(std::string key, std::string title) {
    Column column = words(std::move(key), std::move(title));
    column.wraps = true;
    return column;
}

Column figures_in(std::string key, std::string title, std::string unit) {
    Column column = words(std::move(key), std::move(title));
    column.unit = std::move(unit);
    column.align = Align::right;
    return column;
}

Column data_in(std::string key, std::string unit) {
    Column column = figures_in(key, key, std::move(unit));
    column.shown = Shown::as_data;
    return column;
}

Column under(std::string group, Column column) {
    column.group = std::move(group);
    return column;
}

std::vector<Column> option_columns() {
    return {data_in("strategy_id", ""), data_in("provider_id", ""), words("strategy", "Strategy"),
            words("provider", "Provider")};
}

std::vector<Cell> option_cells(const study::Row& row) {
    return {text_cell(row.strategy), text_cell(row.provider),
            text_cell(row.strategy_name, Tone::strong),
            text_cell(row.provider.empty() ? "on premises" : row.provider_name)};
}

void add_estimate_columns(std::vector<Column>& columns, const std::string& key,
                          const std::string& title, const std::string& group) {
    columns.push_back(under(group, figures_in(key + "_mean", title, "s")));
    columns.push_back(data_in(key + "_low", "s"));
    columns.push_back(data_in(key + "_high", "s"));
    Column quantiles = figures_in(key + "_p50_p95", "P50 / P95", "");
    quantiles.shown = Shown::as_text;
    columns.push_back(under(group, quantiles));
    columns.push_back(data_in(key + "_p50", "s"));
    columns.push_back(data_in(key + "_p90", "s"));
    columns.push_back(data_in(key + "_p95", "s"));
    columns.push_back(data_in(key + "_n", "1"));
}

void add_estimate_cells(std::vector<Cell>& cells, const study::Estimate& e) {
    cells.push_back(mean_cell(e));
    cells.push_back(data_cell(e.n, e.low));
    cells.push_back(data_cell(e.n, e.high));
    cells.push_back(quantiles_cell(e));
    cells.push_back(data_cell(e.n, e.p50));
    cells.push_back(data_cell(e.n, e.p90));
    cells.push_back(data_cell(e.n, e.p95));
    cells.push_back(count_cell(e.n));
}

void add_probability_columns(std::vector<Column>& columns, const std::string& key,
                             const std::string& title) {
    columns.push_back(figures_in(key, title, "1"));
    columns.push_back(data_in(key + "_low", "1"));
    columns.push_back(data_in(key + "_high", "1"));
}

void add_probability_cells(std::vector<Cell>& cells, const study::Probability& p) {
    cells.push_back(probability_cell(p));
    cells.push_back(data_cell(p.n, p.low));
    cells.push_back(data_cell(p.n, p.high));
}

}  // namespace reentry::report
