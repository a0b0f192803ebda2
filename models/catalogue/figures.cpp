#include "models/catalogue/figures.hpp"

#include "models/files/parse.hpp"
#include "models/text.hpp"
#include "models/units/parse.hpp"

#include <fmt/format.h>

#include <cctype>
#include <map>

namespace reentry {
namespace {

// A TOML value as a person reads it: without quotes, braces and brackets.
std::string plain_text(const files::Node& node) {
    std::string text;
    const auto add = [&text](const std::string& part, std::string_view between) {
        if (!text.empty()) text += between;
        text += part;
    };
    switch (node.kind) {
        case files::NodeKind::table:
            for (const auto& entry : node.entries)
                add(entry.key + ' ' + plain_text(entry.value), ", ");
            return text;
        case files::NodeKind::array:
            for (const auto& element : node.elements) add(plain_text(element), ", ");
            return text;
        case files::NodeKind::integer:
            return std::to_string(node.integer);
        case files::NodeKind::number:
            return fmt::format("{}", node.number);
        case files::NodeKind::boolean:
            return node.boolean ? "yes" : "no";
        default:
            return node.text;
    }
}

std::string plain_text(const std::string& toml) {
    const auto node = files::parse_toml_value(toml, {}, {});
    return node ? plain_text(*node) : toml;
}

// "88 MB/s" as value and unit; anything else stays whole.
void set_value(FigureRow& row, const std::string& text) {
    const auto blank = text.find(' ');
    const bool number = !text.empty() && std::isdigit(static_cast<unsigned char>(text[0])) != 0;
    const bool one_unit = blank != text.npos && text.find(' ', blank + 1) == text.npos;
    row.value = number && one_unit ? text.substr(0, blank) : text;
    row.unit = number && one_unit ? text.substr(blank + 1) : std::string();
}

std::string text_of(const files::Node& table, std::string_view key) {
    const files::Entry* entry = table.find(key);
    return entry == nullptr ? std::string() : plain_text(entry->value);
}

// Walks a struct's field list and takes note of every figure.
class Lister final : public Fields {
 public:
    Lister(std::string catalogue, std::string currency, const SourceDocuments& sources)
        : catalogue_(std::move(catalogue)), currency_(std::move(currency)), sources_(sources) {}

    void value(const files::Field& field, files::Value& value) override {
        const std::string text = value.write();
        if (text.empty()) return;
        if (value.shape().name.rfind("sourced ", 0) == 0)
            sourced(std::string(field.key), text);
        else if (!open_.empty())
            open_.back()[std::string(field.key)] = plain_text(text);
    }

    void group(const files::Field& field, files::Group& group) override {
        const std::string before = path_;
        if (field.key == "source" && group.kind() == files::GroupKind::named) return;
        for (std::size_t i = 0; i < group.size(); ++i) {
            path_ = join(before, element_name(field, group, i));
            open_.emplace_back();
            group.describe_at(i, *this);
            close(std::string(field.key));
        }
        path_ = before;
    }

    std::vector<FigureRow> rows;

 private:
    using Keys = std::map<std::string, std::string>;

    static std::string element_name(const files::Field& field, files::Group& group,
                                    std::size_t index) {
        const std::string key(field.key);
        if (group.kind() == files::GroupKind::table || group.kind() == files::GroupKind::possible)
            return key;
        const std::string name = group.name(index);
        return name.empty() ? fmt::format("{}[{}]", key, index) : key + '.' + name;
    }

    static std::string join(const std::string& path, const std::string& name) {
        return path.empty() ? name : path + '.' + name;
    }

    FigureRow blank(const std::string& address) const {
        FigureRow row;
        row.catalogue = catalogue_;
        row.address = address;
        return row;
    }

    void cite(FigureRow& row, const std::string& source, const std::string& date,
              const std::string& confidence) const {
        Origin origin;
        origin.source = source;
        row.source = provenance(origin, sources_).source;
        if (const auto day = parse_date(date)) row.date = *day;
        for (const auto& choice : choices(Confidence{}))
            if (choice.word == confidence) row.confidence = choice.value;
        const auto document = sources_.find(source);
        row.dated = document != sources_.end() && document->second.date.has_value();
    }

    void sourced(const std::string& key, const std::string& toml) {
        const auto node = files::parse_toml_value(toml, {}, {});
        if (!node) return;
        FigureRow row = blank(join(path_, key));
        row.absent = text_of(*node, "absent");
        row.note = text_of(*node, "note");
        if (row.absent.empty()) {
            set_value(row, text_of(*node, "value"));
            cite(row, text_of(*node, "source"), text_of(*node, "date"),
                 text_of(*node, "confidence"));
        }
        rows.push_back(std::move(row));
    }

    // A table is a figure when it cites a source or states why it is absent.
    void close(const std::string& key) {
        Keys keys = std::move(open_.back());
        open_.pop_back();
        if (key == "bands") return close_band(keys);
        if (keys["source"].empty() && keys["absent"].empty()) return;
        FigureRow row = blank(path_);
        row.absent = keys["absent"];
        row.note = keys["note"];
        if (row.absent.empty()) {
            row.value = !keys["bands"].empty() ? keys["bands"] : keys["price"] + keys["amount"];
            const std::string currency = keys["currency"].empty() ? currency_ : keys["currency"];
            row.unit = keys["per"].empty() ? currency : currency + '/' + keys["per"];
            cite(row, keys["source"], keys["date"], keys["confidence"]);
        }
        rows.push_back(std::move(row));
    }

    void close_band(Keys& band) {
        std::string& bands = open_.back()["bands"];
        if (!bands.empty()) bands += ", ";
        bands += band["price"].empty() ? "on request" : band["price"];
        if (!band["up_to"].empty()) bands += " up to " + band["up_to"];
    }

    std::string catalogue_;
    std::string currency_;
    const SourceDocuments& sources_;
    std::string path_;
    std::vector<Keys> open_;
};

template <class File>
std::vector<FigureRow> list(const File& file) {
    std::string currency;
    if constexpr (requires { file.currency; }) currency = file.currency;
    Lister lister(file.id, currency, file.sources);
    File copy = file;  // field lists take structs that may be written to
    describe(lister, copy);
    return std::move(lister.rows);
}

int months_between(std::chrono::year_month_day from, std::chrono::year_month_day to) {
    const auto months = (to.year() / to.month()) - (from.year() / from.month());
    return static_cast<int>(months.count()) - (to.day() < from.day() ? 1 : 0);
}

}  // namespace

std::vector<FigureRow> list_figures(const ProviderFile& file) { return list(file); }
std::vector<FigureRow> list_figures(const EquipmentFile& file) { return list(file); }
std::vector<FigureRow> list_figures(const IntegrationFile& file) { return list(file); }
std::vector<FigureRow> list_figures(const WorkloadKind& kind) { return list(kind); }

std::string_view doubt_name(Doubt doubt) {
    switch (doubt) {
        case Doubt::missing:
            return "missing";
        case Doubt::stale:
            return "stale";
        case Doubt::undated:
            return "undated";
        case Doubt::inferred:
            return "inferred";
        case Doubt::assumed:
            return "assumed";
    }
    return {};
}

std::vector<DoubtRow> doubts(const std::vector<FigureRow>& figures, std::chrono::year_month_day day,
                             int months) {
    std::vector<DoubtRow> rows;
    for (const auto& figure : figures) {
        const int age = figure.date ? months_between(*figure.date, day) : 0;
        const auto add = [&](bool holds, Doubt doubt) {
            if (holds) rows.push_back({doubt, figure, age});
        };
        const bool known = figure.absent.empty();
        add(!known, Doubt::missing);
        add(known && age > months, Doubt::stale);
        add(known && !figure.dated, Doubt::undated);
        add(figure.confidence == Confidence::inferred, Doubt::inferred);
        add(figure.confidence == Confidence::assumed, Doubt::assumed);
    }
    return rows;
}

}  // namespace reentry
