#include "models/tariff/usage.hpp"

#include "sim/check.hpp"

#include <algorithm>

namespace reentry {

bool is_held(Meter meter) { return meter >= Meter::port; }

bool measures_bytes(Meter meter) {
    return meter == Meter::storage || meter == Meter::early_deletion ||
           meter == Meter::capacity_bytes ||
           (meter >= Meter::retrieved_bytes && meter <= Meter::written_bytes);
}

std::size_t Usage::Hash::operator()(const UsageRow& row) const {
    const std::uint64_t thing =
        (std::uint64_t{row.line} << 32) | (std::uint64_t{row.resource} << 16) | row.option;
    const std::uint64_t cause =
        (std::uint64_t{row.cause.workload} << 32) | (std::uint64_t{row.cause.copy} << 16) |
        (static_cast<std::uint64_t>(row.cause.state) << 8) | static_cast<std::uint64_t>(row.meter);
    std::uint64_t mixed =
        thing * 0x9E3779B97F4A7C15ULL ^ (cause + row.binding) * 0xC2B2AE3D27D4EB4FULL;
    mixed ^= mixed >> 29;
    return static_cast<std::size_t>(mixed * 0xBF58476D1CE4E5B9ULL);
}

std::uint32_t Usage::row(const UsageRow& wanted) {
    const auto [found, added] =
        index_.try_emplace(wanted, static_cast<std::uint32_t>(rows_.size()));
    if (added) {
        rows_.push_back(wanted);
        amounts_.resize(rows_.size() * calendar.periods().size());
    }
    return found->second;
}

NameId Usage::intern(std::string_view name) {
    if (name.empty()) return 0;
    const auto [found, added] =
        name_index_.try_emplace(std::string(name), static_cast<NameId>(names.size()));
    if (added) {
        REENTRY_CHECK(names.size() < 65'535, "too many names in one usage");
        names.emplace_back(name);
    }
    return found->second;
}

namespace {

// Walks through the changes of a level.
class Level {
 public:
    explicit Level(std::span<const UsageStep> steps) : steps_(steps) {}

    Int128 after(sim::Time at) {
        while (next_ < steps_.size() && steps_[next_].at <= at) bytes_ += steps_[next_++].bytes;
        return bytes_;
    }

    // The day's largest level times its length, less its integral.
    Int128 excess(sim::Time begin, sim::Time end) {
        Int128 level = after(begin), peak = level, integral = 0;
        for (sim::Time at = begin; at < end;) {
            const sim::Time until = next_ < steps_.size() ? std::min(steps_[next_].at, end) : end;
            integral += level * (until - at).count();
            at = until;
            if (at < end) peak = std::max(peak, level = after(at));
        }
        return peak * (end - begin).count() - integral;
    }

 private:
    std::span<const UsageStep> steps_;
    std::size_t next_ = 0;
    Int128 bytes_ = 0;
};

}  // namespace

std::vector<Int128> peak_excess(std::span<const UsageStep> steps,
                                std::span<const BillingPeriod> periods) {
    std::vector<Int128> result;
    Level level(steps);
    for (const BillingPeriod& period : periods) {
        Int128 sum = 0;
        for (sim::Time day = period.begin; day < period.end;) {
            const sim::Time midnight = sim::midnight(sim::day_of(day)) + std::chrono::hours{24};
            const sim::Time end = std::min(midnight, period.end);
            sum += level.excess(day, end);
            day = end;
        }
        result.push_back(sum);
    }
    return result;
}

}  // namespace reentry
