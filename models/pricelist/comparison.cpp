#include "models/pricelist/comparison.hpp"

#include "models/pricelist/stated.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace reentry::pricelist {
namespace {

struct Candidate {
    const ListedPrice* price = nullptr;
    const Rule* rule = nullptr;
};

using Candidates = std::map<std::string, std::vector<Candidate>>;

// The rows for each address. Repetitions of a meter under another name count only where there is
// nothing better.
Candidates candidates_of(const PriceList& list, const std::vector<Rule>& rules) {
    Candidates all;
    for (const auto& price : list.prices)
        if (const Rule* rule = find_rule(rules, price.key))
            for (const auto& target : rule->targets) all[target].push_back({&price, rule});
    for (auto& [target, rows] : all) {
        const auto primary = [](const Candidate& row) { return row.price->primary; };
        if (std::any_of(rows.begin(), rows.end(), primary))
            std::erase_if(rows, [&](const Candidate& row) { return !primary(row); });
    }
    return all;
}

bool has_rule(const std::vector<Rule>& rules, const std::string& address) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
        return std::count(rule.targets.begin(), rule.targets.end(), address) > 0;
    });
}

class Judge {
 public:
    Judge(const ProviderFile& catalogue, const PriceList& list)
        : catalogue_(catalogue), list_(list) {
        tariff_.gigabyte = catalogue.gigabyte == Gigabyte::binary ? 1LL << 30 : 1'000'000'000LL;
    }

    void judge(FigureChange& change, const PriceEntry& entry,
               const std::vector<Candidate>& rows) const {
        change.verdict = Verdict::refused;
        change.sku = rows.front().price->sku;
        change.meter = rows.front().price->key.meter;
        change.source = rows.front().price->source;
        std::optional<Stated> agreed;
        for (const auto& row : rows) {
            std::string why;
            const auto stated = stated_of(row, entry, why);
            if (!stated) return refuse(change, row, why);
            if (agreed && !(*agreed == *stated))
                return refuse(change, row,
                              fmt::format("rows with different prices: {} in {}, {} here",
                                          to_string(*agreed), change.sku, to_string(*stated)));
            agreed = stated;
        }
        if (const auto why = objection(entry, change.before, *agreed); !why.empty())
            return refuse(change, rows.front(), why);
        change.after = agreed;
        settle(change);
    }

 private:
    static void refuse(FigureChange& change, const Candidate& row, const std::string& why) {
        change.why = fmt::format("{} ({}): {}", row.price->key.meter, row.price->sku, why);
    }

    std::optional<Stated> stated_of(const Candidate& row, const PriceEntry& entry,
                                    std::string& why) const {
        const ListedPrice& price = *row.price;
        why = price.fault;
        if (!why.empty()) return {};
        if (price.currency != catalogue_.currency) {
            why = fmt::format("its price is in {}, the catalogue is in {}", price.currency,
                              catalogue_.currency);
            return {};
        }
        const auto unit = list_unit(list_.vendor, price.unit, row.rule->kind);
        if (!unit) {
            why = fmt::format("its unit is {}, expected {}", quoted(price.unit),
                              kind_text(row.rule->kind));
            return {};
        }
        PriceUnit wanted;
        parse_price_unit(entry.per.text, tariff_, wanted);
        const auto conversion = convert(*unit, wanted, catalogue_.month_hours);
        why = conversion.mismatch;
        if (!why.empty()) return {};
        auto stated = state(price.bands, conversion);
        if (row.rule->keeps_allowance && stated.free.is_zero()) stated.free = entry.figures.free;
        return stated;
    }

    static std::string objection(const PriceEntry& entry, const std::optional<Stated>& before,
                                 const Stated& after) {
        if (!entry.changes.empty())
            return "the catalogue has prices by date for it, which are edited by hand";
        if (entry.figures.banding == Banding::volume)
            return "the catalogue prices the whole quantity by one band, lists do not";
        if (before && after.bands.size() < before->bands.size())
            return fmt::format("the list has {} of the {} bands of the catalogue",
                               after.bands.size(), before->bands.size());
        const bool was_free = before && before->bands.size() == 1 && before->bands[0].price &&
                              before->bands[0].price->is_zero();
        const bool is_free = after.bands.size() == 1;
        for (const auto& band : after.bands)
            if (band.price->is_zero() && !(was_free && is_free))
                return "the list has a price of zero";
        return {};
    }

    void settle(FigureChange& change) const {
        change.verdict = !change.before                    ? Verdict::added
                         : *change.before == *change.after ? Verdict::unchanged
                                                           : Verdict::changed;
        const auto source = list_.sources.find(change.source);
        const auto date = source == list_.sources.end() ? std::nullopt : source->second.date;
        change.older = date && change.before_date && *date < *change.before_date;
        if (change.older)
            change.remark = fmt::format("the list of {} is older than the figure of {}",
                                        format_date(*date), format_date(*change.before_date));
        const auto percent = change.percent();
        if (percent && (*percent > 100 || *percent < -50))
            change.remark += fmt::format("{}more than twice or less than half of before",
                                         change.remark.empty() ? "" : "; ");
    }

    const ProviderFile& catalogue_;
    const PriceList& list_;
    Tariff tariff_;
};

FigureChange blank(const AddressedPrice& price) {
    FigureChange change;
    change.address = price.address;
    change.unit = price.entry->per.text;
    const PriceFigures& figures = price.entry->figures;
    if (figures.citation.absent.empty()) change.before = state(figures);
    change.before_date = figures.citation.date;
    return change;
}

}  // namespace

std::string_view verdict_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::changed:
            return "changed";
        case Verdict::added:
            return "new";
        case Verdict::unchanged:
            return "unchanged";
        case Verdict::refused:
            return "refused";
        case Verdict::not_listed:
            break;
    }
    return "not in the list";
}

std::optional<double> FigureChange::percent() const {
    if (!before || !after || !before->bands[0].price || before->bands[0].price->is_zero())
        return {};
    const double was = before->bands[0].price->to_double();
    return (after->bands[0].price->to_double() - was) / was * 100;
}

std::vector<FigureChange> compare(const ProviderFile& catalogue, const PriceList& list,
                                  const std::vector<Rule>& rules) {
    const Candidates candidates = candidates_of(list, rules);
    const Judge judge(catalogue, list);
    std::vector<FigureChange> changes;
    for (const auto& price : addressed_prices(catalogue)) {
        FigureChange change = blank(price);
        const auto rows = candidates.find(price.address);
        if (rows != candidates.end())
            judge.judge(change, *price.entry, rows->second);
        else
            change.why = has_rule(rules, price.address)
                             ? "no row for it in the files that were read"
                             : "no row of this vendor's lists is known for it";
        changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace reentry::pricelist
