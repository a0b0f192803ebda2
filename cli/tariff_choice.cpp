#include "cli/tariff_choice.hpp"

#include "models/catalogue/catalogue.hpp"
#include "models/catalogue/price_file.hpp"
#include "models/catalogue/terms_file.hpp"
#include "models/nearest.hpp"
#include "models/tariff/editions.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace reentry::cli {
namespace {

// "provider/cold" is a resource of the role "provider".
std::string role_of(const std::string& resource) { return resource.substr(0, resource.find('/')); }

std::set<std::string> roles_of(const UsageFile& usage) {
    std::set<std::string> roles;
    const auto add = [&](const auto& entries) {
        for (const auto& entry : entries) roles.insert(role_of(usage.ledger.name(entry.resource)));
    };
    add(usage.ledger.stored());
    add(usage.ledger.counted());
    add(usage.ledger.standing());
    for (const auto& direct : usage.direct) roles.insert(role_of(direct.resource));
    return roles;
}

bool is_file(const std::string& name) {
    return name.size() > 5 && name.compare(name.size() - 5, 5, ".toml") == 0;
}

class Choice {
 public:
    Choice(Session& session, const TariffOptions& options, Diagnostics& faults)
        : session_(session), options_(options), faults_(faults) {}

    std::optional<ChosenTariffs> choose(const UsageFile& usage) {
        catalogue_ = session_.catalogue();
        if (!catalogue_) return std::nullopt;
        name_tariffs();
        set_terms();
        for (const auto& role : roles_of(usage)) bind(role);
        check_terms();
        set_currencies();
        if (faults_.has_errors()) return std::nullopt;
        return std::move(result_);
    }

 private:
    void name_tariffs() {
        for (const auto& given : options_.catalogues) {
            const auto sign = given.find('=');
            const auto role = sign == std::string::npos ? "" : given.substr(0, sign);
            const auto id = sign == std::string::npos ? given : given.substr(sign + 1);
            if (const auto* tariff = find(id)) by_role_[role] = tariff;
        }
    }

    const Tariff* find(const std::string& id) {
        if (is_file(id)) {
            return &result_.own.emplace_back(read_tariff(id, faults_));
        }
        if (const auto* provider = catalogue_->provider(id))
            return &result_.own.emplace_back(edition_of(*provider));
        if (const auto* equipment = catalogue_->equipment(id))
            return &result_.own.emplace_back(equipment->tariff);
        unknown(id);
        return nullptr;
    }

    Tariff edition_of(const Provider& provider) const {
        if (!options_.dated) return provider.tariff;
        std::vector<const Tariff*> later;
        for (const auto* edition : catalogue_->editions_of(provider.id))
            if (edition->tariff.currency == provider.tariff.currency)
                later.push_back(&edition->tariff);
        return by_date(provider.tariff, later);
    }

    void unknown(const std::string& id) {
        std::vector<std::string> ids;
        for (const auto* provider : catalogue_->providers()) ids.push_back(provider->id);
        for (const auto* item : catalogue_->all_equipment()) ids.push_back(item->file.id);
        faults_.add({.key = "--catalogue",
                     .found = quoted(id),
                     .expected = "a catalogue: " + listed(ids),
                     .hint = did_you_mean(nearest(id, ids))});
    }

    void set_terms() {
        if (!options_.terms.empty()) terms_ = read_terms(options_.terms, faults_);
        terms_.data_act = terms_.data_act || options_.data_act;
        if (const auto vat = percent("--vat", options_.vat, 0, 1000)) terms_.vat = *vat;
        if (const auto drift = percent("--drift", options_.drift, -99, 1000)) terms_.drift = *drift;
        if (const auto off = percent("--discount", options_.discount, 0, 100)) {
            AgreedDiscount& agreed = terms_.agreements.discounts.emplace_back();
            agreed.discount.percent = *off;
            agreed.discount.note = "negotiated";
        }
    }

    std::optional<Decimal> percent(const char* option, const std::string& text, int least,
                                   int most) {
        if (text.empty()) return std::nullopt;
        const auto value = Decimal::parse(text);
        if (value && *value >= Decimal(least, 0) && *value <= Decimal(most, 0)) return *value;
        faults_.add({.key = option,
                     .found = quoted(text),
                     .expected = fmt::format("per cent from {} to {}", least, most)});
        return std::nullopt;
    }

    // What is agreed must be able to hold for something.
    void check_terms() {
        std::vector<const Tariff*> others;
        for (const auto* provider : catalogue_->providers()) others.push_back(&provider->tariff);
        check_agreements(terms_, result_.bindings, others, faults_);
        for (const auto& [role, tariff] : by_role_) {
            const auto bound = [&](const Binding& binding) { return binding.role == role; };
            if (!role.empty() &&
                std::none_of(result_.bindings.begin(), result_.bindings.end(), bound))
                faults_.add({.severity = Severity::warning,
                             .key = "--catalogue",
                             .found = quoted(role + "=" + tariff->id),
                             .expected = "a role that the usage file names",
                             .hint = "it prices nothing"});
        }
    }

    void bind(const std::string& role) {
        auto found = by_role_.find(role);
        if (found == by_role_.end()) found = by_role_.find("");
        if (found == by_role_.end()) {
            if (!faults_.has_errors())
                faults_.add({.key = "--catalogue",
                             .found = "none for the role " + quoted(role),
                             .expected = fmt::format("--catalogue {}=ID", role)});
            return;
        }
        result_.bindings.push_back({role, found->second, terms_.of(role, *found->second)});
    }

    void set_currencies() {
        for (const auto& rate : terms_.exchange) result_.rates.add(rate);
        for (const auto& text : options_.exchange) add_rate(text);
        if (options_.currency.empty()) return;
        if (const auto currency = Currency::parse(options_.currency))
            result_.reporting = *currency;
        else
            faults_.add({.key = "--currency",
                         .found = quoted(options_.currency),
                         .expected = currency.expected});
    }

    // "USD:EUR=0.92", for all days.
    void add_rate(const std::string& text) {
        const auto colon = text.find(':');
        const auto sign = text.find('=');
        if (colon != std::string::npos && sign != std::string::npos && colon < sign) {
            const auto from = Currency::parse(text.substr(0, colon));
            const auto to = Currency::parse(text.substr(colon + 1, sign - colon - 1));
            const auto rate = Decimal::parse(text.substr(sign + 1));
            if (from && to && rate && Decimal{} < *rate) {
                result_.rates.add(
                    {*from, *to, std::chrono::year{1700} / 1 / 1, *rate, "--exchange"});
                return;
            }
        }
        faults_.add({.key = "--exchange",
                     .found = quoted(text),
                     .expected = "a rate such as USD:EUR=0.92"});
    }

    Session& session_;
    const TariffOptions& options_;
    Diagnostics& faults_;
    std::optional<Catalogue> catalogue_;
    std::map<std::string, const Tariff*> by_role_;  // "": all others
    TermsFile terms_;
    ChosenTariffs result_;
};

}  // namespace

void add_tariff_options(Command& command, TariffOptions& options) {
    command.repeatable("--catalogue", "ID", options.catalogues,
                       "Whose prices: an id, a catalogue or price file, or ROLE=ID; repeatable",
                       Need::required);
    command.option("--terms", "FILE", options.terms,
                   "Tax, discounts, commitments, exchange rates, drift; see docs/tariffs.md");
    command.option("--currency", "CODE", options.currency, "Currency of the totals");
    command.repeatable("--exchange", "RATE", options.exchange,
                       "Exchange rate such as USD:EUR=0.92; repeatable");
    command.option("--vat", "PERCENT", options.vat, "Tax");
    command.option("--discount", "PERCENT", options.discount, "Off all list prices");
    command.option("--drift", "PERCENT", options.drift, "Yearly change of all prices");
    command.flag("--dated", options.dated,
                 "Each day by the edition of the catalogue that is in force on it");
    command.flag("--data-act", options.data_act,
                 "Charge leaving (state exit) by the EU Data Act terms of the catalogue");
}

std::optional<ChosenTariffs> choose_tariffs(Session& session, const TariffOptions& options,
                                            const UsageFile& usage, Diagnostics& faults) {
    return Choice(session, options, faults).choose(usage);
}

}  // namespace reentry::cli
