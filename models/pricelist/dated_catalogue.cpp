#include "models/pricelist/dated_catalogue.hpp"

#include "models/catalogue/provider.hpp"
#include "models/files/parse.hpp"
#include "models/pricelist/inline_table.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace reentry::pricelist {
namespace {

using files::Node;

// A piece of the text and what stands there instead.
struct Patch {
    std::size_t begin = 0, end = 0;
    std::string text;
};

const Node* child(const Node& node, const std::string& name) {
    if (const auto* entry = node.find(name)) return &entry->value;
    for (const auto& element : node.elements)
        if (files::identity(element) == name) return &element;
    return nullptr;
}

// "tier.cold.price.put": keys, and ids of list elements. Names with dots do not occur in rules.
const Node* look_up(const Node& root, const std::string& address) {
    const Node* node = &root;
    for (const auto& name : split(address, '.')) {
        if (node == nullptr) return nullptr;
        node = child(*node, std::string(name));
    }
    return node;
}

std::string bands_text(const Stated& stated) {
    if (stated.bands.size() == 1)
        return fmt::format("price = {}", quoted(stated.bands[0].price->to_string()));
    std::string text;
    for (const auto& band : stated.bands) {
        text += text.empty() ? "{ " : ", { ";
        if (band.up_to) text += fmt::format("up_to = {}, ", quoted(band.up_to->to_string()));
        text += fmt::format("price = {} }}", quoted(band.price->to_string()));
    }
    return "bands = [" + text + "]";
}

std::string note_of(const FigureChange& change) {
    std::string note = fmt::format("{}, SKU {}", change.meter, change.sku);
    if (change.verdict == Verdict::changed) note += "; before: " + to_string(*change.before);
    return note;
}

class Editor {
 public:
    Editor(const std::string& text, const PriceList& list, std::chrono::year_month_day day)
        : text_(text), list_(list), day_(day) {}

    // The entry with the figures of the list; everything else that it says stays.
    std::string entry(const Node& old, const FigureChange& change) const {
        static const std::set<std::string> replaced{"price", "bands", "free",   "source",
                                                    "date",  "note",  "absent", "confidence"};
        std::string text = "{ " + bands_text(*change.after);
        if (!change.after->free.is_zero())
            text += fmt::format(", free = {}", quoted(change.after->free.to_string()));
        for (const auto& part : old.entries)
            if (replaced.count(part.key) == 0)
                text += fmt::format(", {} = {}", part.key, inline_text(part.value));
        return text + fmt::format(", source = {}, date = {}, confidence = \"feed\", note = {} }}",
                                  quoted(change.source), format_date(date_of(change.source)),
                                  quoted(note_of(change)));
    }

    // False when the entry is no inline table.
    bool replace(const Node& node, const FigureChange& change) {
        const auto begin = offset_of(text_, node.place);
        const auto end = begin ? end_of_table(text_, *begin) : std::nullopt;
        if (!end) return false;
        patches_.push_back({*begin, *end, entry(node, change)});
        used_.insert(change.source);
        return true;
    }

    // A value of the head, up to the end of its line or its comment.
    void replace_head(const Node& root, const std::string& key, const std::string& value) {
        const auto* entry = root.find(key);
        const auto begin = entry == nullptr ? std::nullopt : offset_of(text_, entry->value.place);
        if (!begin) return;
        const auto end = std::min(text_.find_first_of("\n#", *begin), text_.size());
        patches_.push_back({*begin, end, value});
    }

    std::string result() {
        std::sort(patches_.begin(), patches_.end(),
                  [](const Patch& a, const Patch& b) { return a.begin < b.begin; });
        std::string text;
        std::size_t at = 0;
        for (const auto& patch : patches_) {
            text += text_.substr(at, patch.begin - at) + patch.text;
            at = patch.end;
        }
        text += text_.substr(at);
        if (!text.ends_with('\n')) text += '\n';
        for (const auto& id : used_) text += document(id);
        return text;
    }

    std::chrono::year_month_day date_of(const std::string& source) const {
        const auto found = list_.sources.find(source);
        return found == list_.sources.end() ? day_ : found->second.date.value_or(day_);
    }

 private:
    std::string document(const std::string& id) const {
        const auto found = list_.sources.find(id);
        if (found == list_.sources.end()) return {};
        return fmt::format("\n[source.{}]\ntitle = {}\nurl = {}\ndate = {}\n", id,
                           quoted(found->second.title), quoted(found->second.url),
                           format_date(date_of(id)));
    }

    const std::string& text_;
    const PriceList& list_;
    std::chrono::year_month_day day_;
    std::vector<Patch> patches_;
    std::set<std::string> used_;
};

}  // namespace

DatedCatalogue make_dated(const std::string& text, const ProviderFile& catalogue,
                          const PriceList& list, const std::vector<FigureChange>& changes,
                          std::chrono::year_month_day day, Diagnostics& diagnostics) {
    DatedCatalogue dated;
    dated.id = catalogue.id + '-' + format_date(day);
    const auto root = files::parse_toml(text, catalogue.id, 0, {}, diagnostics);
    if (!root) return dated;
    Editor editor(text, list, day);
    auto newest = catalogue.price_list;
    for (const auto& change : changes) {
        if (!change.taken()) continue;
        const Node* node = look_up(*root, change.address);
        if (node != nullptr && editor.replace(*node, change))
            newest = std::max(newest, editor.date_of(change.source));
        else
            dated.left_out.push_back(change.address);
    }
    editor.replace_head(*root, "id", quoted(dated.id));
    editor.replace_head(*root, "price_list", format_date(newest));
    dated.text = editor.result();
    read_provider_text(dated.id + ".toml", dated.text, diagnostics);
    return dated;
}

}  // namespace reentry::pricelist
