// The reference documentation of a file format from its field list, in Markdown: one table per kind
// of table in the file, then the kinds of values that occur.
#pragma once

#include "models/files/fields.hpp"

#include <map>
#include <string>
#include <vector>

namespace reentry::files {

class ReferenceWriter final : public Fields {
 public:
    // All that was described to it.
    std::string text() const;

    void value(const Field& field, Value& value) override;
    void group(const Field& field, Group& group) override;

 private:
    struct Section {
        std::string path;  // "[[strategy.copy]]"; empty for the top of the file
        std::string meaning;
        std::string rows{};
    };

    std::vector<Section> sections_{{"", "", ""}};
    std::vector<std::size_t> open_{0};  // indices into sections_
    std::vector<std::string> path_;
    std::map<std::string, Shape> shapes_;  // by name, those that need explaining
};

template <class T>
std::string reference_text() {
    T blank{};
    ReferenceWriter writer;
    describe(writer, blank);
    return writer.text();
}

}  // namespace reentry::files
