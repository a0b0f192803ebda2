// Usage from JSON: an array of records, or an object with "records" and, if wanted, "begin" and
// "end". Read as a stream of events, so that large files need no tree; numbers keep their digits.
#include "models/tariff/usage_record.hpp"
#include "models/text.hpp"
#include "models/units/parse.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reentry {
namespace {

using nlohmann::json;

class UsageEvents final : public json::json_sax_t {
 public:
    UsageEvents(const std::string& file, Diagnostics& diagnostics)
        : file_(file), diagnostics_(diagnostics), builder_(file, diagnostics) {}

    bool null() override { return value({}, "null"); }
    bool boolean(bool truth) override { return value(truth ? "true" : "false", "a truth value"); }
    bool number_integer(number_integer_t number) override {
        return value(std::to_string(number), "a number");
    }
    bool number_unsigned(number_unsigned_t number) override {
        return value(std::to_string(number), "a number");
    }
    bool number_float(number_float_t, const string_t& digits) override {
        return value(digits, "a number");
    }
    bool string(string_t& text) override { return value(text, reentry::quoted(text)); }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override {
        if (depth_ == 0) return top_object_ = true, ++depth_, true;
        if (!in_records() || in_record_) return misplaced("an object");
        in_record_ = true;
        record_ = {};
        record_.key = fmt::format("{}[{}]", top_object_ ? "records" : "", count_++);
        ++depth_;
        return true;
    }
    bool end_object() override {
        --depth_;
        if (in_record_) builder_.add(record_);
        in_record_ = false;
        return true;
    }
    bool start_array(std::size_t) override {
        const bool expected = depth_ == 0 || (depth_ == 1 && top_object_ && key_ == "records");
        if (!expected) return misplaced("an array");
        array_ = true;
        ++depth_;
        return true;
    }
    bool end_array() override {
        --depth_;
        array_ = false;
        return true;
    }
    bool key(string_t& name) override {
        key_ = name;
        if (in_record_) return find_field(name);
        if (name == "records" || name == "begin" || name == "end") return true;
        return report(name, reentry::quoted(name), "\"records\", \"begin\" or \"end\"", {});
    }
    bool parse_error(std::size_t position, const std::string& token,
                     const nlohmann::detail::exception&) override {
        diagnostics_.add({Severity::error,
                          file_,
                          0,
                          0,
                          {},
                          reentry::quoted(token),
                          fmt::format("well-formed JSON at byte {}", position),
                          {}});
        return false;
    }

    UsageFile take() {
        if (begin_ && end_ && *begin_ < *end_)
            builder_.horizon(*begin_, *end_);
        else if (begin_ || end_)
            report("end", "no interval", "\"begin\" and a later \"end\"", {});
        return builder_.take();
    }

 private:
    bool in_records() const { return array_; }

    bool find_field(const std::string& name) {
        std::string near;
        field_ = usage_field(name, near);
        if (field_) return true;
        return report(record_.key + "." + name, reentry::quoted(name),
                      "a field such as \"resource\", \"meter\", \"quantity\" or \"at\"",
                      did_you_mean(near));
    }

    bool value(std::string text, std::string_view found) {
        if (in_record_) {
            if (field_) record_[*field_] = std::move(text);
            return true;
        }
        if (top_object_ && !array_ && (key_ == "begin" || key_ == "end")) return bound(text);
        return misplaced(found);
    }

    bool bound(const std::string& text) {
        const auto time = parse_time(text);
        if (!time) return report(key_, reentry::quoted(text), time.expected, time.hint);
        (key_ == "begin" ? begin_ : end_) = *time;
        return true;
    }

    bool misplaced(std::string_view found) {
        report(in_record_ ? record_.key + "." + key_ : key_, std::string(found),
               in_record_ ? "a plain value" : "an array of records, or {\"records\": [...]}", {});
        return false;
    }

    // Reading goes on.
    bool report(std::string key, std::string found, std::string expected, std::string hint) {
        diagnostics_.add({Severity::error, file_, 0, 0, std::move(key), std::move(found),
                          std::move(expected), std::move(hint)});
        return true;
    }

    std::string file_;
    Diagnostics& diagnostics_;
    UsageFileBuilder builder_;
    UsageRecord record_;
    std::optional<UsageField> field_;
    std::string key_;
    std::optional<sim::Time> begin_, end_;
    std::size_t count_ = 0;
    int depth_ = 0;
    bool top_object_ = false, array_ = false, in_record_ = false;
};

}  // namespace

UsageFile read_usage_json(std::string_view text, const std::string& file,
                          Diagnostics& diagnostics) {
    UsageEvents events(file, diagnostics);
    json::sax_parse(text.begin(), text.end(), &events);
    return events.take();
}

UsageFile read_usage(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
    const std::string_view content = trim(text);
    const bool is_json = content.starts_with('{') || content.starts_with('[');
    return is_json ? read_usage_json(text, file, diagnostics)
                   : read_usage_csv(text, file, diagnostics);
}

}  // namespace reentry
