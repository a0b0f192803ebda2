#include "models/scenario/copy_rules.hpp"

#include "models/text.hpp"

#include <algorithm>

namespace reentry {
namespace {

template <class T>
const T* find(const std::vector<T>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& x) { return x.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::string role_of(const std::string& to) {
    const auto slash = to.find('/');
    return slash == std::string::npos ? std::string() : to.substr(0, slash);
}

bool is_named(const std::vector<std::string>& names, const Workload& workload) {
    return names.empty() || std::count(names.begin(), names.end(), workload.id) > 0 ||
           std::count(names.begin(), names.end(), files::word_of(workload.kind)) > 0;
}

class CopyRules {
 public:
    CopyRules(const Scenario& scenario, const Strategy& strategy, const Copy& copy)
        : scenario_(scenario),
          strategy_(strategy),
          copy_(copy),
          store_(find(scenario.stores, copy.to)) {}

    std::vector<CopyFault> check() {
        place();
        method();
        promotion();
        origin();
        gateway();
        at_provider();
        return std::move(faults_);
    }

 private:
    bool lies_on(StoreKind kind) const { return store_ && store_->kind == kind; }
    void fault(const char* key, const std::string& found, std::string expected) {
        faults_.push_back({key, quoted(found), std::move(expected)});
    }

    void place() {
        if (lies_on(StoreKind::gateway))
            fault("to", copy_.to,
                  "a storage class of the provider, with the gateway named by \"via\"");
        const bool keeps = copy_.method == Method::snapshot || copy_.method == Method::replication;
        if (lies_on(StoreKind::array) && !keeps)
            fault("to", copy_.to, "a store of its own: an array keeps snapshots and replicas only");
    }

    void method() {
        if (copy_.method == Method::replication && copy_.from != "source")
            fault("from", copy_.from, "\"source\": a replica follows production");
        if (copy_.method == Method::snapshot) snapshot();
        const bool tape = lies_on(StoreKind::tape_library) || lies_on(StoreKind::vault);
        if (copy_.fulls == Fulls::synthetic && (tape || !copy_.via.empty()))
            fault("full", "synthetic", "\"active\": tapes cannot be made into a full");
    }

    // A replica takes over at the site of its array, or on machines rented in its region.
    void promotion() {
        const auto* site = find(scenario_.sites, copy_.promote);
        if (!site) return;
        if (copy_.method != Method::replication)
            return fault("promote", copy_.promote, "a copy whose method is \"replication\"");
        if (lies_on(StoreKind::array)) {
            if (store_->site != site->id)
                fault("promote", copy_.promote, "the site of its array, " + quoted(store_->site));
            return;
        }
        const auto role = role_of(copy_.to);
        if (role.empty() || !site->region || site->region->role != role)
            fault("promote", copy_.promote,
                  "a site with a `region` in which the replica lies, or the site of its array");
    }

    // What the copy that it reads from does not hold, it will never hold.
    void origin() {
        const auto* origin = find(strategy_.copies, copy_.from);
        if (!origin) return;
        const auto own = without_groups(scenario_.groups, copy_.workloads);
        const auto its = without_groups(scenario_.groups, origin->workloads);
        for (const auto& workload : scenario_.workloads) {
            if (!is_named(own, workload) || is_named(its, workload)) continue;
            fault("from", copy_.from,
                  "a copy that holds " + quoted(workload.id) + " too, or \"workloads\" without it");
            faults_.back().harmless = true;
            return;
        }
    }

    // Beside the data, or beside the replica that it is taken of.
    void snapshot() {
        if (!lies_on(StoreKind::array))
            return fault("to", copy_.to, "a store of kind \"array\", on which the data lies");
        const auto* origin = find(strategy_.copies, copy_.from);
        if (origin && (origin->method != Method::replication || origin->to != copy_.to))
            fault("from", copy_.from, "\"source\" or a replica on the same array");
        if (origin) return;
        const auto names = without_groups(scenario_.groups, copy_.workloads);
        for (const auto& workload : scenario_.workloads)
            if (is_named(names, workload) &&
                (workload.site != store_->site || workload.array != store_->array))
                return fault("workloads", workload.id,
                             "workloads on the array " + quoted(copy_.to));
    }

    void gateway() {
        const auto* gateway = find(scenario_.stores, copy_.via);
        if (gateway && gateway->kind != StoreKind::gateway)
            fault("via", copy_.via, "a store of kind \"gateway\"");
        if (!copy_.via.empty() && role_of(copy_.to).empty())
            fault("via", copy_.via, "a copy whose \"to\" is a storage class of a provider");
    }

    void at_provider() {
        const auto role = role_of(copy_.to);
        if (copy_.tier_after && (role.empty() || role_of(copy_.tier_after->to) != role ||
                                 !copy_.via.empty() || copy_.tier_after->to == copy_.to))
            fault("tier_after", copy_.tier_after->to,
                  "another class of the provider at which the copy lies, without a gateway");
        const bool courier = copy_.seed && copy_.seed->by == SeedWay::shipment;
        if (courier && (role.empty() || !copy_.via.empty()))
            fault("seed", "shipment", "a copy in a storage class of a provider, without a gateway");
    }

    const Scenario& scenario_;
    const Strategy& strategy_;
    const Copy& copy_;
    const Store* store_;
    std::vector<CopyFault> faults_;
};

}  // namespace

std::vector<CopyFault> faults_of(const Scenario& scenario, const Strategy& strategy,
                                 const Copy& copy) {
    return CopyRules(scenario, strategy, copy).check();
}

}  // namespace reentry
