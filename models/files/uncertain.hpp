// A value that a scenario may state exactly or as a distribution, under the same key:
//
//     detection = "20 min"
//     detection = { uniform = ["10 min", "1 h"] }                 least, greatest
//     detection = { triangular = ["10 min", "20 min", "2 h"] }    least, most likely, greatest
//     detection = { exponential = "4 h" }                         mean
//     detection = { lognormal = { median = "7 d", p90 = "20 d" } }
//     detection = { weibull = { shape = 1.5, scale = "40 d" } }
//     detection = { bins = [ { from = "0 h", to = "72 h", weight = 7 }, ... ] }   uniform within
//     each
//
// What was stated is kept as it was stated; sampling goes through models/files/sampled.hpp.
#pragma once

#include "models/files/codec.hpp"
#include "models/files/limits.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reentry {

enum class Spread : std::uint8_t {
    none,
    uniform,
    triangular,
    exponential,
    lognormal,
    weibull,
    bins,
};

template <class T>
struct Uncertain {
    Spread spread = Spread::none;
    std::vector<T> figures{T{}};    // in the order shown above; bins: from and to of each in turn
    std::vector<double> numbers{};  // weibull: shape; bins: weights

    Uncertain() = default;
    Uncertain(T value) : figures{std::move(value)} {}  // NOLINT: a value is a certain one

    bool is_certain() const { return spread == Spread::none; }
    const T& certain() const { return figures.front(); }  // the value when is_certain()
    friend bool operator==(const Uncertain&, const Uncertain&) = default;
};

}  // namespace reentry

namespace reentry::files {

// A distribution as it stands in a file, its figures not yet read.
struct Stated {
    struct Figure {
        const Node* node;
        std::string key;  // ".triangular[1]"
    };
    Spread spread{};
    std::vector<Figure> figures{};
    std::vector<double> numbers{};
};

// Takes a table apart; faults of its form are reported and give nothing.
std::optional<Stated> read_stated(const Node& table, const Shape& figure, Reading& reading);

// What is wrong with the figures, as "least <= most likely <= greatest"; empty when they are in
// order.
std::string disorder(Spread spread, const std::vector<double>& figures,
                     const std::vector<double>& numbers);

// `{ triangular = ["1 h", "2 h", "6 h"] }` from figures that are TOML already.
std::string write_stated(Spread spread, const std::vector<std::string>& figures,
                         const std::vector<double>& numbers);

Shape uncertain_shape(const Shape& figure);

// In base units: seconds, bytes, bytes per second, events per year.
inline double base_value(double value) { return value; }
inline double base_value(Bytes value) { return value.to_double(); }
inline double base_value(Rate value) { return value.bytes_per_second(); }
inline double base_value(PerTime value) { return value.per_year(); }
inline double base_value(sim::Duration value) { return sim::to_seconds(value); }

template <class T>
std::vector<double> base_values(const std::vector<T>& figures) {
    std::vector<double> values;
    values.reserve(figures.size());
    for (const auto& figure : figures) values.push_back(base_value(figure));
    return values;
}

template <class T>
struct Codec<Uncertain<T>> {
    static Shape shape() { return uncertain_shape(Codec<T>::shape()); }

    static void read(const Node& node, Uncertain<T>& to, Reading& reading) {
        const std::size_t faults = reading.faults().size();
        Uncertain<T> value;
        if (node.kind == NodeKind::table)
            read_spread(node, value, reading);
        else
            Codec<T>::read(node, value.figures.front(), reading);
        if (reading.faults().size() == faults) to = std::move(value);
    }

    static std::string write(const Uncertain<T>& value) {
        std::vector<std::string> figures;
        for (const auto& figure : value.figures) figures.push_back(Codec<T>::write(figure));
        return value.is_certain() ? figures.front()
                                  : write_stated(value.spread, figures, value.numbers);
    }

 private:
    static void read_spread(const Node& node, Uncertain<T>& to, Reading& reading) {
        const auto stated = read_stated(node, Codec<T>::shape(), reading);
        if (!stated) return;
        const std::size_t faults = reading.faults().size();
        to.spread = stated->spread;
        to.numbers = stated->numbers;
        to.figures.assign(stated->figures.size(), T{});
        for (std::size_t i = 0; i < to.figures.size(); ++i) {
            const Reading::Inside inside(reading, stated->figures[i].key);
            Codec<T>::read(*stated->figures[i].node, to.figures[i], reading);
        }
        if (reading.faults().size() > faults) return;
        const auto wrong = disorder(to.spread, base_values(to.figures), to.numbers);
        if (!wrong.empty()) reading.fault(node, wrong);
    }
};

template <class T>
struct Figures<Uncertain<T>> {
    using type = FigureOf<T>;
    template <class Visit>
    static void visit(const Uncertain<T>& value, Visit&& visit) {
        for (const auto& figure : value.figures) Figures<T>::visit(figure, visit);
    }
};

}  // namespace reentry::files
