// Where a figure of a catalogue comes from, as keys of a table that holds more than one value.
//
// A single value uses Sourced<T> (models/files/sourced.hpp), which has the same keys. Invariant
// after reading without faults: either `absent` states why there is no figure, or source, date and
// confidence are all there.
#pragma once

#include "models/files/fields.hpp"
#include "models/files/sourced.hpp"
#include "models/tariff/provenance.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace reentry {

struct Citation {
    std::string source;  // id of a [source.X] table
    std::optional<std::chrono::year_month_day> date;
    std::optional<Confidence> confidence;
    std::string note;
    std::string absent;  // why there is no figure
};

// The documents of a file by id: [source.X].
using SourceDocuments = std::map<std::string, SourceDocument>;

// The keys source, date, confidence, note and absent.
void describe_citation(Fields& fields, Citation& citation);

// Title and address of the document in place of its id.
Provenance provenance(const Citation& citation, const SourceDocuments& documents);
Provenance provenance(const Origin& origin, const SourceDocuments& documents);

}  // namespace reentry
