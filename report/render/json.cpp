#include "report/render/json.hpp"

#include "models/units/format.hpp"
#include "report/render/json_writer.hpp"
#include "report/verdict.hpp"

namespace reentry::report {
namespace {

using study::ClassResult;
using study::Comparison;
using study::Estimate;
using study::Probability;
using study::Row;
using study::Sample;

template <class Items, class Write>
void array(JsonWriter& json, const char* name, const Items& items, Write write) {
    json.key(name);
    json.begin_array();
    for (const auto& item : items) write(item);
    json.end_array();
}

void estimate(JsonWriter& json, const char* name, const Estimate& e) {
    json.key(name);
    json.begin_object();
    json.member("n", e.n);
    if (e.n > 0) {
        json.member("mean", e.mean);
        json.member("low", e.low);
        json.member("high", e.high);
        json.member("p50", e.p50);
        json.member("p90", e.p90);
        json.member("p95", e.p95);
    }
    json.end_object();
}

void probability(JsonWriter& json, const char* name, const Probability& p) {
    json.key(name);
    json.begin_object();
    json.member("n", p.n);
    if (p.n > 0) {
        json.member("hits", p.hits);
        json.member("value", p.value);
        json.member("low", p.low);
        json.member("high", p.high);
    }
    json.end_object();
}

void sample(JsonWriter& json, const Sample& s) {
    json.begin_object();
    json.member("number", s.number);
    json.member("failure", format_time(s.failure));
    json.member("recovered", s.recovered);
    json.member("top_hit", s.top_hit);
    if (s.recovered) json.member("recovery_s", s.recovery_s);
    if (s.recovered && s.top_hit) {
        json.member("top_minimum_s", s.top_minimum_s);
        json.member("top_full_s", s.top_full_s);
    }
    json.member("data_loss_s", s.data_loss_s);
    json.member("interruption_s", s.interruption_s);
    json.member("recovery_bill", s.recovery_bill);
    if (!s.bill_complete) json.member("bill_complete", false);
    json.member("outage_cost", s.outage_cost);
    json.member("loss_cost", s.loss_cost);
    if (!s.bottleneck.empty()) {
        json.member("bottleneck", s.bottleneck);
        json.member("bottleneck_s", s.bottleneck_s);
    }
    json.end_object();
}

void class_result(JsonWriter& json, const ClassResult& result, bool samples) {
    json.begin_object();
    json.member("incident", result.incident);
    json.member("name", result.name);
    json.member("rate_per_year", result.rate_per_year);
    json.member("planned", result.planned);
    json.member("touched", result.touched);
    json.member("unrecoverable", result.unrecoverable);
    estimate(json, "recovery_s", result.recovery);
    estimate(json, "top_minimum_s", result.top_minimum);
    estimate(json, "top_full_s", result.top_full);
    estimate(json, "data_loss_s", result.data_loss);
    estimate(json, "interruption_s", result.interruption);
    probability(json, "rto_met", result.rto_met);
    probability(json, "rpo_met", result.rpo_met);
    json.member("mean_bill", result.mean_bill);
    json.member("bill_complete", result.bill_complete);
    json.member("mean_outage_cost", result.mean_outage_cost);
    json.member("mean_loss_cost", result.mean_loss_cost);
    array(json, "bottlenecks", result.bottlenecks, [&](const study::BottleneckCount& one) {
        json.begin_object();
        json.member("name", one.name);
        json.member("incidents", one.incidents);
        json.end_object();
    });
    if (samples) array(json, "samples", result.samples, [&](const Sample& s) { sample(json, s); });
    json.end_object();
}

void drill_result(JsonWriter& json, const study::DrillResult& result) {
    json.begin_object();
    json.member("drill", result.drill);
    json.member("name", result.name);
    json.member("rehearses", result.rehearses);
    json.member("held", result.held);
    json.member("failed", result.failed);
    estimate(json, "restore_s", result.restore);
    probability(json, "in_time", result.in_time);
    array(json, "copies", result.copies, [&](const std::string& copy) { json.value(copy); });
    json.end_object();
}

const char* weight_name(Weight weight) {
    switch (weight) {
        case Weight::breaks:
            return "breaks";
        case Weight::warns:
            return "warns";
        case Weight::informs:
            return "informs";
    }
    return "?";
}

void finding(JsonWriter& json, const Finding& f) {
    json.begin_object();
    json.member("weight", weight_name(f.weight));
    json.member("rule", f.rule);
    json.member("subject", f.subject);
    json.member("text", f.text);
    json.end_object();
}

void costs(JsonWriter& json, const Row& row) {
    json.member("horizon_cost", row.horizon_cost);
    json.member("monthly_cost", row.monthly_cost);
    json.member("present_value", row.present_value);
    json.member("expected_annual", row.expected_annual);
    array(json, "shares", row.shares, [&](const study::CostShare& share) {
        json.begin_object();
        json.member("group", share.group);
        json.member("amount", share.amount);
        json.member("complete", share.complete);
        json.end_object();
    });
    array(json, "months", row.months, [&](const study::MonthCost& month) {
        json.begin_object();
        json.member("month", format_date(sim::day_of(month.begin)).substr(0, 7));
        json.member("running", month.running);
        json.member("drill", month.drill);
        json.member("recovery", month.recovery);
        json.member("exit", month.exit);
        json.member("complete", month.complete);
        json.end_object();
    });
}

void option(JsonWriter& json, const Row& row, bool samples) {
    json.begin_object();
    json.member("strategy", row.strategy);
    json.member("strategy_name", row.strategy_name);
    json.member("provider", row.provider);
    json.member("provider_name", row.provider_name);
    json.member("verdict", verdict_name(row.verdict));
    json.member("reason", row.reason);
    json.member("not_offered", row.not_offered);
    if (row.verdict != study::Verdict::not_offered) {
        costs(json, row);
        estimate(json, "mtr_s", row.overall);
        array(json, "classes", row.classes,
              [&](const ClassResult& result) { class_result(json, result, samples); });
        json.member("drill_cost", row.drill_cost);
        array(json, "drills", row.drills,
              [&](const study::DrillResult& result) { drill_result(json, result); });
    }
    array(json, "unknown_prices", row.unknown_prices,
          [&](const std::string& line) { json.value(line); });
    array(json, "findings", row.findings, [&](const Finding& f) { finding(json, f); });
    json.member("jobs", row.jobs);
    json.member("missed_windows", row.missed_windows);
    json.member("skipped_jobs", row.skipped_jobs);
    json.end_object();
}

void source(JsonWriter& json, const study::SourceLine& line) {
    json.begin_object();
    json.member("catalogue", line.catalogue);
    json.member("figure", line.figure);
    json.member("value", line.value);
    json.member("source", line.source);
    json.member("date", line.date);
    json.member("confidence", line.confidence);
    json.end_object();
}

void run(JsonWriter& json, const Comparison& comparison, const JsonOptions& options) {
    json.key("run");
    json.begin_object();
    json.member("version", options.version);
    json.member("seed", comparison.seed);
    json.member("begin", format_time(comparison.begin));
    json.member("end", format_time(comparison.end));
    json.member("incidents", comparison.incidents);
    json.member("events", comparison.events);
    json.end_object();
}

}  // namespace

void write_json(std::ostream& out, const Comparison& comparison, const JsonOptions& options) {
    JsonWriter json(out);
    json.begin_object();
    json.member("format", "reentry-comparison");
    json.member("format_version", std::int64_t{1});
    json.member("scenario", comparison.scenario);
    json.member("title", comparison.title);
    json.member("summary", comparison.summary);
    json.member("currency", comparison.currency);
    run(json, comparison, options);
    json.key("objective");
    json.begin_object();
    json.member("service", comparison.top_service);
    json.member("rto_s", comparison.top_rto_s);
    json.member("rpo_s", comparison.top_rpo_s);
    json.member("probability", comparison.asked_probability);
    json.member("recoverable", comparison.asked_recoverable);
    json.end_object();
    array(json, "terms", comparison.terms, [&](const study::Term& term) {
        json.begin_object();
        json.member("name", term.name);
        json.member("value", term.value);
        json.end_object();
    });
    array(json, "options", comparison.rows,
          [&](const Row& row) { option(json, row, options.samples); });
    array(json, "sources", comparison.sources,
          [&](const study::SourceLine& line) { source(json, line); });
    json.end_object();
}

}  // namespace reentry::report
