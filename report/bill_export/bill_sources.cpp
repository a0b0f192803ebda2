#include "report/bill_export/bill_sources.hpp"

#include "report/bill_export/bill_rows.hpp"

#include <map>
#include <tuple>

namespace reentry::report {

BillSources sources_of(const Bill& bill) {
    BillSources result;
    std::map<std::tuple<std::string, std::string, Confidence>, std::size_t> known;
    for (const BillCharge& charge : bill.charges) {
        const Provenance& from = charge.provenance;
        const auto key = std::tuple(from.source, date_text(from.as_of), from.confidence);
        const auto [at, added] = known.try_emplace(key, result.all.size());
        if (added)
            result.all.push_back({from.source.empty() ? "none stated" : from.source, from.as_of,
                                  from.confidence, 0, 0, 0});
        BillSource& source = result.all[at->second];
        ++source.charges;
        source.unknown += charge.charge.kind == ChargeKind::unknown || !charge.converted ? 1 : 0;
        source.reported += charge.reported;
        result.of_charge.push_back(at->second);
    }
    return result;
}

}  // namespace reentry::report
