#include "report/bill_export/bill_xlsx_summary.hpp"

#include "models/tariff/unknown_price.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace reentry::report {
namespace {

class Summary {
 public:
    Summary(const Bill& bill, const std::vector<BillRow>& rows, const XlsxFormats& formats,
            unsigned shares_end)
        : bill_(bill), rows_(rows), formats_(formats), shares_end_(shares_end) {}

    void write(lxw_worksheet* sheet) {
        const char* states[] = {"running", "drill", "recovery", "exit"};
        std::map<std::pair<std::string, std::string>, Int128> sums;
        for (const BillRow& row : rows_) sums[{row.month, row.state}] += row.item->reported;
        worksheet_set_column(sheet, 0, 5, 14, nullptr);
        worksheet_write_string(sheet, 0, 0, std::string(bill_.currency.code()).c_str(),
                               formats_.head);
        for (int s = 0; s < 4; ++s)
            worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(s + 1), states[s],
                                   formats_.head);
        worksheet_write_string(sheet, 0, 5, "total", formats_.head);
        worksheet_write_string(sheet, 0, 6, "unknown", formats_.head);
        lxw_row_t line = 1;
        for (const BillingMonth& month : bill_.calendar.months())
            write_month(sheet, line++, month_text(month.name), states, sums);
        worksheet_write_string(sheet, line, 0, "total", formats_.head);
        for (lxw_col_t c = 1; c <= 5; ++c) {
            const char name = static_cast<char>('A' + c);
            const double sum = c == 5 ? bill_.total().to_double()
                                      : bill_.total_of(static_cast<State>(c - 1)).to_double();
            worksheet_write_formula_num(sheet, line, c,
                                        fmt::format("=SUM({0}2:{0}{1})", name, line).c_str(),
                                        formats_.money, sum);
        }
        const auto count = std::count_if(rows_.begin(), rows_.end(), is_unknown);
        worksheet_write_formula_num(sheet, line, 6, fmt::format("=SUM(G2:G{})", line).c_str(),
                                    nullptr, static_cast<double>(count));
        mark_lower_bounds(sheet, line);
        write_remarks(sheet, line + 2);
    }

 private:
    void write_month(lxw_worksheet* sheet, lxw_row_t line, const std::string& month,
                     const char* const (&states)[4],
                     const std::map<std::pair<std::string, std::string>, Int128>& sums) {
        worksheet_write_string(sheet, line, 0, month.c_str(), nullptr);
        Int128 total = 0;
        for (int s = 0; s < 4; ++s) {
            const auto found = sums.find({month, states[s]});
            const Int128 nano = found == sums.end() ? 0 : found->second;
            total += nano;
            const std::string formula = fmt::format(
                "=SUMIFS(Shares!K$2:K${0},Shares!A$2:A${0},A{1},Shares!B$2:B${0},{2}$1)",
                std::max(shares_end_, 2U), line + 1, static_cast<char>('B' + s));
            worksheet_write_formula_num(sheet, line, static_cast<lxw_col_t>(s + 1), formula.c_str(),
                                        formats_.money, Money(nano, bill_.currency).to_double());
        }
        worksheet_write_formula_num(sheet, line, 5,
                                    fmt::format("=SUM(B{0}:E{0})", line + 1).c_str(),
                                    formats_.money, Money(total, bill_.currency).to_double());
        const auto count = std::count_if(rows_.begin(), rows_.end(), [&](const BillRow& row) {
            return row.month == month && is_unknown(row);
        });
        worksheet_write_formula_num(
            sheet, line, 6,
            fmt::format("=COUNTIFS(Shares!K$2:K${0},\"unknown\",Shares!A$2:A${0},A{1})",
                        std::max(shares_end_, 2U), line + 1)
                .c_str(),
            nullptr, static_cast<double>(count));
    }

    static bool is_unknown(const BillRow& row) {
        return row.charge->charge.kind == ChargeKind::unknown || !row.charge->converted;
    }

    // Sums beside unknown amounts begin with "≥", as long as the amounts stay unknown.
    void mark_lower_bounds(lxw_worksheet* sheet, lxw_row_t last) {
        lxw_conditional_format rule{};
        std::string formula = "=$G2>0";
        rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
        rule.value_string = formula.data();
        rule.format = formats_.at_least;
        worksheet_conditional_format_range(sheet, 1, 1, last, 5, &rule);
    }

    void write_remarks(lxw_worksheet* sheet, lxw_row_t line) {
        const auto say = [&](const std::string& text) {
            worksheet_write_string(sheet, line++, 0, text.c_str(), nullptr);
        };
        say("Amounts are exact to 10^-9 of their currency and shown rounded.");
        if (!bill_.complete())
            say("INCOMPLETE: what is unknown counts nothing, and sums with it begin with ≥. A "
                "price "
                "that is filled in on the sheet of prices makes its amounts known. Missing:");
        std::string last;
        for (const BillCharge* unknown : bill_.unknown())
            if (const auto text = unknown_text(bill_, *unknown); text != last) say(last = text);
        for (const std::string& rate : bill_.missing_rates) say("no exchange rate: " + rate);
    }

    const Bill& bill_;
    const std::vector<BillRow>& rows_;
    const XlsxFormats& formats_;
    unsigned shares_end_;
};

}  // namespace

void write_xlsx_summary(lxw_worksheet* sheet, const Bill& bill, const std::vector<BillRow>& rows,
                        const XlsxFormats& formats, unsigned shares_end) {
    Summary(bill, rows, formats, shares_end).write(sheet);
}

}  // namespace reentry::report
