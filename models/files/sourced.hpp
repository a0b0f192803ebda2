// A figure with its origin, for catalogues:
//
//     per_get = { value = "0.0245 USD", source = "A2", date = 2026-08-07, confidence = "feed" }
//     ingress = { absent = "the vendor does not state it" }
//
// Either there is a value, with source, date, confidence and perhaps a note, or the reason why
// there is none: a missing figure is a visible state, never zero. Sources are ids of kind "source",
// declared in [source.A2] tables.
#pragma once

#include "models/confidence.hpp"
#include "models/files/choice.hpp"
#include "models/files/codec.hpp"
#include "models/files/limits.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace reentry {

std::span<const files::Choice<Confidence>> choices(Confidence);

// Where a figure comes from.
struct Origin {
    std::string source;  // id of a [source.X] table
    std::chrono::year_month_day date{};
    Confidence confidence = Confidence::assumed;
    std::string note;
    friend bool operator==(const Origin&, const Origin&) = default;
};

// A document that figures are taken from: [source.A2].
struct SourceDocument {
    std::string title;
    std::string url;
    std::optional<std::chrono::year_month_day> date{};  // of the version that was read
};

template <class T>
struct Sourced {
    std::optional<T> value{};
    Origin origin{};
    std::string absent{};  // why there is no value; empty when there is one

    explicit operator bool() const { return value.has_value(); }
    const T& operator*() const { return *value; }
    const T* operator->() const { return &*value; }
    friend bool operator==(const Sourced&, const Sourced&) = default;
};

namespace files {
class Fields;
}
void describe(files::Fields& fields, SourceDocument& source);

// For structs that carry the origin of all their figures in keys of their own.
void describe(files::Fields& fields, Origin& origin);

}  // namespace reentry

namespace reentry::files {

// The parts of a sourced figure other than the value itself.
struct SourcedParts {
    const Node* value = nullptr;  // null: absent
    Origin origin{};
    std::string absent{};
};

std::optional<SourcedParts> read_sourced(const Node& node, const Shape& value, Reading& reading);
std::string write_sourced(const std::string& value, const Origin& origin);
std::string write_absent(const std::string& reason);
Shape sourced_shape(const Shape& value);

template <class T>
struct Codec<Sourced<T>> {
    static Shape shape() { return sourced_shape(Codec<T>::shape()); }

    static void read(const Node& node, Sourced<T>& to, Reading& reading) {
        auto parts = read_sourced(node, Codec<T>::shape(), reading);
        if (!parts) return;
        Sourced<T> sourced;
        sourced.origin = std::move(parts->origin);
        sourced.absent = std::move(parts->absent);
        if (parts->value != nullptr) {
            const Reading::Inside inside(reading, ".value");
            T value{};
            Codec<T>::read(*parts->value, value, reading);
            sourced.value = std::move(value);
        }
        to = std::move(sourced);
    }

    static std::string write(const Sourced<T>& sourced) {
        if (sourced.value) return write_sourced(Codec<T>::write(*sourced.value), sourced.origin);
        return sourced.absent.empty() ? std::string() : write_absent(sourced.absent);
    }
};

template <class T>
struct Figures<Sourced<T>> {
    using type = FigureOf<T>;
    template <class Visit>
    static void visit(const Sourced<T>& sourced, Visit&& visit) {
        if (sourced.value) Figures<T>::visit(*sourced.value, visit);
    }
};

}  // namespace reentry::files
