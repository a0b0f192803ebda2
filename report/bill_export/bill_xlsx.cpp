#include "report/bill_export/bill_xlsx.hpp"

#include "models/tariff/unknown_price.hpp"
#include "report/bill_export/bill_rows.hpp"
#include "report/bill_export/bill_sources.hpp"
#include "report/bill_export/bill_xlsx_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <tuple>

namespace reentry::report {
namespace {

// A charge of a quantity by a line of a price list, whether that states a price or not.
bool has_price(const BillCharge& charge) {
    return charge.charge.kind == ChargeKind::band ||
           (charge.charge.kind == ChargeKind::unknown && !charge.charge.of_account);
}

// A price that charges refer to by its row in the sheet of prices.
using PriceKey = std::tuple<LineId, std::uint16_t, std::string, std::string>;

class Workbook {
 public:
    Workbook(const Bill& bill, const std::string& path)
        : bill_(bill),
          rows_(bill_rows(bill)),
          sources_(sources_of(bill)),
          book_(workbook_new(path.c_str())),
          formats_(book_) {
        lxw_doc_properties properties{};
        std::string title = "Bill";
        properties.title = title.data();
        properties.created = static_cast<time_t>(std::chrono::duration_cast<std::chrono::seconds>(
                                                     bill.calendar.begin().time_since_epoch())
                                                     .count());
        workbook_set_properties(book_, &properties);
    }

    lxw_error write() {
        lxw_worksheet* summary = workbook_add_worksheet(book_, "Summary");
        write_prices();
        write_charges();
        write_shares();
        write_sources();
        write_xlsx_summary(summary, bill_, rows_, formats_, shares_end_);
        return workbook_close(book_);
    }

 private:
    static PriceKey key_of(const BillCharge& charge) {
        const bool known = charge.charge.kind == ChargeKind::band;
        return {charge.charge.line, charge.charge.entry,
                known ? charge.charge.price.to_string() : charge.note, charge.provenance.source};
    }

    void write_prices() {
        Sheet sheet(book_, "Prices", formats_.head,
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
                sheet.number(charge.charge.price.to_double(), formats_.price);
                sheet.number(charge.charge.list_price.to_double(), formats_.price);
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
        Sheet sheet(book_, "Charges", formats_.head,
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
            sheet.number(bill_.quantity(charge).to_double(), formats_.price);
        else
            sheet.skip();
        sheet.text(row.unit);
        if (has_price(charge)) {
            const bool known = charge.charge.kind == ChargeKind::band;
            sheet.formula(fmt::format("=IF(Prices!D{0}=\"\",\"unknown\",Prices!D{0})",
                                      price_rows_.at(key_of(charge))),
                          known ? std::optional(charge.charge.price.to_double()) : std::nullopt,
                          formats_.price);
            sheet.formula(fmt::format("=IF(ISNUMBER(I{0}),ROUND(G{0}*I{0},9),\"unknown\")", line),
                          known ? std::optional(amount) : std::nullopt, formats_.money);
        } else if (charge.charge.kind == ChargeKind::unknown) {
            sheet.skip();
            sheet.text(unknown_word);
        } else {
            sheet.skip();
            sheet.number(amount, charge.whole ? formats_.money : formats_.at_least);
        }
        sheet.text(std::string(charge.currency.code()));
        write_rate(sheet, charge, amount, reported);
        sheet.formula(
            fmt::format("=IF(AND(ISNUMBER(J{0}),ISNUMBER(L{0})),J{0}*L{0},\"unknown\")", line),
            charge.charge.kind != ChargeKind::unknown && charge.converted ? std::optional(reported)
                                                                          : std::nullopt,
            charge.whole ? formats_.money : formats_.at_least);
        const auto why = why_unknown(bill_, charge);
        sheet.text(charge.converted ? charge.note : why);
        sheet.number(static_cast<double>(sources_.of_charge[row.item->charge] + 1));
        charges_end_ = line;
        sheet.next_row();
    }

    void write_rate(Sheet& sheet, const BillCharge& charge, double amount, double reported) {
        if (charge.currency == bill_.currency)
            sheet.number(1, formats_.price);
        else if (!charge.converted || charge.charge.kind == ChargeKind::unknown)
            sheet.text(unknown_word);
        else
            sheet.number(charge.charge.nano == 0 ? 1 : reported / amount, formats_.price);
    }

    // What each document answers for; amounts follow the charges.
    void write_sources() {
        Sheet sheet(book_, "Sources", formats_.head,
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
                          Money(source.reported, bill_.currency).to_double(), formats_.money);
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
        Sheet sheet(book_, "Shares", formats_.head,
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
            sheet.number(part_of(row), formats_.price);
            const bool known =
                row.charge->charge.kind != ChargeKind::unknown && row.charge->converted;
            sheet.formula(
                fmt::format("=IF(ISNUMBER(Charges!M{0}),Charges!M{0}*J{1},\"unknown\")",
                            charge_lines_[row.item->charge], sheet.line()),
                known ? std::optional(bill_.reported(*row.item).to_double()) : std::nullopt,
                row.charge->whole ? formats_.money : formats_.at_least);
            sheet.next_row();
        }
        shares_end_ = sheet.line() - 1;
    }

    const Bill& bill_;
    std::vector<BillRow> rows_;
    BillSources sources_;
    lxw_workbook* book_;
    XlsxFormats formats_;
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
