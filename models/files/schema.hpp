// JSON Schema (draft 2020-12) from a field list, for completion and checks in editors.
//
// The schema knows what can be said of each value alone: keys, shapes, words, bounds of bare
// numbers. References and rules across keys are left to the reader.
#pragma once

#include "models/files/fields.hpp"

#include <memory>
#include <string>

namespace reentry::files {

class SchemaWriter final : public Fields {
 public:
    SchemaWriter();
    ~SchemaWriter() override;

    // The schema of all that was described to it, as indented JSON with a line end.
    std::string text(const std::string& title) const;

    void value(const Field& field, Value& value) override;
    void group(const Field& field, Group& group) override;

 private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

template <class T>
std::string json_schema(const std::string& title) {
    T blank{};
    SchemaWriter writer;
    describe(writer, blank);
    return writer.text(title);
}

}  // namespace reentry::files
