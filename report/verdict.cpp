#include "report/verdict.hpp"

#include <fmt/format.h>

namespace reentry::report {

using study::Verdict;

const char* verdict_symbol(Verdict verdict) {
    switch (verdict) {
        case Verdict::meets:
            return "●";
        case Verdict::tie:
            return "≈";
        case Verdict::misses:
            return "○";
        case Verdict::impossible:
            return "×";
        case Verdict::not_offered:
            return "–";
    }
    return "?";
}

const char* verdict_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::meets:
            return "meets";
        case Verdict::tie:
            return "tie";
        case Verdict::misses:
            return "misses";
        case Verdict::impossible:
            return "impossible";
        case Verdict::not_offered:
            return "not offered";
    }
    return "?";
}

Tone verdict_tone(Verdict verdict) {
    switch (verdict) {
        case Verdict::meets:
            return Tone::good;
        case Verdict::tie:
            return Tone::warn;
        case Verdict::misses:
            return Tone::bad;
        case Verdict::impossible:
            return Tone::bad;
        case Verdict::not_offered:
            return Tone::quiet;
    }
    return Tone::plain;
}

Cell verdict_cell(Verdict verdict) {
    return {fmt::format("{} {}", verdict_symbol(verdict), verdict_name(verdict)),
            verdict_name(verdict), verdict_tone(verdict)};
}

Cell verdict_cell(const study::Row& row) {
    auto cell = verdict_cell(row.verdict);
    if (!any_breaks(row.findings)) return cell;
    cell.text += " ▲";
    if (cell.tone == Tone::good) cell.tone = Tone::warn;
    return cell;
}

std::string option_name(const study::Row& row) {
    if (row.provider.empty()) return fmt::format("{}, on premises", row.strategy_name);
    return fmt::format("{} at {}", row.strategy_name, row.provider_name);
}

}  // namespace reentry::report
