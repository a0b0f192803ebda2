// Verdicts as words and symbols that read in black and white.
#pragma once

#include "report/tree.hpp"
#include "study/comparison.hpp"

#include <string>

namespace reentry::report {

const char* verdict_symbol(study::Verdict verdict);  // one column wide, in every common font
const char* verdict_name(study::Verdict verdict);    // "meets"; the word in JSON and CSV
Tone verdict_tone(study::Verdict verdict);
Cell verdict_cell(study::Verdict verdict);  // "● meets"
Cell verdict_cell(const study::Row& row);   // "● meets", "● meets ▲" where something breaks

// "Nightly to object store at AWS Frankfurt"; without a provider "on premises" is left as it is.
std::string option_name(const study::Row& row);

}  // namespace reentry::report
