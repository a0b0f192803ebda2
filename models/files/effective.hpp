// The effective file: a struct as a complete TOML file, each value with a comment that says where
// it came from: file and line, an override, or the default. Reading it gives the same struct.
#pragma once

#include "models/files/fields.hpp"
#include "models/files/reader.hpp"

#include <memory>
#include <string>

namespace reentry::files {

class EffectiveWriter final : public Fields {
 public:
    // Both must outlive the writer; files in `document` are named as there.
    EffectiveWriter(const Document& document, const Origins& origins);
    ~EffectiveWriter() override;

    // All that was described to it.
    std::string text() const;

    void value(const Field& field, Value& value) override;
    void group(const Field& field, Group& group) override;

 private:
    struct Table;
    std::string origin(const std::string& exact) const;

    const Document& document_;
    const Origins& origins_;
    std::unique_ptr<Table> table_;  // the one that is being written
};

// `value` is described but not changed.
template <class T>
std::string effective_file(const T& value, const Document& document, const Origins& origins) {
    T copy = value;
    EffectiveWriter writer(document, origins);
    describe(writer, copy);
    return writer.text();
}

}  // namespace reentry::files
