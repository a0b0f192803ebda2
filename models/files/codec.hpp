// How one value stands in a file: Codec<T> reads it from a node, writes it as TOML, and tells its
// shape.
//
// A codec never throws on bad input; it reports to the Reading and leaves the value as it was. What
// write() gives, read() understands, with the same value. A codec for a further type is a
// specialisation with the three functions.
#pragma once

#include "models/files/node.hpp"
#include "models/units/bytes.hpp"
#include "models/units/parsed.hpp"
#include "models/units/time.hpp"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace reentry {
class Currency;
class Decimal;
class Money;
struct MoneyRate;
}  // namespace reentry

namespace reentry::files {

// One thing that is wrong inside a value; `key` is the way to it from the value ("", "[2]",
// ".value").
struct Fault {
    Place place;
    std::string key{};
    std::string found{};
    std::string expected{};
    std::string hint{};
};

// What a name may refer to: ids of these kinds, or one of these fixed words.
struct Targets {
    std::vector<std::string> kinds;
    std::vector<std::string> words{};

    Targets(const char* kind) : kinds{kind} {}  // NOLINT: "site" reads well
    Targets(std::vector<std::string> all_kinds, std::vector<std::string> fixed_words = {})
        : kinds(std::move(all_kinds)), words(std::move(fixed_words)) {}
};

// A name met while reading: one that is declared, or one that must exist.
struct Mention {
    Targets targets;
    std::string name;
    Place place;
    std::string key;
};

// Collects what comes up while one value is read.
class Reading {
 public:
    void fault(const Node& at, std::string expected, std::string hint = {});
    void fault(Fault fault);
    void declare(const char* kind, const Node& name);      // this name is an id of that kind
    void refer(const Targets& targets, const Node& name);  // this name must exist

    const std::vector<Fault>& faults() const { return faults_; }
    const std::vector<Mention>& declared() const { return declared_; }
    const std::vector<Mention>& referred() const { return referred_; }

    // While it lives, reports concern a part of the value: "[2]" or ".triangular".
    class Inside {
     public:
        Inside(Reading& reading, std::string_view part)
            : reading_(reading), length_(reading.key_.size()) {
            reading_.key_ += part;
        }
        ~Inside() { reading_.key_.resize(length_); }
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;

     private:
        Reading& reading_;
        std::size_t length_;
    };

 private:
    std::string key_;
    std::vector<Fault> faults_;
    std::vector<Mention> declared_, referred_;
};

// What a value looks like, for schema, documentation and diagnostics.
struct Shape {
    std::string name;     // "duration"; equal names mean equal shapes
    std::string form;     // what is expected: a duration such as "6 h"
    std::string schema;   // JSON Schema, as text
    std::string units{};  // what a figure may be followed by, for the reference; empty when nothing
    std::vector<std::pair<std::string, std::string>> words{};  // of a choice, with their meanings
};

template <class T>
struct Codec;

#define REENTRY_DECLARE_CODEC(Type)                     \
    template <>                                         \
    struct Codec<Type> {                                \
        static Shape shape();                           \
        static void read(const Node&, Type&, Reading&); \
        static std::string write(const Type&);          \
    }
REENTRY_DECLARE_CODEC(std::string);
REENTRY_DECLARE_CODEC(bool);
REENTRY_DECLARE_CODEC(std::int64_t);
REENTRY_DECLARE_CODEC(double);                       // a number, or "20 %"
REENTRY_DECLARE_CODEC(Bytes);                        // "40 TB"
REENTRY_DECLARE_CODEC(Rate);                         // "10 Gbit/s"
REENTRY_DECLARE_CODEC(PerTime);                      // "0.5 /y", "3 %/d"
REENTRY_DECLARE_CODEC(sim::Duration);                // "2 d 4 h"
REENTRY_DECLARE_CODEC(CalendarSpan);                 // "5 y"
REENTRY_DECLARE_CODEC(sim::Time);                    // 2027-01-01T06:00Z, with or without quotes
REENTRY_DECLARE_CODEC(std::chrono::year_month_day);  // 2027-01-01, with or without quotes
REENTRY_DECLARE_CODEC(Decimal);                      // "0.0245": in quotes, so that it is exact
REENTRY_DECLARE_CODEC(Currency);                     // "EUR"
REENTRY_DECLARE_CODEC(Money);                        // "1250 EUR"
REENTRY_DECLARE_CODEC(MoneyRate);                    // "12000 EUR/h", "0.0245 USD/GB"
#undef REENTRY_DECLARE_CODEC

// Smaller integers, checked against their range.
template <std::integral T>
requires(!std::same_as<T, bool> && !std::same_as<T, std::int64_t>) struct Codec<T> {
    static Shape shape() { return Codec<std::int64_t>::shape(); }
    static void read(const Node& node, T& to, Reading& reading) {
        std::int64_t wide = to;
        Codec<std::int64_t>::read(node, wide, reading);
        if (std::in_range<T>(wide))
            to = static_cast<T>(wide);
        else
            reading.fault(node, "a smaller number");
    }
    static std::string write(const T& value) { return Codec<std::int64_t>::write(value); }
};

// Reads a string with a unit parser; a bare number, or anything else, is a fault.
template <class T>
void read_unit(const Node& node, T& to, Reading& reading, Parsed<T> (*parse)(std::string_view)) {
    if (node.kind == NodeKind::integer || node.kind == NodeKind::number)
        return reading.fault(node, Codec<T>::shape().form, "a bare number has no unit");
    if (!node.is_text()) return reading.fault(node, Codec<T>::shape().form);
    if (auto value = parse(node.text))
        to = *value;
    else
        reading.fault(node, value.expected, value.hint);
}

// "a" or absent. Nothing is written for an absent value.
template <class T>
struct Codec<std::optional<T>> {
    static Shape shape() { return Codec<T>::shape(); }
    static void read(const Node& node, std::optional<T>& to, Reading& reading) {
        T value{};
        Codec<T>::read(node, value, reading);
        to = std::move(value);
    }
    static std::string write(const std::optional<T>& value) {
        return value ? Codec<T>::write(*value) : std::string{};
    }
};

Shape list_shape(const Shape& element);

// ["a", "b"]. A single value without brackets is a fault.
template <class T>
struct Codec<std::vector<T>> {
    static Shape shape() { return list_shape(Codec<T>::shape()); }
    static void read(const Node& node, std::vector<T>& to, Reading& reading) {
        if (node.kind != NodeKind::array) return reading.fault(node, shape().form);
        to.clear();
        for (std::size_t i = 0; i < node.elements.size(); ++i) {
            const Reading::Inside inside(reading, '[' + std::to_string(i) + ']');
            T value{};
            Codec<T>::read(node.elements[i], value, reading);
            to.push_back(std::move(value));
        }
    }
    static std::string write(const std::vector<T>& values) {
        std::string text = "[";
        for (const auto& value : values) {
            if (text.size() > 1) text += ", ";
            text += Codec<T>::write(value);
        }
        return text + "]";
    }
};

}  // namespace reentry::files
