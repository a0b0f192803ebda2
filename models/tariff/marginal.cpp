#include "models/tariff/marginal.hpp"

#include "models/tariff/meter.hpp"
#include "sim/check.hpp"

#include <algorithm>

namespace reentry {

// Atoms added to a line in a period.
struct MarginalRater::Cell {
    LineId line = 0;
    std::size_t period = 0;
    Int128 atoms = 0;
};

namespace {

// A line in a month that has to be rated again.
struct Touched {
    LineId line = 0;
    std::size_t month = 0;
    friend auto operator<=>(const Touched&, const Touched&) = default;
};

struct StoredChange {
    std::uint16_t account = 0, resource = 0;
    std::size_t month = 0;
    Int128 atoms = 0;
};

struct AccountChange {
    std::uint16_t account = 0;
    std::size_t month = 0;
    Int128 nano = 0;
    bool used = false;
};

}  // namespace

// One addition while it is rated: what metering finds in it, and what changes with it.
class MarginalRater::Addition final : public UsageSink {
 public:
    Addition(const MarginalRater& rater, const Ledger& ledger)
        : rater_(rater), lines_(UsageLines::over(rater.usage_.lines)) {
        meter_to(*this, ledger, rater.bindings_, rater.usage_.calendar, lines_);
    }

    Total rate() {
        merge_cells();
        apply_peaks();
        find_stored_changes();
        find_touched();
        for (const Touched& cell : touched_) rate_line(cell);
        for (const AccountChange& change : accounts_) rate_account(change);
        return {Money(reported_, rater_.reporting_.currency()), complete_};
    }

    NameId name(std::string_view) override { return 0; }
    std::uint32_t row(const UsageRow& row) override { return row.line; }
    void add(std::uint32_t row, std::size_t period, Int128 atoms) override {
        cells_.push_back({row, period, atoms});
    }
    void step(LineId line, sim::Time at, Int128 bytes) override {
        steps_[line].push_back({at, bytes});
    }
    void outside() override {}

 private:
    std::size_t month_of(const Cell& cell) const {
        return rater_.usage_.calendar.periods()[cell.period].month;
    }

    void merge_cells() {
        std::sort(cells_.begin(), cells_.end(), [](const Cell& a, const Cell& b) {
            return a.line != b.line ? a.line < b.line : a.period < b.period;
        });
        std::size_t kept = 0;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (kept > 0 && cells_[kept - 1].line == cells_[i].line &&
                cells_[kept - 1].period == cells_[i].period)
                cells_[kept - 1].atoms += cells_[i].atoms;
            else
                cells_[kept++] = cells_[i];
        }
        cells_.resize(kept);
    }

    // Where daily peaks are billed, an addition counts as much as it raises them.
    void apply_peaks() {
        for (Cell& cell : cells_) {
            const auto added = steps_.find(cell.line);
            if (added == steps_.end()) continue;
            const std::span period(&rater_.usage_.calendar.periods()[cell.period], 1);
            std::vector<UsageStep> steps = base_steps(cell.line, period[0]);
            cell.atoms -= peak_excess(steps, period)[0];
            for (const UsageStep& step : added->second)
                steps.push_back({std::max(step.at, period[0].begin), step.bytes});
            std::sort(steps.begin(), steps.end(),
                      [](const UsageStep& a, const UsageStep& b) { return a.at < b.at; });
            cell.atoms += peak_excess(steps, period)[0];
        }
    }

    // The base's level at the beginning of a period and its changes inside.
    std::vector<UsageStep> base_steps(LineId line, const BillingPeriod& period) const {
        std::vector<UsageStep> result{{period.begin, 0}};
        const auto known = rater_.usage_.steps.find(line);
        if (known == rater_.usage_.steps.end()) return result;
        for (const UsageStep& step : known->second) {
            if (step.at >= period.end) break;
            if (step.at <= period.begin)
                result.front().bytes += step.bytes;
            else
                result.push_back(step);
        }
        return result;
    }

    void find_stored_changes() {
        for (const Cell& cell : cells_) {
            const UsageLine& line = lines_[cell.line];
            if (is_storage(line, rater_.rater_))
                stored_.push_back({line.account, line.resource, month_of(cell), cell.atoms});
        }
    }

    void find_touched() {
        for (const Cell& cell : cells_) touched_.push_back({cell.line, month_of(cell)});
        for (const StoredChange& change : stored_)
            for (const std::size_t index : rater_.following_[change.account])
                touched_.push_back({rater_.totals_.lines()[index], change.month});
        std::sort(touched_.begin(), touched_.end());
        touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    }

    Int128 stored_for(const UsageLine& line, std::size_t month) const {
        const PriceLine* price = rater_.rater_.price_line(line);
        if (price == nullptr || !follows_storage(*price)) return 0;
        Int128 sum = rater_.stored_.counted_by(line, rater_.rater_, month);
        const auto& resources = rater_.rater_.accounts()[line.account].tariff->resources;
        for (const StoredChange& change : stored_)
            if (change.account == line.account && change.month == month &&
                counts_resource(*price, resources[change.resource]))
                sum += change.atoms;
        return sum;
    }

    void rate_line(const Touched& touched) {
        const BillingMonth& month = rater_.usage_.calendar.months()[touched.month];
        const std::size_t index = rater_.totals_.index_of(touched.line);
        const bool known = index < rater_.totals_.lines().size();
        atoms_.assign(month.period_count, 0);
        if (known) {
            const auto base = rater_.totals_.atoms(index, month);
            atoms_.assign(base.begin(), base.end());
        }
        for (const Cell& cell : cells_)
            if (cell.line == touched.line && month_of(cell) == touched.month)
                atoms_[cell.period - month.first_period] += cell.atoms;
        const UsageLine& line = lines_[touched.line];
        charges_.clear();
        rater_.rater_.rate(line, touched.line, touched.month, atoms_,
                           stored_for(line, touched.month), charges_);
        Int128 nano = 0;
        for (const Charge& charge : charges_) nano += charge.nano;
        reported_ += rater_.reported(charges_, complete_);
        if (known) {
            const std::size_t cell = index * rater_.usage_.calendar.months().size() + touched.month;
            nano -= rater_.line_nano_[cell];
            reported_ -= rater_.line_reported_[cell];
        }
        const bool used = !charges_.empty() && line.basis != Basis::unknown;
        if (nano != 0 || used) change_account(line.account, touched.month, nano, used);
    }

    void change_account(std::uint16_t account, std::size_t month, Int128 nano, bool used) {
        for (AccountChange& change : accounts_)
            if (change.account == account && change.month == month) {
                change.nano += nano;
                change.used = change.used || used;
                return;
            }
        accounts_.push_back({account, month, nano, used});
    }

    void rate_account(const AccountChange& change) {
        const std::size_t cell = rater_.account_cell(change.account, change.month);
        charges_.clear();
        if (change.used || rater_.account_used_[cell] != 0)
            rater_.rater_.rate_account(change.account, change.month,
                                       rater_.account_nano_[cell] + change.nano, charges_);
        reported_ += rater_.reported(charges_, complete_) - rater_.account_reported_[cell];
    }

    const MarginalRater& rater_;
    UsageLines lines_;
    std::vector<Cell> cells_;
    std::map<LineId, std::vector<UsageStep>> steps_;
    std::vector<StoredChange> stored_;
    std::vector<Touched> touched_;
    std::vector<AccountChange> accounts_;
    std::vector<Int128> atoms_;
    std::vector<Charge> charges_;
    Int128 reported_ = 0;
    bool complete_ = true;
};

MarginalRater::MarginalRater(Usage base, std::vector<Binding> bindings, RatingOptions options)
    : bindings_(std::move(bindings)),
      usage_(std::move(base)),
      rater_(accounts_of(bindings_), usage_.calendar),
      totals_(usage_),
      stored_(totals_, usage_, rater_),
      reporting_(rater_, usage_.calendar, options) {
    rate_base();
}

Int128 MarginalRater::reported(const std::vector<Charge>& charges, bool& complete) const {
    Int128 sum = 0;
    for (const Charge& charge : charges) {
        const auto converted = reporting_.converted(charge);
        sum += converted.value_or(0);
        complete = complete && converted && charge.kind != ChargeKind::unknown;
    }
    return sum;
}

void MarginalRater::rate_base() {
    const std::size_t months = usage_.calendar.months().size();
    const std::size_t accounts = rater_.accounts().size();
    account_nano_.resize(accounts * months);
    account_reported_.resize(accounts * months);
    account_used_.resize(accounts * months);
    following_.resize(accounts);
    Int128 sum = 0;
    bool complete = true;
    std::vector<Charge> charges;
    for (std::size_t i = 0; i < totals_.lines().size(); ++i) {
        const UsageLine& line = usage_.lines[totals_.lines()[i]];
        const PriceLine* price = rater_.price_line(line);
        if (price != nullptr && follows_storage(*price)) following_[line.account].push_back(i);
        for (std::size_t m = 0; m < months; ++m) {
            charges.clear();
            rater_.rate(line, totals_.lines()[i], m, totals_.atoms(i, usage_.calendar.months()[m]),
                        stored_.counted_by(line, rater_, m), charges);
            Int128 nano = 0;
            for (const Charge& charge : charges) nano += charge.nano;
            line_nano_.push_back(nano);
            line_reported_.push_back(reported(charges, complete));
            sum += line_reported_.back();
            const std::size_t cell = account_cell(line.account, m);
            account_nano_[cell] += nano;
            if (!charges.empty() && line.basis != Basis::unknown) account_used_[cell] = 1;
        }
    }
    for (std::size_t a = 0; a < accounts; ++a)
        for (std::size_t m = 0; m < months; ++m) {
            const std::size_t cell = a * months + m;
            charges.clear();
            if (account_used_[cell] != 0)
                rater_.rate_account(static_cast<std::uint16_t>(a), m, account_nano_[cell], charges);
            sum += account_reported_[cell] = reported(charges, complete);
        }
    base_ = {Money(sum, reporting_.currency()), complete};
}

Total MarginalRater::marginal(const Ledger& addition) const {
    return Addition(*this, addition).rate();
}

}  // namespace reentry
