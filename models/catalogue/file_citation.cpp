#include "models/catalogue/file_citation.hpp"

#include "models/units/parse.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace reentry {
namespace {

using files::Entry;
using files::Node;
using files::NodeKind;

constexpr const char* id_of_file = "file";

Node text_node(std::string text, files::Place place, NodeKind kind = NodeKind::string) {
    Node node;
    node.kind = kind;
    node.place = place;
    node.text = std::move(text);
    return node;
}

// The value of a key, which is taken out of the table.
std::optional<Node> take(Node& table, std::string_view key) {
    for (auto at = table.entries.begin(); at != table.entries.end(); ++at) {
        if (at->key != key) continue;
        Node value = std::move(at->value);
        table.entries.erase(at);
        return value;
    }
    return std::nullopt;
}

class Citing {
 public:
    Citing(Node date, Node confidence)
        : date_(std::move(date)), confidence_(std::move(confidence)) {}

    void all(Node& root) {
        prices(root);
        each(root, "resource", [this](Node& resource) {
            prices(resource);
            if (Entry* rules = resource.find("rules")) figures(rules->value);
        });
        each(root, "surcharge", [this](Node& surcharge) { cite(surcharge); });
        if (Entry* exit = root.find("exit")) figures(exit->value);
    }

 private:
    template <class Visit>
    static void each(Node& table, std::string_view key, Visit visit) {
        if (Entry* list = table.find(key))
            for (Node& element : list->value.elements) visit(element);
    }

    void prices(Node& table) {
        Entry* all = table.find("price");
        if (all == nullptr) return;
        for (Entry& price : all->value.entries) {
            cite(price.value);
            each(price.value, "change", [this](Node& change) { cite(change); });
        }
    }

    // Plain values become figures; words stay words.
    void figures(Node& table) {
        constexpr std::array sourced{"minimum_duration",   "minimum_object", "overhead",
                                     "overhead_elsewhere", "monitored_from", "at_cost_from",
                                     "free_from",          "at_cost"};
        for (Entry& entry : table.entries) {
            if (std::find(sourced.begin(), sourced.end(), entry.key) == sourced.end()) continue;
            if (entry.value.kind != NodeKind::table) {
                Node figure;
                figure.place = entry.value.place;
                figure.entries.push_back({"value", entry.place, std::move(entry.value)});
                entry.value = std::move(figure);
            }
            cite(entry.value);
        }
    }

    void cite(Node& figure) const {
        if (figure.kind != NodeKind::table || figure.find("source") || figure.find("absent"))
            return;
        const auto place = figure.place;
        figure.entries.push_back({"source", place, text_node(id_of_file, place)});
        if (!figure.find("date")) figure.entries.push_back({"date", place, date_});
        if (!figure.find("confidence"))
            figure.entries.push_back({"confidence", place, confidence_});
    }

    Node date_, confidence_;
};

}  // namespace

std::chrono::year_month_day cite_file(Node& root, Diagnostics& diagnostics,
                                      const std::string& file) {
    const Entry* stated = root.find("source");
    if (stated == nullptr || !stated->value.is_text()) return {};
    Node title = *take(root, "source");
    const auto place = title.place;
    const auto date = take(root, "date");
    const auto day = date ? parse_date(date->text) : parse_date("");
    if (!day) {
        diagnostics.add({.file = file,
                         .line = static_cast<int>(place.line),
                         .column = static_cast<int>(place.column),
                         .key = "date",
                         .found = date ? files::found_text(*date) : "nothing",
                         .expected = "the day of the source, such as 2026-11-01"});
        return {};
    }
    Node document, documents;
    document.place = documents.place = place;
    document.entries.push_back({"title", place, std::move(title)});
    documents.entries.push_back({id_of_file, place, std::move(document)});
    root.entries.push_back({"source", place, std::move(documents)});
    auto confidence = take(root, "confidence");
    Citing(*date, confidence ? *confidence : text_node("assumed", place)).all(root);
    return *day;
}

}  // namespace reentry
