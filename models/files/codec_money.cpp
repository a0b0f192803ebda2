#include "models/files/codec.hpp"
#include "models/money/decimal.hpp"
#include "models/money/format.hpp"
#include "models/money/money.hpp"
#include "models/money/money_rate.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

namespace reentry::files {
namespace {

constexpr std::string_view amount = R"([+-]?\\d[\\d ]*(\\.\\d+)?([eE][+-]?\\d+)?)";

std::string text_schema(std::string_view pattern) {
    return fmt::format(R"({{"type":"string","pattern":"^{}$"}})", pattern);
}

}  // namespace

Shape Codec<Decimal>::shape() {
    return {"exact number", "an exact number in quotes such as \"0.0245\"",
            fmt::format(R"({{"anyOf":[{{"type":"integer"}},{}]}})", text_schema(amount))};
}

void Codec<Decimal>::read(const Node& node, Decimal& to, Reading& reading) {
    if (node.kind == NodeKind::integer) {
        to = Decimal(node.integer, 0);
    } else if (node.kind == NodeKind::number) {
        reading.fault(node, shape().form, "numbers without quotes are rounded to binary ones");
    } else if (!node.is_text()) {
        reading.fault(node, shape().form);
    } else if (const auto value = Decimal::parse(node.text)) {
        to = *value;
    } else {
        reading.fault(node, value.expected, value.hint);
    }
}

std::string Codec<Decimal>::write(const Decimal& value) { return quoted(value.to_string()); }

Shape Codec<Currency>::shape() {
    return {"currency", "a currency code such as \"EUR\"", text_schema("[A-Z]{3}")};
}

void Codec<Currency>::read(const Node& node, Currency& to, Reading& reading) {
    read_unit(node, to, reading, Currency::parse);
}

std::string Codec<Currency>::write(const Currency& value) {
    return value == Currency() ? std::string() : quoted(value.code());
}

Shape Codec<Money>::shape() {
    return {"amount of money", "an amount with currency such as \"1250 EUR\"",
            text_schema(fmt::format("{} [A-Z]{{3}}", amount)), "a currency code (ISO 4217)"};
}

void Codec<Money>::read(const Node& node, Money& to, Reading& reading) {
    read_unit(node, to, reading, Money::parse);
}

std::string Codec<Money>::write(const Money& value) {
    return value == Money() ? std::string() : quoted(exact_text(value));
}

Shape Codec<MoneyRate>::shape() {
    return {"money rate", "an amount per time or size such as \"12000 EUR/h\" or \"0.0245 USD/GB\"",
            text_schema(fmt::format("{} [A-Z]{{3}} ?(/|per) ?[\\\\d.]* ?[A-Za-z]+", amount)),
            "a currency, then / or per and a time (no month) or a size"};
}

void Codec<MoneyRate>::read(const Node& node, MoneyRate& to, Reading& reading) {
    read_unit(node, to, reading, parse_money_rate);
}

std::string Codec<MoneyRate>::write(const MoneyRate& value) {
    return value == MoneyRate() ? std::string() : quoted(exact_text(value));
}

}  // namespace reentry::files
