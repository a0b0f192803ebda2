#include "models/tariff/meter.hpp"

#include "models/tariff/line_unit.hpp"
#include "models/tariff/purchases.hpp"
#include "models/tariff/sites.hpp"
#include "models/units/time.hpp"

#include <algorithm>

namespace reentry {
namespace {

using std::chrono::days;
using std::chrono::hours;

template <class Unit>
sim::Duration whole(sim::Duration time, bool up) {
    return up ? sim::Duration{std::chrono::ceil<Unit>(time)}
              : sim::Duration{std::chrono::floor<Unit>(time)};
}

sim::Duration counted_remainder(sim::Duration remainder, Remainder rule) {
    switch (rule) {
        case Remainder::exact:
            return remainder;
        case Remainder::hours_down:
            return whole<hours>(remainder, false);
        case Remainder::hours_up:
            return whole<hours>(remainder, true);
        case Remainder::days_down:
            return whole<days>(remainder, false);
        case Remainder::days_up:
            return whole<days>(remainder, true);
    }
    return remainder;
}

sim::Duration rounded_up(sim::Duration time, std::chrono::seconds step) {
    const sim::Duration unit = step;
    if (unit.count() <= 0) return time;
    return unit * ((time.count() + unit.count() - 1) / unit.count());
}

class Metering {
 public:
    Metering(UsageSink& sink, const Ledger& ledger, std::span<const Binding> bindings,
             const BillingCalendar& calendar, UsageLines& lines)
        : sink_(sink), ledger_(ledger), calendar_(calendar), sites_(ledger, bindings, lines) {
        names_.reserve(ledger.names().size());
        for (const std::string& name : ledger.names()) names_.push_back(sink.name(name));
    }

    void run() {
        for (const Stored& entry : ledger_.stored()) add(entry);
        for (const Counted& entry : ledger_.counted()) add(entry);
        for (const Standing& entry : ledger_.standing()) add(entry);
        purchases_.settle(calendar_.end(), [&](const UsageRow& row, sim::Time at, Int128 pieces) {
            count(sink_.row(row), at, pieces);
        });
    }

 private:
    template <class Entry>
    UsageRow row_of(LineId line, std::uint16_t binding, const Entry& entry, Meter meter) const {
        return {line, binding, names_[entry.resource], names_[entry.option], meter, entry.cause};
    }

    // Adds weight x time to every period that [from, to) touches.
    void span(std::uint32_t row, sim::Time from, sim::Time to, Int128 weight) {
        from = std::max(from, calendar_.begin());
        to = std::min(to, calendar_.end());
        if (to <= from) return;
        const auto& periods = calendar_.periods();
        for (std::size_t p = calendar_.period_at(from); from < to; ++p) {
            const sim::Time until = std::min(to, periods[p].end);
            sink_.add(row, p, weight * (until - from).count());
            from = until;
        }
    }

    void at_instant(std::uint32_t row, sim::Time at, Int128 atoms) {
        if (calendar_.covers(at)) sink_.add(row, calendar_.period_at(at), atoms);
    }

    void count(std::uint32_t row, sim::Time at, Int128 pieces) {
        at_instant(row, at, pieces * atoms_per_piece);
    }

    void add(const Counted& entry) {
        if (!calendar_.covers(entry.at)) return sink_.outside();
        const CountedSite& site = sites_.of(entry);
        if (!site.line) return;
        LineId line = *site.line;
        if (site.exit != nullptr && entry.cause.state == State::exit) {
            if (entry.at >= sim::midnight(site.exit->free_from))
                line = *site.exit_free;
            else if (site.exit_at_cost && entry.at >= sim::midnight(site.exit->at_cost_from))
                line = *site.exit_at_cost;
        }
        count(sink_.row(row_of(line, site.binding, entry, entry.meter)), entry.at, entry.quantity);
    }

    void add(const Standing& entry) {
        const StandingSite& site = sites_.of(entry);
        if (entry.to <= calendar_.begin() || entry.from >= calendar_.end()) sink_.outside();
        if (site.line)
            hold(entry, site, sink_.row(row_of(*site.line, site.binding, entry, entry.meter)));
        for (const AssetPart& part : site.parts) {
            const UsageRow row = row_of(part.line, site.binding, entry, entry.meter);
            if (part.part == Basis::capital && part.asset->capital == Capital::cash)
                purchases_.hold(row, *part.asset, entry.from, entry.to, entry.quantity);
            else
                span(sink_.row(row), entry.from, entry.to, entry.quantity);
        }
    }

    void hold(const Standing& entry, const StandingSite& site, std::uint32_t row) {
        if (site.hold == nullptr) return span(row, entry.from, entry.to, entry.quantity);
        if (site.unit.per == Per::once) return count(row, entry.from, entry.quantity);
        if (site.hold->whole) return hold_whole(entry, site, row);
        const sim::Duration held = std::max<sim::Duration>(
            rounded_up(entry.to - entry.from, site.hold->step), site.hold->minimum);
        span(row, entry.from + site.hold->free, entry.from + held, entry.quantity);
    }

    void hold_whole(const Standing& entry, const StandingSite& site, std::uint32_t row) {
        const bool calendar = site.unit.per == Per::calendar_month || site.unit.per == Per::year ||
                              (site.unit.per == Per::month && site.tariff->month_hours == 0);
        const int months = site.unit.per == Per::year ? 12 : 1;
        sim::Time begin = entry.from;
        for (int k = 1; begin < entry.to; ++k) {
            sim::Duration length{};
            if (calendar_.covers(begin)) {
                const BillingMonth& month = calendar_.month_of(calendar_.period_at(begin));
                length = length_of(site.unit.per, *site.tariff, month);
                at_instant(row, begin, static_cast<Int128>(entry.quantity) * length.count());
            }
            if (calendar)
                begin = entry.from + CalendarSpan{0, months * k, 0};
            else
                begin += length_of(site.unit.per, *site.tariff, {});
        }
    }

    void add(const Stored& entry) {
        if (entry.to <= calendar_.begin() || entry.from >= calendar_.end()) sink_.outside();
        const auto lists = sites_.editions_of(entry.resource);
        Stored part = entry;
        part.deleted = lists.empty() && entry.deleted;
        for (const Tariff& list : lists) {
            const sim::Time change = sim::midnight(list.as_of);
            if (change <= part.from || change >= entry.to) continue;
            part.to = change;
            add_part(part);
            if (sites_.of(part).upfront) return;  // all of its days are billed already
            part.from = change;
        }
        part.to = entry.to;
        add_part(part);
        if (lists.empty() || !entry.deleted) return;
        // The minimum duration is that of the list under which it goes, from its true beginning on.
        const StoredSite& site = sites_.of(part);
        if (site.early) charge_early(entry, site, billed_bytes(entry, site));
    }

    static Int128 billed_bytes(const Stored& entry, const StoredSite& site) {
        if (site.rules == nullptr) return entry.bytes;
        const auto objects = static_cast<Int128>(entry.objects);
        return std::max<Int128>(entry.bytes, objects * site.rules->minimum_object_bytes) +
               objects * site.rules->overhead_bytes;
    }

    // What lay under one list.
    void add_part(const Stored& entry) {
        const StoredSite& site = sites_.of(entry);
        const Int128 bytes = billed_bytes(entry, site);
        if (site.storage) store(entry, site, bytes);
        if (site.rules != nullptr) apply_rules(entry, site, bytes);
        for (const AssetPart& part : site.parts) {
            const UsageRow row = row_of(part.line, site.binding, entry, Meter::storage);
            if (part.part == Basis::capital && part.asset->capital == Capital::cash)
                purchases_.store(row, *part.asset, entry.from, entry.to, bytes);
            else
                span(sink_.row(row), entry.from, entry.to, bytes);
        }
    }

    void store(const Stored& entry, const StoredSite& site, Int128 bytes) {
        const auto row = sink_.row(row_of(*site.storage, site.binding, entry, Meter::storage));
        if (site.upfront)
            return at_instant(row, entry.from, bytes * (entry.to - entry.from).count());
        span(row, entry.from, entry.to, bytes);
        const sim::Time from = std::max(entry.from, calendar_.begin());
        if (!site.peaks || from >= std::min(entry.to, calendar_.end())) return;
        sink_.step(*site.storage, from, bytes);
        if (entry.to < calendar_.end()) sink_.step(*site.storage, entry.to, -bytes);
    }

    void apply_rules(const Stored& entry, const StoredSite& site, Int128 bytes) {
        const TierRules& rules = *site.rules;
        if (site.elsewhere) {
            const auto row =
                sink_.row(row_of(*site.elsewhere, site.binding, entry, Meter::storage));
            span(row, entry.from, entry.to,
                 static_cast<Int128>(entry.objects) * rules.overhead_elsewhere_bytes);
        }
        if (site.monitored && entry.objects > 0 &&
            entry.bytes / entry.objects >= rules.monitored_from_bytes) {
            const auto row =
                sink_.row(row_of(*site.monitored, site.binding, entry, Meter::monitored_objects));
            span(row, entry.from, entry.to, entry.objects);
        }
        if (site.early) charge_early(entry, site, bytes);
    }

    void charge_early(const Stored& entry, const StoredSite& site, Int128 bytes) {
        const TierRules& rules = *site.rules;
        const sim::Duration left = rules.minimum_duration - (entry.to - entry.from);
        const bool waived = entry.moved && rules.minimum_waived_on_move;
        if (!entry.deleted || waived || left.count() <= 0 || entry.to <= calendar_.begin()) return;
        const sim::Duration charged = counted_remainder(left, rules.remainder);
        if (charged.count() <= 0) return;
        const auto row = sink_.row(row_of(*site.early, site.binding, entry, Meter::early_deletion));
        at_instant(row, entry.to - sim::Duration{1}, bytes * charged.count());
    }

    UsageSink& sink_;
    const Ledger& ledger_;
    const BillingCalendar& calendar_;
    Sites sites_;
    Purchases purchases_;
    std::vector<NameId> names_;
};

class IntoUsage final : public UsageSink {
 public:
    explicit IntoUsage(Usage& usage) : usage_(usage) {}
    NameId name(std::string_view name) override { return usage_.intern(name); }
    std::uint32_t row(const UsageRow& row) override {
        if (rows_ > 0 && row == last_) return last_row_;
        last_ = row, ++rows_;
        return last_row_ = usage_.row(row);
    }
    void add(std::uint32_t row, std::size_t period, Int128 atoms) override {
        usage_.add(row, period, atoms);
    }
    void step(LineId line, sim::Time at, Int128 bytes) override {
        usage_.steps[line].push_back({at, bytes});
    }
    void outside() override { ++usage_.outside; }

 private:
    Usage& usage_;
    UsageRow last_;
    std::uint32_t last_row_ = 0;
    std::size_t rows_ = 0;
};

}  // namespace

void meter_to(UsageSink& sink, const Ledger& ledger, std::span<const Binding> bindings,
              const BillingCalendar& calendar, UsageLines& lines) {
    Metering(sink, ledger, bindings, calendar, lines).run();
}

void meter_into(Usage& usage, const Ledger& ledger, std::span<const Binding> bindings) {
    IntoUsage sink(usage);
    meter_to(sink, ledger, bindings, usage.calendar, usage.lines);
    for (auto& [line, steps] : usage.steps)
        std::sort(steps.begin(), steps.end(),
                  [](const UsageStep& a, const UsageStep& b) { return a.at < b.at; });
}

Usage meter(const Ledger& ledger, std::span<const Binding> bindings) {
    Usage usage;
    usage.calendar = BillingCalendar(ledger.begin, ledger.end, bindings);
    usage.lines = UsageLines(bindings);
    meter_into(usage, ledger, bindings);
    return usage;
}

}  // namespace reentry
