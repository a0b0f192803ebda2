#include "models/tariff/explain.hpp"

#include "models/money/format.hpp"
#include "models/tariff/unknown_price.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

constexpr int shown_places = 6;

std::string shown(const Quantity& quantity) {
    return grouped(quantity.to_decimal(shown_places).to_string());
}

std::string_view code(const BillCharge& charge) { return charge.currency.code(); }

std::string days_of(const Bill& bill, const BillCharge& charge) {
    const BillingPeriod& period = bill.calendar.periods()[charge.charge.period];
    return fmt::format("{} to {}", format_date(sim::day_of(period.begin)),
                       format_date(sim::day_of(period.end - sim::Duration{1})));
}

std::string source_text(const Provenance& from) {
    std::string text = from.source.empty() ? "no source is given" : from.source;
    if (from.as_of.ok()) text += ", as of " + format_date(from.as_of);
    text += fmt::format(" ({})", confidence_name(from.confidence));
    if (!from.note.empty()) text += "; " + from.note;
    return text;
}

class Story {
 public:
    Story(const Bill& bill, const BillCharge& charge) : bill_(bill), charge_(charge) {}

    void tell(std::string label, std::string text) {
        steps_.push_back({std::move(label), std::move(text)});
    }

    void price() {
        const Charge& c = charge_.charge;
        if (!charge_.note.empty()) tell("rule", charge_.note);
        if (c.kind != ChargeKind::band) return;
        const std::string unit = bill_.unit(charge_);
        if (!charge_.band.empty()) tell("band", fmt::format("{} {}", charge_.band, unit));
        std::string text = fmt::format("{} {} per {}", c.price.to_string(), code(charge_), unit);
        if (c.price != c.list_price)
            text += fmt::format(" (list price {}, after discounts and drift)",
                                c.list_price.to_string());
        if (!charge_.formula.empty()) text += " = " + charge_.formula;
        tell("price", text);
    }

    void amount(const Total& listed, const Total& reported) {
        std::string text = format_total(listed);
        if (listed.amount.currency() != reported.amount.currency())
            text += fmt::format(", {}{}", reported.complete ? "" : "in " + code_of(reported) + " ",
                                format_total(reported));
        if (listed.complete) text += fmt::format(" ({} exactly)", exact_text(listed.amount));
        tell("amount", text);
        if (!charge_.converted) tell("missing", why_unknown(bill_, charge_));
    }

    void source() {
        if (charge_.charge.kind != ChargeKind::tax) tell("source", source_text(charge_.provenance));
    }

    std::vector<ExplainedStep> take() { return std::move(steps_); }

 private:
    static std::string code_of(const Total& total) {
        return std::string(total.amount.currency().code());
    }

    const Bill& bill_;
    const BillCharge& charge_;
    std::vector<ExplainedStep> steps_;
};

void tell_events(Story& story, const EventSource& source, const UsageRow& row, std::size_t period) {
    const auto texts = usage_events(source, row, period);
    const std::size_t told = std::min(source.at_most, texts.size());
    for (std::size_t i = 0; i < told; ++i) story.tell(i == 0 ? "usage" : "", texts[i]);
    if (told < texts.size())
        story.tell("", fmt::format("and {} entries more", texts.size() - told));
}

std::string cause_text(const Bill& bill, const UsageRow& row) {
    std::string text = bill.names[row.resource];
    if (row.cause.workload != 0) text += ", workload " + bill.names[row.cause.workload];
    if (row.cause.copy != 0) text += ", copy " + bill.names[row.cause.copy];
    return fmt::format("{}, {}", text, state_name(row.cause.state));
}

}  // namespace

std::vector<ExplainedStep> explain(const Bill& bill, const BillItem& item,
                                   const EventSource& events) {
    const BillCharge& charge = bill.charges[item.charge];
    const UsageRow& row = bill.rows[item.row];
    Story story(bill, charge);
    story.tell("line", fmt::format("{}, {}", bill.line_name(charge), days_of(bill, charge)));
    story.tell("cause", cause_text(bill, row));
    tell_events(story, events, row, charge.charge.period);
    if (charge.charge.atoms != 0)
        story.tell("quantity", fmt::format("{} of the {} {} that all causes together have here",
                                           shown(bill.quantity(item)), shown(bill.quantity(charge)),
                                           bill.unit(charge)));
    story.price();
    story.amount(bill.listed_total(item), bill.reported_total(item));
    if (charge.item_count > 1)
        story.tell("share",
                   fmt::format("of {} for all {} causes", format_total(bill.listed_total(charge)),
                               charge.item_count));
    story.source();
    return story.take();
}

std::vector<ExplainedStep> explain(const Bill& bill, const BillCharge& charge) {
    Story story(bill, charge);
    story.tell("line", fmt::format("{}, {}", bill.line_name(charge), days_of(bill, charge)));
    if (charge.charge.atoms != 0)
        story.tell("quantity",
                   fmt::format("{} {}", shown(bill.quantity(charge)), bill.unit(charge)));
    story.price();
    story.amount(bill.listed_total(charge), bill.reported_total(charge));
    story.source();
    return story.take();
}

std::string to_text(const std::vector<ExplainedStep>& steps) {
    std::string text;
    for (const ExplainedStep& step : steps)
        text += fmt::format("{:<9} {}\n", step.label, step.text);
    return text;
}

}  // namespace reentry
