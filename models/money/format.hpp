// Money as people and files read it; one style everywhere: "1 234.56 EUR".
#pragma once

#include "models/money/money.hpp"
#include "models/money/money_rate.hpp"

#include <string>

namespace reentry {

// Two decimals and blanks between thousands; amounts below one cent show three significant digits
// instead.
std::string format_money(const Money& money);

// Whole units, for headlines: "1 235 EUR".
std::string format_money_whole(const Money& money);

// All digits, no blanks between thousands; Money::parse gives the same value back: "1234.567890123
// EUR".
std::string exact_text(const Money& money);

// "12000 EUR/h", "0.0245 USD/GB"; parse_money_rate gives the same value back.
std::string exact_text(const MoneyRate& rate);

}  // namespace reentry
