#include "sim/timeline.hpp"

#include "sim/check.hpp"
#include "sim/clock_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::sim {

using Kind = TimelineEntry::Kind;

void Timeline::event(Time at, std::string_view actor, std::string_view what,
                     std::string_view note) {
    if (on_) add(Kind::event, at, at, actor, what, note);
}

void Timeline::span(Time begin, Time end, std::string_view actor, std::string_view what,
                    std::string_view note) {
    REENTRY_CHECK(begin <= end, "span '{}' ends before it begins", what);
    if (on_) add(Kind::span, begin, end, actor, what, note);
}

SpanId Timeline::open(Time begin, std::string_view actor, std::string_view what) {
    if (!on_) return {};
    add(Kind::open_span, begin, begin, actor, what, {});
    return {static_cast<std::int64_t>(entries_.size()) - 1};
}

void Timeline::close(SpanId span, Time end, std::string_view note) {
    if (span.index < 0) return;
    TimelineEntry& entry = entries_.at(static_cast<std::size_t>(span.index));
    REENTRY_CHECK(entry.kind == Kind::open_span, "span '{}' is not open", text(entry.what));
    REENTRY_CHECK(entry.begin <= end, "span '{}' ends before it begins", text(entry.what));
    entry.kind = Kind::span;
    entry.end = end;
    entry.note = text_id(note);
}

void Timeline::add(Kind kind, Time begin, Time end, std::string_view actor, std::string_view what,
                   std::string_view note) {
    entries_.push_back({begin, end, text_id(actor), text_id(what), text_id(note), kind});
}

TextId Timeline::text_id(std::string_view text) {
    if (const auto known = ids_.find(text); known != ids_.end()) return known->second;
    const auto id = static_cast<TextId>(texts_.size());
    texts_.emplace_back(text);
    ids_.emplace(texts_.back(), id);
    return id;
}

std::vector<const TimelineEntry*> Timeline::by_begin() const {
    std::vector<const TimelineEntry*> sorted;
    sorted.reserve(entries_.size());
    for (const TimelineEntry& entry : entries_) sorted.push_back(&entry);
    // Addresses in one vector are the order of appending.
    std::ranges::sort(sorted, [](const TimelineEntry* a, const TimelineEntry* b) {
        return a->begin != b->begin ? a->begin < b->begin : a < b;
    });
    return sorted;
}

std::string Timeline::description(const TimelineEntry& entry) const {
    std::string line = fmt::format("  {}: {}", text(entry.actor), text(entry.what));
    if (entry.note != 0) line += fmt::format(" ({})", text(entry.note));
    return line + "\n";
}

std::string Timeline::iso_lines() const {
    std::string lines;
    for (const TimelineEntry* entry : by_begin()) {
        lines += iso_text(entry->begin);
        if (entry->kind == Kind::span) lines += "  " + iso_text(entry->end);
        if (entry->kind == Kind::open_span) lines += "  open";
        lines += description(*entry);
    }
    return lines;
}

std::string Timeline::second_lines(Time zero) const {
    std::string lines;
    for (const TimelineEntry* entry : by_begin()) {
        lines += seconds_text(entry->begin - zero);
        if (entry->kind == Kind::span) lines += " .. " + seconds_text(entry->end - zero);
        if (entry->kind == Kind::open_span) lines += " .. open";
        lines += description(*entry);
    }
    return lines;
}

}  // namespace reentry::sim
