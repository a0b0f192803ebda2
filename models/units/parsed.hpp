// The result of reading one value from text: the value, or what would have been right.
#pragma once

#include "sim/check.hpp"

#include <optional>
#include <string>
#include <utility>

namespace reentry {

// On failure `expected` is a noun phrase and `hint` a clause (possibly empty), as in Diagnostic.
template <class T>
class Parsed {
 public:
    Parsed(T value) : value_(std::move(value)) {}  // NOLINT: a value is a success

    static Parsed failure(std::string expected, std::string hint = {}) {
        Parsed result;
        result.expected = std::move(expected);
        result.hint = std::move(hint);
        return result;
    }

    explicit operator bool() const { return value_.has_value(); }

    // The value; a broken contract on failure.
    const T& operator*() const {
        REENTRY_CHECK(value_.has_value(), "value of a failed reading, expected {}", expected);
        return *value_;
    }
    const T* operator->() const { return &**this; }
    T value_or(T other) const { return value_.value_or(std::move(other)); }

    std::string expected{};
    std::string hint{};

 private:
    Parsed() = default;
    std::optional<T> value_{};
};

}  // namespace reentry
