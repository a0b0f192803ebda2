#include "models/files/override.hpp"

#include "models/files/address.hpp"
#include "models/files/parse.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <utility>

namespace reentry::files {
namespace {

class Overriding {
 public:
    Overriding(Document& document, const std::string& address, Diagnostics& diagnostics)
        : document_(document), address_(address), diagnostics_(diagnostics) {}

    bool set(const std::string& value) {
        const auto steps = parse_address(address_);
        if (!steps)
            return fault(quoted(address_), "keys joined by dots, such as link.wan.capacity");
        const auto file = static_cast<std::uint32_t>(document_.files.size());
        place_ = {file, 0, 0};
        Node* target = walk(*steps);
        if (target == nullptr) return false;
        document_.files.push_back("override " + address_);
        *target = node_of(value);
        return true;
    }

 private:
    Node node_of(const std::string& text) const {
        if (auto value = parse_toml_value(text, place_, {})) return std::move(*value);
        Node node;
        node.kind = NodeKind::string;
        node.place = place_;
        node.text = text;
        return node;
    }

    // The node at the end of the steps, made when only keys of tables are missing; nullptr after a
    // fault.
    Node* walk(const std::vector<Step>& steps) {
        Node* node = &document_.root;
        for (const auto& step : steps) {
            if (node->kind == NodeKind::array)
                node = step.index ? at(*node, *step.index) : named(*node, step.name);
            else if (node->kind == NodeKind::table && !step.index)
                node = member(*node, step.name);
            else
                node = no_element(*node);
            if (node == nullptr) return nullptr;
        }
        return node;
    }

    Node* member(Node& table, const std::string& key) {
        if (Entry* entry = table.find(key)) return &entry->value;
        Entry& entry = table.entries.emplace_back();
        entry.key = key;
        entry.place = entry.value.place = place_;
        return &entry.value;
    }

    Node* at(Node& list, std::size_t index) {
        if (index < list.elements.size()) return &list.elements[index];
        fault(fmt::format("element {}", index),
              fmt::format("an element below {}", list.elements.size()));
        return nullptr;
    }

    Node* named(Node& list, const std::string& name) {
        NearestName near(name.substr(0, 64));
        std::vector<std::string> ids;
        for (auto& element : list.elements) {
            const std::string_view id = identity(element);
            if (id == name) return &element;
            near.offer(id);
            if (!id.empty()) ids.push_back(quoted(id));
        }
        fault(quoted(name), ids.empty() || ids.size() > 12 ? "the id of an element" : listed(ids),
              did_you_mean(near.result()));
        return nullptr;
    }

    Node* no_element(const Node& node) {
        fault("a way into " + found_text(node), "the address of a value");
        return nullptr;
    }

    bool fault(std::string found, std::string expected, std::string hint = {}) {
        diagnostics_.add({.file = "override " + address_,
                          .found = std::move(found),
                          .expected = std::move(expected),
                          .hint = std::move(hint)});
        return false;
    }

    Document& document_;
    const std::string& address_;
    Diagnostics& diagnostics_;
    Place place_;
};

}  // namespace

bool apply_override(Document& document, const std::string& address, const std::string& value,
                    Diagnostics& diagnostics) {
    return Overriding(document, address, diagnostics).set(value);
}

bool apply_overrides(Document& document, const Overrides& overrides, Diagnostics& diagnostics) {
    bool all = true;
    for (const auto& [address, value] : overrides)
        all &= apply_override(document, address, value, diagnostics);
    return all;
}

}  // namespace reentry::files
