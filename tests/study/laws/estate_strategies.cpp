// The part of a random estate that protects it: strategies and their copies.
#include "tests/study/laws/estate_text.hpp"

namespace laws {
namespace {

const std::vector<std::string> providers{"aws-eu-central-1",
                                         "azure-germanywestcentral",
                                         "google-europe-west3",
                                         "scaleway",
                                         "ibm",
                                         "ovhcloud",
                                         "otc-eu-de",
                                         "aws-eu-central-1",
                                         "azure-germanywestcentral"};
const std::vector<std::string> products{
    "generic", "generic",        "restic",        "borg",      "kopia",           "velero",
    "wal-g",   "veeam-capacity", "veeam-archive", "commvault", "netbackup-cloud", "bacula"};
const std::vector<std::string> classes{"hot", "cool", "cold", "archive", "archive", "deep-archive"};
const std::vector<std::string> thaws{"standard", "standard",  "standard",
                                     "bulk",     "expedited", "high-priority"};
const std::vector<std::string> chains{"full", "incremental", "differential"};
const std::vector<std::string> methods{"full", "incremental", "incremental", "differential",
                                       "forever"};

bool begins_with(const std::string& text, const char* with) { return text.rfind(with, 0) == 0; }

}  // namespace

// What is copied how, from where to where.
struct EstateText::Course {
    std::string method, from = "source", to;
    std::string via{};                     // gateway; "" = none
    std::vector<std::string> workloads{};  // empty: all, or some
    std::string promote{};                 // site at which a replica takes over; "" = never
    bool own() const { return to.find('/') == std::string::npos; }
    std::string role() const { return to.substr(0, to.find('/') + 1); }
};

// Virtual tapes are offered by one provider only, devices by two: these come more often.
const std::string& EstateText::provider() {
    static const std::string tapes = "aws-eu-central-1";
    return wide_ && dice_.chance(0.35) ? tapes : dice_.one_of(providers);
}

void EstateText::strategies() {
    for (int i = 0; i < 3; ++i) {
        table("strategy");
        word("id", fmt::format("s{}", i));
        word("connection", "way");
        word("second", dice_.one_of(providers));
        word("prefer", dice_.one_of({"freshest", "freshest", "fastest"}));
        copies_.clear();
        replica_ = {};
        const int copies = dice_.whole(1, 3);
        for (int c = 0; c < copies; ++c) copy(c);
    }
}

EstateText::Course EstateText::plain_course() {
    Course course;
    if (!copies_.empty() && dice_.chance(0.5)) course.from = dice_.one_of(copies_);
    const bool own = dice_.chance(0.5);
    const std::string role = dice_.chance(0.8) ? "provider/" : "second/";
    course.to = own ? dice_.one_of(stores_) : role + dice_.one_of(classes);
    course.method = dice_.one_of(methods);
    return course;
}

// A snapshot beside the data, a replica, virtual tapes, or as in the simpler estates.
EstateText::Course EstateText::wide_course() {
    auto course = plain_course();
    const auto& array =
        arrays_[static_cast<std::size_t>(dice_.whole(0, static_cast<int>(arrays_.size()) - 1))];
    const double kind = dice_.between(0, 1);
    if (kind < 0.2 && !array.residents.empty())
        return {"snapshot", "source", array.id, {}, array.residents};
    if (kind < 0.3 && !replica_.id.empty()) return {"snapshot", replica_.id, replica_.array};
    if (kind < 0.4) {
        course.method = "replication";
        course.from = "source";
        if (dice_.chance(0.4)) return course;
        course.to = array.id;
        if (dice_.chance(0.5)) course.promote = array.site;
        return course;
    }
    if (kind < 0.65 && !gateway_.empty()) {
        course.via = gateway_;
        course.to = dice_.one_of({"provider/archive", "provider/deep-archive"});
        course.method = dice_.one_of(chains);
    }
    return course;
}

void EstateText::copy(int place_in_chain) {
    const auto id = fmt::format("c{}", place_in_chain);
    const auto course = wide_ ? wide_course() : plain_course();
    table("strategy.copy");
    word("id", id);
    word("from", course.from);
    word("to", course.to);
    if (!course.workloads.empty())
        key("workloads", "[\"{}\"]", fmt::join(course.workloads, "\", \""));
    else if (dice_.chance(0.3))
        key("workloads", "{}", list_of_some(workloads_, 0.6));
    word("method", course.method);
    key("every", "\"{} h\"", dice_.one_of({"4", "6", "12", "24", "24", "24", "72", "168"}));
    key("at", "\"{:02}:15\"", dice_.whole(0, 23));
    if (dice_.chance(0.4)) key("spread", "\"{} min\"", dice_.whole(10, 400));
    if (dice_.chance(0.3)) key("hold", "\"{} min\"", dice_.whole(10, 600));
    if (dice_.chance(0.6)) key("full_every", "\"{} d\"", dice_.whole(3, 21));
    if (dice_.chance(0.3)) key("window", "\"{} h\"", dice_.whole(2, 12));
    word("overrun", dice_.one_of({"skip", "queue"}));
    inline_table("keep",
                 {{"days", number(1, 30)}, {"weeks", number(0, 4)}, {"months", number(0, 2)}});
    if (dice_.chance(0.3)) key("ship_logs", "\"{} min\"", dice_.whole(5, 120));
    word("integration", course.own() ? "generic" : dice_.one_of(products));
    key("locked", "{}", dice_.chance(0.3));
    word("thaw", dice_.one_of(thaws));
    if (dice_.chance(0.4)) {
        word("thaw_pace", "paced");
        key("thaw_ahead", "\"{} min\"", dice_.whole(30, 600));
    }
    if (dice_.chance(0.2)) key("accounts", "{}", dice_.whole(2, 5));
    if (dice_.chance(0.2)) key("restore_failure", "{:.2f}", dice_.between(0.05, 0.7));
    if (wide_) more_of_copy(course);
    // Nothing is copied out of virtual tapes, and of snapshots and replicas only beside them.
    const bool beside = begins_with(course.to, "array");
    if (course.via.empty() && !beside) copies_.push_back(id);
    if (course.method == "replication" && beside) replica_ = {id, course.to};
}

void EstateText::more_of_copy(const Course& course) {
    if (!course.via.empty()) word("via", course.via);
    if (!course.promote.empty()) word("promote", course.promote);
    const bool tape = begins_with(course.to, "library") || course.to == "vault";
    const bool chain = course.method == "incremental" || course.method == "differential";
    if (chain && !tape && course.via.empty() && dice_.chance(0.5)) word("full", "synthetic");
    if (course.own() || !course.via.empty()) return;
    if (course.to != course.role() + "archive" && dice_.chance(0.3))
        inline_table("tier_after",
                     {{"days", number(1, 20)}, {"to", "\"" + course.role() + "archive\""}});
    if (dice_.chance(0.3)) seed();
}

void EstateText::seed() {
    inline_table("seed", {{"by", "\"shipment\""},
                          {"order", uncertain(600, 10'000)},
                          {"load", rate(50, 1'000)},
                          {"courier", uncertain(600, 6'000)},
                          {"ingest", dice_.chance(0.5) ? rate(50, 1'000) : "\"0 MB/s\""}});
}

}  // namespace laws
