#include "tests/report/sample.hpp"

#include "study/pooled.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace reentry::report::test {
namespace {

using namespace std::chrono_literals;
using study::ClassResult;
using study::Comparison;
using study::Estimate;
using study::Probability;
using study::Row;
using study::Sample;
using study::Verdict;

constexpr Currency eur{"EUR"};
constexpr double hour = 3600;

Money euros(double amount) {
    return Money{static_cast<Int128>(std::floor(amount * 100 + 0.5)) * 10'000'000, eur};
}

// Numbers between 0 and 1 that are the same everywhere (minimal standard generator).
class Draws {
 public:
    explicit Draws(std::uint64_t seed) : state_(seed * 7919 % 2147483647 + 1) {}
    double next() {
        state_ = state_ * 48271 % 2147483647;
        return static_cast<double>(state_) / 2147483647.0;
    }

 private:
    std::uint64_t state_;
};

double type7(const std::vector<double>& sorted, double q) {
    const double place = q * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(place);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (place - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

Estimate estimate(std::vector<double> values) {
    Estimate e;
    e.n = values.size();
    if (values.empty()) return e;
    std::sort(values.begin(), values.end());
    double sum = 0, squares = 0;
    const auto n = static_cast<double>(values.size());
    for (const double v : values) sum += v;
    e.mean = sum / n;
    for (const double v : values) squares += (v - e.mean) * (v - e.mean);
    const double half = 1.96 * std::sqrt(squares / n / n);
    e.low = e.mean - half, e.high = e.mean + half;
    e.p50 = type7(values, 0.5), e.p90 = type7(values, 0.9), e.p95 = type7(values, 0.95);
    return e;
}

Probability probability(std::size_t hits, std::size_t n) {
    if (n == 0) return {};
    const double p = static_cast<double>(hits) / static_cast<double>(n), z = 1.96;
    const double m = static_cast<double>(n), spread = 1 + z * z / m;
    const double centre = (p + z * z / (2 * m)) / spread;
    const double half = z * std::sqrt(p * (1 - p) / m + z * z / (4 * m * m)) / spread;
    return {n, hits, p, std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

struct ClassShape {
    const char *id, *name;
    double rate, recovery_h, loss_h;
    bool always_top;
};
constexpr ClassShape shapes[] = {{"deleted-data", "Deleted data", 6, 1.2, 0.5, false},
                                 {"failed-array", "Failed array", 0.3, 9, 0.8, true},
                                 {"lost-site", "Lost site", 0.02, 40, 1.0, true},
                                 {"ransomware", "Ransomware", 0.1, 60, 30, true}};

Sample draw(const ClassShape& shape, double factor, double loss_factor, std::size_t number,
            Draws& draws) {
    Sample s;
    s.number = number;
    s.failure = sim::midnight({2027y, std::chrono::January, 1d}) +
                sim::from_seconds(draws.next() * 5 * 365 * 86400);
    const double u = draws.next(), tail = u * u * u * u * u * u;
    s.recovery_s = factor * shape.recovery_h * hour * (0.55 + 0.5 * draws.next() + 2.2 * tail);
    s.top_hit = shape.always_top || draws.next() < 0.4;
    s.top_minimum_s = s.recovery_s * (0.25 + 0.15 * draws.next());
    s.top_full_s = s.recovery_s * (0.7 + 0.2 * draws.next());
    s.data_loss_s = loss_factor * shape.loss_h * hour * (0.05 + draws.next());
    s.recovered = s.top_recovered = draws.next() > 0.004 * shape.recovery_h / 40;
    s.recovery_bill = euros(120 + 3400 * factor * draws.next());
    s.outage_cost = euros(s.top_hit ? s.top_full_s / hour * 4200 : 0);
    s.loss_cost = euros(s.data_loss_s / hour * 150);
    return s;
}

Money mean(const std::vector<Sample>& samples, Money Sample::* part) {
    double sum = 0;
    for (const auto& s : samples) sum += (s.*part).to_double();
    return euros(sum / static_cast<double>(samples.size()));
}

void summarise(ClassResult& result, double rto_s, double rpo_s) {
    std::vector<double> recovery, minimum, full, loss;
    std::size_t rto = 0, rpo = 0, hit = 0;
    result.touched = result.samples.size();
    for (const auto& s : result.samples) {
        if (!s.recovered) ++result.unrecoverable;
        if (s.recovered) recovery.push_back(s.recovery_s), loss.push_back(s.data_loss_s);
        if (!s.top_hit) continue;
        ++hit;
        if (!s.recovered) continue;
        minimum.push_back(s.top_minimum_s), full.push_back(s.top_full_s);
        if (s.top_minimum_s <= rto_s) ++rto;
        if (s.data_loss_s <= rpo_s) ++rpo;
    }
    result.recovery = estimate(recovery), result.top_minimum = estimate(minimum);
    result.top_full = estimate(full), result.data_loss = estimate(loss);
    result.rto_met = probability(rto, hit), result.rpo_met = probability(rpo, hit);
    result.mean_bill = mean(result.samples, &Sample::recovery_bill);
    result.mean_outage_cost = mean(result.samples, &Sample::outage_cost);
    result.mean_loss_cost = mean(result.samples, &Sample::loss_cost);
}

struct RowShape {
    const char *strategy, *strategy_name, *provider, *provider_name;
    double monthly, factor, loss_factor;
    Verdict verdict;
    const char* reason;
};

const std::vector<RowShape>& row_shapes() {
    static const std::vector<RowShape> shapes_of_rows{
        {"tape", "Tape library, weekly vault", "", "on premises", 21400, 1.9, 24, Verdict::misses,
         "P(RPO) 0.31 (0.28 to 0.34) is below 0.95"},
        {"object", "Nightly to object store", "aws-eu-central-1", "AWS Frankfurt", 38250, 0.62, 1,
         Verdict::meets, "P(RTO) 0.981 and P(RPO) 0.972 reach 0.95"},
        {"object", "Nightly to object store", "azure-germanywestcentral", "Azure Germany West",
         36900, 0.66, 1, Verdict::meets, "P(RTO) 0.976 and P(RPO) 0.969 reach 0.95"},
        {"object", "Nightly to object store", "google-europe-west3", "Google Frankfurt", 41020, 0.6,
         1, Verdict::meets, "P(RTO) 0.983 and P(RPO) 0.972 reach 0.95"},
        {"object", "Nightly to object store", "ovh-gra", "OVHcloud Gravelines", 14800, 0.85, 1.1,
         Verdict::tie, "P(RTO) 0.953 (0.938 to 0.965) cannot be told from 0.95"},
        {"archive", "Weekly fulls to archive tier", "aws-eu-central-1", "AWS Frankfurt", 9700, 1.7,
         6, Verdict::misses, "P(RTO) 0.62 (0.58 to 0.66) is below 0.95"},
        {"archive", "Weekly fulls to archive tier", "azure-germanywestcentral",
         "Azure Germany West", 8300, 2.2, 6, Verdict::misses,
         "P(RTO) 0.51 (0.47 to 0.55) is below 0.95"},
        {"archive", "Weekly fulls to archive tier", "google-europe-west3", "Google Frankfurt",
         13100, 1.3, 6, Verdict::misses, "P(RTO) 0.74 (0.70 to 0.78) is below 0.95"},
        {"archive", "Weekly fulls to archive tier", "ovh-gra", "OVHcloud Gravelines", 0, 0, 0,
         Verdict::not_offered, "no archive tier in the catalogue's region"},
        {"hybrid", "Disk here, copies in the cloud", "aws-eu-central-1", "AWS Frankfurt", 47800,
         0.3, 0.5, Verdict::meets, "P(RTO) 0.996 and P(RPO) 0.991 reach 0.95"},
        {"hybrid", "Disk here, copies in the cloud", "azure-germanywestcentral",
         "Azure Germany West", 46100, 0.31, 0.5, Verdict::meets,
         "P(RTO) 0.995 and P(RPO) 0.991 reach 0.95"},
        {"hybrid", "Disk here, copies in the cloud", "ovh-gra", "OVHcloud Gravelines", 29900, 0.34,
         0.5, Verdict::meets, "P(RTO) 0.994 and P(RPO) 0.990 reach 0.95"}};
    return shapes_of_rows;
}

void add_costs(Row& row, double monthly) {
    Money total{eur};
    for (int month = 0; month < 60; ++month) {
        const auto begin =
            std::chrono::year{2027} / std::chrono::January + std::chrono::months{month};
        study::MonthCost cost;
        cost.begin = sim::midnight(begin / 1);
        cost.running = euros(monthly * (0.82 + 0.006 * month) + (month == 0 ? monthly * 0.7 : 0));
        cost.drill = euros(month % 6 == 5 ? monthly * 0.12 : 0);
        cost.recovery = Money{eur};
        cost.exit = Money{eur};
        total += cost.running + cost.drill;
        row.months.push_back(cost);
    }
    row.horizon_cost = total;
    row.monthly_cost = euros(total.to_double() / 60);
    row.present_value = euros(total.to_double() * 0.93);
    row.expected_annual = euros(total.to_double() / 5);
    const char* groups[] = {"storage", "requests", "egress", "network ports", "licences"};
    const double parts[] = {0.58, 0.07, 0.05, 0.18};
    Money rest = total;
    for (int i = 0; i < 4; ++i) {
        row.shares.push_back({groups[i], euros(total.to_double() * parts[i])});
        rest -= row.shares.back().amount;
    }
    row.shares.push_back({groups[4], rest});
}

void add_classes(Row& row, const RowShape& shape, std::uint64_t seed, double rto_s, double rpo_s) {
    Draws draws(seed);
    for (const auto& incident : shapes) {
        ClassResult result;
        result.incident = incident.id, result.name = incident.name;
        result.rate_per_year = incident.rate;
        for (std::size_t n = 0; n < 250; ++n)
            result.samples.push_back(draw(incident, shape.factor, shape.loss_factor, n, draws));
        summarise(result, rto_s, rpo_s);
        row.expected_annual += euros(incident.rate * (result.mean_bill.to_double() +
                                                      result.mean_outage_cost.to_double() +
                                                      result.mean_loss_cost.to_double()));
        row.classes.push_back(std::move(result));
    }
    study::pool(row);
}

Row row_of(const RowShape& shape, std::uint64_t seed, const Comparison& comparison) {
    Row row;
    row.strategy = shape.strategy, row.strategy_name = shape.strategy_name;
    row.provider = shape.provider, row.provider_name = shape.provider_name;
    row.verdict = shape.verdict;
    if (shape.verdict == Verdict::not_offered) {
        row.not_offered = shape.reason;
        return row;
    }
    row.reason = shape.reason;
    add_costs(row, shape.monthly);
    add_classes(row, shape, seed, comparison.top_rto_s, comparison.top_rpo_s);
    row.jobs = 45600, row.missed_windows = 12, row.skipped_jobs = 3;
    if (row.strategy == "archive")
        row.findings.push_back({Weight::warns, "minimum-duration", "weekly full",
                                "Kept 90 d, but the tier bills at least 180 d: 48 % of the storage "
                                "is paid for copies that are gone."});
    if (row.strategy != "tape")
        row.findings.push_back({Weight::informs, "3-2-1-1-0", "all copies",
                                "3 copies, 2 kinds of media, 1 off site, 1 immutable: met."});
    if (row.provider == "ovh-gra")
        row.unknown_prices = {"private connection 10 Gbit/s: the catalogue has no port price"};
    return row;
}

}  // namespace

Comparison sample_comparison() {
    Comparison comparison;
    comparison.scenario = "sample";
    comparison.title = "Operations centre: tape library or public cloud";
    comparison.summary = "An illustrative estate of 1.1 PB in 27 workloads, five years from 2027.";
    comparison.top_service = "Mission control";
    comparison.top_rto_s = 12 * hour, comparison.top_rpo_s = 2 * hour;
    comparison.asked_probability = 0.95, comparison.asked_recoverable = 0.99;
    comparison.currency = "EUR";
    comparison.begin = sim::midnight({2027y, std::chrono::January, 1d});
    comparison.end = sim::midnight({2032y, std::chrono::January, 1d});
    comparison.seed = 42;
    std::uint64_t seed = 1;
    for (const auto& shape : row_shapes())
        comparison.rows.push_back(row_of(shape, ++seed, comparison));
    comparison.incidents = 11'000, comparison.events = 4'812'345;
    comparison.sources = {
        {"aws-eu-central-1", "S3 Standard, first 50 TB", "0.0245 USD/GB month",
         "https://aws.amazon.com/s3/pricing/", "2026-10-01", "official"},
        {"aws-eu-central-1", "S3 Glacier Deep Archive", "0.0018 USD/GB month", "price list feed",
         "2026-10-01", "feed"},
        {"ovh-gra", "Object storage, standard", "0.007 EUR/GB month",
         "https://www.ovhcloud.com/en/public-cloud/prices/", "2026-09-14", "official"},
        {"on-premises", "LTO-9 cartridge", "98 EUR", "trade press survey", "2026-05-02",
         "secondary"},
        {"on-premises", "Operator hour", "62 EUR/h", "own estimate", "2026-11-01", "assumed"}};
    return comparison;
}

study::Comparison small_comparison() {
    Comparison comparison = sample_comparison();
    std::vector<Row> rows;
    for (const std::size_t i : {0, 1, 4, 8}) rows.push_back(comparison.rows[i]);
    for (auto& row : rows) {
        row.months.resize(std::min<std::size_t>(row.months.size(), 3));
        row.classes.resize(std::min<std::size_t>(row.classes.size(), 2));
        study::pool(row);
    }
    comparison.rows = std::move(rows);
    comparison.sources.resize(3);
    return comparison;
}

namespace {

struct SpanShape {
    Stage stage;
    double hours;
    const char* waited_for;
};

void add_workload(RecoveryTrace& trace, const char* name, const std::vector<SpanShape>& spans) {
    WorkloadOutcome outcome;
    outcome.workload = trace.workloads.size();
    trace.workloads.emplace_back(name);
    sim::Time now = trace.outcome.failure;
    for (const auto& span : spans) {
        const sim::Time end = now + sim::from_seconds(span.hours * hour);
        outcome.spans.push_back({span.stage, now, end, span.waited_for, {}, {}});
        now = end;
    }
    outcome.back = now;
    outcome.recovered = true;
    trace.outcome.workloads.push_back(std::move(outcome));
}

}  // namespace

RecoveryTrace sample_trace() {
    RecoveryTrace trace;
    trace.strategy = "object", trace.provider = "aws-eu-central-1";
    trace.title = "Lost site, incident 17, nightly to object store at AWS Frankfurt";
    trace.rto_s = 12 * hour;
    trace.outcome.failure = sim::midnight({2028y, std::chrono::March, 4d}) + 7h;
    using enum Stage;
    const auto add = [&](const char* name, double wait, double data, double tail) {
        add_workload(trace, name,
                     {{detect, 0.3, ""},
                      {decide, 0.7, ""},
                      {mobilise, 0.5, ""},
                      {target, 1.5, ""},
                      {dependencies, wait, wait > 0 ? "identity" : ""},
                      {transfer, wait / 3, wait > 2 ? "restore proxy" : ""},
                      {transfer, data * 1.25, ""},
                      {replay, tail, ""},
                      {scan, 0.2, ""},
                      {start, 0.15, ""},
                      {verify, 0.35, ""}});
    };
    add("DNS and time", 0, 0.05, 0);
    add("Identity", 0, 0.2, 0);
    add("Kubernetes control plane", 0.8, 0.3, 0);
    add("Container registry", 1.4, 1.1, 0);
    add("Mission database", 1.2, 1.8, 1.4);
    add("Mission control software", 5.1, 0.4, 0);
    add("Telemetry stream", 3.0, 1.2, 0.8);
    add("Flight dynamics", 5.6, 1.5, 0);
    add("Code forge", 4.2, 2.6, 0);
    add("Analysis notebooks", 6.6, 3.8, 0);
    add("Telemetry archive, long-term store", 6.0, 9.5, 0);
    add("Office files", 7.2, 5.5, 0);
    return trace;
}

}  // namespace reentry::report::test
