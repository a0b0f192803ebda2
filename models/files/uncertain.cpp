#include "models/files/uncertain.hpp"

#include "models/diagnostic.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"
#include "sim/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace reentry::files {
namespace {

// How the parameters of a distribution stand in a file.
struct Form {
    Spread spread;
    std::string_view word;
    std::size_t listed;                // figures in a list; 0: see below
    std::string_view number, figures;  // keys of a table, comma-separated; or none: a single figure
    std::string_view expected;
};

constexpr std::array<Form, 6> forms{{
    {Spread::uniform, "uniform", 2, "", "", "[least, greatest]"},
    {Spread::triangular, "triangular", 3, "", "", "[least, most likely, greatest]"},
    {Spread::exponential, "exponential", 0, "", "", "the mean"},
    {Spread::lognormal, "lognormal", 0, "", "median,p90", "{ median = ..., p90 = ... }"},
    {Spread::weibull, "weibull", 0, "shape", "scale", "{ shape = ..., scale = ... }"},
    {Spread::bins, "bins", 0, "weight", "from,to",
     "a list of { from = ..., to = ..., weight = ... }"},
}};

const Form& form_of(Spread spread) {
    const auto at = std::find_if(forms.begin(), forms.end(),
                                 [spread](const Form& form) { return form.spread == spread; });
    REENTRY_CHECK(at != forms.end(), "no form for spread {}", static_cast<int>(spread));
    return *at;
}

std::vector<std::string> form_words() {
    std::vector<std::string> words;
    for (const auto& form : forms) words.emplace_back(form.word);
    return words;
}

const Form* form_named(std::string_view word) {
    const auto at = std::find_if(forms.begin(), forms.end(),
                                 [word](const Form& form) { return form.word == word; });
    return at == forms.end() ? nullptr : &*at;
}

// Reads the parameters of one form into a Stated.
class Taking {
 public:
    Taking(const Form& form, const Shape& figure, Reading& reading)
        : form_(form), figure_(figure), reading_(reading) {
        stated_.spread = form.spread;
    }

    std::optional<Stated> take(const Node& node) {
        const Reading::Inside inside(reading_, fmt::format(".{}", form_.word));
        if (form_.spread == Spread::bins)
            bins(node);
        else if (!form_.figures.empty())
            keys(node, "");
        else if (form_.listed > 0)
            list(node);
        else
            figure(node, "");
        if (faulty_) return {};
        return std::move(stated_);
    }

 private:
    void figure(const Node& node, const std::string& part) {
        stated_.figures.push_back({&node, fmt::format(".{}{}", form_.word, part)});
    }

    void list(const Node& node) {
        if (node.kind != NodeKind::array || node.elements.size() != form_.listed)
            return fault(node);
        for (std::size_t i = 0; i < form_.listed; ++i)
            figure(node.elements[i], fmt::format("[{}]", i));
    }

    void bins(const Node& node) {
        if (!node.is_array_of_tables()) return fault(node);
        for (std::size_t i = 0; i < node.elements.size(); ++i)
            keys(node.elements[i], fmt::format("[{}]", i));
    }

    // A table with exactly the keys of the form.
    void keys(const Node& node, const std::string& part) {
        const auto figures = split(form_.figures, ',');
        const std::size_t count = figures.size() + (form_.number.empty() ? 0 : 1);
        if (node.kind != NodeKind::table || node.entries.size() != count) return fault(node);
        for (const auto key : figures) {
            const Entry* entry = node.find(key);
            if (entry == nullptr) return fault(node);
            figure(entry->value, fmt::format("{}.{}", part, key));
        }
        if (!form_.number.empty()) number(node, part);
    }

    void number(const Node& node, const std::string& part) {
        const Entry* entry = node.find(form_.number);
        if (entry == nullptr) return fault(node);
        const Reading::Inside inside(reading_, fmt::format("{}.{}", part, form_.number));
        const std::size_t faults = reading_.faults().size();
        Codec<double>::read(entry->value, stated_.numbers.emplace_back(), reading_);
        faulty_ |= reading_.faults().size() > faults;
    }

    void fault(const Node& node) {
        reading_.fault(node, fmt::format("{}, each {}", form_.expected, figure_.form));
        faulty_ = true;
    }

    const Form& form_;
    const Shape& figure_;
    Reading& reading_;
    Stated stated_;
    bool faulty_ = false;
};

bool rises(const std::vector<double>& figures) {
    return std::is_sorted(figures.begin(), figures.end()) && figures.front() < figures.back();
}

bool bins_in_order(const std::vector<double>& figures, const std::vector<double>& weights) {
    double total = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const bool touches = i > 0 && figures[2 * i] < figures[2 * i - 1];
        if (weights[i] < 0 || figures[2 * i + 1] < figures[2 * i] || touches) return false;
        total += weights[i];
    }
    return total > 0;
}

}  // namespace

std::optional<Stated> read_stated(const Node& table, const Shape& figure, Reading& reading) {
    const std::string expected =
        fmt::format("{}, or a table with one of the keys {}", figure.form, listed(form_words()));
    if (table.entries.size() != 1) {
        reading.fault(table, expected);
        return {};
    }
    const auto& [word, place, node] = table.entries.front();
    if (const Form* form = form_named(word)) return Taking(*form, figure, reading).take(node);
    const auto near = word.size() <= 64 ? nearest(word, form_words()) : std::string();
    reading.fault({place, "." + word.substr(0, 64), "an unknown distribution", listed(form_words()),
                   did_you_mean(near)});
    return {};
}

std::string disorder(Spread spread, const std::vector<double>& figures,
                     const std::vector<double>& numbers) {
    switch (spread) {
        case Spread::none:
            return {};
        case Spread::uniform:
            return rises(figures) ? "" : "least < greatest";
        case Spread::triangular:
            return rises(figures) ? "" : "least <= most likely <= greatest, and least < greatest";
        case Spread::exponential:
            return figures[0] > 0 ? "" : "a mean above zero";
        case Spread::lognormal:
            return figures[0] > 0 && figures[1] > figures[0] ? "" : "0 < median < p90";
        case Spread::weibull:
            return figures[0] > 0 && numbers[0] > 0 ? "" : "shape and scale above zero";
        case Spread::bins:
            return bins_in_order(figures, numbers)
                       ? ""
                       : "bins in rising order that do not overlap, with weights not below zero "
                         "and not all zero";
    }
    return {};
}

std::string write_stated(Spread spread, const std::vector<std::string>& figures,
                         const std::vector<double>& numbers) {
    switch (spread) {
        case Spread::none:
            return figures.front();
        case Spread::uniform:
        case Spread::triangular:
            return fmt::format("{{ {} = [{}] }}", form_of(spread).word, fmt::join(figures, ", "));
        case Spread::exponential:
            return fmt::format("{{ exponential = {} }}", figures[0]);
        case Spread::lognormal:
            return fmt::format("{{ lognormal = {{ median = {}, p90 = {} }} }}", figures[0],
                               figures[1]);
        case Spread::weibull:
            return fmt::format("{{ weibull = {{ shape = {}, scale = {} }} }}", numbers[0],
                               figures[0]);
        case Spread::bins:
            break;
    }
    std::string text;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        text += fmt::format("{}{{ from = {}, to = {}, weight = {} }}", i == 0 ? "" : ", ",
                            figures[2 * i], figures[2 * i + 1], numbers[i]);
    return fmt::format("{{ bins = [{}] }}", text);
}

Shape uncertain_shape(const Shape& figure) {
    constexpr std::string_view object =
        R"({{"type":"object","additionalProperties":false,"required":[{0}],"properties":{{{1}}}}})";
    const auto only = [&](std::string_view key, const std::string& schema) {
        return fmt::format(object, quoted(key), fmt::format("{}:{}", quoted(key), schema));
    };
    const auto list = [&](int count) {
        return fmt::format(R"({{"type":"array","items":{},"minItems":{},"maxItems":{}}})",
                           figure.schema, count, count);
    };
    const std::string number = R"({"type":"number"})";
    const auto lognormal = fmt::format(object, R"("median","p90")",
                                       fmt::format(R"("median":{0},"p90":{0})", figure.schema));
    const auto weibull =
        fmt::format(object, R"("shape","scale")",
                    fmt::format(R"("shape":{},"scale":{})", number, figure.schema));
    const auto bin =
        fmt::format(object, R"("from","to","weight")",
                    fmt::format(R"("from":{0},"to":{0},"weight":{1})", figure.schema, number));
    return {"uncertain " + figure.name, figure.form + ", or a distribution",
            fmt::format(R"({{"anyOf":[{},{},{},{},{},{},{}]}})", figure.schema,
                        only("uniform", list(2)), only("triangular", list(3)),
                        only("exponential", figure.schema), only("lognormal", lognormal),
                        only("weibull", weibull),
                        only("bins", fmt::format(R"({{"type":"array","items":{}}})", bin))),
            "as the certain value"};
}

}  // namespace reentry::files
