#include "models/findings/combinations.hpp"
#include "models/protection/job_size.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

class GatewayFindings {
 public:
    GatewayFindings(const Case& what, const TapeGateway& gateway, const VirtualTapeEntry* file)
        : what_(what),
          figures_(gateway.figures),
          file_(file),
          store_(what.scenario->stores[gateway.store]) {}

    std::vector<Finding> find(std::size_t index) {
        at_most("cache", store_.cache, figures_.cache_maximum);
        at_most("upload_buffer", store_.upload_buffer, figures_.buffer_maximum);
        at_most("tape", store_.tape, figures_.tape_maximum);
        if (store_.tape.count() < figures_.tape_minimum)
            add(Weight::breaks, "gateway-limits",
                fmt::format("tapes of {} are smaller than the provider's {}",
                            format_bytes(store_.tape), format_bytes(Bytes{figures_.tape_minimum})));
        library(index);
        sizes(largest_full(index));
        return std::move(found_);
    }

 private:
    void add(Weight weight, const char* rule, std::string text) {
        found_.push_back({weight, rule, store_.id, std::move(text)});
    }

    void at_most(const char* key, Bytes value, std::int64_t maximum) {
        if (maximum > 0 && value.count() > maximum)
            add(Weight::breaks, "gateway-limits",
                fmt::format("{} of {} is more than the {} of one gateway: take more gateways", key,
                            format_bytes(value), format_bytes(Bytes{maximum})));
    }

    template <class Look>
    void each_full(std::size_t store, Look look) const {
        for (std::size_t c = 0; c < what_.places.size(); ++c) {
            const auto& place = what_.places[c];
            if (!place.gateway || place.gateway->store != store) continue;
            for (const auto w : what_.covers[c])
                look(full_size(what_.scenario->workloads[w], place.integration,
                               sim::Duration::zero())
                         .stored);
        }
    }

    std::int64_t largest_full(std::size_t store) const {
        std::int64_t largest = 0;
        each_full(store, [&](std::int64_t full) { largest = std::max(largest, full); });
        return largest;
    }

    // What is recalled lies in the virtual library until it is read: to bring everything back, a
    // full of every workload and copy.
    void library(std::size_t store) {
        if (!file_) return;
        std::int64_t tapes = 0, bytes = 0;
        each_full(store, [&](std::int64_t full) {
            tapes += (full + store_.tape.count() - 1) / store_.tape.count();
            bytes += full;
        });
        if (file_->tapes && tapes > *file_->tapes * store_.gateways)
            add(Weight::breaks, "gateway-limits",
                fmt::format("to bring everything back {} tapes are recalled, and a gateway holds "
                            "no more than {}: take larger tapes or more gateways",
                            tapes, *file_->tapes));
        if (file_->library && bytes > file_->library->count() * store_.gateways)
            add(Weight::breaks, "gateway-limits",
                fmt::format("to bring everything back {} are recalled, and a gateway holds no more "
                            "than {}: take more gateways",
                            format_bytes(Bytes{bytes}), format_bytes(*file_->library)));
    }

    void sizes(std::int64_t largest) {
        const auto cache = store_.cache.count() * store_.gateways;
        const auto buffer = store_.upload_buffer.count() * store_.gateways;
        if (cache < largest)
            add(Weight::warns, "cache-size",
                fmt::format("the cache of {} does not hold the largest full of {}: its restores "
                            "wait for whole tapes from the archive; enlarge it",
                            format_bytes(Bytes{cache}), format_bytes(Bytes{largest})));
        if (buffer < largest)
            add(Weight::warns, "upload-buffer",
                fmt::format("the upload buffer of {} is smaller than the largest full of {}: that "
                            "job goes on at the pace of the upload; enlarge it or spread fulls",
                            format_bytes(Bytes{buffer}), format_bytes(Bytes{largest})));
    }

    const Case& what_;
    const GatewayFigures& figures_;
    const VirtualTapeEntry* file_;  // null: the provider states no limits
    const Store& store_;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> gateway_findings(const Case& what, const Catalogue& catalogue) {
    std::vector<Finding> found;
    std::vector<std::size_t> seen;
    for (const auto& place : what.places) {
        if (!place.gateway) continue;
        const auto store = place.gateway->store;
        if (std::count(seen.begin(), seen.end(), store)) continue;
        seen.push_back(store);
        const auto* provider =
            catalogue.provider(place.role == "second" ? what.strategy->second : what.provider);
        const bool states = provider && provider->file.virtual_tape;
        const auto* file = states ? &*provider->file.virtual_tape : nullptr;
        const auto more = GatewayFindings(what, *place.gateway, file).find(store);
        found.insert(found.end(), more.begin(), more.end());
    }
    return found;
}

}  // namespace reentry
