// Document -> struct, strictly: every fault is reported, with file, line, column, key, what was
// found and what would be right. Nothing is guessed; a value with a fault keeps its default.
#pragma once

#include "models/diagnostic.hpp"
#include "models/files/fields.hpp"
#include "models/files/names.hpp"
#include "models/files/node.hpp"

#include <map>
#include <memory>
#include <string>

namespace reentry::files {

// Where each value of a read struct came from, by exact address; a value that is missing here is a
// default.
using Origins = std::map<std::string, Place>;

struct Address;

class Reader final : public Fields {
 public:
    // All three must outlive the reader. `known` are names that exist outside the document.
    Reader(const Document& document, const KnownNames& known, Diagnostics& diagnostics);
    ~Reader() override;

    // Reads through describe(), then checks keys and references. Once per reader.
    template <class T>
    void read(T& value) {
        begin();
        describe(*this, value);
        end();
    }

    const Origins& origins() const;

    void value(const Field& field, Value& value) override;
    void group(const Field& field, Group& group) override;
    void check(bool holds, std::string_view key, std::string_view expected) override;

 private:
    void begin();
    void end();
    void absent_group(const Field& field, Group& group, const Address& address);
    bool is_table(const Node& node, const Address& address);
    void read_table(const Node& node, Group& group, const Address& address);
    void read_list(const Field& field, const Node& node, Group& group, const Address& address);
    void read_named(const Node& node, Group& group, const Address& address);

    class Work;
    std::unique_ptr<Work> work_;
    const Document& document_;
};

// The struct of a document; defaults where there were faults.
template <class T>
T read(const Document& document, Diagnostics& diagnostics, const KnownNames& known = {},
       Origins* origins = nullptr) {
    T value{};
    Reader reader(document, known, diagnostics);
    reader.read(value);
    if (origins != nullptr) *origins = reader.origins();
    return value;
}

}  // namespace reentry::files
