// The valid name that was probably meant: nearest by edit distance (insert, delete, replace, swap
// of neighbours; letter case and the choice between '-', '_' and blank count as half an edit).
//
// Nothing is near when the distance exceeds a third of the name's length (one edit is always
// allowed in names of two letters and more). Among equally near names the first one offered wins.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace reentry {

// Collects candidates one by one; result() is empty when none was near.
class NearestName {
 public:
    explicit NearestName(std::string_view given);
    void offer(std::string_view candidate);
    const std::string& result() const { return best_; }

 private:
    std::string given_;
    std::string best_;
    int best_distance_;
};

// Nearest of any range of strings; empty when nothing is near.
template <class Names>
std::string nearest(std::string_view given, const Names& valid) {
    NearestName search(given);
    for (const auto& name : valid) search.offer(name);
    return search.result();
}

inline std::string nearest(std::string_view given, std::initializer_list<std::string_view> valid) {
    return nearest<std::initializer_list<std::string_view>>(given, valid);
}

// Edit distance in half edits, as defined above; 1 between texts that differ in letter case alone.
int edit_distance(std::string_view a, std::string_view b);

}  // namespace reentry
