#include "report/bill_export/focus.hpp"

#include "report/bill_export/bill_rows.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace reentry::report {
namespace {

struct Service {
    const char* category;
    const char* subcategory;
};

Service service_of(Meter meter, const BillLine* line) {
    if (line != nullptr && static_cast<std::size_t>(line->basis) >= price_bases &&
        line->basis != Basis::unknown)
        return {"Storage", "Backup Storage"};
    switch (meter) {
        case Meter::sent_bytes:
        case Meter::received_bytes:
        case Meter::replicated_bytes:
        case Meter::port:
        case Meter::tunnel:
        case Meter::attachment:
            return {"Networking", "Network Connectivity"};
        case Meter::shipment:
        case Meter::appliance:
            return {"Migration", "Data Migration"};
        case Meter::key:
        case Meter::key_request:
            return {"Security", "Secret Management"};
        case Meter::protected_instance:
        case Meter::licence:
        case Meter::written_bytes:
        case Meter::gateway:
            return {"Storage", "Backup Storage"};
        case Meter::instance:
            return {"Compute", "Virtual Machines"};
        case Meter::person:
        case Meter::site_cost:
            return {"Other", "Other (Other)"};
        default:
            return {"Storage", "Object Storage"};
    }
}

// ChargeCategory and ChargeFrequency.
std::pair<const char*, const char*> charge_category(const BillRow& row) {
    switch (row.charge->charge.kind) {
        case ChargeKind::tax:
            return {"Tax", "Recurring"};
        case ChargeKind::cap:
            return {"Credit", "Recurring"};
        case ChargeKind::minimum:
        case ChargeKind::commitment:
            return {"Adjustment", "Recurring"};
        case ChargeKind::surcharge:
            return {"Purchase", "Recurring"};
        default:
            break;
    }
    if (row.line == nullptr || row.line->basis != Basis::capital) return {"Usage", "Usage-Based"};
    return {"Purchase", row.line->unit_per == Per::once ? "One-Time" : "Recurring"};
}

std::string size_unit(std::int64_t bytes) {
    constexpr std::int64_t ki = 1024;
    if (bytes == ki * ki * ki) return "GiB";
    if (bytes == ki * ki * ki * ki) return "TiB";
    if (bytes == ki * ki) return "MiB";
    if (bytes == 1'000'000) return "MB";
    if (bytes == 1'000'000'000) return "GB";
    if (bytes == 1'000'000'000'000) return "TB";
    return fmt::format("{} B", bytes);
}

std::string_view time_unit(Per per) {
    switch (per) {
        case Per::hour:
            return "Hours";
        case Per::day:
            return "Days";
        case Per::year:
            return "Years";
        default:
            return "Months";
    }
}

std::string instant(sim::Time t) {
    const auto day = sim::day_of(t);
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(t - sim::midnight(day)).count();
    return fmt::format("{}T{:02}:{:02}:{:02}Z", date_text(day), seconds / 3600, seconds / 60 % 60,
                       seconds % 60);
}

constexpr const char* header =
    "BilledCost,EffectiveCost,ContractedCost,ListCost,BillingCurrency,BillingAccountId,"
    "BillingAccountName,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,"
    "ChargeCategory,ChargeClass,ChargeDescription,InvoiceIssuerName,PricingQuantity,PricingUnit,"
    "ProviderName,PublisherName,ServiceCategory,ServiceName,ChargeFrequency,ConsumedQuantity,"
    "ConsumedUnit,ListUnitPrice,ContractedUnitPrice,PricingCategory,RegionId,RegionName,ResourceId,"
    "ResourceName,ResourceType,ServiceSubcategory,SkuId,SkuMeter,SkuPriceId,Tags,x_Scenario,x_"
    "State,"
    "x_Option,x_PriceSource,x_PriceDate,x_PriceConfidence,x_Note\n";

std::string tags(const BillRow& row) {
    nlohmann::ordered_json result = nlohmann::ordered_json::object();
    if (!row.workload.empty()) result["workload"] = row.workload;
    if (!row.copy.empty()) result["copy"] = row.copy;
    return result.dump();
}

// The columns that say when, who and how much.
void add_charge(const Bill& bill, const BillRow& row, std::vector<std::string>& out) {
    const BillCharge& charge = *row.charge;
    const BillingMonth& month = bill.calendar.months()[charge.charge.month];
    const BillingPeriod& period = bill.calendar.periods()[charge.charge.period];
    const std::string cost = decimal_text(row.item->nano);
    const bool whole_month = charge.charge.atoms == 0;
    const sim::Time begin =
        whole_month ? bill.calendar.periods()[month.first_period].begin : period.begin;
    const std::string account =
        row.line != nullptr && !row.line->tariff.empty() ? row.line->tariff : row.role;
    const std::string provider = row.provider.empty() ? row.role : row.provider;
    out = {cost,
           cost,
           cost,
           decimal_text(row.list_nano),
           std::string(charge.currency.code()),
           account,
           provider + " (simulated)",
           instant(month.begin),
           instant(month.end),
           instant(begin),
           instant(period.end),
           charge_category(row).first,
           "",
           row.name + (row.band.empty() ? "" : ", " + row.band),
           provider};
}

// The line with the unit of the list in force.
BillLine line_in_force(const BillRow& row) {
    BillLine line = *row.line;
    if (const auto& unit = row.charge->unit) line.unit_size = unit->size, line.unit_per = unit->per;
    return line;
}

// The columns that say what.
void add_service(const BillRow& row, std::vector<std::string>& out) {
    const BillCharge& charge = *row.charge;
    const Meter meter = row.meter.empty() ? Meter{} : [&] {
        Meter found{};
        meter_from_name(row.meter, found);
        return found;
    }();
    const Service service = service_of(meter, row.line);
    const bool usage = row.line != nullptr && !row.quantity.empty();
    const bool free = charge.charge.kind == ChargeKind::free;
    const bool priced = charge.charge.kind == ChargeKind::band || free;
    // A support fee is bought once a month; its share is the price.
    const bool fee = charge.charge.kind == ChargeKind::surcharge;
    const std::string quantity = usage ? row.quantity : fee ? "1" : "";
    const std::string unit = usage ? focus_unit(line_in_force(row), meter) : fee ? "Units" : "";
    const std::string provider = row.provider.empty() ? row.role : row.provider;
    const std::string sku = row.line != nullptr
                                ? fmt::format("{}/{}", row.line->resource, row.line->name)
                            : fee ? row.name
                                  : "";
    const std::string service_name =
        row.line == nullptr || row.line->title.empty() ? row.name : row.line->title;
    const auto [category, frequency] = charge_category(row);
    const bool consumed = usage && std::string_view(category) == "Usage";
    for (std::string text : {quantity,
                             unit,
                             provider,
                             provider,
                             std::string(service.category),
                             service_name,
                             std::string(frequency),
                             consumed ? row.quantity : "",
                             consumed ? unit : "",
                             priced ? charge.charge.list_price.to_string()
                             : fee  ? decimal_text(row.list_nano)
                                    : "",
                             priced ? charge.charge.price.to_string()
                             : fee  ? decimal_text(row.item->nano)
                                    : "",
                             std::string(usage ? "Standard"
                                         : fee ? "Other"
                                               : ""),
                             row.region,
                             row.region,
                             row.resource,
                             row.resource,
                             row.line == nullptr ? "" : row.line->resource,
                             std::string(service.subcategory),
                             sku,
                             sku.empty() ? "" : row.meter,
                             sku.empty() ? "" : fmt::format("{}/{}", sku, charge.charge.entry)})
        out.push_back(std::move(text));
}

}  // namespace

std::string focus_unit(const BillLine& line, Meter meter) {
    const bool held = line.unit_per != Per::once;
    const bool asset =
        static_cast<std::size_t>(line.basis) >= price_bases && line.basis != Basis::unknown;
    if (!asset && measures_bytes(meter)) {
        const std::string size = size_unit(line.unit_size);
        return held ? fmt::format("{}-{}", size, time_unit(line.unit_per)) : size;
    }
    if (held) {
        const std::string count = line.unit_size == 1 ? "" : fmt::format("{} ", line.unit_size);
        return count.empty() ? std::string(time_unit(line.unit_per))
                             : fmt::format("{}Unit-{}", count, time_unit(line.unit_per));
    }
    const bool request = meter <= Meter::key_request;
    const char* thing = request ? "Requests" : "Units";
    return line.unit_size == 1 ? thing : fmt::format("{} {}", line.unit_size, thing);
}

std::string focus_csv(const Bill& bill, const FocusOptions& options) {
    std::string text = header;
    std::vector<std::string> fields;
    for (const BillRow& row : bill_rows(bill)) {
        if (known_text(row.listed).empty()) continue;
        add_charge(bill, row, fields);
        add_service(row, fields);
        const Provenance& from = row.charge->provenance;
        fields.insert(
            fields.end(),
            {tags(row), options.scenario, row.state, row.option, from.source, date_text(from.as_of),
             std::string(confidence_name(from.confidence)), row.charge->note});
        text += csv_line(fields);
    }
    return text;
}

}  // namespace reentry::report
