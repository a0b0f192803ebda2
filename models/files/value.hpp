// A member of a struct as a value of a file: what every visitor of fields gets to see, whatever the
// type.
#pragma once

#include "models/files/codec.hpp"
#include "models/files/limits.hpp"

#include <string>
#include <utility>

namespace reentry::files {

class Value {
 public:
    virtual ~Value() = default;
    virtual Shape shape() const = 0;
    virtual std::string range() const { return {}; }      // "at least 0"; empty when unlimited
    virtual Limits<double> bounds() const { return {}; }  // the same, for bare numbers only
    virtual void read(const Node& node, Reading& reading) = 0;
    virtual std::string write() const = 0;  // as TOML; empty when absent
};

// A member with a codec of its own and limits.
template <class T>
class Plain final : public Value {
 public:
    Plain(T& value, Limits<FigureOf<T>> limits) : value_(value), limits_(std::move(limits)) {}

    Shape shape() const override { return Codec<T>::shape(); }
    std::string range() const override { return limits_text(limits_); }
    Limits<double> bounds() const override { return number_bounds(limits_); }
    std::string write() const override { return Codec<T>::write(value_); }

    void read(const Node& node, Reading& reading) override {
        const std::size_t faults = reading.faults().size();
        Codec<T>::read(node, value_, reading);
        if (reading.faults().size() > faults) return;
        Figures<T>::visit(value_, [&](const FigureOf<T>& figure) {
            if (!within(limits_, figure))
                reading.fault(
                    {node.place, "", out_of_range(node, figure), "a value " + range(), ""});
        });
    }

 private:
    // The value as it stands, or the figure at fault among those of a list or distribution.
    static std::string out_of_range(const Node& node, const FigureOf<T>& figure) {
        const bool several = node.kind == NodeKind::table || node.kind == NodeKind::array;
        return several ? Codec<FigureOf<T>>::write(figure) : found_text(node);
    }

    T& value_;
    Limits<FigureOf<T>> limits_;
};

// The name by which others refer to this element: letters, digits, '-', '_', '.', and '/'.
class Id final : public Value {
 public:
    Id(std::string& value, const char* kind) : value_(value), kind_(kind) {}
    Shape shape() const override;
    void read(const Node& node, Reading& reading) override;
    std::string write() const override;

 private:
    std::string& value_;
    const char* kind_;
};

// "a site or an exchange point".
std::string kinds_text(const Targets& targets);

// The name of something else; "" when absent.
class Reference final : public Value {
 public:
    Reference(std::string& value, const Targets& targets) : value_(value), targets_(targets) {}
    Shape shape() const override;
    void read(const Node& node, Reading& reading) override;
    std::string write() const override;

 private:
    std::string& value_;
    const Targets& targets_;
};

class References final : public Value {
 public:
    References(std::vector<std::string>& values, const Targets& targets)
        : values_(values), targets_(targets) {}
    Shape shape() const override;
    void read(const Node& node, Reading& reading) override;
    std::string write() const override;

 private:
    std::vector<std::string>& values_;
    const Targets& targets_;
};

// A time since midnight: "22:00", or 22:00:00 without quotes.
class TimeOfDay final : public Value {
 public:
    explicit TimeOfDay(sim::Duration& value) : value_(value) {}
    Shape shape() const override;
    void read(const Node& node, Reading& reading) override;
    std::string write() const override;

 private:
    sim::Duration& value_;
};

}  // namespace reentry::files
