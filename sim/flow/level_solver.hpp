// Re-solves the levels of the links that a change can reach: progressive filling over the sharing
// table.
//
// The set to solve starts with the links that changed and takes in every link crossed by classes
// whose bottleneck is in the set (their rates may change); levels outside stay. Links in the set
// are filled in the order of their levels. Whoever fills first draws in the classes that cross it
// but had a higher level elsewhere: from other links of the set, from links outside (which join the
// set: they only gain room, so their new levels are no lower), or from their own cap; and lets go
// of classes whose cap is lower.
//
// So the cost of a change is the number of table cells of the links reached, plus the classes that
// change their bottleneck; flows are not touched. Links are taken in the order (level, index):
// deterministic.
#pragma once

#include "sim/flow/heaps.hpp"
#include "sim/flow/sharing.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace reentry::sim::flow {

class LevelSolver {
 public:
    // Makes all levels right again after changes at these links. Clocks of the links it reaches
    // have run to table.now. `reached()` and `recapped()` tell whose finishing times may have
    // changed.
    void solve(Sharing& table, std::span<const std::uint32_t> changed);

    // Links whose level or group may have changed in the last solve.
    std::span<const std::uint32_t> reached() const { return set_; }

    // Classes that went to or came from their own cap in the last solve; may name one more than
    // once.
    std::span<const std::uint32_t> recapped() const { return recapped_; }

 private:
    // A link while it is filled.
    struct Filling {
        std::uint64_t solve = 0;   // the solve in whose set it is
        bool frozen = false;       // its level is found
        double left = 0.0;         // capacity less the load of all whose level is found
        double weight = 0.0;       // of the others
        std::uint32_t rising = 0;  // how many classes those are
    };
    struct Candidate {
        double level;
        std::uint32_t link;
        friend bool later(const Candidate& a, const Candidate& b) {
            return (a.level > b.level) | ((a.level == b.level) & (a.link > b.link));
        }
    };

    bool in_set(std::uint32_t link) const { return fillings_[link].solve == solve_; }
    bool rises(std::uint32_t link) const { return in_set(link) && !fillings_[link].frozen; }
    void include(std::uint32_t link);
    void refresh(std::uint32_t link);
    double level_of(std::uint32_t link) const;
    void propose(std::uint32_t link);
    void take_first();
    void fill(std::uint32_t link);
    bool let_go_to_caps(std::uint32_t link);
    bool draw_from_caps(std::uint32_t link);
    bool draw_from_outside(std::uint32_t link);
    bool draw_from_set(std::uint32_t link);
    void to_cap(std::uint32_t flow_class);
    void from_cap(std::uint32_t flow_class, std::uint32_t link);
    void join(std::span<const std::uint32_t> links);
    void freeze(std::uint32_t link, double level);
    void finish();

    Sharing* table_ = nullptr;
    std::uint64_t solve_ = 0;
    std::vector<Filling> fillings_;
    std::vector<std::uint32_t> set_;
    std::vector<std::uint32_t> recapped_;
    std::vector<std::uint32_t> joining_;
    std::vector<std::uint32_t> drawn_;
    LazyHeap<Candidate> queue_;
};

}  // namespace reentry::sim::flow
