#include "models/tariff/usage_lines.hpp"

#include "sim/check.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

bool lists(const PriceLine& line, Meter meter, std::string_view option) {
    return line.option == option &&
           std::find(line.meters.begin(), line.meters.end(), meter) != line.meters.end();
}

std::optional<std::uint16_t> line_in(const Resource& resource, Meter meter,
                                     std::string_view option) {
    for (const std::string_view wanted : {option, std::string_view("*")})
        for (std::size_t i = 0; i < resource.lines.size(); ++i)
            if (lists(resource.lines[i], meter, wanted)) return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

bool travels(Meter meter) {
    return meter == Meter::sent_bytes || meter == Meter::received_bytes ||
           meter == Meter::replicated_bytes;
}

std::optional<std::uint16_t> index_of(const Tariff& tariff, std::string_view name) {
    for (std::size_t i = 0; i < tariff.resources.size(); ++i)
        if (tariff.resources[i].name == name) return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

std::string missing(const Place& place, Meter meter, std::string_view option) {
    if (place.tariff == nullptr) return fmt::format("no tariff is bound to \"{}\"", place.name);
    if (place.resource == nullptr)
        return fmt::format("tariff {} has no resource for \"{}\"", place.tariff->id, place.name);
    return fmt::format("tariff {} has no price for {}{}{} of \"{}\"", place.tariff->id,
                       meter_name(meter), option.empty() ? "" : " ", option, place.name);
}

}  // namespace

std::vector<Account> accounts_of(std::span<const Binding> bindings) {
    std::vector<Account> result;
    for (const Binding& binding : bindings) {
        const bool known = std::any_of(result.begin(), result.end(), [&](const Account& account) {
            return account.tariff == binding.tariff;
        });
        if (!known) result.push_back({binding.tariff, &binding.terms});
    }
    if (result.empty()) result.push_back({});  // whom things without a tariff are written down for
    return result;
}

UsageLines::UsageLines(std::span<const Binding> bindings) : accounts_(accounts_of(bindings)) {
    for (const Binding& binding : bindings)
        for (std::size_t i = 0; i < accounts_.size(); ++i)
            if (accounts_[i].tariff == binding.tariff)
                account_of_.push_back(static_cast<std::uint16_t>(i));
    first_.resize(accounts_.size());
    for (std::size_t a = 0; a < accounts_.size(); ++a) {
        if (accounts_[a].tariff == nullptr) continue;
        const auto& resources = accounts_[a].tariff->resources;
        for (std::size_t r = 0; r < resources.size(); ++r) {
            first_[a].push_back(static_cast<LineId>(lines_.size()));
            const auto add = [&](std::size_t entry, std::size_t basis) {
                lines_.push_back({static_cast<std::uint16_t>(a),
                                  static_cast<std::uint16_t>(r),
                                  static_cast<std::uint16_t>(entry),
                                  static_cast<Basis>(basis),
                                  {},
                                  {},
                                  {},
                                  {}});
            };
            for (std::size_t e = 0; e < resources[r].lines.size(); ++e)
                for (std::size_t b = 0; b < price_bases; ++b) add(e, b);
            for (std::size_t e = 0; e < resources[r].assets.size(); ++e)
                for (std::size_t b = 0; b < asset_parts; ++b) add(e, price_bases + b);
        }
    }
}

Place UsageLines::place(std::string_view name, std::span<const Binding> bindings) const {
    Place result;
    result.name = name;
    const std::size_t slash = name.find('/');
    const std::string_view role = name.substr(0, std::min(slash, name.find('#')));
    const auto bound = std::find_if(bindings.begin(), bindings.end(),
                                    [&](const Binding& b) { return b.role == role; });
    if (bound == bindings.end() || bound->tariff == nullptr) return result;
    const auto index = static_cast<std::size_t>(bound - bindings.begin());
    result.binding = static_cast<std::uint16_t>(index);
    result.account = root().account_of_[index];
    result.tariff = bound->tariff;
    result.terms = root().accounts_[result.account].terms;
    std::string_view rest = slash == name.npos ? name.substr(role.size()) : name.substr(slash + 1);
    if (const std::size_t hash = rest.find('#'); hash != rest.npos) {
        result.instance = rest.substr(hash + 1);
        rest = rest.substr(0, hash);
    }
    if (const auto found = index_of(*result.tariff, rest)) {
        result.resource_index = *found;
        result.resource = &result.tariff->resources[*found];
    }
    return result;
}

Place UsageLines::sibling(const Place& place, std::string_view resource) const {
    Place result = place;
    result.resource = nullptr;
    if (place.tariff == nullptr) return result;
    if (const auto found = index_of(*place.tariff, resource)) {
        result.resource_index = *found;
        result.resource = &place.tariff->resources[*found];
    }
    return result;
}

std::optional<UsageLines::Found> UsageLines::search(const Place& place, Meter meter,
                                                    std::string_view option) const {
    const auto try_in = [&](std::uint16_t index, Meter wanted, std::string_view with,
                            Basis basis = Basis::listed) -> std::optional<Found> {
        const auto entry = line_in(place.tariff->resources[index], wanted, with);
        return entry ? std::optional<Found>({index, *entry, basis}) : std::nullopt;
    };
    const auto in = [&](std::uint16_t index) -> std::optional<Found> {
        if (auto found = try_in(index, meter, option)) return found;
        if (meter == Meter::storage && !option.empty())
            if (auto found = try_in(index, meter, "")) return found;
        if (meter == Meter::upload_part || meter == Meter::upload_commit)
            if (auto found = try_in(index, Meter::put, option)) return found;
        if (meter == Meter::early_deletion) return try_in(index, Meter::storage, "", Basis::early);
        return std::nullopt;
    };
    if (place.resource != nullptr)
        if (auto found = in(place.resource_index)) return found;
    if (travels(meter) && !option.empty())
        if (const auto path = index_of(*place.tariff, option))
            if (auto found = try_in(*path, meter, "")) return found;
    if (const auto account = index_of(*place.tariff, "")) {
        if (auto found = in(*account)) return found;
        // Traffic whose path has no price of its own pays the account's price for any path.
        if (travels(meter)) return try_in(*account, meter, "");
    }
    return std::nullopt;
}

std::optional<LineId> UsageLines::find(const Place& place, Meter meter, std::string_view option) {
    const auto lacking = [&] {
        return unknown(place, meter, option, missing(place, meter, option));
    };
    if (place.tariff == nullptr) return lacking();
    if (const auto found = search(place, meter, option))
        return listed(place, found->resource, found->entry, found->basis);
    if (place.resource != nullptr && place.resource->kind == ResourceKind::equipment)
        return std::nullopt;
    return lacking();
}

LineId UsageLines::listed(const Place& place, std::uint16_t resource, std::uint16_t entry,
                          Basis basis) {
    const LineId fixed = root().first_[place.account][resource] +
                         static_cast<LineId>(entry * price_bases) + static_cast<LineId>(basis);
    const PriceLine& line = place.tariff->resources[resource].lines[entry];
    if (line.scope == Scope::account || place.instance.empty()) return fixed;
    UsageLine copy = (*this)[fixed];
    copy.instance = place.instance;
    return dynamic(std::move(copy), fmt::format("{}#{}", fixed, place.instance));
}

LineId UsageLines::asset(const Place& place, std::uint16_t entry, Basis part) const {
    const std::size_t before = place.resource->lines.size() * price_bases;
    return root().first_[place.account][place.resource_index] +
           static_cast<LineId>(before + entry * asset_parts + static_cast<std::size_t>(part) -
                               price_bases);
}

LineId UsageLines::unknown(const Place& place, Meter meter, std::string_view option,
                           std::string reason) {
    std::string subject = fmt::format("{}{}{} of {}", meter_name(meter), option.empty() ? "" : " ",
                                      option, place.name);
    std::string key = fmt::format("?{}: {}", subject, reason);
    return dynamic(
        {place.account, 0, 0, Basis::unknown, {}, std::move(subject), std::move(reason), meter},
        std::move(key));
}

UsageLines UsageLines::over(const UsageLines& base) {
    REENTRY_CHECK(base.base_ == nullptr, "a table over a table over a table");
    UsageLines result;
    result.base_ = &base;
    result.offset_ = base.size();
    return result;
}

LineId UsageLines::dynamic(UsageLine line, std::string key) {
    if (base_ != nullptr)
        if (const auto known = base_->dynamic_.find(key); known != base_->dynamic_.end())
            return known->second;
    const auto [found, added] = dynamic_.try_emplace(std::move(key), LineId(size()));
    if (added) lines_.push_back(std::move(line));
    return found->second;
}

}  // namespace reentry
