// The record of what happened: spans and events, of whom, from when to when, and what was waited
// for.
//
// Append-only and cheap: texts are stored once, an entry is 40 bytes, a timeline that is switched
// off stores nothing. It is a result like any other (plain data, readable after the simulation is
// gone) and the expected output of the timeline tests. Entries keep the order in which they were
// added; text is sorted by begin, then by that order.
#pragma once

#include "sim/clock.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace reentry::sim {

// Number of a text in its timeline; equal texts have equal numbers, 0 is the empty text.
using TextId = std::uint32_t;

struct TimelineEntry {
    enum class Kind : std::uint8_t { event, span, open_span };
    Time begin;
    Time end;  // of an event: its time; of an open span: its begin
    TextId actor;
    TextId what;
    TextId note;
    Kind kind;
};

// A span that has been opened, or none if the timeline is off.
struct SpanId {
    std::int64_t index = -1;
};

class Timeline {
 public:
    explicit Timeline(bool on = true) : on_(on) { text_id(""); }

    bool on() const { return on_; }
    void switch_on(bool on) { on_ = on; }

    // Something that takes no time.
    void event(Time at, std::string_view actor, std::string_view what, std::string_view note = {});

    // Something over; `note` says, for instance, what it waited for. Checked: begin <= end.
    void span(Time begin, Time end, std::string_view actor, std::string_view what,
              std::string_view note = {});

    // Something that begins now and is closed later.
    SpanId open(Time begin, std::string_view actor, std::string_view what);

    // Ends an open span; a non-empty note is kept. Checked: open, begin <= end.
    void close(SpanId span, Time end, std::string_view note = {});

    const std::vector<TimelineEntry>& entries() const { return entries_; }
    const std::string& text(TextId id) const { return texts_[id]; }

    // The number of a text, entered if it is new.
    TextId text_id(std::string_view text);

    void clear() { entries_.clear(); }

    // One line per entry: "2026-03-01T00:00:00Z  2026-03-01T01:00:00Z  web: transfer (waited for
    // link)". An event has no second time, a span still open "open".
    std::string iso_lines() const;

    // The same with seconds since `zero`: "0 s .. 3600 s  web: transfer (waited for link)", "5 s
    // web: failed".
    std::string second_lines(Time zero) const;

 private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    void add(TimelineEntry::Kind kind, Time begin, Time end, std::string_view actor,
             std::string_view what, std::string_view note);
    std::vector<const TimelineEntry*> by_begin() const;
    std::string description(const TimelineEntry& entry) const;

    bool on_;
    std::vector<TimelineEntry> entries_;
    std::vector<std::string> texts_;
    std::unordered_map<std::string, TextId, TextHash, std::equal_to<>> ids_;
};

}  // namespace reentry::sim
