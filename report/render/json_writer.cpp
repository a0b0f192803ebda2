#include "report/render/json_writer.hpp"

#include "sim/check.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <string>

namespace reentry::report {

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty()) return;
    if (!levels_.back().empty) out_ << ',';
    levels_.back().empty = false;
    out_ << '\n' << std::string(2 * levels_.size(), ' ');
}

void JsonWriter::raw(std::string_view text) {
    separate();
    out_ << text;
    if (levels_.empty()) out_ << '\n';
}

void JsonWriter::begin_object() {
    separate();
    out_ << '{';
    levels_.push_back({'}'});
}

void JsonWriter::begin_array() {
    separate();
    out_ << '[';
    levels_.push_back({']'});
}

void JsonWriter::end_object() {
    REENTRY_CHECK(!levels_.empty() && levels_.back().end == '}', "no object is open");
    const bool empty = levels_.back().empty;
    levels_.pop_back();
    if (!empty) out_ << '\n' << std::string(2 * levels_.size(), ' ');
    out_ << '}';
    if (levels_.empty()) out_ << '\n';
}

void JsonWriter::end_array() {
    REENTRY_CHECK(!levels_.empty() && levels_.back().end == ']', "no array is open");
    const bool empty = levels_.back().empty;
    levels_.pop_back();
    if (!empty) out_ << '\n' << std::string(2 * levels_.size(), ' ');
    out_ << ']';
    if (levels_.empty()) out_ << '\n';
}

void JsonWriter::key(std::string_view name) {
    value(name);
    out_ << ": ";
    after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
    const nlohmann::json json = std::string{text};
    raw(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void JsonWriter::value(double number) {
    raw(std::isfinite(number) ? fmt::format("{}", number) : "null");
}

void JsonWriter::value(std::int64_t number) { raw(std::to_string(number)); }
void JsonWriter::value(std::size_t number) { raw(std::to_string(number)); }
void JsonWriter::value(bool truth) { raw(truth ? "true" : "false"); }
void JsonWriter::value(const Money& money) { raw(money.decimal().to_string()); }

}  // namespace reentry::report
