// Ids and the references to them, across one document.
//
// An id is unique among its kind within one scope: the list element (or file) that
// holds the list it stands in. A
// reference sees the ids of its own table's surroundings, from the inside out, so that a copy names
// the copies of its own strategy.
#pragma once

#include "models/files/codec.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace reentry::files {

// Names that exist outside the document, by kind: {"provider", {"aws", "azure"}}.
using KnownNames = std::map<std::string, std::set<std::string>>;

class Names {
 public:
    explicit Names(const KnownNames& known) : known_(known) {}

    // Tables are opened and closed as they are read. Elements of lists have a scope of their own,
    // single tables that of their surroundings; an id belongs to the scope around the table it
    // stands in.
    void open_table(bool is_element) { open_.push_back(is_element ? ++tables_ : open_.back()); }
    void close_table() { open_.pop_back(); }

    // The place of the first id of this name, kind and scope when there is one already; else notes
    // it.
    const Place* declare(const std::string& kind, const std::string& name, Place place);

    // Notes a reference; resolved at the end, when all ids are known.
    void refer(Mention mention);

    // Calls `report` with each reference that leads nowhere, in the order of reading, but at most
    // so many times.
    void resolve(const std::function<void(const Mention&, const Fault&)>& report,
                 std::size_t most) const;

 private:
    using Scope = std::size_t;
    struct Referred {
        Mention mention;
        std::vector<Scope> scopes;
    };

    bool exists(const Referred& reference) const;
    std::vector<std::string> candidates(const Referred& reference) const;

    const KnownNames& known_;
    std::vector<Scope> open_{0};
    Scope tables_ = 0;
    std::map<std::pair<Scope, std::string>, std::map<std::string, Place>> declared_;
    std::vector<Referred> referred_;
};

}  // namespace reentry::files
