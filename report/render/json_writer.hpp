// Writes JSON as it goes, so that a result with millions of samples needs no memory for them. Keys
// stand in the order in which they are written; two blanks of indent.
#pragma once

#include "models/money/money.hpp"

#include <cstdint>
#include <ostream>
#include <string_view>
#include <vector>

namespace reentry::report {

class JsonWriter {
 public:
    explicit JsonWriter(std::ostream& out) : out_(out) {}

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);

    void value(std::string_view text);  // escaped; bytes that are not UTF-8 become U+FFFD
    void value(const char* text) { value(std::string_view{text}); }
    void value(double number);  // shortest digits that read back; null when not finite
    void value(std::int64_t number);
    void value(std::size_t number);
    void value(bool truth);
    void value(const Money& money);  // exact digits as a number

    template <class T>
    void member(std::string_view name, const T& content) {
        key(name);
        value(content);
    }

 private:
    struct Level {
        char end;
        bool empty = true;
    };

    void separate();
    void raw(std::string_view text);

    std::ostream& out_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace reentry::report
