// A bill to be opened line by line: group of costs, price line, month, charge. Sums are exact at
// every level; texts are formatted when the tree is made.
#pragma once

#include "models/tariff/bill.hpp"

#include <string>
#include <vector>

namespace reentry::gui {

struct BillNode {
    std::string name;
    std::string quantity, band, unit_price, amount;  // amount in the tariff's own currency
    std::string reported;                            // in the currency of the report
    std::string source;
    Money sum;  // in the currency of the report
    std::size_t parent = 0;
    std::vector<std::size_t> children;  // groups and lines: dearest first; months in order
    bool missing = false;               // a charge without a known price is below
};

// nodes[0] is the whole bill.
std::vector<BillNode> bill_tree(const Bill& bill);

}  // namespace reentry::gui
