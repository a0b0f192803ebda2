// What a customer has agreed with the provider of a role beyond its price list: the same tables in
// scenarios and in files of terms.
#pragma once

#include "models/files/fields.hpp"
#include "models/tariff/terms.hpp"

#include <string>
#include <vector>

namespace reentry {

struct AgreedDiscount {
    std::string role;  // "provider", "second", a store; empty: every provider
    Discount discount;
};

struct AgreedCommitment {
    std::string role;
    Commitment commitment;
};

struct Agreements {
    std::vector<AgreedDiscount> discounts;
    std::vector<AgreedCommitment> commitments;

    // Adds what was agreed for a role. A commitment without a role is that of "provider".
    void add_to(Terms& terms, std::string_view role) const;
};

void describe(Fields& fields, AgreedDiscount& agreed);
void describe(Fields& fields, AgreedCommitment& agreed);

// The lists [[discount]] and [[commitment]].
void describe_agreements(Fields& fields, Agreements& agreements);

}  // namespace reentry
