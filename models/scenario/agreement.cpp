#include "models/scenario/agreement.hpp"

#include "models/catalogue/price_entry.hpp"

namespace reentry {
namespace {

template <class Dated>
void describe_term(Fields& f, Dated& dated) {
    f.optional("from", dated.from, "First day on which it holds.");
    f.optional("until", dated.until, "First day on which it holds no more.");
    f.optional("note", dated.note, "Which agreement it is.");
    const bool ordered = !dated.from || !dated.until || *dated.from < *dated.until;
    f.check(ordered, "until", "a day after \"from\"");
}

}  // namespace

void Agreements::add_to(Terms& terms, std::string_view role) const {
    for (const auto& [of, discount] : discounts)
        if (of.empty() || of == role) terms.discounts.push_back(discount);
    for (const auto& [of, commitment] : commitments)
        if (role == (of.empty() ? "provider" : of)) terms.commitments.push_back(commitment);
}

void describe(Fields& f, AgreedDiscount& a) {
    f.optional("role", a.role, "Whose prices: provider or second; empty: every provider's.");
    f.required("percent", a.discount.percent, "Per cent off the list price; several multiply.",
               {.above = Decimal{}, .at_most = Decimal(100, 0)});
    f.optional("resource", a.discount.resource, "Only for this class or connection.");
    f.optional("meter", a.discount.meter, "Only for this meter.");
    describe_term(f, a.discount);
}

void describe(Fields& f, AgreedCommitment& a) {
    f.optional("role", a.role, "With whom: provider (also when empty) or second.");
    f.required("per_month", a.commitment.per_month,
               "Spend promised per month, in the currency of the price list; what a month stays "
               "below it is charged all the same.",
               {.above = Decimal{}});
    describe_term(f, a.commitment);
}

void describe_agreements(Fields& f, Agreements& a) {
    f.list("discount", a.discounts, "Negotiated discounts.");
    f.list("commitment", a.commitments, "Promised spends.");
}

}  // namespace reentry
