#include "tests/models/operation_world.hpp"

#include <fmt/format.h>

namespace small_world {
namespace {

using namespace reentry;

// "2 d 0:08:20", with milliseconds where there are any.
std::string clock(sim::Duration since) {
    const auto day = std::chrono::floor<std::chrono::days>(since);
    const auto ms = std::chrono::round<std::chrono::milliseconds>(since - day).count();
    auto text = fmt::format("{}:{:02}:{:02}", ms / 3'600'000, ms / 60'000 % 60, ms / 1'000 % 60);
    if (ms % 1'000 != 0) text += fmt::format(".{:03}", ms % 1'000);
    return day.count() > 0 ? fmt::format("{} d {}", day.count(), text) : text;
}

std::string on_tapes(const RecoveryPoint& point, sim::Time end) {
    if (point.first_tape < 0) return {};
    return fmt::format(
        ", up after {}, cached {}, on tapes {}-{}", clock(point.uploaded - point.content),
        point.cached_until > end ? "to the end"
                                 : "for " + clock(point.cached_until - point.content),
        point.first_tape, point.last_tape);
}

}  // namespace

std::string some_files(const std::string& change) {
    std::string text = R"(
[[workload]]
id = "files"
kind = "file-tree"
site = "here"
size = "200 GB"
hot_share = 1.0
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"
change = ")" + change + R"("

[[service]]
id = "all"
workloads = ["files"]
rto = "1 d"
rpo = "1 d"
)";
    for (const char* kind : {"deleted-data", "failed-array", "lost-site", "ransomware"})
        text += fmt::format(
            "\n[[incident]]\nid = \"{0}\"\nkind = \"{0}\"\nrate = \"1 /y\"\n"
            "site = \"here\"\n{1}",
            kind, std::string_view(kind) == "lost-site" ? "recover_at = \"there\"\n" : "");
    return text;
}

std::string told(const SmallWorld& world, std::size_t copy) {
    std::string text;
    for (const auto& point : world.history.points[copy].front())
        text += fmt::format("{}: {} MB {}, there after {}{}\n",
                            clock(point.content - world.history.begin), point.bytes / 1'000'000,
                            point.whole ? "whole" : "part", clock(point.available - point.content),
                            on_tapes(point, world.history.end));
    return text;
}

std::string lain(const Ledger& ledger) {
    std::string text;
    for (const auto& s : ledger.stored())
        text += fmt::format("{}: {} GB from {} to {}{}\n", ledger.name(s.resource),
                            s.bytes / 1'000'000'000, clock(s.from - ledger.begin),
                            clock(s.to - ledger.begin),
                            s.moved     ? ", moved"
                            : s.deleted ? ", deleted"
                                        : "");
    return text;
}

std::int64_t counted(const Ledger& ledger, Meter meter, std::string_view resource,
                     std::string_view option) {
    std::int64_t sum = 0;
    for (const auto& entry : ledger.counted())
        if (entry.meter == meter && (resource.empty() || ledger.name(entry.resource) == resource) &&
            (option.empty() || ledger.name(entry.option) == option))
            sum += entry.quantity;
    return sum;
}

}  // namespace small_world
