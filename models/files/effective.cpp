#include "models/files/effective.hpp"

#include "models/files/address.hpp"

#include <fmt/format.h>

#include <utility>

namespace reentry::files {

// TOML wants the values of a table before its nested tables, so the two are gathered apart.
struct EffectiveWriter::Table {
    std::string path;   // as in a header: "workload.stages"
    Address address{};  // with ids
    std::string values{};
    std::string nested{};
};

EffectiveWriter::EffectiveWriter(const Document& document, const Origins& origins)
    : document_(document), origins_(origins), table_(std::make_unique<Table>()) {}

EffectiveWriter::~EffectiveWriter() = default;

std::string EffectiveWriter::text() const { return table_->values + table_->nested; }

std::string EffectiveWriter::origin(const std::string& exact) const {
    const auto at = origins_.find(exact);
    if (at == origins_.end()) return "default";
    const std::string& file = document_.files[at->second.file];
    return at->second.line == 0 ? file : fmt::format("{}:{}", file, at->second.line);
}

void EffectiveWriter::value(const Field& field, Value& value) {
    const std::string text = value.write();
    if (text.empty())
        table_->values += fmt::format("# {} is not set\n", field.key);
    else
        table_->values += fmt::format("{} = {}  # {}\n", toml_key(field.key), text,
                                      origin(table_->address.key(field.key).exact));
}

void EffectiveWriter::group(const Field& field, Group& group) {
    const std::string path = (table_->path.empty() ? "" : table_->path + ".") + toml_key(field.key);
    const Address address = table_->address.key(field.key);
    for (std::size_t i = 0; i < group.size(); ++i) {
        const std::string name = group.name(i);
        auto outer = std::exchange(table_, std::make_unique<Table>());
        table_->path = group.kind() == GroupKind::named ? path + '.' + toml_key(name) : path;
        const bool is_element = group.kind() == GroupKind::list || group.kind() == GroupKind::named;
        table_->address = is_element ? address.element(name, i) : address;
        group.describe_at(i, *this);
        const bool is_list = group.kind() == GroupKind::list;
        outer->nested += fmt::format("\n{}{}{}\n{}{}", is_list ? "[[" : "[", table_->path,
                                     is_list ? "]]" : "]", table_->values, table_->nested);
        table_ = std::move(outer);
    }
}

}  // namespace reentry::files
