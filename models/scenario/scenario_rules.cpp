#include "models/scenario/scenario_rules.hpp"

#include "models/estate/dependencies.hpp"
#include "models/files/address.hpp"
#include "models/scenario/copy_rules.hpp"
#include "models/scenario/extent_rules.hpp"
#include "models/scenario/scenario_file.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace reentry {
namespace {

// The copies from one to the next until one comes again, which closes a circle; empty when the way
// ends at the source.
std::vector<std::string> circle_from(const Strategy& strategy, const Copy& first) {
    std::vector<std::string> way{first.id};
    for (std::string from = first.from; from != "source";) {
        way.push_back(from);
        if (from == first.id) return way;
        if (way.size() > strategy.copies.size()) return {};  // runs into a circle of others
        const auto at = std::find_if(strategy.copies.begin(), strategy.copies.end(),
                                     [&from](const Copy& copy) { return copy.id == from; });
        from = at == strategy.copies.end() ? "source" : at->from;
    }
    return {};
}

class Rules {
 public:
    Rules(const ScenarioFile& file, Diagnostics& diagnostics)
        : file_(file), scenario_(file.scenario), diagnostics_(diagnostics) {}

    void check() {
        dependencies();
        providers();
        for (const auto& workload : scenario_.workloads) items_of(workload);
        for (const auto& service : scenario_.services) minimum_of(service);
        for (const auto& store : scenario_.stores) library_of(store);
        for (const auto& strategy : scenario_.strategies) chain_of(strategy);
        for (const auto& incident : scenario_.incidents) {
            reach_of(incident);
            follower_of(incident);
            new_home_of(incident);
            way_home_of(incident);
        }
        for (const auto& drill : scenario_.drills) rehearsal_of(drill);
        settling();
        for (auto& wrong : extent_faults(scenario_))
            fault(wrong.key, std::move(wrong.found), std::move(wrong.expected));
    }

 private:
    void dependencies() {
        const auto circle = dependency_cycle(scenario_.workloads);
        if (circle.empty()) return;
        fault(of("workload", circle.front()).key("depends_on"), circle_text(circle),
              "dependencies without circles");
    }

    void providers() {
        std::set<std::string> seen;
        for (const auto& id : scenario_.providers)
            if (!seen.insert(id).second)
                fault(files::Address{}.key("providers"), reentry::quoted(id) + " again",
                      "each provider once");
    }

    void items_of(const Workload& workload) {
        if (workload.item_size > workload.size)
            fault(of("workload", workload.id).key("item_size"), format_bytes(workload.item_size),
                  fmt::format("at most the size of the workload, {}", format_bytes(workload.size)));
    }

    // Incidents are drawn between settling and the last tenth of the horizon.
    void settling() {
        const auto horizon = length_from(scenario_.start, scenario_.horizon);
        const auto settle = length_from(scenario_.start, scenario_.effort.settle);
        if (settle < horizon - horizon / 10) return;
        const auto key = files::Address{}.key("effort").key("settle");
        if (file_.origins.count(key.exact) > 0)
            return fault(key, format_span(scenario_.effort.settle),
                         fmt::format("less than nine tenths of the horizon of {}",
                                     format_span(scenario_.horizon)));
        fault(
            files::Address{}.key("horizon"), format_span(scenario_.horizon),
            fmt::format("longer: incidents are drawn from effort.settle, {}, to nine tenths of it",
                        format_span(scenario_.effort.settle)));
    }

    void reach_of(const Incident& incident) {
        if (!destroys_data(incident.kind)) return;
        const auto named = [&incident](const Workload& w) {
            const auto& names = incident.workloads;
            return names.empty() || std::count(names.begin(), names.end(), w.id) > 0 ||
                   std::count(names.begin(), names.end(), files::word_of(w.kind)) > 0;
        };
        const bool any =
            std::any_of(scenario_.workloads.begin(), scenario_.workloads.end(),
                        [&](const Workload& w) { return w.site == incident.site && named(w); });
        if (!any)
            fault(of("incident", incident.id).key("workloads"), "nothing that it can hit",
                  fmt::format("a workload of site {} that it can hit",
                              reentry::quoted(incident.site)));
    }

    // One incident may follow another; what is planned neither follows nor is followed.
    void follower_of(const Incident& incident) {
        for (const auto& next : scenario_.incidents) {
            if (next.id != incident.followed_by) continue;
            const bool planned = incident.kind == IncidentKind::provider_exit ||
                                 next.kind == IncidentKind::provider_exit;
            if (planned || next.id == incident.id || !next.followed_by.empty())
                fault(of("incident", incident.id).key("followed_by"), reentry::quoted(next.id),
                      "another class, not planned, that nothing follows");
        }
    }

    void new_home_of(const Incident& incident) {
        for (const auto& store : scenario_.stores)
            if (store.id == incident.to && store.kind != StoreKind::disk)
                fault(of("incident", incident.id).key("to"), reentry::quoted(store.id),
                      "a store of kind \"disk\"");
    }

    // Rented machines are paid for until their workloads go home.
    void way_home_of(const Incident& incident) {
        if (!incident.repair.is_certain() || incident.repair.certain() > sim::Duration::zero())
            return;
        std::set<std::string> refuges{incident.recover_at};
        for (const auto& strategy : scenario_.strategies)
            if (incident.kind == IncidentKind::lost_site) {
                refuges.insert(strategy.recover_at);
                for (const auto& copy : strategy.copies)
                    if (!incident.recover_at.empty()) refuges.insert(copy.promote);
            }
        for (const auto& site : scenario_.sites)
            if (site.region && refuges.count(site.id))
                fault(
                    of("incident", incident.id).key("repair"), "none",
                    fmt::format("how long until workloads can go home from the rented machines of "
                                "{}",
                                reentry::quoted(site.id)));
    }

    void rehearsal_of(const Drill& drill) {
        for (const auto& incident : scenario_.incidents)
            if (incident.id == drill.incident && !destroys_data(incident.kind))
                fault(of("drill", drill.id).key("incident"), reentry::quoted(incident.id),
                      "a class that destroys data");
    }

    void minimum_of(const Service& service) {
        for (const auto& id : service.minimum) {
            const auto& all = service.workloads;
            if (std::find(all.begin(), all.end(), id) == all.end())
                fault(of("service", service.id).key("minimum"), reentry::quoted(id),
                      "workloads of the service only");
        }
    }

    void library_of(const Store& vault) {
        if (vault.kind != StoreKind::vault) return;
        is_library(vault, "library", vault.library);
        is_library(vault, "reader", vault.reader);
    }

    void is_library(const Store& vault, const char* key, const std::string& id) {
        for (const auto& store : scenario_.stores)
            if (store.id == id && store.kind != StoreKind::tape_library)
                fault(of("store", vault.id).key(key), reentry::quoted(id),
                      "a store of kind \"tape-library\"");
    }

    void chain_of(const Strategy& strategy) {
        const auto copies = of("strategy", strategy.id).key("copy");
        bool circle_known = false;
        for (const auto& copy : strategy.copies) {
            const auto where = copies.element(copy.id, 0);
            reach(strategy, copy, where);
            for (auto& wrong : faults_of(scenario_, strategy, copy))
                fault(where.key(wrong.key), std::move(wrong.found), std::move(wrong.expected),
                      wrong.harmless ? Severity::warning : Severity::error);
            const auto circle = circle_from(strategy, copy);
            if (circle.empty() || std::exchange(circle_known, true)) continue;
            fault(copies.element(copy.id, 0).key("from"), circle_text(circle),
                  "copies that begin at \"source\"");
        }
    }

    static std::string circle_text(const std::vector<std::string>& names) {
        return fmt::format("a circle: {}", fmt::join(names, " -> "));
    }

    // A copy in the cloud needs a way there, and a second provider a name.
    void reach(const Strategy& strategy, const Copy& copy, const files::Address& where) {
        const bool second = copy.to.rfind("second/", 0) == 0;
        const bool region = copy.to.rfind("region/", 0) == 0;
        if (!second && !region && copy.to.rfind("provider/", 0) != 0) return;
        if (strategy.connection.empty())
            fault(where.key("to"), reentry::quoted(copy.to),
                  "a \"connection\" of the strategy to get there");
        if (second && strategy.second.empty())
            fault(where.key("to"), reentry::quoted(copy.to),
                  "the provider that \"second\" of the strategy names");
        if (!second && scenario_.providers.empty())
            fault(where.key("to"), reentry::quoted(copy.to),
                  "at least one provider in \"providers\"");
    }

    static files::Address of(std::string_view list, const std::string& id) {
        return files::Address{}.key(list).element(id, 0);
    }

    void fault(const files::Address& key, std::string found, std::string expected,
               Severity severity = Severity::error) {
        diagnostics_.add(fault_at(file_, key, std::move(found), std::move(expected), severity));
    }

    const ScenarioFile& file_;
    const Scenario& scenario_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_rules(const ScenarioFile& file, Diagnostics& diagnostics) {
    Rules(file, diagnostics).check();
}

}  // namespace reentry
