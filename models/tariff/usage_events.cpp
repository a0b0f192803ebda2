#include "models/tariff/explain.hpp"
#include "models/tariff/meter.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

namespace reentry {
namespace {

// Notices whether one entry adds to the row that is being explained.
class Watch final : public UsageSink {
 public:
    Watch(const Usage& usage, const UsageRow& row, std::size_t period)
        : usage_(usage), row_(row), period_(period) {}

    bool touched() const { return touched_; }

    NameId name(std::string_view name) override {
        for (std::size_t i = 0; i < usage_.names.size(); ++i)
            if (usage_.names[i] == name) return static_cast<NameId>(i);
        return 0;
    }
    std::uint32_t row(const UsageRow& row) override { return row == row_ ? 1 : 0; }
    void add(std::uint32_t row, std::size_t period, Int128 atoms) override {
        if (row == 1 && period == period_ && atoms != 0) touched_ = true;
    }
    void step(LineId, sim::Time, Int128) override {}
    void outside() override {}

 private:
    const Usage& usage_;
    const UsageRow& row_;
    std::size_t period_;
    bool touched_ = false;
};

std::string text_of(const Ledger& ledger, const Stored& entry) {
    return fmt::format("{}{}{}: {} in {} objects from {} to {}{}", ledger.name(entry.resource),
                       entry.option == 0 ? "" : " ", ledger.name(entry.option),
                       format_bytes_binary(Bytes(entry.bytes)), format_count(entry.objects),
                       format_time(entry.from), format_time(entry.to),
                       entry.deleted ? ", then deleted" : "");
}

template <class Entry>
std::string head_of(const Ledger& ledger, const Entry& entry) {
    return fmt::format("{}{}{}: {} {}", ledger.name(entry.resource), entry.option == 0 ? "" : " ",
                       ledger.name(entry.option),
                       measures_bytes(entry.meter) ? format_bytes_binary(Bytes(entry.quantity))
                                                   : format_count(entry.quantity),
                       meter_name(entry.meter));
}

std::string text_of(const Ledger& ledger, const Counted& entry) {
    return fmt::format("{} at {}", head_of(ledger, entry), format_time(entry.at));
}

std::string text_of(const Ledger& ledger, const Standing& entry) {
    return fmt::format("{} from {} to {}", head_of(ledger, entry), format_time(entry.from),
                       format_time(entry.to));
}

class Events {
 public:
    Events(const EventSource& source, const UsageRow& row, std::size_t period)
        : source_(source), row_(row), period_(period) {
        for (const std::string& name : source.ledger->names()) one_.intern(name);
        one_.begin = source.usage->calendar.begin();
        one_.end = source.usage->calendar.end();
    }

    template <class Entry>
    void look_at(const std::vector<Entry>& entries) {
        for (const Entry& entry : entries) {
            if (!concerns(entry)) continue;
            Ledger single = one_;
            single.add(entry);
            Watch watch(*source_.usage, row_, period_);
            UsageLines lines = UsageLines::over(source_.usage->lines);
            meter_to(watch, single, source_.bindings, source_.usage->calendar, lines);
            if (watch.touched()) texts_.push_back(text_of(*source_.ledger, entry));
        }
    }

    std::vector<std::string> take() { return std::move(texts_); }

 private:
    // Quick to tell apart, before metering is asked.
    template <class Entry>
    bool concerns(const Entry& entry) const {
        const auto& names = source_.usage->names;
        const Ledger& ledger = *source_.ledger;
        return entry.cause.state == row_.cause.state &&
               ledger.name(entry.resource) == names[row_.resource] &&
               ledger.name(entry.option) == names[row_.option] &&
               ledger.name(entry.cause.workload) == names[row_.cause.workload] &&
               ledger.name(entry.cause.copy) == names[row_.cause.copy];
    }

    const EventSource& source_;
    const UsageRow& row_;
    std::size_t period_;
    Ledger one_;  // the names, and no entries
    std::vector<std::string> texts_;
};

}  // namespace

std::vector<std::string> usage_events(const EventSource& source, const UsageRow& row,
                                      std::size_t period) {
    if (source.ledger == nullptr || source.usage == nullptr) return {};
    Events events(source, row, period);
    events.look_at(source.ledger->stored());
    events.look_at(source.ledger->counted());
    events.look_at(source.ledger->standing());
    return events.take();
}

}  // namespace reentry
