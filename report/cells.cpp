#include "report/cells.hpp"

#include "models/money/format.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

namespace reentry::report {

std::string plain_digits(double value) { return fmt::format("{}", value); }

std::string seconds_text(double seconds) { return format_duration(sim::from_seconds(seconds)); }

Cell text_cell(std::string text, Tone tone) {
    if (text.empty()) return empty_cell();
    std::string raw = text;
    return {std::move(text), std::move(raw), tone};
}

Cell empty_cell() { return {nothing, "", Tone::quiet}; }

Cell money_cell(const Money& money) {
    return {format_money_whole(money), money.decimal().to_string(), Tone::plain};
}

const char* at_least(const study::Row& row) { return row.unknown_prices.empty() ? "" : "≥ "; }

namespace {

Cell cell_of(const Total& total, std::string text) {
    if (total.complete) return {std::move(text), total.decimal().to_string(), Tone::plain};
    return {std::move(text), "", total.amount.is_zero() ? Tone::bad : Tone::plain};
}

}  // namespace

Cell total_cell(const Total& total) { return cell_of(total, format_total(total)); }
Cell total_cell_whole(const Total& total) { return cell_of(total, format_total_whole(total)); }

std::string cost_text(const study::Row& row, const Money& money) {
    return format_total_whole({money, row.unknown_prices.empty()});
}

Cell cost_cell(const study::Row& row, const Money& money) {
    const bool unknown = !row.unknown_prices.empty() && money.is_zero();
    return {cost_text(row, money), unknown ? "" : money.decimal().to_string(), Tone::plain};
}

Cell seconds_cell(double seconds) {
    return {seconds_text(seconds), plain_digits(seconds), Tone::plain};
}

Cell share_cell(double fraction) {
    return {format_percent(fraction), plain_digits(fraction), Tone::plain};
}

Cell count_cell(std::size_t count) {
    return {format_count(static_cast<std::int64_t>(count)), std::to_string(count), Tone::plain};
}

Cell number_cell(double value) { return {format_number(value), plain_digits(value), Tone::plain}; }

Cell mean_cell(const study::Estimate& estimate) {
    if (estimate.n == 0) return empty_cell();
    const double half = (estimate.high - estimate.low) / 2;
    return {fmt::format("{} ± {}", seconds_text(estimate.mean), seconds_text(half)),
            plain_digits(estimate.mean), Tone::plain};
}

Cell probability_cell(const study::Probability& probability) {
    return probability.n == 0 ? empty_cell() : share_cell(probability.value);
}

Cell interval_cell(const study::Probability& probability) {
    if (probability.n == 0) return empty_cell();
    return {
        fmt::format("{} to {}", format_percent(probability.low), format_percent(probability.high)),
        "", Tone::plain};
}

Cell quantiles_cell(const study::Estimate& estimate) {
    if (estimate.n == 0) return empty_cell();
    return {fmt::format("{} / {}", seconds_text(estimate.p50), seconds_text(estimate.p95)), "",
            Tone::plain};
}

}  // namespace reentry::report
