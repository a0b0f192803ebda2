// A sum of which parts may be unknown: then it is a lower bound, and says so wherever it is shown.
#pragma once

#include "models/money/money.hpp"

#include <string>

namespace reentry {

struct Total {
    Money amount;          // of what is known
    bool complete = true;  // false: more belongs to it than is known

    Decimal decimal() const { return amount.decimal(); }
    Total& operator+=(const Total& other) {
        amount += other.amount;
        complete = complete && other.complete;
        return *this;
    }
    friend bool operator==(const Total&, const Total&) = default;
};

// As format_money: "12.00 EUR"; "≥ 12.00 EUR" when more belongs to it; "unknown" when nothing of it
// is known.
std::string format_total(const Total& total);

// The same in whole units, as format_money_whole.
std::string format_total_whole(const Total& total);

}  // namespace reentry
