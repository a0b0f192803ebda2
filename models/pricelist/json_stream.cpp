#include "models/pricelist/json_stream.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace reentry::pricelist {
namespace {

constexpr std::size_t deepest = 32;

// Turns the parser's events into values with paths. Keys are kept in strings that are used again,
// so that a value costs no allocation.
class Walker {
 public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    explicit Walker(JsonListener& listener) : listener_(listener), keys_(deepest + 1) {}

    bool null() { return scalar(JsonKind::null, {}); }
    bool boolean(bool flag) { return scalar(JsonKind::flag, flag ? "true" : "false"); }
    bool number_integer(number_integer_t number) {
        return scalar(JsonKind::number, std::to_string(number));
    }
    bool number_unsigned(number_unsigned_t number) {
        return scalar(JsonKind::number, std::to_string(number));
    }
    bool number_float(number_float_t, const string_t& digits) {
        return scalar(JsonKind::number, digits);
    }
    bool string(const string_t& text) { return scalar(JsonKind::text, text); }
    bool binary(const binary_t&) { return false; }

    bool start_object(std::size_t) {
        listener_.open(path());
        return deeper({});
    }
    bool key(const string_t& name) {
        keys_[depth_ - 1] = name;
        return true;
    }
    bool end_object() {
        --depth_;
        listener_.close(path());
        return true;
    }
    bool start_array(std::size_t) { return deeper("[]"); }
    bool end_array() {
        --depth_;
        return true;
    }

    bool parse_error(std::size_t at, const std::string&, const nlohmann::json::exception& error) {
        const std::string_view text = error.what();
        const auto colon = text.rfind(": ");
        reason =
            fmt::format("{} at byte {}", colon == text.npos ? text : text.substr(colon + 2), at);
        return false;
    }

    std::string reason;

 private:
    JsonPath path() const { return {keys_.data(), depth_}; }
    bool scalar(JsonKind kind, std::string_view text) {
        listener_.value(path(), kind, text);
        return true;
    }
    bool deeper(std::string_view key) {
        if (depth_ == deepest) {
            reason = fmt::format("more than {} levels", deepest);
            return false;
        }
        keys_[depth_++] = key;
        return true;
    }

    JsonListener& listener_;
    std::vector<std::string> keys_;
    std::size_t depth_ = 0;
};

}  // namespace

bool read_json(std::istream& in, const std::string& file, JsonListener& listener,
               Diagnostics& diagnostics) {
    Walker walker(listener);
    const bool whole = nlohmann::json::sax_parse(in, &walker);
    if (!whole)
        diagnostics.add({.file = file,
                         .found = walker.reason.empty() ? "no JSON" : walker.reason,
                         .expected = "a whole JSON file",
                         .hint = "nothing of this file is used; download it again"});
    return whole;
}

}  // namespace reentry::pricelist
