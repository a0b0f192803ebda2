#include "models/ledger/ledger.hpp"
#include "sim/check.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace reentry;

TEST_CASE("Every meter has a name of its own, and the name leads back to it") {
    std::set<std::string_view> names;
    for (int m = 0; m <= static_cast<int>(Meter::early_deletion); ++m) {
        Meter back{};
        const std::string_view name = meter_name(static_cast<Meter>(m));
        CHECK(names.insert(name).second);
        CHECK(meter_from_name(name, back));
        CHECK(back == static_cast<Meter>(m));
    }
    Meter none{};
    CHECK_FALSE(meter_from_name("putt", none));
}

TEST_CASE("Empty entries are dropped and negative ones refused, and such with unknown names") {
    Ledger ledger;
    CHECK(ledger.intern("provider/hot") == 1);
    const sim::Time t{};
    ledger.add(Stored{1, 0, {}, false, 1, 100, t, t});
    ledger.add(Counted{1, 0, Meter::put, {}, 0, t});
    ledger.add(Standing{1, 0, Meter::port, {}, 1, t, t});
    CHECK(ledger.stored().empty());
    CHECK(ledger.counted().empty());
    CHECK(ledger.standing().empty());
    CHECK_THROWS_AS(ledger.add(Counted{1, 0, Meter::put, {}, -1, t}), ContractViolation);
    CHECK_THROWS_AS(ledger.add(Stored{1, 0, {}, false, -1, 1, t, t + sim::Duration{1}}),
                    ContractViolation);
    CHECK_THROWS_AS(ledger.add(Counted{2, 0, Meter::put, {}, 1, t}), ContractViolation);
}

TEST_CASE("Names are kept once; the empty name is number 0") {
    Ledger ledger;
    CHECK(ledger.intern("") == 0);
    const NameId first = ledger.intern("provider/cold");
    CHECK(ledger.intern("provider/hot") == first + 1);
    CHECK(ledger.intern("provider/cold") == first);
    CHECK(ledger.name(first) == "provider/cold");
}
