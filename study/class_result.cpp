#include "study/class_result.hpp"

#include "study/estimates.hpp"

#include <algorithm>
#include <map>

namespace reentry::study {
namespace {

const Service& top_service(const Scenario& scenario) {
    const auto found = std::find_if(scenario.services.begin(), scenario.services.end(),
                                    [&](const Service& s) { return s.id == scenario.top_service; });
    REENTRY_CHECK(found != scenario.services.end(), "no service {}", scenario.top_service);
    return *found;
}

Sample sample_of(const CaseRun& run, const IncidentRun& incident, const MarginalRater& rater) {
    const auto& outcome = incident.outcome;
    Sample sample;
    sample.number = outcome.number;
    sample.failure = outcome.failure;
    sample.touched = !outcome.workloads.empty();
    sample.recovered = outcome.recovered;
    sample.top_hit = outcome.top_hit;
    sample.top_recovered = outcome.top_minimum_recovered;
    sample.recovery_s = sim::to_seconds(outcome.recovery_time);
    sample.top_minimum_s = sim::to_seconds(outcome.top_minimum);
    sample.top_full_s = sim::to_seconds(outcome.top_full);
    sample.data_loss_s = sim::to_seconds(outcome.data_loss);
    sample.interruption_s = sim::to_seconds(outcome.interruption);
    const auto bill = rater.marginal(usage_of(run, incident));
    sample.recovery_bill = bill.amount;
    sample.bill_complete = bill.complete;
    sample.outage_cost = outcome.outage_cost;
    sample.loss_cost = outcome.loss_cost;
    sample.bottleneck = outcome.bottleneck.name;
    sample.bottleneck_s = sim::to_seconds(outcome.bottleneck.time);
    return sample;
}

std::vector<BottleneckCount> count_bottlenecks(const std::vector<Sample>& samples) {
    std::map<std::string, std::size_t> counts;
    for (const auto& sample : samples)
        if (!sample.bottleneck.empty()) ++counts[sample.bottleneck];
    std::vector<BottleneckCount> result;
    for (const auto& [name, incidents] : counts) result.push_back({name, incidents});
    std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
        return a.incidents != b.incidents ? a.incidents > b.incidents : a.name < b.name;
    });
    return result;
}

// The mean of a column of money, exact but for one rounding.
Money mean_money(const std::vector<Sample>& samples, Money Sample::* column) {
    Money sum = samples.front().*column;
    for (std::size_t i = 1; i < samples.size(); ++i) sum += samples[i].*column;
    return amount(sum, Quantity(1, static_cast<Int128>(samples.size())));
}

// A column of those samples that pass.
template <class Pass>
std::vector<double> column_of(const std::vector<Sample>& samples, double Sample::* column,
                              Pass pass) {
    std::vector<double> values;
    for (const auto& sample : samples)
        if (pass(sample)) values.push_back(sample.*column);
    return values;
}

}  // namespace

bool meets_rto(const Scenario& scenario, const IncidentOutcome& outcome) {
    if (outcome.top_hit)
        return outcome.top_minimum_recovered && outcome.top_minimum <= top_service(scenario).rto;
    return std::all_of(outcome.workloads.begin(), outcome.workloads.end(), [&](const auto& w) {
        return w.recovered && w.back - outcome.failure <= scenario.workloads[w.workload].rto;
    });
}

bool meets_rpo(const Scenario& scenario, const IncidentOutcome& outcome) {
    if (outcome.top_hit)
        return outcome.top_minimum_recovered && outcome.top_data_loss <= top_service(scenario).rpo;
    return std::all_of(outcome.workloads.begin(), outcome.workloads.end(), [&](const auto& w) {
        return w.recovered && w.data_loss <= scenario.workloads[w.workload].rpo;
    });
}

ClassResult class_result_of(const Scenario& scenario, std::size_t incident_class,
                            const CaseRun& run, const std::deque<MarginalRater>& raters) {
    const auto& incident = scenario.incidents[incident_class];
    ClassResult result;
    result.incident = incident.id;
    result.name = incident.name.empty() ? incident.id : incident.name;
    result.rate_per_year = incident.rate.per_year();
    result.planned = incident.kind == IncidentKind::provider_exit;
    std::size_t in_time = 0, fresh = 0;
    for (const auto& one : run.incidents[incident_class]) {
        result.samples.push_back(sample_of(run, one, raters[one.outcome.number % raters.size()]));
        result.bill_complete = result.bill_complete && result.samples.back().bill_complete;
        if (!result.samples.back().touched) continue;
        ++result.touched;
        result.unrecoverable += one.outcome.recovered ? 0 : 1;
        in_time += meets_rto(scenario, one.outcome) ? 1 : 0;
        fresh += meets_rpo(scenario, one.outcome) ? 1 : 0;
    }
    const auto back = [](const Sample& s) { return s.touched && s.recovered; };
    const auto top_fully_back = [](const Sample& s) { return s.top_recovered && s.top_hit; };
    result.recovery = estimate_of(column_of(result.samples, &Sample::recovery_s, back));
    result.top_minimum =
        estimate_of(column_of(result.samples, &Sample::top_minimum_s, top_came_back));
    result.top_full = estimate_of(column_of(result.samples, &Sample::top_full_s, top_fully_back));
    result.data_loss = estimate_of(column_of(result.samples, &Sample::data_loss_s, back));
    const auto went_home = [](const Sample& s) { return s.interruption_s > 0; };
    result.interruption =
        estimate_of(column_of(result.samples, &Sample::interruption_s, went_home));
    result.rto_met = probability_of(in_time, result.touched);
    result.rpo_met = probability_of(fresh, result.touched);
    result.mean_bill = mean_money(result.samples, &Sample::recovery_bill);
    result.mean_outage_cost = mean_money(result.samples, &Sample::outage_cost);
    result.mean_loss_cost = mean_money(result.samples, &Sample::loss_cost);
    result.bottlenecks = count_bottlenecks(result.samples);
    return result;
}

}  // namespace reentry::study
