#include "models/files/merge.hpp"

#include <fmt/format.h>

#include <unordered_map>
#include <utility>

namespace reentry::files {
namespace {

class Merging {
 public:
    Merging(const std::vector<std::string>& files, Diagnostics& diagnostics)
        : files_(files), diagnostics_(diagnostics) {}

    void tables(Node& into, Node&& from, const std::string& path) {
        std::unordered_map<std::string, std::size_t> known;
        for (std::size_t i = 0; i < into.entries.size(); ++i) known[into.entries[i].key] = i;
        for (auto& entry : from.entries) {
            const auto at = known.find(entry.key);
            if (at == known.end())
                into.entries.push_back(std::move(entry));
            else
                values(into.entries[at->second], std::move(entry), path);
        }
    }

 private:
    void values(Entry& into, Entry&& from, const std::string& path) {
        const std::string key = path.empty() ? into.key : path + "." + into.key;
        Node& a = into.value;
        Node& b = from.value;
        if (a.kind == NodeKind::table && b.kind == NodeKind::table)
            tables(a, std::move(b), key);
        else if (a.is_array_of_tables() && b.is_array_of_tables())
            std::move(b.elements.begin(), b.elements.end(), std::back_inserter(a.elements));
        else
            said_twice(into, from, key);
    }

    void said_twice(const Entry& first, const Entry& second, const std::string& key) {
        diagnostics_.add({.file = files_[second.place.file],
                          .line = static_cast<int>(second.place.line),
                          .column = static_cast<int>(second.place.column),
                          .key = key,
                          .found = "a second value",
                          .expected = "one value",
                          .hint = fmt::format("the first is in {}:{}:{}", files_[first.place.file],
                                              first.place.line, first.place.column)});
    }

    const std::vector<std::string>& files_;
    Diagnostics& diagnostics_;
};

}  // namespace

void merge(Node& into, Node&& from, const std::vector<std::string>& files,
           Diagnostics& diagnostics) {
    Merging(files, diagnostics).tables(into, std::move(from), {});
}

}  // namespace reentry::files
