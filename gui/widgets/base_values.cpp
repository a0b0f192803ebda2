#include "gui/widgets/base_values.hpp"

#include "models/units/format.hpp"

#include <algorithm>
#include <cmath>

namespace reentry::gui {
namespace {

// The base value alone at ×1, else both.
QString change(const QString& what, const std::string& base, const std::string& now,
               double factor) {
    const QString before = QString::fromStdString(base);
    if (factor == 1) return what + before;
    return QStringLiteral("%1%2 → %3").arg(what, before, QString::fromStdString(now));
}

// The same rounding as when the factor is applied.
std::int64_t periods(std::int64_t count, double factor) {
    return count == 0
               ? 0
               : std::max<std::int64_t>(
                     1, static_cast<std::int64_t>(static_cast<double>(count) * factor + 0.5));
}

struct Kept {
    std::int64_t count = 0;
    const char* unit = "days";
    double days = 0;
};

Kept longest_kept(const Scenario& scenario) {
    Kept longest;
    const auto offer = [&](std::int64_t count, const char* unit, double days) {
        if (static_cast<double>(count) * days > longest.days)
            longest = {count, unit, static_cast<double>(count) * days};
    };
    for (const auto& strategy : scenario.strategies)
        for (const auto& copy : strategy.copies) {
            offer(copy.keep.days, "days", 1);
            offer(copy.keep.weeks, "weeks", 7);
            offer(copy.keep.months, "months", 30.4);
            offer(copy.keep.years, "years", 365);
        }
    return longest;
}

}  // namespace

FactorSlider::Says says_bandwidth(const std::vector<Line>& lines, const std::string& line) {
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const Line& l) { return l.id == line; });
    const std::size_t count = lines.size();
    if (found == lines.end() && count == 1) return says_bandwidth(lines, lines.front().id);
    if (found == lines.end())
        return [count](double) {
            return count == 0 ? QObject::tr("the providers' products set the speed")
                              : QObject::tr("capacity of all %1").arg(count);
        };
    return [capacity = found->capacity](double factor) {
        return change({}, format_bit_rate(capacity), format_bit_rate(capacity * factor), factor);
    };
}

FactorSlider::Says says_data(const Scenario& scenario) {
    Bytes sum;
    for (const auto& workload : scenario.workloads) sum += workload.size;
    return [sum](double factor) {
        return change({}, format_bytes(sum), format_bytes(sum.times(factor)), factor);
    };
}

FactorSlider::Says says_retention(const Scenario& scenario) {
    return [longest = longest_kept(scenario)](double factor) {
        const auto words = [&](std::int64_t count) {
            return format_count(count) + " " + longest.unit;
        };
        return change(QObject::tr("longest: "), words(longest.count),
                      words(periods(longest.count, factor)), factor);
    };
}

FactorSlider::Says says_incidents(const Scenario& scenario) {
    double rate = 0;
    for (const auto& incident : scenario.incidents) rate += incident.rate.per_year();
    return [rate](double factor) {
        return change(QObject::tr("all classes: "), format_per_time(PerTime::per_year(rate)),
                      format_per_time(PerTime::per_year(rate * factor)), factor);
    };
}

QString says_price(double factor) {
    if (factor == 1) return {};
    const double change = (factor - 1) * 100;
    return QObject::tr("list prices %1 %2 %")
        .arg(change > 0 ? QStringLiteral("+") : QStringLiteral("−"),
             QString::fromStdString(format_fixed(std::abs(change), 0)));
}

}  // namespace reentry::gui
