#include "models/tariff/unknown_price.hpp"

#include <fmt/format.h>

#include <string_view>

namespace reentry {
namespace {

// A note without "price unknown: ".
std::string reason_of(const BillCharge& charge) {
    constexpr std::string_view lead = "price unknown: ";
    return charge.note.starts_with(lead) ? charge.note.substr(lead.size()) : charge.note;
}

}  // namespace

std::string unknown_text(const Bill& bill, const BillCharge& charge) {
    std::string reason = reason_of(charge);
    const bool has_line =
        !charge.charge.of_account && bill.lines.at(charge.charge.line).basis != Basis::unknown;
    return has_line ? bill.line_name(charge) + ": " + reason : reason;
}

std::string why_unknown(const Bill& bill, const BillCharge& charge) {
    const std::string text = charge.whole ? std::string{} : reason_of(charge);
    if (charge.converted) return text;
    const std::string rate =
        fmt::format("no exchange rate {} to {} in {}", charge.currency.code(), bill.currency.code(),
                    month_text(bill.calendar.months()[charge.charge.month].name));
    return text.empty() ? rate : text + "; " + rate;
}

}  // namespace reentry
