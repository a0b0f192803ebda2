#include "models/catalogue/tariff_builder.hpp"

namespace reentry {
namespace {

std::int64_t count(const Sourced<Bytes>& bytes) { return bytes ? bytes->count() : 0; }

TierRules rules_of(const RulesEntry& r) {
    TierRules rules;
    if (r.minimum_duration)
        rules.minimum_duration =
            std::chrono::duration_cast<std::chrono::hours>(*r.minimum_duration);
    rules.remainder = r.remainder;
    rules.minimum_waived_on_move = r.waived_on_move;
    rules.minimum_object_bytes = count(r.minimum_object);
    rules.overhead_bytes = count(r.overhead);
    rules.overhead_elsewhere_bytes = count(r.overhead_elsewhere);
    rules.overhead_tier = r.overhead_tier;
    rules.staging_tier = r.staging_tier;
    rules.parts_tier = r.parts_tier;
    rules.thawed_tier = r.thawed_tier;
    rules.thawed_billed_upfront = r.thawed_upfront;
    rules.sampling = r.sampling;
    if (r.monitored_from) rules.monitored_from_bytes = r.monitored_from->count();
    return rules;
}

std::int64_t bytes_of(Gigabyte gigabyte) {
    return gigabyte == Gigabyte::binary ? 1LL << 30 : 1'000'000'000LL;
}

Surcharge surcharge_of(const SurchargeEntry& entry, const SourceDocuments& sources) {
    Surcharge surcharge{entry.id, {}, entry.minimum, provenance(entry.citation, sources)};
    for (const auto& band : entry.bands) surcharge.bands.push_back({band.up_to, band.price});
    return surcharge;
}

void take_terms(const PriceListTerms& terms, Tariff& tariff) {
    tariff.currency = terms.currency;
    tariff.gigabyte = bytes_of(terms.gigabyte);
    tariff.month_hours = static_cast<int>(terms.month_hours);
    for (const auto& entry : terms.surcharges)
        tariff.surcharges.push_back(surcharge_of(entry, terms.sources));
}

ExitTerms exit_of(const ExitEntry& entry, const SourceDocuments& sources) {
    ExitTerms exit;
    if (entry.at_cost_from) exit.at_cost_from = *entry.at_cost_from;
    if (entry.free_from) exit.free_from = *entry.free_from;
    exit.at_cost = entry.at_cost.value;
    exit.provenance = provenance(entry.free_from.origin, sources);
    exit.provenance.note = entry.offer;
    return exit;
}

class Builder {
 public:
    Builder(const ProviderFile& file, std::vector<PriceFault>& faults)
        : file_(file), faults_(faults) {}

    Tariff build() {
        head();
        add("", file_.name, ResourceKind::service,
            lines(file_.account.prices, files::Address{}.key("account")));
        for (const auto& tier : file_.tiers)
            add(tier.id, tier.product, ResourceKind::tier, tier_lines(tier)).rules =
                rules_of(tier.rules);
        for (const auto& c : file_.connections)
            add(c.id, c.product, ResourceKind::connection,
                lines(c.prices, element("connection", c.id)));
        if (const auto& tape = file_.virtual_tape)
            add("tape-gateway", tape->product, ResourceKind::service,
                lines(tape->prices, files::Address{}.key("virtual_tape")));
        for (const auto& shipment : file_.shipments) add_shipment(shipment);
        tariff_.exit = exit_of(file_.exit, file_.sources);
        return std::move(tariff_);
    }

 private:
    static files::Address element(const char* list, const std::string& id) {
        return files::Address{}.key(list).element(id, 0);
    }

    void head() {
        tariff_.id = file_.id;
        tariff_.provider = file_.vendor;
        tariff_.region = file_.region;
        take_terms(file_, tariff_);
        tariff_.as_of = file_.price_list;
        tariff_.minimum_per_month = file_.account.minimum_per_month;
        tariff_.provenance.as_of = file_.price_list;
        tariff_.provenance.note = file_.account.note;
    }

    std::vector<PriceLine> lines(const PriceEntries& entries, const files::Address& address,
                                 const std::string& option = {}) {
        return price_lines(entries, option, tariff_, file_.sources, address.key("price"), faults_);
    }

    std::vector<PriceLine> tier_lines(const TierEntry& tier) {
        const files::Address address = element("tier", tier.id);
        auto all = lines(tier.prices, address);
        for (const auto& thaw : tier.thaw) {
            auto more = lines(thaw.prices, address.key("thaw").element(thaw.id, 0), thaw.id);
            all.insert(all.end(), more.begin(), more.end());
        }
        return all;
    }

    void add_shipment(const ShipmentEntry& shipment) {
        Resource& resource = add(shipment.id, shipment.product, ResourceKind::service,
                                 lines(shipment.prices, element("shipment", shipment.id)));
        if (!shipment.free_days) return;
        for (auto& line : resource.lines)
            if (line.name == meter_name(Meter::device))
                line.hold.free =
                    std::chrono::duration_cast<std::chrono::seconds>(*shipment.free_days);
    }

    Resource& add(const std::string& name, const std::string& title, ResourceKind kind,
                  std::vector<PriceLine> lines) {
        Resource& resource = tariff_.resources.emplace_back();
        resource.name = name;
        resource.title = title;
        resource.kind = kind;
        resource.lines = std::move(lines);
        return resource;
    }

    const ProviderFile& file_;
    std::vector<PriceFault>& faults_;
    Tariff tariff_;
};

}  // namespace

Tariff build_tariff(const ProviderFile& file, std::vector<PriceFault>& faults) {
    return Builder(file, faults).build();
}

Tariff build_tariff(const PriceFile& file, std::vector<PriceFault>& faults) {
    Tariff tariff;
    tariff.id = file.id;
    tariff.provider = file.provider.empty() ? file.id : file.provider;
    tariff.region = file.region;
    take_terms(file, tariff);
    tariff.minimum_per_month = file.minimum_per_month;
    const auto lines = [&](const PriceEntries& prices, const files::Address& at) {
        return price_lines(prices, {}, tariff, file.sources, at.key("price"), faults);
    };
    std::vector<Resource> resources;
    resources.push_back(
        {"", tariff.provider, ResourceKind::service, {}, lines(file.prices, files::Address{}), {}});
    for (const auto& entry : file.resources)
        resources.push_back(
            {entry.id,
             entry.title,
             ResourceKind::tier,
             rules_of(entry.rules),
             lines(entry.prices, files::Address{}.key("resource").element(entry.id, 0)),
             {}});
    tariff.resources = std::move(resources);
    if (file.exit) tariff.exit = exit_of(*file.exit, file.sources);
    return tariff;
}

}  // namespace reentry
