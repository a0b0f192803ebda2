// JSON as a stream of values with their paths: memory does not grow with the file.
//
// Numbers are handed over as the text that stands in the file. A path holds the keys from the
// outside in; an element of an array has the key "[]". Nothing is handed over twice; duplicate keys
// are the listener's to notice.
#pragma once

#include "models/diagnostic.hpp"

#include <cstdint>
#include <istream>
#include <span>
#include <string>
#include <string_view>

namespace reentry::pricelist {

enum class JsonKind : std::uint8_t { text, number, flag, null };

using JsonPath = std::span<const std::string>;

class JsonListener {
 public:
    virtual ~JsonListener() = default;
    // A scalar; `text` is "true" or "false" for flags and empty for null.
    virtual void value(JsonPath path, JsonKind kind, std::string_view text) = 0;
    // An object begins or ends.
    virtual void open(JsonPath path) = 0;
    virtual void close(JsonPath path) = 0;
};

// Reads all of the stream. False when it is no JSON, ends early or nests deeper than 32, which is
// reported with the offset in bytes; values before that place have been handed over and must not
// be used.
bool read_json(std::istream& in, const std::string& file, JsonListener& listener,
               Diagnostics& diagnostics);

}  // namespace reentry::pricelist
