#include "models/operation/case.hpp"

#include <fmt/format.h>

namespace reentry {
namespace {

void write(std::string& text, const TierFigures& t) {
    text += fmt::format("{} {} {} {} {}", t.first_byte.count(), t.per_stream, t.aggregate,
                        t.puts_per_second, t.gets_per_second);
}

void write(std::string& text, const sim::Distribution& wait) {
    for (const double q : {0.1, 0.3, 0.5, 0.7, 0.9}) text += fmt::format(" {}", wait.quantile(q));
}

void write(std::string& text, const Thaw& thaw) {
    text += fmt::format(" {} {} {} {} {}", thaw.requests_per_second, thaw.bytes_per_hour,
                        thaw.kept.count(), thaw.name, thaw.needs_unit);
    write(text, thaw.wait);
}

void write(std::string& text, const TapeGateway& g) {
    text += fmt::format(" {} {} {} {}", g.figures.write, g.figures.cache_read, g.figures.cloud_read,
                        g.figures.drives);
    write(text, g.recall);
}

void write(std::string& text, const Location& p) {
    text += fmt::format("|{} {} {} {} {} {} ", static_cast<int>(p.kind), p.node, p.resource,
                        p.product, p.store, p.immutable);
    text += fmt::format("{} ", p.integration.lock_period.count());
    write(text, p.tier);
    if (p.thaw) write(text, p.tier.thaws[*p.thaw]);
    if (p.later) {
        text += ' ' + p.later->resource + ' ';
        write(text, p.later->tier);
        if (p.later->thaw) write(text, p.later->tier.thaws[*p.later->thaw]);
    }
    if (p.gateway) write(text, *p.gateway);
    if (p.device) text += fmt::format(" {} {}", p.device->capacity, p.device->load);
}

}  // namespace

// Everything else of a case follows from the scenario and the strategy.
std::string Case::signature() const {
    std::string text = strategy->id;
    for (const auto& place : places) write(text, place);
    for (const auto& arc : arcs)
        text += fmt::format("|{} {} {} {}", arc.name, arc.capacity, arc.rtt.count(), arc.loss);
    for (const auto& h : held)
        text += fmt::format("|{} {} {}", h.resource, static_cast<int>(h.meter), h.quantity);
    for (const double price : read_price) text += fmt::format("|{}", price);
    return text;
}

}  // namespace reentry
