// Two spellings of the way to a value. For people: workload "postgres-mc".size. For overrides and
// origins: workload.postgres-mc.size, where a name that is no bare key stands in quotes, and
// elements without id are counted from 0: critical_window[0].factor.
#pragma once

#include "models/diagnostic.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reentry::files {

struct Address {
    std::string shown;  // for people
    std::string exact;  // for programs

    Address key(std::string_view key) const;
    // The element of the list or of the named tables at this address; counted when the name is
    // empty.
    Address element(std::string_view name, std::size_t index) const;
};

// One step of an exact address: a key or an element's name, or an index in brackets.
struct Step {
    std::string name;
    std::optional<std::size_t> index;
};

// The steps of an exact address; nothing when it is malformed.
std::optional<std::vector<Step>> parse_address(std::string_view exact);

// The key as it stands in TOML: bare, or in quotes when it has to.
std::string toml_key(std::string_view key);

}  // namespace reentry::files
