// The field list of a struct: the struct is the file. One function
//
//     void describe(Fields& f, Workload& w) {
//         f.id("id", w.id, "workload", "Name by which others refer to it.");
//         f.required("size", w.size, "Primary data at the start.", {.above = Bytes{0}});
//         f.optional("growth", w.growth, "Yearly growth of the size.");
//         f.reference("site", w.site, "site", "Where it runs.");
//         f.list("volume", w.volumes, "Volumes with backups of their own.");
//         f.table("stages", w.stages, "What a recovery takes.");
//     }
//
// serves reading with strict keys, the JSON Schema, the effective file with every default, and the
// reference. Keys, kinds and meanings must outlive the visit (string literals). Defaults are the
// members' initial values.
#pragma once

#include "models/files/group.hpp"
#include "models/files/value.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reentry::files {

// What a field list says of one key.
struct Field {
    std::string_view key;
    std::string_view meaning;  // a sentence, with the unit's sense and what a missing value means
    bool required = false;
};

class Fields {
 public:
    virtual ~Fields() = default;

    template <class T>
    void required(std::string_view key, T& value, std::string_view meaning,
                  std::type_identity_t<Limits<FigureOf<T>>> limits = {}) {
        Plain<T> plain(value, std::move(limits));
        this->value({key, meaning, true}, plain);
    }
    template <class T>
    void optional(std::string_view key, T& value, std::string_view meaning,
                  std::type_identity_t<Limits<FigureOf<T>>> limits = {}) {
        Plain<T> plain(value, std::move(limits));
        this->value({key, meaning, false}, plain);
    }

    // The name of the element, unique among the ids of its kind in the same list (and its siblings
    // of other lists).
    void id(std::string_view key, std::string& name, const char* kind, std::string_view meaning);

    // The id of something of the target kinds, or a fixed word. Ids are looked for in the table
    // that holds the element, then further out: a copy sees the copies of its own strategy, and all
    // top-level lists.
    void reference(std::string_view key, std::string& name, const Targets& targets,
                   std::string_view meaning);
    void optional_reference(std::string_view key, std::string& name, const Targets& targets,
                            std::string_view meaning);
    void references(std::string_view key, std::vector<std::string>& names, const Targets& targets,
                    std::string_view meaning);  // optional; a list

    // Optional time since midnight, UTC.
    void time_of_day(std::string_view key, sim::Duration& time, std::string_view meaning);

    // One nested struct. A missing table is read as an empty one: its own required keys decide.
    template <class T>
    void table(std::string_view key, T& value, std::string_view meaning) {
        Single<T> single(value);
        this->group({key, meaning, false}, single);
    }
    template <class T>
    void table(std::string_view key, std::optional<T>& value, std::string_view meaning) {
        Possible<T> possible(value);
        this->group({key, meaning, false}, possible);
    }

    // [[key]] tables, in the order of the file.
    template <class T>
    void list(std::string_view key, std::vector<T>& values, std::string_view meaning) {
        Sequence<T> sequence(values);
        this->group({key, meaning, false}, sequence);
    }
    template <class T>
    void required_list(std::string_view key, std::vector<T>& values, std::string_view meaning) {
        Sequence<T> sequence(values);
        this->group({key, meaning, true}, sequence);
    }

    // [key.NAME] tables; their names are ids of the kind.
    template <class T>
    void named_tables(std::string_view key, std::map<std::string, T>& values, const char* kind,
                      std::string_view meaning) {
        Named<T> named(values, kind);
        this->group({key, meaning, false}, named);
    }

    // A rule across several keys, asked once all of the struct's values before it are read without
    // fault. A broken rule is reported at `key`.
    virtual void check(bool /*holds*/, std::string_view /*key*/, std::string_view /*expected*/) {}

    // What a visitor does with a field; called by the functions above.
    virtual void value(const Field& field, Value& value) = 0;
    virtual void group(const Field& field, Group& group) = 0;
};

}  // namespace reentry::files

namespace reentry {
using files::Fields;
}  // namespace reentry
