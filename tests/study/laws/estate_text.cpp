#include "tests/study/laws/estate_text.hpp"

#include "models/scenario/workload.hpp"

#include <algorithm>

namespace laws {
namespace {

// Words of the file that stand for kinds, so that a new kind takes part by itself.
std::vector<std::string> workload_kinds() {
    std::vector<std::string> words;
    for (const auto& choice : reentry::choices(reentry::Kind{})) words.emplace_back(choice.word);
    return words;
}

}  // namespace

std::string EstateText::write() {
    head();
    sites();
    network();
    stores();
    workloads();
    if (wide_) arrays();
    services();
    strategies();
    incidents();
    return std::move(text_);
}

void EstateText::inline_table(std::string_view name, Pairs pairs) {
    text_ += fmt::format("{} = {{", name);
    for (const auto& [inner, value] : pairs)
        text_ += fmt::format("{} {} = {}", text_.back() == '{' ? "" : ",", inner, value);
    text_ += " }\n";
}

std::string EstateText::rate(double least, double most) {
    return fmt::format("\"{:.0f} MB/s\"", dice_.spread(least, most));
}

std::string EstateText::time(double least, double most) {
    return fmt::format("\"{:.0f} min\"", dice_.spread(least, most));
}

std::string EstateText::uncertain(double least, double most) {
    switch (dice_.whole(0, 5)) {
        case 0:
            return fmt::format("{{ uniform = [\"{0:.0f} min\", \"{1:.0f} min\"] }}", least, most);
        case 1:
            return fmt::format("{{ exponential = \"{:.0f} min\" }}", dice_.between(least, most));
        case 2:
            return fmt::format(
                "{{ triangular = [\"{:.0f} min\", \"{:.0f} min\", \"{:.0f} min\"] }}", least,
                dice_.between(least, most), most);
        case 3:
            return "\"0 min\"";
        default:
            return time(std::max(1.0, least), most);
    }
}

std::string EstateText::list_of_some(const std::vector<std::string>& words, double chance) {
    std::vector<std::string> some;
    for (const auto& name : words)
        if (dice_.chance(chance)) some.push_back("\"" + name + "\"");
    return fmt::format("[{}]", fmt::join(some, ", "));
}

void EstateText::head() {
    word("name", "random-estate");
    key("start", "2027-03-{:02}", dice_.whole(1, 28));
    word("horizon", "80 days");
    key("providers", "[\"{}\"]", provider());
    word("top_service", "all");
    inline_table("effort",
                 {{"settle", "\"30 days\""}, {"incidents", "10"}, {"seed", number(1, 1'000'000)}});
    if (dice_.chance(0.3))
        inline_table("transport", {{"window", "\"" + number(1, 16) + " MiB\""},
                                   {"streams", number(1, 32)},
                                   {"encryption", rate(100, 2'000)}});
    table("exchange_rate");
    text_ += "from = \"USD\"\nto = \"EUR\"\nrate = \"0.86\"\nas_of = 2026-11-01\n";
    table("exchange_rate");
    text_ += "from = \"GBP\"\nto = \"EUR\"\nrate = \"1.15\"\nas_of = 2026-11-01\n";
}

void EstateText::sites() {
    const int count = dice_.whole(1, 3);
    for (int i = 0; i < count; ++i) {
        sites_.push_back(fmt::format("site{}", i));
        table("site");
        word("id", sites_.back());
        key("production_read", "{}", rate(100, 4'000));
        key("production_write", "{}", rate(100, 2'000));
        const int from = dice_.whole(0, 12);
        inline_table("crew", {{"operators", number(1, 3)},
                              {"restores_each", number(1, 2)},
                              {"work_from", std::to_string(from)},
                              {"work_to", number(from + 1, 24)},
                              {"weekends", flag(0.5)},
                              {"on_call", uncertain(10, 120)},
                              {"shift", dice_.chance(0.4) ? time(120, 800) : "\"0 s\""},
                              {"rest", time(60, 800)},
                              {"relief", number(0, 2)}});
    }
}

void EstateText::line(const std::string& from, const std::string& to) {
    table("link");
    word("id", fmt::format("link{}", links_++));
    word("from", from);
    word("to", to);
    key("capacity", "\"{:.0f} Mbit/s\"", dice_.spread(200, 20'000));
    if (dice_.chance(0.3)) key("capacity_back", "\"{:.0f} Mbit/s\"", dice_.spread(200, 20'000));
    key("rtt", "\"{:.1f} ms\"", dice_.spread(0.5, 150));
    if (dice_.chance(0.3)) key("loss", "{:.7f}", dice_.spread(1e-6, 1e-3));
    if (dice_.chance(0.4)) key("backup_share", "{:.2f}", dice_.between(0.2, 1));
    if (dice_.chance(0.4)) key("recovery_share", "{:.2f}", dice_.between(0.3, 1));
    if (dice_.chance(0.4))
        inline_table("business", {{"busy", share(0, 0.9)},
                                  {"quiet", share(0, 0.4)},
                                  {"busy_from", "7"},
                                  {"busy_to", number(9, 24)}});
    if (dice_.chance(0.4))
        inline_table("outages",
                     {{"rate", "\"" + number(1, 60) + " /y\""}, {"repair", uncertain(10, 2'000)}});
}

// A tree over sites and exchange points, so that everything can be reached, and some more lines.
void EstateText::network() {
    auto nodes = sites_;
    for (int i = dice_.whole(0, 2); i > 0; --i) {
        points_.push_back(fmt::format("point{}", i));
        table("exchange_point");
        word("id", points_.back());
        nodes.push_back(points_.back());
    }
    for (std::size_t i = 1; i < nodes.size(); ++i)
        line(nodes[i], nodes[static_cast<std::size_t>(dice_.whole(0, static_cast<int>(i) - 1))]);
    for (int more = nodes.size() > 2 ? dice_.whole(0, 2) : 0; more > 0; --more) {
        const auto& from = dice_.one_of(nodes);
        const auto& to = dice_.one_of(nodes);
        if (from != to) line(from, to);
    }
    table("connection");
    word("id", "way");
    word("product", "internet");
    word("at", dice_.one_of(nodes));
    key("capacity", "\"{:.0f} Mbit/s\"", dice_.spread(200, 10'000));
    key("rtt", "\"{:.0f} ms\"", dice_.spread(1, 100));
    if (dice_.chance(0.3)) key("loss", "{:.7f}", dice_.spread(1e-6, 1e-4));
    if (dice_.chance(0.3))
        inline_table("outages",
                     {{"rate", "\"" + number(1, 40) + " /y\""}, {"repair", uncertain(10, 1'000)}});
}

void EstateText::stores() {
    for (int i = dice_.whole(1, 2); i > 0; --i) {
        disks_.push_back(fmt::format("disk{}", i));
        stores_.push_back(disks_.back());
        table("store");
        word("id", stores_.back());
        word("kind", "disk");
        word("site", dice_.one_of(sites_));
        word("equipment", dice_.one_of({"disk-array", "ceph-8-3"}));
        key("read", "{}", rate(50, 1'500));
        key("write", "{}", rate(50, 1'500));
        key("immutable", "{}", dice_.chance(0.3));
    }
    for (int i = dice_.whole(0, 2); i > 0; --i) {
        libraries_.push_back(fmt::format("library{}", i));
        stores_.push_back(libraries_.back());
        table("store");
        word("id", libraries_.back());
        word("kind", "tape-library");
        word("site", dice_.one_of(sites_));
        word("equipment", dice_.one_of({"tape-library-lto-8", "tape-library-lto-9"}));
        key("drives", "{}", dice_.whole(1, 4));
        key("drives_per_job", "{}", dice_.whole(1, 3));
    }
    if (wide_ && dice_.chance(0.7)) gateway();
    if (libraries_.empty() || dice_.chance(0.3)) return;
    stores_.push_back("vault");
    table("store");
    word("id", "vault");
    word("kind", "vault");
    word("site", dice_.one_of(sites_));
    word("equipment", "vault");
    word("library", dice_.one_of(libraries_));
    if (dice_.chance(0.4)) word("reader", dice_.one_of(libraries_));
    key("courier", "{}", uncertain(60, 1'440));
}

void EstateText::gateway() {
    gateway_ = "vtl";
    table("store");
    word("id", gateway_);
    word("kind", "gateway");
    word("site", dice_.one_of(sites_));
    word("equipment", "gateway-host");
    key("gateways", "{}", dice_.whole(1, 3));
    key("cache", "\"{:.0f} GB\"", dice_.spread(200, 20'000));
    key("upload_buffer", "\"{:.0f} GB\"", dice_.spread(10, 2'000));
    key("tape", "\"{:.0f} GB\"", dice_.spread(100, 2'500));
    if (dice_.chance(0.6)) key("eject_after", "\"{} d\"", dice_.whole(1, 20));
}

// Arrays on which snapshots and replicas can be kept: some of those that workloads lie on, and one
// on which none does.
void EstateText::arrays() {
    for (const auto& [where, residents] : residents_) {
        if (dice_.chance(0.4)) continue;
        arrays_.push_back(
            {fmt::format("array-{}-{}", where.first, where.second), where.first, residents});
        array(where.first, where.second);
    }
    arrays_.push_back({"array-apart", dice_.one_of(sites_), {}});
    array(arrays_.back().site, "apart");
}

void EstateText::array(const std::string& site, const std::string& name) {
    table("store");
    word("id", arrays_.back().id);
    word("kind", "array");
    word("site", site);
    word("equipment", "disk-array");
    word("array", name);
    key("immutable", "{}", dice_.chance(0.2));
}

void EstateText::workloads() {
    const int count = dice_.whole(2, 6);
    for (int i = 0; i < count; ++i) workload(i);
}

void EstateText::workload(int index) {
    const auto kind = dice_.one_of(workload_kinds());
    table("workload");
    word("id", fmt::format("w{}", index));
    word("kind", kind);
    busy_sites_.push_back(dice_.one_of(sites_));
    word("site", busy_sites_.back());
    const std::string array = dice_.chance(0.5) ? dice_.one_of({"a", "b"}) : "";
    if (!array.empty()) word("array", array);
    residents_[{busy_sites_.back(), array}].push_back(fmt::format("w{}", index));
    if (dice_.chance(0.3)) key("count", "{}", dice_.whole(2, 30));
    key("size", "\"{:.0f} GB\"", dice_.spread(5, 8'000));
    if (dice_.chance(0.5)) key("growth", "\"{} %/y\"", dice_.whole(0, 80));
    if (dice_.chance(0.3))
        text_ += "change = { uniform = [\"0.2 %/d\", \"6 %/d\"] }\n";
    else
        key("change", "\"{:.2f} %/d\"", dice_.between(0, 8));
    key("hot_share", "{:.2f}", dice_.between(0.1, 1));
    key("reduction", "{:.2f}", dice_.between(1, 4));
    key("item_size", "\"{:.0f} kB\"", dice_.spread(10, 1e6));
    if (kind == "postgresql" || dice_.chance(0.2)) key("logs", "{}", rate(1, 30));
    text_ +=
        "rto = \"1 d\"\nrpo = \"1 d\"\noutage_cost = \"100 EUR/h\"\nloss_cost = \"70 EUR/h\"\n";
    key("priority", "{}", dice_.whole(1, 9));
    if (dice_.chance(0.3)) key("minimum_share", "{:.2f}", dice_.between(0.05, 1));
    key("depends_on", "{}", list_of_some(workloads_, 0.35));
    stages(kind);
    workloads_.push_back(fmt::format("w{}", index));
}

void EstateText::stages(const std::string& kind) {
    text_ += "[workload.stages]\n";
    key("prepare", "{}", uncertain(1, 60));
    key("start", "{}", uncertain(1, 30));
    key("verify", "{}", uncertain(1, 90));
    if (dice_.chance(0.5)) key("replay", "{}", rate(10, 200));
    if (dice_.chance(0.3)) key("rehydrate", "{}", rate(50, 500));
    if (dice_.chance(0.5)) key("scan", "{}", rate(50, 1'000));
    stages_of_kinds();
    if (kind != "infrastructure-as-code" && dice_.chance(0.8)) return;
    key("rebuild_units", "{}", dice_.whole(1, 60));
    key("rebuild_slots", "{}", dice_.whole(1, 8));
    key("rebuild", "{}", uncertain(5, 40));
}

// What only some kinds look at; the others let it be.
void EstateText::stages_of_kinds() {
    if (dice_.chance(0.3)) key("items_per_second", "{}", dice_.whole(50, 5'000));
    if (dice_.chance(0.3)) key("log_fetch", "{}", rate(10, 200));
    if (dice_.chance(0.3)) key("side_by_side", "{}", dice_.whole(1, 8));
    if (dice_.chance(0.3)) key("boot", "{}", uncertain(1, 20));
    if (dice_.chance(0.3)) key("api_objects", "{}", dice_.whole(100, 20'000));
    if (dice_.chance(0.3)) key("volumes", "{}", dice_.whole(1, 200));
    if (dice_.chance(0.3)) key("nodes", "{}", dice_.whole(1, 10));
    if (dice_.chance(0.3)) key("partitions", "{}", dice_.whole(1, 100));
    if (dice_.chance(0.3)) key("offsets", "{}", uncertain(1, 30));
    if (dice_.chance(0.3)) key("import_rate", "{}", rate(20, 400));
    if (dice_.chance(0.3)) key("index", "{}", uncertain(1, 60));
    if (dice_.chance(0.3)) key("runners", "{}", uncertain(1, 60));
    if (dice_.chance(0.3)) key("configure", "{}", uncertain(1, 10));
}

void EstateText::services() {
    table("service");
    word("id", "all");
    key("workloads", "[\"{}\"]", fmt::join(workloads_, "\", \""));
    key("minimum", "[\"{}\"]", dice_.one_of(workloads_));
    if (dice_.chance(0.3)) key("priority", "{}", dice_.whole(1, 9));
    key("minimum_first", "{}", dice_.chance(0.5));
    text_ += "rto = \"1 d\"\nrpo = \"1 d\"\n";
}

std::string scenario_text(std::uint64_t seed) { return EstateText(seed).write(); }

}  // namespace laws
