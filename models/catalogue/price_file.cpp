#include "models/catalogue/price_file.hpp"

#include "models/catalogue/equipment.hpp"
#include "models/catalogue/file_citation.hpp"
#include "models/catalogue/provider.hpp"
#include "models/catalogue/tariff_builder.hpp"
#include "models/files/load.hpp"

namespace reentry {

void describe(Fields& f, ResourceEntry& r) {
    f.id("id", r.id, "tier", "What stands after the role in a usage file.");
    f.optional("title", r.title, "The provider's own name.");
    f.table("rules", r.rules, "How stored bytes become billed bytes.");
    describe_prices(f, r.prices);
}

void describe(Fields& f, PriceFile& p) {
    f.required("id", p.id, "Name of the price list.");
    f.optional("provider", p.provider, "Who sells it.");
    f.optional("region", p.region, "Where.");
    describe_terms(f, p);
    f.optional("minimum_per_month", p.minimum_per_month, "All charges of a month at least.");
    describe_prices(f, p.prices);
    f.list("resource", p.resources, "What is used: storage classes, connections, devices.");
    f.table("exit", p.exit, "Terms of leaving.");
}

bool is_price_file(const files::Node& root) {
    return root.find("tier") == nullptr && root.find("kind") == nullptr;
}

Tariff read_price_file(files::Document document, Diagnostics& diagnostics) {
    const auto as_of = cite_file(document.root, diagnostics, document.files.front());
    files::Origins origins;
    const auto file = files::read<PriceFile>(document, diagnostics, {}, &origins);
    std::vector<PriceFault> faults;
    Tariff tariff = build_tariff(file, faults);
    add_price_faults(faults, document, origins, diagnostics);
    tariff.as_of = tariff.provenance.as_of = as_of;
    return tariff;
}

Tariff read_tariff(const std::filesystem::path& path, Diagnostics& diagnostics) {
    Diagnostics syntax;  // what was found in other files does not stop the reading of this one
    files::Document document = files::load_file(path, syntax);
    diagnostics.append(syntax);
    if (syntax.has_errors()) return {};
    if (is_price_file(document.root)) return read_price_file(std::move(document), diagnostics);
    if (document.root.find("tier") == nullptr) return read_equipment(path, diagnostics).tariff;
    return read_provider(path, diagnostics).tariff;
}

}  // namespace reentry
