// One record of a usage file as texts by field, and its meaning. An inner part of reading usage
// files.
#pragma once

#include "models/tariff/usage_file.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace reentry {

enum class UsageField : std::uint8_t {
    resource,
    meter,
    option,
    workload,
    copy,
    state,
    objects,
    bytes,
    quantity,
    unit,
    from,
    to,
    at,
    month,
    deleted,
    moved
};

inline constexpr std::array<std::string_view, 16> usage_field_names{
    "resource", "meter", "option", "workload", "copy", "state", "objects", "bytes",
    "quantity", "unit",  "from",   "to",       "at",   "month", "deleted", "moved"};

// The field of a name; none, with the nearest valid name in `nearest`, when there is no such field.
std::optional<UsageField> usage_field(std::string_view name, std::string& nearest);

struct UsageRecord {
    std::array<std::string, usage_field_names.size()> texts;
    std::array<int, usage_field_names.size()> columns{};  // 0: unknown
    int line = 0;                                         // 0: unknown
    std::string key;                                      // "records[3]"; empty in CSV

    const std::string& operator[](UsageField field) const {
        return texts[static_cast<std::size_t>(field)];
    }
    std::string& operator[](UsageField field) { return texts[static_cast<std::size_t>(field)]; }
};

// Puts records into a usage file; faults go to the diagnostics.
class UsageFileBuilder {
 public:
    UsageFileBuilder(std::string file, Diagnostics& diagnostics)
        : file_(std::move(file)), diagnostics_(diagnostics) {}

    void add(const UsageRecord& record);
    void horizon(sim::Time begin, sim::Time end);  // as the file states it
    void fault(const UsageRecord& record, std::optional<UsageField> field, std::string expected,
               std::string hint = {});
    UsageFile take();  // a file without a record is a fault

 private:
    struct Reading;
    void add_direct(const UsageRecord& record, Meter meter, State state);
    void add_stored(const UsageRecord& record, const Cause& cause);
    void add_standing(const UsageRecord& record, Meter meter, const Cause& cause);
    void add_counted(const UsageRecord& record, Meter meter, const Cause& cause);
    bool meaning(const UsageRecord& record, Meter& meter, State& state);
    bool absent(const UsageRecord& record, std::initializer_list<UsageField> fields,
                std::string_view why);
    std::optional<std::int64_t> number(const UsageRecord& record, UsageField field, bool size);
    std::optional<sim::Time> instant(const UsageRecord& record, UsageField field);
    std::optional<bool> flag(const UsageRecord& record, UsageField field);
    bool interval(const UsageRecord& record, sim::Time& from, sim::Time& to);
    void touch(sim::Time from, sim::Time to);

    std::string file_;
    Diagnostics& diagnostics_;
    UsageFile result_;
    std::optional<std::pair<sim::Time, sim::Time>> stated_, touched_;
    bool any_ = false;  // a record was there, right or wrong
};

}  // namespace reentry
