// The range in which a value must lie, checked on each figure that a value states: each element of
// a list, each parameter of a distribution.
#pragma once

#include "models/files/codec.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace reentry::files {

template <class T>
struct Limits {
    std::optional<T> at_least{};
    std::optional<T> above{};
    std::optional<T> at_most{};
    std::optional<T> below{};
};

// The ordered figures of a value, one by one. Composite values specialise it.
template <class T>
struct Figures {
    using type = T;
    template <class Visit>
    static void visit(const T& value, Visit&& visit) {
        visit(value);
    }
};

template <class T>
using FigureOf = typename Figures<T>::type;

template <class T>
struct Figures<std::optional<T>> {
    using type = FigureOf<T>;
    template <class Visit>
    static void visit(const std::optional<T>& value, Visit&& visit) {
        if (value) Figures<T>::visit(*value, visit);
    }
};

template <class T>
struct Figures<std::vector<T>> {
    using type = FigureOf<T>;
    template <class Visit>
    static void visit(const std::vector<T>& values, Visit&& visit) {
        for (const auto& value : values) Figures<T>::visit(value, visit);
    }
};

// The range as a phrase: "at least 0 and below 1"; empty when there is none.
template <class T>
std::string limits_text(const Limits<T>& limits) {
    std::string text;
    const auto bound = [&text](std::string_view words, const std::optional<T>& value) {
        if (!value) return;
        if (!text.empty()) text += " and ";
        text += std::string(words) + ' ' + Codec<T>::write(*value);
    };
    bound("at least", limits.at_least);
    bound("above", limits.above);
    bound("at most", limits.at_most);
    bound("below", limits.below);
    return text;
}

// The limits of bare numbers, for a schema; none for values with units.
template <class T>
Limits<double> number_bounds(const Limits<T>& limits) {
    Limits<double> bounds;
    if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) {
        if (limits.at_least) bounds.at_least = static_cast<double>(*limits.at_least);
        if (limits.above) bounds.above = static_cast<double>(*limits.above);
        if (limits.at_most) bounds.at_most = static_cast<double>(*limits.at_most);
        if (limits.below) bounds.below = static_cast<double>(*limits.below);
    }
    return bounds;
}

template <class T>
bool within(const Limits<T>& limits, const T& value) {
    if constexpr (std::totally_ordered<T>)
        return !(limits.at_least && value < *limits.at_least) &&
               !(limits.above && value <= *limits.above) &&
               !(limits.at_most && value > *limits.at_most) &&
               !(limits.below && value >= *limits.below);
    else
        return true;
}

}  // namespace reentry::files
