#include "models/tariff/rate.hpp"

#include "models/tariff/annotate.hpp"
#include "models/tariff/exact.hpp"
#include "models/tariff/reporting.hpp"
#include "models/tariff/totals.hpp"

#include <algorithm>

namespace reentry {
namespace {

// All charges of a history, and the sums per account and month.
class Rating {
 public:
    Rating(const Usage& usage, std::span<const Binding> bindings)
        : usage_(usage),
          rater_(accounts_of(bindings), usage.calendar),
          totals_(usage),
          stored_(totals_, usage, rater_) {}

    void run() {
        const auto& months = usage_.calendar.months();
        std::vector<Int128> sums(rater_.accounts().size() * months.size(), 0);
        std::vector<char> used(sums.size(), 0);
        lacking_.assign(sums.size(), 0);
        for (std::size_t i = 0; i < totals_.lines().size(); ++i) {
            const LineId id = totals_.lines()[i];
            const UsageLine& line = usage_.lines[id];
            for (std::size_t m = 0; m < months.size(); ++m) {
                const std::size_t before = charges_.size();
                rater_.rate(line, id, m, totals_.atoms(i, months[m]),
                            stored_.counted_by(line, rater_, m), charges_);
                const std::size_t cell = line.account * months.size() + m;
                for (std::size_t c = before; c < charges_.size(); ++c)
                    sums[cell] += charges_[c].nano;
                note_lacking(cell, before);
                if (charges_.size() > before && line.basis != Basis::unknown) used[cell] = 1;
            }
        }
        for (std::size_t a = 0; a < rater_.accounts().size(); ++a)
            for (std::size_t m = 0; m < months.size(); ++m) {
                const std::size_t cell = a * months.size() + m, before = charges_.size();
                if (used[cell] != 0)
                    rater_.rate_account(static_cast<std::uint16_t>(a), m, sums[cell], charges_);
                note_lacking(cell, before);
            }
    }

    // Whether something of the charge's account has no known price in its month.
    bool is_lacking(const Charge& charge) const {
        return lacking_[charge.account * usage_.calendar.months().size() + charge.month] != 0;
    }

    const Usage& usage() const { return usage_; }
    const LineRater& rater() const { return rater_; }
    const LineTotals& totals() const { return totals_; }
    const std::vector<Charge>& charges() const { return charges_; }

 private:
    void note_lacking(std::size_t cell, std::size_t first) {
        for (std::size_t c = first; c < charges_.size(); ++c)
            if (charges_[c].kind == ChargeKind::unknown) lacking_[cell] = 1;
    }

    const Usage& usage_;
    LineRater rater_;
    LineTotals totals_;
    StoredAtoms stored_;
    std::vector<Charge> charges_;
    std::vector<char> lacking_;  // by account and month: something has no known price
};

// Shares the charges out to the rows that caused them.
class Sharing {
 public:
    Sharing(const Rating& rating, Bill& bill) : rating_(rating), bill_(bill) {}

    void run() {
        for (std::size_t c = 0; c < bill_.charges.size(); ++c) {
            BillCharge& charge = bill_.charges[c];
            charge.first_item = bill_.items.size();
            if (charge.charge.of_account)
                share_account(c);
            else
                share_line(c);
            charge.item_count = bill_.items.size() - charge.first_item;
        }
    }

 private:
    // By the row's usage in the charge's period; in the whole month for caps and minimums.
    void share_line(std::size_t index) {
        const Charge& charge = bill_.charges[index].charge;
        const auto rows = rating_.totals().rows(rating_.totals().index_of(charge.line));
        const BillingMonth& month = bill_.calendar.months()[charge.month];
        const bool whole_month = charge.atoms == 0;
        ids_.clear(), weights_.clear();
        for (const std::uint32_t row : rows) {
            Int128 weight = 0;
            if (whole_month)
                for (std::size_t p = 0; p < month.period_count; ++p)
                    weight += rating_.usage().amount(row, month.first_period + p);
            else
                weight = rating_.usage().amount(row, charge.period);
            if (weight > 0) ids_.push_back(row), weights_.push_back(weight);
        }
        if (ids_.empty()) ids_.push_back(rows.front()), weights_.push_back(1);
        emit(index);
    }

    // By what the rows cost in the account's month before this charge.
    void share_account(std::size_t index) {
        const Charge& charge = bill_.charges[index].charge;
        if (account_rows_.empty()) collect_account_rows();
        ids_.clear(), weights_.clear();
        for (const auto& [row, nano] : account_rows_[cell_of(charge)])
            ids_.push_back(row), weights_.push_back(std::max<Int128>(nano, 0));
        emit(index);
    }

    std::size_t cell_of(const Charge& charge) const {
        return charge.account * bill_.calendar.months().size() + charge.month;
    }

    // Charges of accounts follow all charges of lines, so that every item is there by now.
    void collect_account_rows() {
        account_rows_.resize(rating_.rater().accounts().size() * bill_.calendar.months().size());
        for (const BillItem& item : bill_.items)
            account_rows_[cell_of(bill_.charges[item.charge].charge)][item.row] += item.nano;
    }

    void emit(std::size_t index) {
        const BillCharge& charge = bill_.charges[index];
        const std::size_t n = ids_.size();
        atoms_.assign(n, 0), nano_.assign(n, 0), reported_.assign(n, 0);
        if (charge.charge.atoms != 0) add_shares(charge.charge.atoms, weights_, atoms_);
        if (charge.charge.nano != 0) add_shares(charge.charge.nano, weights_, nano_);
        if (charge.currency == bill_.currency)
            reported_ = nano_;
        else if (charge.reported != 0)
            add_shares(charge.reported, weights_, reported_);
        for (std::size_t i = 0; i < n; ++i)
            bill_.items.push_back(
                {static_cast<std::uint32_t>(index), ids_[i], atoms_[i], nano_[i], reported_[i]});
    }

    const Rating& rating_;
    Bill& bill_;
    std::vector<std::map<std::uint32_t, Int128>> account_rows_;  // by account and month
    std::vector<std::uint32_t> ids_;
    std::vector<Int128> weights_, atoms_, nano_, reported_;
};

}  // namespace

Bill rate(const Usage& usage, std::span<const Binding> bindings, const RatingOptions& options) {
    Rating rating(usage, bindings);
    rating.run();
    Reporting reporting(rating.rater(), usage.calendar, options);
    Bill bill;
    bill.currency = reporting.currency();
    bill.calendar = usage.calendar;
    bill.names = usage.names;
    bill.rows = usage.rows();
    for (const Binding& binding : bindings) bill.roles.push_back(binding.role);
    for (const LineId id : rating.totals().lines())
        bill.lines.emplace(id, describe_line(usage.lines[id], rating.rater()));
    bill.charges.reserve(rating.charges().size());
    for (const Charge& charge : rating.charges()) {
        BillCharge entry;
        entry.charge = charge;
        entry.currency = reporting.currency_of_account(charge.account);
        const auto reported = reporting.convert(charge);
        entry.converted = reported.has_value();
        entry.reported = reported.value_or(0);
        annotate(entry, usage, rating.rater());
        if (charge.kind == ChargeKind::unknown || rating.is_lacking(charge)) note_lack(entry);
        bill.charges.push_back(std::move(entry));
    }
    bill.missing_rates = reporting.missing();
    Sharing(rating, bill).run();
    note_upper_bounds(bill, rating.rater());
    return bill;
}

Total rate_total(const Usage& usage, std::span<const Binding> bindings,
                 const RatingOptions& options) {
    Rating rating(usage, bindings);
    rating.run();
    Reporting reporting(rating.rater(), usage.calendar, options);
    Int128 sum = 0;
    bool complete = true;
    for (const Charge& charge : rating.charges()) {
        sum += reporting.convert(charge).value_or(0);
        complete = complete && charge.kind != ChargeKind::unknown;
    }
    return {Money(sum, reporting.currency()), complete && reporting.missing().empty()};
}

}  // namespace reentry
