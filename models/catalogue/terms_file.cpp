#include "models/catalogue/terms_file.hpp"

#include "models/files/address.hpp"
#include "models/files/load.hpp"
#include "models/files/reader.hpp"
#include "models/nearest.hpp"
#include "models/scenario/scenario.hpp"
#include "models/text.hpp"

#include <algorithm>

namespace reentry {

Terms TermsFile::of(std::string_view role, const Tariff& tariff) const {
    Terms terms;
    terms.vat_percent = vat;
    terms.drift_percent = drift;
    terms.drift_from = drift_from.value_or(tariff.as_of);
    terms.data_act = data_act;
    agreements.add_to(terms, role);
    return terms;
}

void describe(Fields& f, TermsFile& t) {
    f.optional("vat", t.vat, "Tax, per cent.",
               {.at_least = Decimal{}, .at_most = Decimal(1000, 0)});
    f.optional("drift", t.drift, "Yearly change of all prices, per cent.",
               {.at_least = Decimal(-99, 0), .at_most = Decimal(1000, 0)});
    f.optional("drift_from", t.drift_from,
               "Prices change on each anniversary of this day; without it, of the price list's.");
    f.optional("data_act", t.data_act, "Leaving (state exit) is charged by the EU Data Act.");
    describe_agreements(f, t.agreements);
    f.list("exchange_rate", t.exchange, "Exchange rates; the newest that is not younger holds.");
}

TermsFile read_terms(const std::filesystem::path& path, Diagnostics& diagnostics) {
    files::Origins places;
    auto terms =
        files::read<TermsFile>(files::load_file(path, diagnostics), diagnostics, {}, &places);
    terms.file = path.string();
    terms.places = std::move(places);
    return terms;
}

namespace {

class Agreed {
 public:
    Agreed(const TermsFile& terms, std::span<const Binding> bindings,
           std::span<const Tariff* const> others, Diagnostics& diagnostics)
        : terms_(terms), bindings_(bindings), others_(others), diagnostics_(diagnostics) {}

    void check() {
        const auto& [discounts, commitments] = terms_.agreements;
        for (std::size_t i = 0; i < commitments.size(); ++i)
            role(files::Address{}.key("commitment").element("", i), commitments[i].role);
        for (std::size_t i = 0; i < discounts.size(); ++i) {
            const auto at = files::Address{}.key("discount").element("", i);
            if (role(at, discounts[i].role)) things(at, discounts[i]);
        }
    }

 private:
    bool role(const files::Address& at, const std::string& name) {
        std::vector<std::string> known{"provider", "second"};
        for (const auto& binding : bindings_) known.push_back(binding.role);
        if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) return true;
        fault(at.key("role"), name, "a role of the usage, such as \"provider\"", known);
        return false;
    }

    void things(const files::Address& at, const AgreedDiscount& agreed) {
        const auto& [percent, resource, meter, from, until, note] = agreed.discount;
        std::vector<std::string> resources, meters;
        bool bound = false;
        for (const auto& binding : bindings_) {
            if (!agreed.role.empty() && agreed.role != binding.role) continue;
            bound = true;
            collect(*binding.tariff, resource, resources, meters);
        }
        if (!bound) return;
        for (const auto* other : others_) collect(*other, resource, resources, meters);
        if (!resource.empty() && !has(resources, resource))
            return fault(at.key("resource"), resource, "a resource of the price lists", resources);
        if (meter && !has(meters, std::string(meter_name(*meter))))
            fault(at.key("meter"), std::string(meter_name(*meter)),
                  "a meter that the price lists have a price for", meters);
    }

    // The resources of a tariff, and the meters of the wanted one.
    static void collect(const Tariff& tariff, const std::string& wanted,
                        std::vector<std::string>& resources, std::vector<std::string>& meters) {
        for (const auto& resource : tariff.resources) {
            if (!resource.name.empty()) resources.push_back(resource.name);
            if (!wanted.empty() && resource.name != wanted) continue;
            for (const auto& line : resource.lines)
                for (const auto meter : line.meters) meters.emplace_back(meter_name(meter));
        }
    }

    static bool has(const std::vector<std::string>& all, const std::string& name) {
        return std::find(all.begin(), all.end(), name) != all.end();
    }

    void fault(const files::Address& at, const std::string& found, std::string expected,
               const std::vector<std::string>& valid) {
        const auto place = terms_.places.find(at.exact);
        const bool placed = place != terms_.places.end();
        diagnostics_.add({.file = terms_.file,
                          .line = placed ? static_cast<int>(place->second.line) : 0,
                          .column = placed ? static_cast<int>(place->second.column) : 0,
                          .key = at.shown,
                          .found = reentry::quoted(found),
                          .expected = std::move(expected),
                          .hint = did_you_mean(nearest(found, valid))});
    }

    const TermsFile& terms_;
    std::span<const Binding> bindings_;
    std::span<const Tariff* const> others_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_agreements(const TermsFile& terms, std::span<const Binding> bindings,
                      std::span<const Tariff* const> others, Diagnostics& diagnostics) {
    Agreed(terms, bindings, others, diagnostics).check();
}

}  // namespace reentry
