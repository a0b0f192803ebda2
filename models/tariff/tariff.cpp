#include "models/tariff/tariff.hpp"

#include "models/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace reentry {
namespace {

constexpr std::int64_t kibi = 1024;

// Bytes in a unit of storage; 0: not one.
std::int64_t bytes_of(std::string_view thing, const Tariff& tariff) {
    const std::int64_t gigabyte = tariff.gigabyte;
    const std::int64_t step = gigabyte == 1'000'000'000 ? 1000 : kibi;
    if (thing == "GB") return gigabyte;
    if (thing == "TB") return gigabyte * step;
    if (thing == "MB") return gigabyte / step;
    if (thing == "GiB") return kibi * kibi * kibi;
    if (thing == "TiB") return kibi * kibi * kibi * kibi;
    if (thing == "MiB") return kibi * kibi;
    if (thing == "byte") return 1;
    return 0;
}

bool period_of(std::string_view word, Per& per) {
    constexpr std::array<std::pair<std::string_view, Per>, 10> words{{
        {"hour", Per::hour},
        {"h", Per::hour},
        {"Hrs", Per::hour},
        {"day", Per::day},
        {"month", Per::month},
        {"Mo", Per::month},
        {"mo", Per::month},
        {"calendar-month", Per::calendar_month},
        {"year", Per::year},
        {"yr", Per::year},
    }};
    for (const auto& [name, value] : words)
        if (name == word) return per = value, true;
    return false;
}

// Takes "1000", "1,000", "10k" or "1M" off the front; 1 when there is no number.
bool take_count(std::string_view& text, std::int64_t& count) {
    std::string digits;
    std::size_t used = 0;
    for (; used < text.size(); ++used) {
        const char c = text[used];
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != ',')
            break;
    }
    if (digits.empty()) return count = 1, true;
    if (digits.size() > 12) return false;
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    text.remove_prefix(used);
    const bool last = text.size() == 1 || (text.size() > 1 && text[1] == ' ');
    if (last && (text[0] == 'k' || text[0] == 'K'))
        count *= 1000, text.remove_prefix(1);
    else if (last && text[0] == 'M')
        count *= 1'000'000, text.remove_prefix(1);
    text = trim(text);
    return count > 0;
}

// Whether a word looks like bytes or a time, but for the case of its letters.
bool looks_measured(std::string_view word) {
    constexpr std::array<std::string_view, 19> words{
        "b",   "bytes", "kb",   "mb",    "gb",  "tb",   "pb",    "kib",    "mib", "gib",
        "tib", "pib",   "hour", "hours", "day", "days", "month", "months", "year"};
    const std::string plain = lower(word);
    return std::find(words.begin(), words.end(), plain) != words.end();
}

// What is counted by the piece.
bool is_countable(std::string_view word) {
    for (const char c : word)
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && c != '-' && c != ' ')
            return false;
    return !looks_measured(word);
}

}  // namespace

const Resource* Tariff::find(std::string_view name) const {
    for (const Resource& resource : resources)
        if (resource.name == name) return &resource;
    return nullptr;
}

const Tariff& Tariff::at(sim::Time time) const {
    const Tariff* found = editions.empty() ? this : &editions.front();
    for (const Tariff& edition : editions)
        if (sim::midnight(edition.as_of) <= time) found = &edition;
    return *found;
}

bool parse_price_unit(std::string_view text, const Tariff& tariff, PriceUnit& unit) {
    std::string_view rest = trim(text);
    if (rest.empty()) return false;
    PriceUnit result;
    result.text = rest;
    if (!take_count(rest, result.size)) return false;
    if (!period_of(rest, result.per)) {
        std::string_view thing = rest;
        // "calendar-month" holds a dash itself, so the first dash after the thing is the one.
        for (std::size_t dash = rest.find('-'); dash != rest.npos; dash = rest.find('-', dash + 1))
            if (period_of(rest.substr(dash + 1), result.per)) {
                thing = rest.substr(0, dash);
                break;
            }
        if (const std::int64_t bytes = bytes_of(thing, tariff); bytes > 0)
            result.size *= bytes, result.bytes = true;
        else if (is_countable(thing))
            result.thing = thing == "each" ? std::string_view{} : thing;
        else
            return false;
    }
    unit = result;
    return true;
}

}  // namespace reentry
