#include "models/tariff/unknown_price.hpp"

#include <string_view>

namespace reentry {

std::string unknown_text(const Bill& bill, const BillCharge& charge) {
    constexpr std::string_view lead = "price unknown: ";
    std::string reason = charge.note;
    if (reason.starts_with(lead)) reason.erase(0, lead.size());
    const bool has_line =
        !charge.charge.of_account && bill.lines.at(charge.charge.line).basis != Basis::unknown;
    return has_line ? bill.line_name(charge) + ": " + reason : reason;
}

}  // namespace reentry
