#include "gui/explain/bill_tree.hpp"

#include "models/money/format.hpp"
#include "models/units/format.hpp"
#include "study/cost.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace reentry::gui {
namespace {

std::string source_of(const Provenance& provenance) {
    std::string text = provenance.source;
    if (provenance.as_of.ok()) text += ", " + format_date(provenance.as_of);
    text += fmt::format(" ({})", confidence_name(provenance.confidence));
    if (!provenance.note.empty()) text += ": " + provenance.note;
    return text;
}

std::string price_text(const BillCharge& charge, const std::string& unit) {
    if (charge.charge.of_account || charge.charge.kind == ChargeKind::unknown) return {};
    return fmt::format("{} {}/{}", charge.charge.price.to_string(), charge.currency.code(), unit);
}

class Builder {
 public:
    explicit Builder(const Bill& bill) : bill_(bill) {
        nodes_.emplace_back().name = "all";
        nodes_[0].sum = Money(bill.currency);
    }

    std::vector<BillNode> build() {
        for (const auto& item : bill_.items) add(item);
        for (auto& [at, share] : shares_) describe(at, share);
        for (auto& node : nodes_) node.reported = format_money(node.sum);
        for (auto& node : nodes_) arrange(node);
        return std::move(nodes_);
    }

 private:
    // What one group has of one charge.
    struct Share {
        std::uint32_t charge = 0;
        Int128 atoms = 0, nano = 0;
    };

    std::size_t child(std::size_t parent, int level, const std::string& name) {
        const auto [it, is_new] =
            index_.try_emplace(std::tuple{parent, level, name}, nodes_.size());
        if (is_new) {
            auto& node = nodes_.emplace_back();
            node.name = name;
            node.parent = parent;
            node.sum = Money(bill_.currency);
            nodes_[parent].children.push_back(it->second);
        }
        return it->second;
    }

    void add(const BillItem& item) {
        const auto& charge = bill_.charges[item.charge];
        const auto group = child(0, 0, study::cost_group(bill_, item));
        const auto line = child(group, 1, bill_.line_name(charge));
        const auto month = child(line, 2, bill_.key_text(item, BillKey::month));
        const auto leaf = child(month, 3, std::to_string(item.charge));
        auto& share = shares_[leaf];
        share.charge = item.charge;
        share.atoms += item.atoms;
        share.nano += item.nano;
        const bool missing = charge.charge.kind == ChargeKind::unknown;
        for (std::size_t at = leaf;; at = nodes_[at].parent) {
            nodes_[at].sum += bill_.reported(item);
            nodes_[at].missing |= missing;
            if (at == 0) break;
        }
    }

    void describe(std::size_t at, const Share& share) {
        const auto& charge = bill_.charges[share.charge];
        const std::string unit = bill_.unit(charge);
        auto& node = nodes_[at];
        const bool plain = charge.charge.kind == ChargeKind::band;
        node.name = plain ? "charge" : std::string(charge_kind_name(charge.charge.kind));
        if (!charge.note.empty()) node.name += ": " + charge.note;
        if (!unit.empty())
            node.quantity = fmt::format(
                "{} {}", format_fixed(Quantity(share.atoms, charge.charge.unit).to_double(), 3),
                unit);
        node.band = charge.band;
        node.unit_price = price_text(charge, unit);
        node.amount = format_money({share.nano, charge.currency});
        node.source = source_of(charge.provenance);
        if (!charge.formula.empty()) node.source = charge.formula + "; " + node.source;
    }

    // Months keep their order; groups and lines stand with the dearest first, the equally dear as
    // they came.
    void arrange(BillNode& node) {
        const bool months = &node != nodes_.data() && node.parent != 0;
        if (months) {
            std::sort(node.children.begin(), node.children.end(),
                      [&](auto a, auto b) { return nodes_[a].name < nodes_[b].name; });
            return;
        }
        std::sort(node.children.begin(), node.children.end(), [&](auto a, auto b) {
            const Money &one = nodes_[a].sum, &other = nodes_[b].sum;
            return one == other ? a < b : one > other;
        });
    }

    const Bill& bill_;
    std::vector<BillNode> nodes_;
    std::map<std::tuple<std::size_t, int, std::string>, std::size_t> index_;
    std::map<std::size_t, Share> shares_;  // by leaf
};

}  // namespace

std::vector<BillNode> bill_tree(const Bill& bill) { return Builder(bill).build(); }

}  // namespace reentry::gui
