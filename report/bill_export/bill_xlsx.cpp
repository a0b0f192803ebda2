#include "report/bill_export/bill_xlsx.hpp"

#include "models/tariff/unknown_price.hpp"
#include "report/bill_export/bill_rows.hpp"
#include "report/bill_export/bill_sources.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <tuple>

namespace reentry::report {
namespace {

constexpr const char* unknown_word = "unknown";

// A charge of a quantity by a line of a price list, whether that states a price or not.
bool has_price(const BillCharge& charge) {
    return charge.charge.kind == ChargeKind::band ||
           (charge.charge.kind == ChargeKind::unknown && !charge.charge.of_account);
}

// A price that charges refer to by its row in the sheet of prices.
using PriceKey = std::tuple<LineId, std::uint16_t, std::string, std::string>;

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

class Workbook {
 public:
    Workbook(const Bill& bill, const std::string& path)
        : bill_(bill),
          rows_(bill_rows(bill)),
          sources_(sources_of(bill)),
          book_(workbook_new(path.c_str())) {
        lxw_doc_properties properties{};
        std::string title = "Bill";
        properties.title = title.data();
        properties.created = static_cast<time_t>(std::chrono::duration_cast<std::chrono::seconds>(
                                                     bill.calendar.begin().time_since_epoch())
                                                     .count());
        workbook_set_properties(book_, &properties);
        head_ = workbook_add_format(book_);
        format_set_bold(head_);
        money_ = workbook_add_format(book_);
        format_set_num_format(money_, "#,##0.00");
        price_ = workbook_add_format(book_);
        format_set_num_format(price_, "0.############");
        at_least_ = workbook_add_format(book_);
        format_set_num_format(at_least_, "\"≥ \"#,##0.00");
    }

    lxw_error write() {
        lxw_worksheet* summary = workbook_add_worksheet(book_, "Summary");
        write_prices();
        write_charges();
        write_shares();
        write_sources();
        write_summary(summary);
        return workbook_close(book_);
    }

 private:
    static PriceKey key_of(const BillCharge& charge) {
        const bool known = charge.charge.kind == ChargeKind::band;
        return {charge.charge.line, charge.charge.entry,
                known ? charge.charge.price.to_string() : charge.note, charge.provenance.source};
    }

    void write_prices() {
        Sheet sheet(book_, "Prices", head_,
                    {{"line", 36},
                     {"band", 18},
                     {"unit", 16},
                     {"price", 14},
                     {"list price", 14},
                     {"currency", 9},
                     {"formula", 30},
                     {"source", 50},
                     {"date", 11},
                     {"confidence", 11},
                     {"note", 60}});
        for (const BillCharge& charge : bill_.charges) {
            if (!has_price(charge)) continue;
            const auto [at, added] = price_rows_.try_emplace(key_of(charge), sheet.line());
            if (!added) continue;
            sheet.text(bill_.line_name(charge));
            sheet.text(charge.band);
            sheet.text(bill_.unit(charge));
            if (charge.charge.kind == ChargeKind::band) {
                sheet.number(charge.charge.price.to_double(), price_);
                sheet.number(charge.charge.list_price.to_double(), price_);
            } else {
                sheet.skip(), sheet.skip();  // to be filled in by who has asked
            }
            sheet.text(std::string(charge.currency.code()));
            sheet.text(charge.formula);
            sheet.text(charge.provenance.source);
            sheet.text(date_text(charge.provenance.as_of));
            sheet.text(std::string(confidence_name(charge.provenance.confidence)));
            sheet.text(charge.whole ? charge.provenance.note : charge.note);
            sheet.next_row();
        }
    }

    void write_charges() {
        Sheet sheet(book_, "Charges", head_,
                    {{"month", 9},
                     {"from", 11},
                     {"to", 11},
                     {"line", 36},
                     {"kind", 11},
                     {"band", 18},
                     {"quantity", 16},
                     {"unit", 16},
                     {"price", 14},
                     {"amount", 14},
                     {"currency", 9},
                     {"rate", 10},
                     {"reported", 14},
                     {"note", 50},
                     {"source", 8}});
        charge_lines_.resize(bill_.charges.size());
        for (const BillRow& row : rows_) {
            const auto index = row.item->charge;
            if (charge_lines_[index] != 0) continue;
            charge_lines_[index] = sheet.line();
            write_charge(sheet, row, bill_.charges[index]);
        }
    }

    void write_charge(Sheet& sheet, const BillRow& row, const BillCharge& charge) {
        const unsigned line = sheet.line();
        const double amount = Money(charge.charge.nano, charge.currency).to_double();
        const double reported = Money(charge.reported, bill_.currency).to_double();
        for (const std::string& text : {row.month, row.from, row.to, row.name, row.kind, row.band})
            sheet.text(text);
        if (charge.charge.atoms != 0)
            sheet.number(bill_.quantity(charge).to_double(), price_);
        else
            sheet.skip();
        sheet.text(row.unit);
        if (has_price(charge)) {
            const bool known = charge.charge.kind == ChargeKind::band;
            sheet.formula(fmt::format("=IF(Prices!D{0}=\"\",\"unknown\",Prices!D{0})",
                                      price_rows_.at(key_of(charge))),
                          known ? std::optional(charge.charge.price.to_double()) : std::nullopt,
                          price_);
            sheet.formula(fmt::format("=IF(ISNUMBER(I{0}),ROUND(G{0}*I{0},9),\"unknown\")", line),
                          known ? std::optional(amount) : std::nullopt, money_);
        } else if (charge.charge.kind == ChargeKind::unknown) {
            sheet.skip();
            sheet.text(unknown_word);
        } else {
            sheet.skip();
            sheet.number(amount, charge.whole ? money_ : at_least_);
        }
        sheet.text(std::string(charge.currency.code()));
        write_rate(sheet, charge, amount, reported);
        sheet.formula(
            fmt::format("=IF(AND(ISNUMBER(J{0}),ISNUMBER(L{0})),J{0}*L{0},\"unknown\")", line),
            charge.charge.kind != ChargeKind::unknown && charge.converted ? std::optional(reported)
                                                                          : std::nullopt,
            charge.whole ? money_ : at_least_);
        const auto why = why_unknown(bill_, charge);
        sheet.text(charge.converted ? charge.note : why);
        sheet.number(static_cast<double>(sources_.of_charge[row.item->charge] + 1));
        charges_end_ = line;
        sheet.next_row();
    }

    void write_rate(Sheet& sheet, const BillCharge& charge, double amount, double reported) {
        if (charge.currency == bill_.currency)
            sheet.number(1, price_);
        else if (!charge.converted || charge.charge.kind == ChargeKind::unknown)
            sheet.text(unknown_word);
        else
            sheet.number(charge.charge.nano == 0 ? 1 : reported / amount, price_);
    }

    // What each document answers for; amounts follow the charges.
    void write_sources() {
        Sheet sheet(book_, "Sources", head_,
                    {{"number", 8},
                     {"source", 70},
                     {"date", 11},
                     {"confidence", 11},
                     {"charges", 9},
                     {"reported", 14},
                     {"unknown", 9}});
        for (std::size_t i = 0; i < sources_.all.size(); ++i) {
            const BillSource& source = sources_.all[i];
            sheet.number(static_cast<double>(i + 1));
            sheet.text(source.source);
            sheet.text(date_text(source.as_of));
            sheet.text(std::string(confidence_name(source.confidence)));
            sheet.number(static_cast<double>(source.charges));
            sheet.formula(fmt::format("=SUMIFS(Charges!M$2:M${0},Charges!O$2:O${0},A{1})",
                                      std::max(charges_end_, 2U), sheet.line()),
                          Money(source.reported, bill_.currency).to_double(), money_);
            sheet.formula(
                fmt::format("=COUNTIFS(Charges!M$2:M${0},\"unknown\",Charges!O$2:O${0},A{1})",
                            std::max(charges_end_, 2U), sheet.line()),
                static_cast<double>(source.unknown), nullptr);
            sheet.next_row();
        }
    }

    // What part of its charge a row is.
    static double part_of(const BillRow& row) {
        const Charge& charge = row.charge->charge;
        if (charge.nano != 0) return Quantity(row.item->nano, charge.nano).to_double();
        return charge.atoms == 0 ? 0 : Quantity(row.item->atoms, charge.atoms).to_double();
    }

    void write_shares() {
        Sheet sheet(book_, "Shares", head_,
                    {{"month", 9},
                     {"state", 10},
                     {"role", 12},
                     {"resource", 24},
                     {"meter", 18},
                     {"option", 14},
                     {"workload", 20},
                     {"copy", 16},
                     {"line", 36},
                     {"share", 12},
                     {"reported", 14}});
        for (const BillRow& row : rows_) {
            for (const std::string& text : {row.month, row.state, row.role, row.resource, row.meter,
                                            row.option, row.workload, row.copy, row.name})
                sheet.text(text);
            sheet.number(part_of(row), price_);
            const bool known =
                row.charge->charge.kind != ChargeKind::unknown && row.charge->converted;
            sheet.formula(
                fmt::format("=IF(ISNUMBER(Charges!M{0}),Charges!M{0}*J{1},\"unknown\")",
                            charge_lines_[row.item->charge], sheet.line()),
                known ? std::optional(bill_.reported(*row.item).to_double()) : std::nullopt,
                row.charge->whole ? money_ : at_least_);
            sheet.next_row();
        }
        shares_end_ = sheet.line() - 1;
    }

    void write_summary(lxw_worksheet* sheet) {
        const char* states[] = {"running", "drill", "recovery", "exit"};
        std::map<std::pair<std::string, std::string>, Int128> sums;
        for (const BillRow& row : rows_) sums[{row.month, row.state}] += row.item->reported;
        worksheet_set_column(sheet, 0, 5, 14, nullptr);
        worksheet_write_string(sheet, 0, 0, std::string(bill_.currency.code()).c_str(), head_);
        for (int s = 0; s < 4; ++s)
            worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(s + 1), states[s], head_);
        worksheet_write_string(sheet, 0, 5, "total", head_);
        worksheet_write_string(sheet, 0, 6, "unknown", head_);
        lxw_row_t line = 1;
        for (const BillingMonth& month : bill_.calendar.months())
            write_month(sheet, line++, month_text(month.name), states, sums);
        worksheet_write_string(sheet, line, 0, "total", head_);
        for (lxw_col_t c = 1; c <= 5; ++c) {
            const char name = static_cast<char>('A' + c);
            const double sum = c == 5 ? bill_.total().to_double()
                                      : bill_.total_of(static_cast<State>(c - 1)).to_double();
            worksheet_write_formula_num(
                sheet, line, c, fmt::format("=SUM({0}2:{0}{1})", name, line).c_str(), money_, sum);
        }
        const auto count = std::count_if(rows_.begin(), rows_.end(), is_unknown);
        worksheet_write_formula_num(sheet, line, 6, fmt::format("=SUM(G2:G{})", line).c_str(),
                                    nullptr, static_cast<double>(count));
        mark_lower_bounds(sheet, line);
        write_remarks(sheet, line + 2);
    }

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
                                        money_, Money(nano, bill_.currency).to_double());
        }
        worksheet_write_formula_num(sheet, line, 5,
                                    fmt::format("=SUM(B{0}:E{0})", line + 1).c_str(), money_,
                                    Money(total, bill_.currency).to_double());
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
        rule.format = at_least_;
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
    std::vector<BillRow> rows_;
    BillSources sources_;
    lxw_workbook* book_;
    lxw_format* head_ = nullptr;
    lxw_format* money_ = nullptr;
    lxw_format* price_ = nullptr;
    lxw_format* at_least_ = nullptr;
    std::map<PriceKey, unsigned> price_rows_;
    std::vector<unsigned> charge_lines_;  // by charge; 0: not written yet
    unsigned shares_end_ = 1;
    unsigned charges_end_ = 1;
};

}  // namespace

bool write_bill_xlsx(const Bill& bill, const std::string& path, std::string& problem) {
    // The library would tell the terminal, not us.
    if (!std::ofstream(path, std::ios::binary)) {
        problem = path + ": the file cannot be written";
        return false;
    }
    const lxw_error error = Workbook(bill, path).write();
    if (error == LXW_NO_ERROR) return true;
    problem = fmt::format("{}: {}", path, lxw_strerror(error));
    return false;
}

}  // namespace reentry::report
