#include "models/catalogue/scenario_references.hpp"

#include "models/catalogue/fitting_rules.hpp"
#include "models/files/address.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <set>

namespace reentry {
namespace {

using files::Address;
using files::Node;

// Walks the file's tree, so that each fault has its line; values that were selected on the command
// line are no longer there and were checked before.
class Referring {
 public:
    Referring(const ScenarioFile& file, const Catalogue& catalogue, Diagnostics& diagnostics)
        : file_(file),
          diagnostics_(diagnostics),
          known_(catalogue.known_names()),
          providers_(current_providers(catalogue)),
          products_(connection_products(catalogue)),
          resources_(priced_resources(catalogue)) {}

    void check() {
        const Node& root = file_.document.root;
        if (const auto* providers = root.find("providers"))
            for (std::size_t i = 0; i < providers->value.elements.size(); ++i)
                check(providers->value.elements[i], Address{}.key("providers").element("", i),
                      "a provider", known_["provider"]);
        each(root, "store", {}, [this](const Node& store, const Address& at) {
            member(store, at, "equipment", "equipment", known_["equipment"]);
        });
        each(root, "connection", {}, [this](const Node& connection, const Address& at) {
            member(connection, at, "product", "a network product", products_);
        });
        each(root, "discount", {}, [this](const Node& discount, const Address& at) {
            member(discount, at, "role", "a role", roles_);
            member(discount, at, "resource", "a priced resource", resources_);
        });
        each(root, "commitment", {}, [this](const Node& commitment, const Address& at) {
            member(commitment, at, "role", "a role", roles_);
        });
        each(root, "strategy", {}, [this](const Node& strategy, const Address& at) {
            member(strategy, at, "second", "a provider", known_["provider"]);
            each(strategy, "copy", at, [this](const Node& copy, const Address& inside) {
                member(copy, inside, "integration", "an integration", known_["integration"]);
            });
        });
    }

 private:
    // Those to be named in a message; dated editions may be used as well.
    static std::set<std::string> current_providers(const Catalogue& catalogue) {
        std::set<std::string> all;
        for (const auto* provider : catalogue.providers()) all.insert(provider->id);
        return all;
    }

    static std::set<std::string> connection_products(const Catalogue& catalogue) {
        std::set<std::string> all;
        for (const auto* provider : catalogue.providers())
            for (const auto& product : provider->connections) all.insert(product.id);
        return all;
    }

    static std::set<std::string> priced_resources(const Catalogue& catalogue) {
        std::set<std::string> all;
        for (const auto* provider : catalogue.providers())
            for (const auto& resource : provider->tariff.resources)
                if (!resource.name.empty()) all.insert(resource.name);
        return all;
    }

    template <class Visit>
    static void each(const Node& table, std::string_view list, const Address& at, Visit visit) {
        const auto* entry = table.find(list);
        if (entry == nullptr) return;
        const auto& elements = entry->value.elements;
        for (std::size_t i = 0; i < elements.size(); ++i)
            visit(elements[i], at.key(list).element(std::string(files::identity(elements[i])), i));
    }

    void member(const Node& table, const Address& at, std::string_view key, const char* what,
                const std::set<std::string>& valid) {
        const auto* entry = table.find(key);
        if (entry != nullptr && !entry->value.text.empty())
            check(entry->value, at.key(key), what, valid);
    }

    void check(const Node& name, const Address& at, const char* what,
               const std::set<std::string>& valid) {
        if (!name.is_text() || valid.count(name.text) > 0) return;
        const auto& told = &valid == &known_["provider"] ? providers_ : valid;
        const auto all =
            told.empty() ? std::string{"none is there"} : listed({told.begin(), told.end()});
        diagnostics_.add(
            {.file = file_.document.files[name.place.file],
             .line = static_cast<int>(name.place.line),
             .column = static_cast<int>(name.place.column),
             .key = at.shown,
             .found = quoted(name.text),
             .expected = fmt::format("{} of the {}: {}", what,
                                     &valid == &roles_ ? "scenario" : "catalogues", all),
             .hint = did_you_mean(nearest(name.text, valid))});
    }

    const ScenarioFile& file_;
    Diagnostics& diagnostics_;
    files::KnownNames known_;
    std::set<std::string> providers_;
    std::set<std::string> products_;
    std::set<std::string> resources_;
    std::set<std::string> roles_{"provider", "second"};
};

}  // namespace

void check_references(const ScenarioFile& file, const Catalogue& catalogue,
                      Diagnostics& diagnostics) {
    const auto before = diagnostics.error_count();
    Referring(file, catalogue, diagnostics).check();
    if (diagnostics.error_count() == before) check_fit(file, catalogue, diagnostics);
}

}  // namespace reentry
