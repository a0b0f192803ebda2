// Nested structs behind one face: a table, a table that may be absent, a list of tables, tables by
// name.
#pragma once

#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reentry::files {

class Fields;

enum class GroupKind { table, possible, list, named };

class Group {
 public:
    virtual ~Group() = default;
    virtual GroupKind kind() const = 0;
    virtual std::size_t size() const = 0;
    virtual std::string name(
        std::size_t index) const = 0;  // id of the element; empty when it has none
    virtual const char* id_kind() const { return nullptr; }  // named: what the names are ids of

    virtual void describe_at(std::size_t index, Fields& fields) = 0;
    virtual void describe_blank(Fields& fields) const = 0;  // a struct of defaults
    virtual void clear() = 0;
    virtual void describe_new(const std::string& name,
                              Fields& fields) = 0;  // appends, then describes
};

template <class T>
std::string name_of(const T& value) {
    if constexpr (requires { std::string(value.id); })
        return value.id;
    else
        return {};
}

template <class T>
class GroupOf : public Group {
 public:
    void describe_blank(Fields& fields) const override {
        T blank{};
        describe(fields, blank);
    }
};

template <class T>
class Single final : public GroupOf<T> {
 public:
    explicit Single(T& value) : value_(value) {}
    GroupKind kind() const override { return GroupKind::table; }
    std::size_t size() const override { return 1; }
    std::string name(std::size_t) const override { return {}; }
    void describe_at(std::size_t, Fields& fields) override { describe(fields, value_); }
    void clear() override { value_ = T{}; }
    void describe_new(const std::string&, Fields& fields) override { describe(fields, value_); }

 private:
    T& value_;
};

template <class T>
class Possible final : public GroupOf<T> {
 public:
    explicit Possible(std::optional<T>& value) : value_(value) {}
    GroupKind kind() const override { return GroupKind::possible; }
    std::size_t size() const override { return value_ ? 1 : 0; }
    std::string name(std::size_t) const override { return {}; }
    void describe_at(std::size_t, Fields& fields) override { describe(fields, *value_); }
    void clear() override { value_.reset(); }
    void describe_new(const std::string&, Fields& fields) override {
        describe(fields, value_.emplace());
    }

 private:
    std::optional<T>& value_;
};

template <class T>
class Sequence final : public GroupOf<T> {
 public:
    explicit Sequence(std::vector<T>& values) : values_(values) {}
    GroupKind kind() const override { return GroupKind::list; }
    std::size_t size() const override { return values_.size(); }
    std::string name(std::size_t index) const override { return name_of(values_[index]); }
    void describe_at(std::size_t index, Fields& fields) override {
        describe(fields, values_[index]);
    }
    void clear() override { values_.clear(); }
    void describe_new(const std::string&, Fields& fields) override {
        describe(fields, values_.emplace_back());
    }

 private:
    std::vector<T>& values_;
};

template <class T>
class Named final : public GroupOf<T> {
 public:
    Named(std::map<std::string, T>& values, const char* kind) : values_(values), kind_(kind) {}
    GroupKind kind() const override { return GroupKind::named; }
    std::size_t size() const override { return values_.size(); }
    std::string name(std::size_t index) const override { return at(index)->first; }
    const char* id_kind() const override { return kind_; }
    void describe_at(std::size_t index, Fields& fields) override {
        describe(fields, at(index)->second);
    }
    void clear() override { values_.clear(); }
    void describe_new(const std::string& name, Fields& fields) override {
        describe(fields, values_[name]);
    }

 private:
    auto at(std::size_t index) const {
        return std::next(values_.begin(), static_cast<std::ptrdiff_t>(index));
    }

    std::map<std::string, T>& values_;
    const char* kind_;
};

}  // namespace reentry::files
