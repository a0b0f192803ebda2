// What something costs on top of what is there: the bill of the touched months with it, less the
// bill of those months without it. A recovery is priced like this.
//
// The difference is exactly that of two full bills, because every charge is rounded once and only
// the lines and months that the addition touches can change: the lines it uses, the lines whose
// allowance follows the bytes that it stores, and the account charges of its months. The base is
// rated once; each marginal bill then takes microseconds. Safe to use from many threads at once.
#pragma once

#include "models/tariff/rate.hpp"
#include "models/tariff/reporting.hpp"
#include "models/tariff/totals.hpp"

#include <span>
#include <vector>

namespace reentry {

class MarginalRater {
 public:
    // Usage metered with these bindings. The tariffs and the exchange rates must outlive the rater.
    MarginalRater(Usage base, std::vector<Binding> bindings, RatingOptions options = {});
    MarginalRater(const MarginalRater&) = delete;
    MarginalRater& operator=(const MarginalRater&) = delete;

    // The cost of adding a ledger's usage (its own horizon is not looked at), in the reporting
    // currency. `complete`: all of it has a price.
    Total marginal(const Ledger& addition) const;

    Total base() const { return base_; }

 private:
    struct Cell;
    class Addition;
    Int128 reported(const std::vector<Charge>& charges, bool& complete) const;
    void rate_base();
    std::size_t account_cell(std::uint16_t account, std::size_t month) const {
        return account * usage_.calendar.months().size() + month;
    }

    std::vector<Binding> bindings_;
    Usage usage_;
    LineRater rater_;
    LineTotals totals_;
    StoredAtoms stored_;
    Reporting reporting_;
    Total base_;
    std::vector<Int128> line_nano_;      // by line index and month, in the tariff's currency
    std::vector<Int128> line_reported_;  // likewise, in the reporting currency
    std::vector<Int128> account_nano_;   // sum of the lines by account and month
    std::vector<Int128> account_reported_;
    std::vector<char> account_used_;
    std::vector<std::vector<std::size_t>> following_;  // by account: line indices
};

}  // namespace reentry
