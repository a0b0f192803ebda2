#include "models/money/total.hpp"

#include "models/money/format.hpp"

namespace reentry {
namespace {

std::string marked(const Total& total, std::string text) {
    if (total.complete) return text;
    return total.amount.is_zero() ? "unknown" : "≥ " + text;
}

}  // namespace

std::string format_total(const Total& total) { return marked(total, format_money(total.amount)); }

std::string format_total_whole(const Total& total) {
    return marked(total, format_money_whole(total.amount));
}

}  // namespace reentry
