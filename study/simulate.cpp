#include "study/simulate.hpp"

#include "models/ledger/append.hpp"
#include "models/operation/operate.hpp"
#include "models/operation/recorder.hpp"
#include "models/recovery/recover.hpp"
#include "models/recovery/service_outcome.hpp"
#include "models/tariff/meter.hpp"
#include "study/batches.hpp"
#include "study/stopping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
#include <numeric>
#include <optional>

namespace reentry::study {
namespace {

// Counts finished incidents and tells about it, one call at a time.
class Teller {
 public:
    Teller(const SimulateOptions& options, std::size_t total) : options_(options) {
        progress_.total = total;
    }
    void finished(std::size_t incidents, const std::string& doing) {
        const std::scoped_lock lock(mutex_);
        progress_.done += incidents;
        progress_.doing = doing;
        if (options_.progress) options_.progress(progress_);
    }

 private:
    const SimulateOptions& options_;
    std::mutex mutex_;
    Progress progress_;
};

// One distinct behaviour, to be run once for all rows that share it.
struct Task {
    const Case* what = nullptr;
    std::vector<CaseRow*> rows;  // that share it
    std::shared_ptr<CaseRun> run = std::make_shared<CaseRun>();
    std::string doing;
};

// Requests and bytes by resource, meter, option and month: all that a price looks at.
std::vector<Counted> added_up(const Ledger& usage) {
    std::vector<Counted> sums;
    for (const auto& entry : usage.counted()) {
        const auto same = std::find_if(sums.begin(), sums.end(), [&](const Counted& sum) {
            return sum.resource == entry.resource && sum.meter == entry.meter &&
                   sum.option == entry.option && month_start(sum.at) == month_start(entry.at);
        });
        if (same == sums.end())
            sums.push_back(entry);
        else
            same->quantity += entry.quantity;
    }
    return sums;
}

// Names and horizon without entries.
Ledger names_of(const Ledger& ledger) {
    Ledger names;
    for (const auto& name : ledger.names()) names.intern(name);
    names.begin = ledger.begin;
    names.end = ledger.end;
    return names;
}

// What the entries of all incidents of a case refer to.
Ledger names_for(const Case& what) {
    Ledger names;
    Recorder(what, names, State::recovery);
    names.begin = what.scenario->start;
    names.end = names.begin + what.scenario->horizon;
    return names;
}

// One history of a case and all incidents that meet it: number n meets history n modulo their
// count. The first history has the drills, too.
class HistoryRun {
 public:
    HistoryRun(const Task& task, std::size_t replication, const SimulateOptions& options,
               Teller& teller)
        : task_(task), replication_(replication), options_(options), teller_(teller) {}

    Batch batch() {
        return {[this] { return open(); }, [this](std::size_t i) { do_piece(i); },
                [this] { close(); }};
    }

 private:
    // A drill or an incident, by class and number.
    struct Piece {
        bool is_drill = false;
        std::size_t kind = 0, number = 0;
    };

    const Case& what() const { return *task_.what; }
    const Scenario& scenario() const { return *task_.what->scenario; }
    std::uint64_t seed() const { return static_cast<std::uint64_t>(scenario().effort.seed); }

    std::size_t open() {
        if (options_.stop.stop_requested()) return 0;
        teller_.finished(0, task_.doing);
        history_ = operate(what(), seed(), replication_, until_stopped(options_.stop));
        list_pieces();
        drills_.resize(pieces_.size());
        events_.resize(pieces_.size());
        return pieces_.size();
    }

    void list_pieces() {
        const auto& effort = scenario().effort;
        if (replication_ == 0)
            for (std::size_t d = 0; d < scenario().drills.size(); ++d)
                for (std::size_t n = 0; n < drill_times(scenario(), scenario().drills[d]).size();
                     ++n)
                    pieces_.push_back({true, d, n});
        for (std::size_t kind = 0; kind < scenario().incidents.size(); ++kind)
            for (auto number = replication_; number < static_cast<std::size_t>(effort.incidents);
                 number += static_cast<std::size_t>(effort.histories))
                pieces_.push_back({false, kind, number});
    }

    void do_piece(std::size_t i) {
        if (options_.stop.stop_requested()) return;
        const auto& piece = pieces_[i];
        RecoveryOptions how;
        how.onlooker = until_stopped(options_.stop);
        if (piece.is_drill) {
            const auto drill = draw_drill(scenario(), piece.kind, piece.number, seed());
            drills_[i] = recover(what(), *history_, drill, how);
            events_[i] = drills_[i].events;
            return;
        }
        const auto damage = draw_damage(scenario(), piece.kind, piece.number, seed());
        auto result = recover(what(), *history_, damage, how);
        price_outage(scenario(), exchange_rates(scenario()), what().dependencies, result.outcome);
        events_[i] = result.events;
        task_.run->incidents[piece.kind][piece.number] = {
            std::move(result.outcome), added_up(result.usage), result.usage.stored()};
        teller_.finished(1, task_.doing);
    }

    void close() {
        if (!history_ || options_.stop.stop_requested()) return;
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            if (pieces_[i].is_drill) append(history_->ledger, drills_[i].usage);
        for (auto* row : task_.rows)
            row->usages[replication_] = meter(history_->ledger, row->bindings->list());
        auto& run = *task_.run;
        run.events_of[replication_] =
            std::accumulate(events_.begin(), events_.end(), history_->events);
        if (replication_ == 0) keep_first();
        history_.reset();
    }

    void keep_first() {
        auto& run = *task_.run;
        run.jobs = std::move(history_->jobs);
        run.seeded = std::move(history_->seeded);
        run.ledger =
            options_.keep_ledgers ? std::move(history_->ledger) : names_of(history_->ledger);
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            if (pieces_[i].is_drill)
                run.drills.push_back({pieces_[i].kind, std::move(drills_[i].outcome)});
    }

    const Task& task_;
    std::size_t replication_;
    const SimulateOptions& options_;
    Teller& teller_;
    std::optional<History> history_;
    std::vector<Piece> pieces_;
    std::vector<RecoveryResult> drills_;  // by piece
    std::vector<std::size_t> events_;     // by piece
};

void make_room(const Scenario& scenario, const Case& what, CaseRun& run) {
    run.incidents.resize(scenario.incidents.size());
    for (auto& of_class : run.incidents)
        of_class.resize(static_cast<std::size_t>(scenario.effort.incidents));
    run.names = names_for(what);
    run.events_of.resize(static_cast<std::size_t>(scenario.effort.histories));
}

// The distinct behaviours among the rows, in order of first appearance; each row gets its run.
std::vector<Task> distinct_tasks(const Scenario& scenario, const Catalogue& catalogue,
                                 std::vector<CaseRow>& rows) {
    std::vector<Task> tasks;
    std::map<std::string, std::size_t> known;
    for (auto& row : rows) {
        if (!row.offer.made) continue;
        const auto [it, is_new] = known.try_emplace(row.offer.made->signature(), tasks.size());
        if (is_new) {
            auto& task = tasks.emplace_back();
            task.what = &*row.offer.made;
            make_room(scenario, *task.what, *task.run);
            task.doing = row.provider.empty() ? row.strategy
                                              : fmt::format("{} on {}", row.strategy, row.provider);
        }
        row.run = tasks[it->second].run;
        row.usages.resize(static_cast<std::size_t>(scenario.effort.histories));
        row.bindings = std::make_shared<Bindings>(scenario, *row.offer.made, catalogue);
        tasks[it->second].rows.push_back(&row);
    }
    return tasks;
}

}  // namespace

Ledger usage_of(const CaseRun& run, const IncidentRun& incident) {
    Ledger ledger = run.names;
    for (const auto& entry : incident.counted) ledger.add(entry);
    for (const auto& entry : incident.stored) ledger.add(entry);
    return ledger;
}

std::vector<CaseRow> rows_of(const Scenario& scenario, const Catalogue& catalogue) {
    std::vector<CaseRow> rows;
    for (const auto& strategy : scenario.strategies) {
        const bool anywhere = !uses_role(strategy, "provider");
        for (const auto& provider : anywhere ? std::vector<std::string>{""} : scenario.providers) {
            auto& row = rows.emplace_back();
            row.strategy = strategy.id;
            row.provider = provider;
            row.offer = make_case(scenario, strategy, provider, catalogue);
            if (row.offer.made && strategy.prefer == Preference::cheapest)
                row.offer.made->read_price =
                    read_prices(*row.offer.made, Bindings(scenario, *row.offer.made, catalogue));
        }
    }
    return rows;
}

Simulated simulate(std::shared_ptr<const Scenario> scenario, const Catalogue& catalogue,
                   const SimulateOptions& options) {
    Simulated result;
    result.scenario = std::move(scenario);
    result.rows = rows_of(*result.scenario, catalogue);
    const auto tasks = distinct_tasks(*result.scenario, catalogue, result.rows);
    const auto each = result.scenario->incidents.size() *
                      static_cast<std::size_t>(result.scenario->effort.incidents);
    Teller teller(options, tasks.size() * each);
    std::deque<HistoryRun> histories;
    std::vector<Batch> batches;
    for (const auto& task : tasks)
        for (std::size_t r = 0; r < task.run->events_of.size(); ++r)
            batches.push_back(histories.emplace_back(task, r, options, teller).batch());
    try {
        run_batches(batches, options.jobs);
    } catch (const Stopped&) {
        result.cancelled = true;
        return result;
    }
    result.cancelled = options.stop.stop_requested();
    return result;
}

IncidentOutcome replay(const Scenario& scenario, const Case& what, std::size_t incident_class,
                       std::size_t number) {
    const auto seed = static_cast<std::uint64_t>(scenario.effort.seed);
    const auto replication = number % static_cast<std::size_t>(scenario.effort.histories);
    const auto history = operate(what, seed, replication);
    const auto damage = draw_damage(scenario, incident_class, number, seed);
    RecoveryOptions options;
    options.spans = true;
    auto outcome = recover(what, history, damage, options).outcome;
    price_outage(scenario, exchange_rates(scenario), what.dependencies, outcome);
    return outcome;
}

}  // namespace reentry::study
