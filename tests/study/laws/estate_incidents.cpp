// The part of a random estate that goes wrong, and what is planned for it.
#include "tests/study/laws/estate_text.hpp"

#include <algorithm>

namespace laws {
namespace {

const std::vector<std::string> destroying{"deleted-data", "failed-array", "lost-site", "ransomware",
                                          "failed-system"};
const std::vector<std::string> passing{"dark", "cut"};

}  // namespace

void EstateText::incidents() {
    if (wide_)
        for (const auto* classes : {&destroying, &passing})
            for (const auto& id : *classes)
                (dice_.chance(0.4) ? followed_ : following_).push_back(id);
    for (const auto& kind : destroying) incident(kind, dice_.one_of(busy_sites_));
    if (!wide_) return;
    outages();
    leaving();
    drill();
}

// Some classes are followed by another, which nothing follows.
void EstateText::follower(const std::string& id) {
    if (following_.empty() || !std::count(followed_.begin(), followed_.end(), id)) return;
    word("followed_by", dice_.one_of(following_));
    key("after", "{}", uncertain(5, 3'000));
}

void EstateText::incident(const std::string& kind, const std::string& site) {
    table("incident");
    word("id", kind);
    word("kind", kind);
    text_ += "rate = \"1 /y\"\n";
    word("site", site);
    if (dice_.chance(0.3)) word("recover_at", dice_.one_of(sites_));
    if (kind == "deleted-data" || kind == "ransomware" || kind == "failed-system")
        text_ += dice_.chance(0.5) ? "share = { uniform = [0.01, 1.0] }\n" : "share = 0.6\n";
    key("detection", "{}", uncertain(5, 3'000));
    key("decision", "{}", uncertain(5, 300));
    key("target", "{}", uncertain(5, 4'000));
    if (kind == "ransomware") key("dwell", "{}", uncertain(60, 20'000));
    if (wide_ && dice_.chance(0.4)) key("repair", "{}", uncertain(60, 6'000));
    follower(kind);
}

void EstateText::outages() {
    table("incident");
    text_ += "id = \"dark\"\nkind = \"provider-outage\"\nrate = \"1 /y\"\n";
    word("role", dice_.one_of({"provider", "second"}));
    key("workloads", "{}", list_of_some(workloads_, 0.3));
    key("outage", "{}", uncertain(30, 2'000));
    key("decision", "{}", uncertain(5, 300));
    follower("dark");
    table("incident");
    text_ += "id = \"cut\"\nkind = \"wan-outage\"\nrate = \"1 /y\"\n";
    key("links", "[\"{}\"]",
        links_ > 0 ? fmt::format("link{}", dice_.whole(0, links_ - 1)) : "way");
    key("outage", "{}", uncertain(30, 2'000));
    follower("cut");
}

void EstateText::leaving() {
    table("incident");
    text_ += "id = \"exit\"\nkind = \"provider-exit\"\nrate = \"1 /y\"\n";
    word("role", dice_.one_of({"provider", "provider", "second"}));
    word("to", dice_.one_of(disks_));
}

void EstateText::drill() {
    table("drill");
    word("id", "drill");
    word("incident", dice_.one_of(destroying));
    key("first", "\"{} d\"", dice_.whole(30, 40));
    key("every", "\"{} d\"", dice_.whole(10, 30));
    key("at", "\"{:02}:00\"", dice_.whole(0, 23));
    word("site", dice_.one_of(sites_));
    key("workloads", "{}", dice_.chance(0.3) ? list_of_some(workloads_, 0.7) : "[]");
    key("target", "{}", uncertain(5, 600));
    key("operators", "{}", dice_.whole(1, 3));
}

}  // namespace laws
