#include "models/files/choice.hpp"

#include "models/diagnostic.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::files {
namespace {

std::vector<std::string> all_quoted(const std::vector<std::string>& words) {
    std::vector<std::string> result;
    for (const auto& word : words) result.push_back(quoted(word));
    return result;
}

}  // namespace

std::optional<std::size_t> read_choice(const Node& node, const std::vector<std::string>& words,
                                       Reading& reading) {
    const auto at = std::find(words.begin(), words.end(), node.text);
    if (node.is_text() && at != words.end()) return static_cast<std::size_t>(at - words.begin());
    const bool near = node.is_text() && node.text.size() <= 64;
    reading.fault(node, choice_shape(words).form,
                  near ? did_you_mean(nearest(node.text, words)) : std::string{});
    return {};
}

Shape choice_shape(const std::vector<std::string>& words) {
    return {listed(all_quoted(words)), listed(all_quoted(words)),
            fmt::format(R"({{"enum":[{}]}})", fmt::join(all_quoted(words), ","))};
}

}  // namespace reentry::files
