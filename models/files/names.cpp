#include "models/files/names.hpp"

#include "models/diagnostic.hpp"
#include "models/files/value.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace reentry::files {
namespace {

constexpr std::size_t listed_at_most = 12;
constexpr std::size_t searched_at_most = 5'000;  // keeps rubbish from taking minutes

void add_once(std::vector<std::string>& all, std::string name) {
    if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(std::move(name));
}

// Words that combine a few beginnings with a few ends, such as "provider/hot", in short.
std::string words_text(const std::vector<std::string>& words) {
    std::vector<std::string> heads, tails, all;
    for (const auto& word : words) {
        const auto slash = word.find('/');
        all.push_back(quoted(word));
        if (slash == std::string::npos) continue;
        add_once(heads, quoted(word.substr(0, slash + 1)));
        add_once(tails, word.substr(slash + 1));
    }
    if (words.size() <= listed_at_most || heads.size() * tails.size() != words.size())
        return listed(all);
    return fmt::format("{} with {} behind it", listed(heads), listed(tails));
}

std::string expected_text(const Targets& targets, const std::vector<std::string>& candidates) {
    std::vector<std::string> names;
    for (const auto& name : candidates) names.push_back(quoted(name));
    const auto words = words_text(targets.words);
    if (targets.kinds.empty()) return words;
    const std::string id = "the id of " + kinds_text(targets);
    if (names.empty()) return id + ", but none is defined";
    if (names.size() > listed_at_most)
        return words.empty() ? id : fmt::format("{}, or {}", id, words);
    return names.size() == targets.words.size() ? words : fmt::format("{}: {}", id, listed(names));
}

}  // namespace

const Place* Names::declare(const std::string& kind, const std::string& name, Place place) {
    const Scope around = open_.size() < 2 ? open_.front() : open_[open_.size() - 2];
    const auto [at, is_new] = declared_[{around, kind}].emplace(name, place);
    return is_new ? nullptr : &at->second;
}

void Names::refer(Mention mention) {
    std::vector<Scope> scopes(open_.rbegin(), open_.rend());
    scopes.erase(std::unique(scopes.begin(), scopes.end()), scopes.end());
    referred_.push_back({std::move(mention), std::move(scopes)});
}

bool Names::exists(const Referred& reference) const {
    const auto& [targets, name, place, key] = reference.mention;
    if (std::find(targets.words.begin(), targets.words.end(), name) != targets.words.end())
        return true;
    for (const auto& kind : targets.kinds) {
        const auto outside = known_.find(kind);
        if (outside != known_.end() && outside->second.count(name) > 0) return true;
        for (const Scope scope : reference.scopes) {
            const auto ids = declared_.find({scope, kind});
            if (ids != declared_.end() && ids->second.count(name) > 0) return true;
        }
    }
    return false;
}

std::vector<std::string> Names::candidates(const Referred& reference) const {
    std::vector<std::string> names;
    for (const auto& kind : reference.mention.targets.kinds) {
        for (const Scope scope : reference.scopes) {
            const auto ids = declared_.find({scope, kind});
            if (ids == declared_.end()) continue;
            for (const auto& [name, place] : ids->second) names.push_back(name);
        }
        const auto outside = known_.find(kind);
        if (outside != known_.end())
            names.insert(names.end(), outside->second.begin(), outside->second.end());
    }
    const auto& words = reference.mention.targets.words;
    names.insert(names.end(), words.begin(), words.end());
    return names;
}

void Names::resolve(const std::function<void(const Mention&, const Fault&)>& report,
                    std::size_t most) const {
    for (const auto& reference : referred_) {
        if (exists(reference)) continue;
        if (most-- == 0) return;
        const Mention& mention = reference.mention;
        const auto valid = candidates(reference);
        const bool search = mention.name.size() <= 64 && valid.size() <= searched_at_most;
        const auto near = search ? nearest(mention.name, valid) : std::string();
        report(mention, {.place = mention.place,
                         .expected = expected_text(mention.targets, valid),
                         .hint = did_you_mean(near)});
    }
}

}  // namespace reentry::files
