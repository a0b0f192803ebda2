// The two heaps of the flow engine.
//
// LazyHeap: entries are pushed and only the first can be changed; an entry that no longer holds is
// discarded when it comes to the top. Four children to a node, so that a way down crosses half the
// cache lines. IndexedHeap: one key per small integer, which can be changed or removed where it
// stands. Both are min-heaps; among equal keys the order is deterministic but not specified.
#pragma once

#include "sim/large_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace reentry::sim::flow {

// Entry needs a total preorder `later(a, b)`: true when a comes out after b.
template <class Entry>
class LazyHeap {
 public:
    void push(const Entry& entry) {
        entries_.push_back(entry);
        rise(entries_.size() - 1, entry);
    }

    // The first entry for which holds(entry), or nullptr; what stands before it is discarded.
    template <class Holds>
    const Entry* top(Holds holds) {
        while (!entries_.empty() && !holds(entries_.front())) pop();
        return entries_.empty() ? nullptr : &entries_.front();
    }

    void pop() {
        const Entry last = entries_.back();
        entries_.pop_back();
        if (!entries_.empty()) sink_to_leaf(last);
    }

    // Puts an entry that is no smaller in the place of the first: it mostly stays near the top.
    void replace_first(const Entry& entry) {
        std::size_t hole = 0;
        while (hole * arity + 1 < entries_.size()) {
            const std::size_t first = first_child(hole);
            if (!later(entry, entries_[first])) break;
            entries_[hole] = entries_[first];
            hole = first;
        }
        entries_[hole] = entry;
    }

    // Discards all that no longer holds, once that is the larger part; `holding` is how many still
    // do.
    template <class Holds>
    void prune(std::size_t holding, Holds holds) {
        if (entries_.size() <= 2 * holding + 32) return;
        std::erase_if(entries_, [&](const Entry& entry) { return !holds(entry); });
        LargeVector<Entry> kept;
        kept.swap(entries_);
        for (const Entry& entry : kept) push(entry);
    }

    void clear() { entries_.clear(); }
    bool empty() const { return entries_.empty(); }
    // Must not be empty; may no longer hold.
    const Entry& first() const { return entries_.front(); }
    const LargeVector<Entry>& entries() const { return entries_; }

 private:
    static constexpr std::size_t arity = 4;

    void rise(std::size_t hole, const Entry entry) {
        while (hole > 0) {
            const std::size_t parent = (hole - 1) / arity;
            if (!later(entries_[parent], entry)) break;
            entries_[hole] = entries_[parent];
            hole = parent;
        }
        entries_[hole] = entry;
    }

    // The hole goes down to a leaf and the last entry rises from there: it belongs near the bottom.
    void sink_to_leaf(const Entry& last) {
        std::size_t hole = 0;
        while (hole * arity + 1 < entries_.size()) {
            const std::size_t first = first_child(hole);
            fetch_children(first);
            entries_[hole] = entries_[first];
            hole = first;
        }
        rise(hole, last);
    }

    // The child of a node that comes first; there must be one.
    std::size_t first_child(std::size_t of) const {
        std::size_t first = of * arity + 1;
        const std::size_t end = std::min(first + arity, entries_.size());
        for (std::size_t i = first + 1; i < end; ++i)
            if (later(entries_[first], entries_[i])) first = i;
        return first;
    }

    void fetch_children(std::size_t of) const {
        const std::size_t child = of * arity + 1;
        if (child >= entries_.size()) return;
        __builtin_prefetch(&entries_[child]);
        __builtin_prefetch(reinterpret_cast<const char*>(&entries_[child]) + 64);
    }

    LargeVector<Entry> entries_;
};

template <class Key>
class IndexedHeap {
 public:
    bool empty() const { return heap_.empty(); }
    std::uint32_t top() const { return heap_.front().index; }
    const Key& top_key() const { return heap_.front().key; }

    // Inserts the index or changes its key.
    void set(std::uint32_t index, const Key& key) {
        if (index >= position_.size()) position_.resize(index + 1, absent);
        if (position_[index] == absent) {
            position_[index] = heap_.size();
            heap_.push_back({key, index});
        } else {
            heap_[position_[index]].key = key;
        }
        sink(rise(position_[index]));
    }

    // Does nothing when the index is not there.
    void erase(std::uint32_t index) {
        if (index >= position_.size() || position_[index] == absent) return;
        const std::size_t hole = position_[index];
        position_[index] = absent;
        const Node last = heap_.back();
        heap_.pop_back();
        if (hole == heap_.size()) return;
        place(hole, last);
        sink(rise(hole));
    }

 private:
    struct Node {
        Key key;
        std::uint32_t index;
    };
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);

    void place(std::size_t at, const Node& node) {
        heap_[at] = node;
        position_[node.index] = at;
    }

    std::size_t rise(std::size_t at) {
        const Node node = heap_[at];
        while (at > 0 && node.key < heap_[(at - 1) / 2].key) {
            place(at, heap_[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        place(at, node);
        return at;
    }

    void sink(std::size_t at) {
        const Node node = heap_[at];
        for (std::size_t child = 2 * at + 1; child < heap_.size(); child = 2 * at + 1) {
            if (child + 1 < heap_.size() && heap_[child + 1].key < heap_[child].key) ++child;
            if (!(heap_[child].key < node.key)) break;
            place(at, heap_[child]);
            at = child;
        }
        place(at, node);
    }

    std::vector<Node> heap_;
    std::vector<std::size_t> position_;
};

}  // namespace reentry::sim::flow
