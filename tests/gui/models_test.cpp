// The models behind tables and trees keep Qt's rules, and what they show adds up.
#include "gui/explain/bill_model.hpp"
#include "gui/pages/cost_tables.hpp"
#include "gui/pages/incident_table.hpp"
#include "gui/pages/matrix_model.hpp"
#include "gui/pages/option_table.hpp"
#include "gui/pages/shares_by_month.hpp"
#include "report/comparison/figures.hpp"
#include "study/compare.hpp"
#include "tests/gui/dashboard.hpp"

#include <QAbstractItemModelTester>
#include <doctest/doctest.h>

#include <numeric>

namespace reentry::gui::test {
namespace {

using Tester = QAbstractItemModelTester;

ResultPtr small_result() {
    static const ResultPtr result = [] {
        Dashboard dashboard(10);
        dashboard.open();
        return dashboard.session.result();
    }();
    return result;
}

Bill bill_of(const ResultPtr& result, std::size_t row) {
    return study::bill_of(*result->simulated, row, *result->catalogue);
}

}  // namespace

TEST_CASE("Tables keep the rules of item models, empty, filled and filled again") {
    const auto result = small_result();
    const Application application;
    TableModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    show_options(model, *result, std::nullopt);
    show_options(model, *result, 1);
    show_costs(model, *result);
    show_shares(model, *result, result->row(0));
    show_incidents(model, *result, result->row(0).classes[0]);
    CHECK(model.rowCount() == 10);
    CHECK(model.row_of(*model.key(4)) == 4);
    CHECK(model.row_of(1000) == -1);
    model.set_table({}, {});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("What misses prices is shown as at least, and the tip names the prices") {
    Result result = *small_result();
    auto comparison = *result.comparison;
    comparison.rows[1].unknown_prices = {"port of its line"};
    comparison.rows[1].findings = {{Weight::breaks, "x", "c", "it cannot be read"}};
    result.comparison = std::make_shared<const study::Comparison>(std::move(comparison));
    const auto text = [](const TableModel& model, int row, int column) {
        return model.data(model.index(row, column)).toString();
    };
    TableModel options;
    show_options(options, result, std::nullopt);
    CHECK(text(options, 1, 3).startsWith(u"≥ "));
    CHECK_FALSE(text(options, 0, 3).startsWith(u"≥ "));
    CHECK(text(options, 1, 2).endsWith(u" ▲"));
    CHECK_FALSE(text(options, 0, 2).endsWith(u" ▲"));
    CHECK(
        options.data(options.index(1, 0), Qt::ToolTipRole).toString().contains("port of its line"));
    TableModel costs;
    show_costs(costs, result);
    CHECK(text(costs, costs.row_of(1), 4).startsWith(u"≥ "));
}

TEST_CASE("The matrix keeps the rules of item models and finds its rows") {
    const auto result = small_result();
    const Application application;
    MatrixModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.set_result(result, nullptr, std::nullopt);
    for (std::size_t row = 0; row < 3; ++row) CHECK(model.face(model.index_of(row))->row == row);
    CHECK_FALSE(model.index_of(3).isValid());
    CHECK(model.headerData(0, Qt::Vertical).toString() == QStringLiteral("Nightly to archive"));
    model.set_result(nullptr, nullptr, 0);
    CHECK(model.rowCount() == 0);
}

TEST_CASE("A bill opens down to charges and adds up exactly at every level") {
    const auto result = small_result();
    for (std::size_t row = 0; row < 3; ++row) {
        const Bill bill = bill_of(result, row);
        const auto nodes = bill_tree(bill);
        CHECK(nodes[0].sum == bill.total());
        CHECK(nodes[0].sum == result->row(row).horizon_cost);
        for (const auto& node : nodes) {
            if (node.children.empty()) continue;
            Money sum(bill.currency);
            for (const auto child : node.children) sum += nodes[child].sum;
            CHECK(sum == node.sum);
        }
        // Groups that are free stand in the bill, too.
        CHECK(nodes[0].children.size() >= result->row(row).shares.size());
    }
}

TEST_CASE("Every charge of a bill says where its price comes from") {
    const auto nodes = bill_tree(bill_of(small_result(), 0));
    std::size_t charges = 0;
    for (const auto& node : nodes) {
        if (!node.children.empty()) continue;
        ++charges;
        CHECK(node.source.size() > 10);
        CHECK_FALSE(node.amount.empty());
    }
    CHECK(charges > 24);  // 24 months of storage alone
}

TEST_CASE("The tree of a bill keeps the rules of item models") {
    const auto result = small_result();
    const Application application;
    BillModel model(bill_of(result, 1));
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    const auto group = model.index(0, 0);
    const auto month = model.index(0, 0, model.index(0, 0, group));
    CHECK(month.data().toString() == QStringLiteral("2027-01"));
    CHECK(model.parent(month).parent() == group);
}

TEST_CASE("Shares by month add up to what the horizon costs") {
    const auto result = small_result();
    for (std::size_t row = 0; row < 3; ++row) {
        auto chart = shares_by_month(bill_of(result, row), result->row(row));
        CHECK(chart.months.size() == 24);
        double sum = 0;
        for (const auto& layer : chart.layers)
            sum = std::accumulate(layer.amounts.begin(), layer.amounts.end(), sum);
        const double whole = result->row(row).horizon_cost.to_double();
        CHECK(sum == doctest::Approx(whole).epsilon(1e-9));
        add_up(chart);
        double last = 0;
        for (const auto& layer : chart.layers) last += layer.amounts.back();
        CHECK(last == doctest::Approx(whole).epsilon(1e-9));
    }
}

TEST_CASE("A cost curve taken apart is what each month cost") {
    const auto result = small_result();
    auto curve = report::cost_curve(*result->comparison, {0});
    take_apart(curve);
    CHECK_FALSE(curve.added_up);
    const auto& months = result->row(0).months;
    for (std::size_t i = 0; i < months.size(); ++i)
        CHECK(curve.lines[0].cumulative[i] ==
              doctest::Approx((months[i].running + months[i].drill).to_double()).epsilon(1e-6));
}

}  // namespace reentry::gui::test
