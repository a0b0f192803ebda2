// One sheet of a workbook, written row by row from its headings on.
#pragma once

#include <xlsxwriter.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reentry::report {

inline constexpr const char* unknown_word = "unknown";

// How cells of a bill look.
struct XlsxFormats {
    explicit XlsxFormats(lxw_workbook* book)
        : head(workbook_add_format(book)),
          money(workbook_add_format(book)),
          price(workbook_add_format(book)),
          at_least(workbook_add_format(book)) {
        format_set_bold(head);
        format_set_num_format(money, "#,##0.00");
        format_set_num_format(price, "0.############");
        format_set_num_format(at_least, "\"≥ \"#,##0.00");
    }
    lxw_format *head, *money, *price, *at_least;
};

class Sheet {
 public:
    Sheet(lxw_workbook* book, const char* name, lxw_format* head,
          const std::vector<std::pair<const char*, double>>& columns)
        : sheet_(workbook_add_worksheet(book, name)) {
        for (const auto& [title, width] : columns) {
            worksheet_write_string(sheet_, 0, column_, title, head);
            worksheet_set_column(sheet_, column_, column_, width, nullptr);
            ++column_;
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        next_row();
    }

    void text(const std::string& value) {
        if (!value.empty()) worksheet_write_string(sheet_, row_, column_, value.c_str(), nullptr);
        ++column_;
    }
    void number(double value, lxw_format* format = nullptr) {
        worksheet_write_number(sheet_, row_, column_++, value, format);
    }
    // The result is what programs show that do not work formulas out; none: "unknown".
    void formula(const std::string& value, std::optional<double> result, lxw_format* format) {
        if (result)
            worksheet_write_formula_num(sheet_, row_, column_++, value.c_str(), format, *result);
        else
            worksheet_write_formula_str(sheet_, row_, column_++, value.c_str(), format,
                                        unknown_word);
    }
    void skip() { ++column_; }
    void next_row() { ++row_, column_ = 0; }
    lxw_row_t row() const { return row_; }      // 0-based
    unsigned line() const { return row_ + 1; }  // as formulas count
    lxw_worksheet* raw() { return sheet_; }

 private:
    lxw_worksheet* sheet_;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
};

}  // namespace reentry::report
