#include "models/money/money_rate.hpp"

#include "models/text.hpp"
#include "models/units/lexer.hpp"

namespace reentry {
namespace {

constexpr const char* any_rate =
    "money per time or size such as \"12000 EUR/h\" or \"0.02 EUR/GB\"";
constexpr const char* per_time = "money per time such as \"12000 EUR/h\"";
constexpr const char* per_size = "money per size such as \"0.0245 USD/GB\"";

Parsed<MoneyRate> parse_rate_of_money(std::string_view text, const char* expected) {
    const auto fail = [&](std::string hint) {
        return Parsed<MoneyRate>::failure(expected, std::move(hint));
    };
    const auto stroke = text.find('/');
    if (stroke == text.npos) return fail("what it is per is missing");
    const auto above = split_measure(text.substr(0, stroke));
    if (!above) return fail(above.hint);
    if (above->figure.is_negative()) return fail("it is not negative");
    if (above->figure > Decimal{power_of_ten(15), 0}) return fail("it is out of range");
    if (above->unit.empty()) return fail("the currency is missing");
    const auto currency = Currency::parse(above->unit);
    if (!currency) return fail("the currency is a code of three capitals");
    const auto below = trim(text.substr(stroke + 1));
    if (const auto time = time_in(below)) return MoneyRate{above->figure, *currency, *time, {}};
    if (const auto size = bytes_in(below))
        return MoneyRate{above->figure, *currency, {}, Bytes{*size}};
    return fail(time_unit_hint(below));
}

}  // namespace

Parsed<MoneyRate> parse_money_rate(std::string_view text) {
    return parse_rate_of_money(text, any_rate);
}

Parsed<MoneyRate> parse_money_per_time(std::string_view text) {
    auto rate = parse_rate_of_money(text, per_time);
    if (rate && rate->time.count() == 0)
        return Parsed<MoneyRate>::failure(per_time, "this is per size");
    return rate;
}

Parsed<MoneyRate> parse_money_per_size(std::string_view text) {
    auto rate = parse_rate_of_money(text, per_size);
    if (rate && rate->bytes == Bytes{0})
        return Parsed<MoneyRate>::failure(per_size, "this is per time");
    return rate;
}

Money amount(sim::Duration time, const MoneyRate& rate) {
    REENTRY_CHECK(rate.time.count() > 0, "a price per size asked for a time");
    return amount(Quantity{time.count(), rate.time.count()}, rate.amount, rate.currency);
}

Money amount(Bytes bytes, const MoneyRate& rate) {
    REENTRY_CHECK(rate.bytes > Bytes{0}, "a price per time asked for a size");
    return amount(Quantity{bytes.count(), rate.bytes.count()}, rate.amount, rate.currency);
}

}  // namespace reentry
