#include "models/catalogue/citation.hpp"

namespace reentry {
namespace {

std::string document_text(const std::string& id, const SourceDocuments& documents) {
    const auto found = documents.find(id);
    if (found == documents.end()) return id;
    const SourceDocument& document = found->second;
    return document.url.empty() ? document.title : document.title + ", " + document.url;
}

}  // namespace

void describe_citation(Fields& f, Citation& c) {
    f.optional_reference("source", c.source, "source", "Document that the figure is taken from.");
    f.optional("date", c.date, "Day on which the figure was read.");
    f.optional("confidence", c.confidence, "How much the figure can be relied on.");
    f.optional("note", c.note, "What else must be known of it: region, rule of inference, doubt.");
    f.optional("absent", c.absent, "Why the figure is not known; then nothing else is said.");
    const bool known = c.absent.empty();
    f.check(!known || !c.source.empty(), "source", "the id of a source");
    f.check(!known || c.date, "date", "the day on which the figure was read");
    f.check(!known || c.confidence, "confidence", "how much the figure can be relied on");
}

Provenance provenance(const Citation& citation, const SourceDocuments& documents) {
    return {document_text(citation.source, documents),
            citation.date.value_or(std::chrono::year_month_day{}),
            citation.confidence.value_or(Confidence::assumed), citation.note};
}

Provenance provenance(const Origin& origin, const SourceDocuments& documents) {
    return {document_text(origin.source, documents), origin.date, origin.confidence, origin.note};
}

}  // namespace reentry
