#include "models/tariff/usage_record.hpp"

#include "models/nearest.hpp"
#include "models/tariff/bill.hpp"
#include "models/tariff/usage.hpp"
#include "models/text.hpp"
#include "models/units/parse.hpp"

#include <algorithm>
#include <limits>

namespace reentry {
namespace {

using Field = UsageField;

std::optional<Meter> meter_of(std::string_view name, std::string& near) {
    Meter meter{};
    if (meter_from_name(name, meter)) return meter;
    NearestName search(name);
    for (int m = 0; m <= static_cast<int>(Meter::early_deletion); ++m)
        search.offer(meter_name(static_cast<Meter>(m)));
    near = search.result();
    return std::nullopt;
}

}  // namespace

std::optional<UsageField> usage_field(std::string_view name, std::string& nearest_name) {
    const auto found = std::find(usage_field_names.begin(), usage_field_names.end(), name);
    if (found != usage_field_names.end())
        return static_cast<UsageField>(found - usage_field_names.begin());
    nearest_name = nearest(name, usage_field_names);
    return std::nullopt;
}

void UsageFileBuilder::fault(const UsageRecord& record, std::optional<Field> field,
                             std::string expected, std::string hint) {
    any_ = true;
    Diagnostic diagnostic;
    diagnostic.file = file_;
    diagnostic.line = record.line;
    if (field) {
        const auto index = static_cast<std::size_t>(*field);
        diagnostic.column = record.columns[index];
        diagnostic.key = record.key.empty()
                             ? std::string(usage_field_names[index])
                             : record.key + "." + std::string(usage_field_names[index]);
        diagnostic.found = record[*field].empty() ? "nothing" : quoted(record[*field]);
    } else {
        diagnostic.key = record.key;
    }
    diagnostic.expected = std::move(expected);
    diagnostic.hint = std::move(hint);
    diagnostics_.add(std::move(diagnostic));
}

bool UsageFileBuilder::meaning(const UsageRecord& record, Meter& meter, State& state) {
    bool right = true;
    if (record[Field::resource].empty()) {
        fault(record, Field::resource, "a role and resource such as \"provider/cold\"");
        right = false;
    }
    std::string near;
    if (const auto found = meter_of(record[Field::meter], near)) {
        meter = *found;
    } else {
        fault(record, Field::meter, "a meter such as \"storage\", \"put\" or \"sent-bytes\"",
              did_you_mean(near));
        right = false;
    }
    state = State::running;
    if (!record[Field::state].empty() && !state_from_name(record[Field::state], state)) {
        fault(
            record, Field::state, "\"running\", \"drill\", \"recovery\" or \"exit\"",
            did_you_mean(nearest(record[Field::state], {"running", "drill", "recovery", "exit"})));
        right = false;
    }
    return right;
}

void UsageFileBuilder::add(const UsageRecord& record) {
    any_ = true;
    Meter meter{};
    State state{};
    if (!meaning(record, meter, state)) return;
    if (!record[Field::month].empty()) return add_direct(record, meter, state);
    Ledger& ledger = result_.ledger;
    const Cause cause{ledger.intern(record[Field::workload]), ledger.intern(record[Field::copy]),
                      state};
    if (meter == Meter::storage) return add_stored(record, cause);
    if (meter == Meter::early_deletion)
        return fault(record, Field::month, "the month of a stated quantity",
                     "early deletion follows from stored records that are deleted");
    if (is_held(meter)) return add_standing(record, meter, cause);
    add_counted(record, meter, cause);
}

// The fields that make no sense beside others must be empty.
bool UsageFileBuilder::absent(const UsageRecord& record, std::initializer_list<Field> fields,
                              std::string_view why) {
    bool right = true;
    for (const Field field : fields)
        if (!record[field].empty()) {
            fault(record, field, "nothing", std::string(why));
            right = false;
        }
    return right;
}

// A whole number that is not negative, or for sizes also a number with a unit.
std::optional<std::int64_t> UsageFileBuilder::number(const UsageRecord& record, Field field,
                                                     bool size) {
    const std::string& text = record[field];
    if (size)
        if (const auto bytes = parse_bytes(text)) return bytes->count();
    const auto value = Decimal::parse(text);
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    if (value && value->is_whole() && !value->is_negative() && value->mantissa() <= largest)
        return static_cast<std::int64_t>(value->mantissa());
    fault(record, field,
          size ? "a number of bytes, or a size such as \"40 GiB\"" : "a whole number",
          value && !value->is_whole() ? "fractions can be stated per month, see \"month\"" : "");
    return std::nullopt;
}

std::optional<sim::Time> UsageFileBuilder::instant(const UsageRecord& record, Field field) {
    const auto time = parse_time(record[field]);
    if (time) return *time;
    fault(record, field, time.expected, time.hint);
    return std::nullopt;
}

std::optional<bool> UsageFileBuilder::flag(const UsageRecord& record, Field field) {
    const std::string& text = record[field];
    if (text.empty() || text == "false" || text == "no" || text == "0") return false;
    if (text == "true" || text == "yes" || text == "1") return true;
    fault(record, field, "\"true\" or \"false\"");
    return std::nullopt;
}

bool UsageFileBuilder::interval(const UsageRecord& record, sim::Time& from, sim::Time& to) {
    const auto begin = instant(record, Field::from), end = instant(record, Field::to);
    if (!begin || !end) return false;
    if (*end <= *begin) {
        fault(record, Field::to, "an instant after \"from\"");
        return false;
    }
    from = *begin, to = *end;
    return true;
}

void UsageFileBuilder::touch(sim::Time from, sim::Time to) {
    const sim::Time begin = month_start(from), end = to == month_start(to) ? to : next_month(to);
    if (!touched_) touched_ = {begin, end};
    touched_->first = std::min(touched_->first, begin);
    touched_->second = std::max(touched_->second, end);
}

void UsageFileBuilder::add_direct(const UsageRecord& record, Meter meter, State state) {
    if (!absent(record,
                {Field::from, Field::to, Field::at, Field::bytes, Field::objects, Field::deleted,
                 Field::moved},
                "a month's quantity stands in \"quantity\" and \"unit\" alone"))
        return;
    const auto day = parse_date(record[Field::month] + "-01");
    const auto quantity = Decimal::parse(record[Field::quantity]);
    if (!day) fault(record, Field::month, "a month such as \"2027-04\"");
    if (!quantity || quantity->is_negative())
        fault(record, Field::quantity, "a number such as \"52900\" or \"102.4\"");
    if (!day || !quantity || quantity->is_negative()) return;
    const auto month = day->year() / day->month();
    touch(sim::midnight(*day), next_month(sim::midnight(*day)));
    result_.direct.push_back({record[Field::resource], meter, record[Field::option], month,
                              *quantity, record[Field::unit], record[Field::workload],
                              record[Field::copy], state, record.line, record.key});
}

void UsageFileBuilder::add_stored(const UsageRecord& record, const Cause& cause) {
    const bool right = absent(record, {Field::at, Field::quantity, Field::unit},
                              "stored bytes stand in \"bytes\", from \"from\" to \"to\"");
    Stored entry;
    const auto bytes = number(record, Field::bytes, true);
    const auto objects = record[Field::objects].empty() ? std::optional<std::int64_t>(1)
                                                        : number(record, Field::objects, false);
    const auto deleted = flag(record, Field::deleted), moved = flag(record, Field::moved);
    if (!interval(record, entry.from, entry.to) || !right || !bytes || !objects || !deleted ||
        !moved)
        return;
    Ledger& ledger = result_.ledger;
    entry.resource = ledger.intern(record[Field::resource]);
    entry.option = ledger.intern(record[Field::option]);
    entry.cause = cause;
    entry.deleted = *deleted || *moved;
    entry.moved = *moved;
    entry.objects = *objects;
    entry.bytes = *bytes;
    touch(entry.from, entry.to);
    ledger.add(entry);
}

void UsageFileBuilder::add_standing(const UsageRecord& record, Meter meter, const Cause& cause) {
    const bool right =
        absent(record,
               {Field::at, Field::unit, Field::objects, Field::bytes, Field::deleted, Field::moved},
               "what is held has \"quantity\", \"from\" and \"to\"");
    const auto quantity = number(record, Field::quantity, measures_bytes(meter));
    sim::Time from{}, to{};
    if (!interval(record, from, to) || !right || !quantity) return;
    touch(from, to);
    Ledger& ledger = result_.ledger;
    ledger.add(Standing{ledger.intern(record[Field::resource]),
                        ledger.intern(record[Field::option]), meter, cause, *quantity, from, to});
}

void UsageFileBuilder::add_counted(const UsageRecord& record, Meter meter, const Cause& cause) {
    const bool size = measures_bytes(meter);
    const Field amount = size && record[Field::quantity].empty() ? Field::bytes : Field::quantity;
    bool right = absent(
        record, {Field::from, Field::to, Field::unit, Field::objects, Field::deleted, Field::moved},
        "what happens has \"quantity\" and \"at\"");
    if (amount != Field::bytes)
        right = absent(record, {Field::bytes}, "the quantity is stated") && right;
    const auto quantity = number(record, amount, size);
    const auto at = instant(record, Field::at);
    if (!right || !quantity || !at) return;
    touch(*at, *at + sim::Duration{1});
    Ledger& ledger = result_.ledger;
    ledger.add(Counted{ledger.intern(record[Field::resource]), ledger.intern(record[Field::option]),
                       meter, cause, *quantity, *at});
}

void UsageFileBuilder::horizon(sim::Time begin, sim::Time end) { stated_ = {begin, end}; }

UsageFile UsageFileBuilder::take() {
    if (!any_ && !diagnostics_.has_errors())
        diagnostics_.add({.file = file_,
                          .found = "no record",
                          .expected = "a record of what was stored, counted or held at least"});
    const auto& horizon = stated_ ? stated_ : touched_;
    if (horizon) {
        result_.ledger.begin = horizon->first;
        result_.ledger.end = horizon->second;
    }
    return std::move(result_);
}

}  // namespace reentry
