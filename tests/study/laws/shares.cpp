// Law: the shares of a bill add up to the bill, by whatever it is shared out, and a recovery's
// marginal bill is what it adds to it.
#include "models/tariff/marginal.hpp"
#include "models/tariff/meter.hpp"
#include "study/bindings.hpp"
#include "study/cost.hpp"
#include "tests/study/laws/estate_text.hpp"
#include "tests/study/laws/random_estate.hpp"

#include <doctest/doctest.h>

using namespace laws;
using namespace reentry;

namespace {

constexpr std::array keys{BillKey::month, BillKey::role,     BillKey::resource, BillKey::line,
                          BillKey::meter, BillKey::option,   BillKey::workload, BillKey::copy,
                          BillKey::state, BillKey::provider, BillKey::kind};

Money sum_by(const Bill& bill, BillKey key) {
    Money sum(bill.currency);
    for (const auto& [text, total] : bill.total_by(key)) sum += total.amount;
    return sum;
}

void check_shares(const Bill& bill) {
    for (const auto key : keys) {
        CAPTURE(static_cast<int>(key));
        CHECK(sum_by(bill, key) == bill.total());
    }
    Money states(bill.currency);
    for (const auto state : {State::running, State::drill, State::recovery, State::exit})
        states += bill.total_of(state);
    CHECK(states == bill.total());
    for (const auto& charge : bill.charges) {
        Int128 nano = 0, reported = 0;
        for (std::size_t i = 0; i < charge.item_count; ++i) {
            nano += bill.items[charge.first_item + i].nano;
            reported += bill.items[charge.first_item + i].reported;
        }
        if (nano != charge.charge.nano || reported != charge.reported) {
            INFO("a charge for ", bill.line_name(charge));
            CHECK(nano == charge.charge.nano);
            CHECK(reported == charge.reported);
        }
    }
}

// The row of a comparison shows the same bill in months and in groups.
void check_row(const Scenario& scenario, const Bill& bill) {
    study::Row row;
    study::add_costs(scenario, bill, row);
    Money shares(bill.currency), months(bill.currency);
    for (const auto& share : row.shares) shares += share.amount;
    for (const auto& month : row.months)
        months += month.running + month.drill + month.recovery + month.exit;
    CHECK(row.horizon_cost == bill.total());
    CHECK(shares == bill.total());
    CHECK(months == bill.total());
}

}  // namespace

TEST_CASE("law: the shares of a bill add up to the bill, and a marginal bill to the difference") {
    std::size_t amounts = 0, margins = 0;
    const CheckPlan check = [&](const Estate&, const Case& what) {
        const auto& scenario = *what.scenario;
        const study::Bindings bindings(scenario, what, shipped());
        const auto history = operate(what, 1, 0);
        const auto base = meter(history.ledger, bindings.list());
        const auto bill = rate(base, bindings.list(), bindings.options());
        check_shares(bill);
        check_row(scenario, bill);
        amounts += bill.items.size();
        const MarginalRater rater(base, bindings.list(), bindings.options());
        CHECK(rater.base().amount == bill.total());
        for_each_damage(what, 2, [&](const Damage& damage) {
            const auto used = struck(what, history, damage).usage;
            auto both = base;
            meter_into(both, used, bindings.list());
            const auto whole = rate(both, bindings.list(), bindings.options());
            check_shares(whole);
            CHECK(whole.total() - bill.total() == rater.marginal(used).amount);
            margins += whole.total() == bill.total() ? 0 : 1;
        });
    };
    for_each_plan(701, 25, check);
    for_each_plan(first_wide_seed + 701, 25, check);
    CHECK(amounts > 1'000);
    CHECK(margins > 100);
}
