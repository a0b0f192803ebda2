// Short ways to declare columns and to begin a row, so that the tables of a report agree with each
// other.
#pragma once

#include "report/tree.hpp"
#include "study/comparison.hpp"

#include <string>
#include <vector>

namespace reentry::report {

Column words(std::string key, std::string title);
Column prose(std::string key, std::string title);
Column figures_in(std::string key, std::string title, std::string unit);
Column data_in(std::string key, std::string unit);  // for CSV only
Column under(std::string group, Column column);

// Strategy and provider, which name a row in every table of options; their ids go to CSV.
inline constexpr std::size_t option_key_columns = 4;
std::vector<Column> option_columns();
std::vector<Cell> option_cells(const study::Row& row);

// Mean with its interval, quantiles: shown as two columns, in CSV as one number each.
void add_estimate_columns(std::vector<Column>& columns, const std::string& key,
                          const std::string& title, const std::string& group);
void add_estimate_cells(std::vector<Cell>& cells, const study::Estimate& estimate);

// A probability, with its interval in CSV.
void add_probability_columns(std::vector<Column>& columns, const std::string& key,
                             const std::string& title);
void add_probability_cells(std::vector<Cell>& cells, const study::Probability& probability);

}  // namespace reentry::report
