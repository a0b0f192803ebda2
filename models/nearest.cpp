#include "models/nearest.hpp"

#include "models/text.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace reentry {
namespace {

bool is_joint(char c) { return c == '-' || c == '_' || c == ' '; }

int replacement(char a, char b) {
    if (a == b) return 0;
    return is_joint(a) && is_joint(b) ? 1 : 2;
}

// Half edits up to which a name of this length is still recognised.
int tolerance(std::size_t length) {
    return length < 2 ? 1 : std::max(2, 2 * static_cast<int>(length) / 3);
}

// Optimal string alignment: three rows of the usual table are enough.
int alignment_distance(std::string_view a, std::string_view b) {
    std::vector<int> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = 2 * static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = 2 * static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min(
                {above[j] + 2, row[j - 1] + 2, above[j - 1] + replacement(a[i - 1], b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 2);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b) {
    return alignment_distance(lower(a), lower(b)) + (a != b && lower(a) == lower(b) ? 1 : 0);
}

NearestName::NearestName(std::string_view given)
    : given_(given), best_distance_(tolerance(given.size()) + 1) {}

void NearestName::offer(std::string_view candidate) {
    const int distance = edit_distance(given_, candidate);
    if (distance >= best_distance_) return;
    best_ = candidate;
    best_distance_ = distance;
}

}  // namespace reentry
