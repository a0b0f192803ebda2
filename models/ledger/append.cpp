#include "models/ledger/append.hpp"

namespace reentry {

void append(Ledger& to, const Ledger& more) {
    std::vector<NameId> name;
    for (const auto& text : more.names()) name.push_back(to.intern(text));
    const auto add = [&](auto entry) {
        entry.resource = name[entry.resource];
        entry.option = name[entry.option];
        entry.cause.workload = name[entry.cause.workload];
        entry.cause.copy = name[entry.cause.copy];
        to.add(entry);
    };
    for (const auto& entry : more.stored()) add(entry);
    for (const auto& entry : more.counted()) add(entry);
    for (const auto& entry : more.standing()) add(entry);
}

}  // namespace reentry
