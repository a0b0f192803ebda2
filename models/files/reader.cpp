#include "models/files/reader.hpp"

#include "models/files/address.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace reentry::files {
namespace {

constexpr std::size_t most_faults = 500;  // that are reported
constexpr std::size_t noted_faults =
    5'000;  // that are kept, to be sorted; further ones are counted

// A table that is being read.
struct Open {
    const Node* table;
    Address address;
    std::size_t faults = 0;                 // in it and in what it holds
    std::vector<std::string_view> known{};  // the keys of its field list
};

std::string unknown_key_expected(const std::vector<std::string_view>& known) {
    std::vector<std::string> names(known.begin(), known.end());
    std::sort(names.begin(), names.end());
    return names.empty() ? "no keys here" : "one of the keys " + listed(names);
}

// Who writes 19 for a share means 19 %.
std::string percent_hint(const Node& node, const Limits<double>& bounds) {
    const bool is_share = bounds.at_most.value_or(2) <= 1 || bounds.below.value_or(2) <= 1;
    const bool likely = is_share && node.number > 1 && node.number <= 100;
    return likely ? did_you_mean(fmt::format("{} %", node.number)) : std::string();
}

}  // namespace

class Reader::Work {
 public:
    Work(const Document& document, const KnownNames& known, Diagnostics& diagnostics)
        : document_(document), names_(known), diagnostics_(diagnostics) {}

    void open(const Node& table, Address address, bool is_element) {
        open_.push_back({&table, std::move(address)});
        names_.open_table(is_element);
    }

    void close() {
        report_unknown_keys();
        names_.close_table();
        const std::size_t faults = open_.back().faults;
        open_.pop_back();
        if (!open_.empty()) open_.back().faults += faults;
    }

    const Open& here() const { return open_.back(); }

    const Entry* take(const Field& field) {
        open_.back().known.push_back(field.key);
        return here().table->find(field.key);
    }

    void missing(const Field& field, const std::string& form) {
        report(here().address.key(field.key).shown,
               {.place = here().table->place, .found = "nothing", .expected = form});
    }

    void note_origin(const Address& address, Place place) {
        origins_.emplace(address.exact, place);
    }

    void report(std::string key, Fault fault) {
        if (!open_.empty()) ++open_.back().faults;
        ++fault_count_;
        if (faults_.size() == noted_faults) return;
        fault.key = std::move(key);
        faults_.push_back(std::move(fault));
    }

    void declare(const std::string& kind, const std::string& name, Place place,
                 const std::string& key) {
        const Place* first = names_.declare(kind, name, place);
        if (first == nullptr) return;
        report(key, {.place = place,
                     .found = fmt::format("{} again", quoted(name)),
                     .expected = fmt::format("a name that no other {} has", kind),
                     .hint = fmt::format("the first is in {}:{}", document_.files[first->file],
                                         first->line)});
    }

    void mentions(const Reading& reading, const std::string& key) {
        for (const auto& [targets, name, place, part] : reading.declared())
            declare(targets.kinds.front(), name, place, key + part);
        for (auto mention : reading.referred()) {
            mention.key = key + mention.key;
            names_.refer(std::move(mention));
        }
    }

    void finish() {
        const auto unresolved = [this](const Mention& mention, Fault fault) {
            fault.found = quoted(mention.name.substr(0, 64));
            report(mention.key, std::move(fault));
        };
        names_.resolve(unresolved, most_faults);
        hand_over();
    }

    const Origins& origins() const { return origins_; }

 private:
    void report_unknown_keys() {
        const auto known = here().known;
        for (const auto& entry : here().table->entries) {
            if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
            if (faults_.size() == noted_faults) {
                ++fault_count_;
                continue;
            }
            const auto near = entry.key.size() <= 64 ? nearest(entry.key, known) : std::string();
            report(here().address.key(entry.key.substr(0, 64)).shown,
                   {.place = entry.place,
                    .found = "an unknown key",
                    .expected = near.empty() ? unknown_key_expected(known) : std::string(),
                    .hint = did_you_mean(near)});
        }
    }

    // In the order of the files, so that a person mends them from top to bottom.
    void hand_over() {
        std::vector<std::tuple<Place, std::size_t>> order;
        for (std::size_t i = 0; i < faults_.size(); ++i) order.emplace_back(faults_[i].place, i);
        std::sort(order.begin(), order.end());
        order.resize(std::min(order.size(), most_faults));
        for (const auto& [place, i] : order) diagnostics_.add(diagnostic(faults_[i]));
        if (fault_count_ > most_faults)
            diagnostics_.add({.severity = Severity::note,
                              .file = document_.files.front(),
                              .found = fmt::format("{} more faults", fault_count_ - most_faults)});
    }

    Diagnostic diagnostic(const Fault& fault) const {
        return {.file = document_.files[fault.place.file],
                .line = static_cast<int>(fault.place.line),
                .column = static_cast<int>(fault.place.column),
                .key = fault.key,
                .found = fault.found,
                .expected = fault.expected,
                .hint = fault.hint};
    }

    const Document& document_;
    Names names_;
    Diagnostics& diagnostics_;
    Origins origins_;
    std::vector<Open> open_;
    std::vector<Fault> faults_;
    std::size_t fault_count_ = 0;
};

Reader::Reader(const Document& document, const KnownNames& known, Diagnostics& diagnostics)
    : work_(std::make_unique<Work>(document, known, diagnostics)), document_(document) {}

Reader::~Reader() = default;

void Reader::begin() { work_->open(document_.root, {}, false); }

void Reader::end() {
    work_->close();
    work_->finish();
}

const Origins& Reader::origins() const { return work_->origins(); }

void Reader::value(const Field& field, Value& value) {
    const Entry* entry = work_->take(field);
    if (entry == nullptr) {
        if (field.required) work_->missing(field, value.shape().form);
        return;
    }
    const Address address = work_->here().address.key(field.key);
    Reading reading;
    value.read(entry->value, reading);
    for (auto fault : reading.faults()) {
        if (fault.hint.empty()) fault.hint = percent_hint(entry->value, value.bounds());
        work_->report(address.shown + fault.key, fault);
    }
    work_->mentions(reading, address.shown);
    work_->note_origin(address, entry->value.place);
}

void Reader::group(const Field& field, Group& group) {
    const Entry* entry = work_->take(field);
    const Address address = work_->here().address.key(field.key);
    if (entry == nullptr) return absent_group(field, group, address);
    const Node& node = entry->value;
    switch (group.kind()) {
        case GroupKind::table:
        case GroupKind::possible:
            return read_table(node, group, address);
        case GroupKind::list:
            return read_list(field, node, group, address);
        case GroupKind::named:
            return read_named(node, group, address);
    }
}

void Reader::absent_group(const Field& field, Group& group, const Address& address) {
    if (field.required) work_->missing(field, fmt::format("[[{}]] tables", field.key));
    if (group.kind() != GroupKind::table) return;
    Node table;
    table.place = work_->here().table->place;
    work_->open(table, address, false);
    group.describe_at(0, *this);
    work_->close();
}

bool Reader::is_table(const Node& node, const Address& address) {
    if (node.kind == NodeKind::table) return true;
    work_->report(address.shown,
                  {.place = node.place, .found = found_text(node), .expected = "a table"});
    return false;
}

void Reader::read_table(const Node& node, Group& group, const Address& address) {
    if (!is_table(node, address)) return;
    work_->note_origin(address, node.place);
    work_->open(node, address, false);
    group.describe_new({}, *this);
    work_->close();
}

void Reader::read_list(const Field& field, const Node& node, Group& group, const Address& address) {
    if (node.kind != NodeKind::array)
        return work_->report(
            address.shown,
            {.place = node.place, .found = found_text(node), .expected = "a list of tables"});
    if (field.required && node.elements.empty())
        work_->report(address.shown, {.place = node.place,
                                      .found = found_text(node),
                                      .expected = fmt::format("[[{}]] tables", field.key)});
    group.clear();
    for (std::size_t i = 0; i < node.elements.size(); ++i) {
        const Node& element = node.elements[i];
        const Address where = address.element(identity(element), i);
        if (!is_table(element, where)) continue;
        work_->note_origin(where, element.place);
        work_->open(element, where, true);
        group.describe_new({}, *this);
        work_->close();
    }
}

void Reader::read_named(const Node& node, Group& group, const Address& address) {
    if (!is_table(node, address)) return;
    group.clear();
    for (const auto& [name, place, table] : node.entries) {
        const Address where = address.element(name, 0);
        if (!is_table(table, where)) continue;
        work_->note_origin(where, table.place);
        work_->open(table, where, true);
        work_->declare(group.id_kind(), name, place, where.shown);
        group.describe_new(name, *this);
        work_->close();
    }
}

void Reader::check(bool holds, std::string_view key, std::string_view expected) {
    if (holds || work_->here().faults > 0) return;
    const Entry* entry = work_->here().table->find(key);
    Fault fault{.place = work_->here().table->place, .expected = std::string(expected)};
    if (entry != nullptr) {
        fault.place = entry->value.place;
        fault.found = found_text(entry->value);
    }
    work_->report(work_->here().address.key(key).shown, fault);
}

}  // namespace reentry::files
