#include "models/catalogue/terms_file.hpp"

#include "models/files/load.hpp"
#include "models/files/reader.hpp"
#include "models/scenario/scenario.hpp"

namespace reentry {

Terms TermsFile::of(std::string_view role, const Tariff& tariff) const {
    Terms terms;
    terms.vat_percent = vat;
    terms.drift_percent = drift;
    terms.drift_from = drift_from.value_or(tariff.as_of);
    terms.data_act = data_act;
    agreements.add_to(terms, role);
    return terms;
}

void describe(Fields& f, TermsFile& t) {
    f.optional("vat", t.vat, "Tax, per cent.", {.at_least = Decimal{}});
    f.optional("drift", t.drift, "Yearly change of all prices, per cent.",
               {.above = Decimal(-100, 0)});
    f.optional("drift_from", t.drift_from,
               "Prices change on each anniversary of this day; without it, of the price list's.");
    f.optional("data_act", t.data_act, "Leaving (state exit) is charged by the EU Data Act.");
    describe_agreements(f, t.agreements);
    f.list("exchange_rate", t.exchange, "Exchange rates; the newest that is not younger holds.");
}

TermsFile read_terms(const std::filesystem::path& path, Diagnostics& diagnostics) {
    return files::read<TermsFile>(files::load_file(path, diagnostics), diagnostics);
}

}  // namespace reentry
