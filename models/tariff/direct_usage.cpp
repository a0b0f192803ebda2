#include "models/tariff/editions.hpp"
#include "models/tariff/exact.hpp"
#include "models/tariff/line_unit.hpp"
#include "models/tariff/meter.hpp"
#include "models/tariff/usage_file.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

namespace reentry {
namespace {

const BillingMonth* month_named(const BillingCalendar& calendar, std::chrono::year_month name) {
    for (const BillingMonth& month : calendar.months())
        if (month.name == name) return &month;
    return nullptr;
}

class DirectEntry {
 public:
    DirectEntry(Usage& usage, const DirectUsage& entry, std::span<const Binding> bindings,
                const std::string& file, Diagnostics& diagnostics)
        : usage_(usage),
          entry_(entry),
          bindings_(bindings),
          file_(file),
          diagnostics_(diagnostics) {}

    void add() {
        const BillingMonth* month = month_named(usage_.calendar, entry_.month);
        if (month == nullptr)
            return fault("month",
                         fmt::format("{:04}-{:02}", int(entry_.month.year()),
                                     unsigned(entry_.month.month())),
                         "a month of the horizon", {});
        const Place place = usage_.lines.place(entry_.resource, bindings_);
        const auto line = usage_.lines.find(place, entry_.meter, entry_.option);
        if (!line) return;
        const auto atoms = atoms_of(*line, place, *month);
        if (!atoms) return;
        const auto row = usage_.row(
            {*line,
             place.binding,
             usage_.intern(entry_.resource),
             usage_.intern(entry_.option),
             entry_.meter,
             {usage_.intern(entry_.workload), usage_.intern(entry_.copy), entry_.state}});
        spread(row, *month, *atoms);
    }

 private:
    // The stated quantity in atoms; nothing when its unit does not fit.
    std::optional<Int128> atoms_of(LineId id, const Place& place, const BillingMonth& month) {
        const UsageLine& line = usage_.lines[id];
        const Tariff none;
        const Tariff& tariff = place.tariff == nullptr ? none : place.tariff->at(month.begin);
        const PriceUnit own = line.basis == Basis::unknown ? plain_unit(entry_.meter, tariff)
                                                           : unit_of(line, *place.tariff, tariff);
        if (entry_.unit.empty())
            return rounded_product(entry_.quantity, unit_atoms(own, tariff, month));
        PriceUnit stated;
        if (!parse_price_unit(entry_.unit, tariff, stated) || !measures_the_same(stated, own)) {
            fault("unit", quoted(entry_.unit),
                  fmt::format("a unit that measures the same as {}", quoted(own.text)), {});
            return std::nullopt;
        }
        return rounded_product(entry_.quantity, unit_atoms(stated, tariff, month));
    }

    // The unit of a line in the list in force.
    static PriceUnit unit_of(const UsageLine& line, const Tariff& all, const Tariff& list) {
        const Resource& resource = all.resources[line.resource];
        const PriceLine& price = resource.lines[line.entry];
        const PriceLine* stated = &list == &all ? &price : line_like(list, resource, price);
        return stated == nullptr ? price.unit : stated->unit;
    }

    void spread(std::uint32_t row, const BillingMonth& month, Int128 atoms) {
        std::vector<Int128> lengths, parts(month.period_count, 0);
        for (std::size_t p = 0; p < month.period_count; ++p) {
            const BillingPeriod& period = usage_.calendar.periods()[month.first_period + p];
            lengths.push_back((period.end - period.begin).count());
        }
        add_shares(atoms, lengths, parts);
        for (std::size_t p = 0; p < parts.size(); ++p)
            usage_.add(row, month.first_period + p, parts[p]);
    }

    void fault(std::string_view field, std::string found, std::string expected, std::string hint) {
        Diagnostic diagnostic;
        diagnostic.file = file_;
        diagnostic.line = entry_.line;
        diagnostic.key =
            entry_.key.empty() ? std::string(field) : fmt::format("{}.{}", entry_.key, field);
        diagnostic.found = std::move(found);
        diagnostic.expected = std::move(expected);
        diagnostic.hint = std::move(hint);
        diagnostics_.add(std::move(diagnostic));
    }

    Usage& usage_;
    const DirectUsage& entry_;
    std::span<const Binding> bindings_;
    const std::string& file_;
    Diagnostics& diagnostics_;
};

}  // namespace

void add_direct(Usage& usage, const std::vector<DirectUsage>& direct,
                std::span<const Binding> bindings, const std::string& file,
                Diagnostics& diagnostics) {
    for (const DirectUsage& entry : direct)
        DirectEntry(usage, entry, bindings, file, diagnostics).add();
}

Usage meter(const UsageFile& file, std::span<const Binding> bindings, const std::string& name,
            Diagnostics& diagnostics) {
    Usage usage = meter(file.ledger, bindings);
    add_direct(usage, file.direct, bindings, name, diagnostics);
    return usage;
}

}  // namespace reentry
