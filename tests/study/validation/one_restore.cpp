#include "tests/study/validation/one_restore.hpp"

#include "models/files/load.hpp"
#include "models/protection/job_size.hpp"
#include "models/scenario/scenario_file.hpp"
#include "tests/study/laws/random_estate.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace validation {

using namespace reentry;

namespace {

// Ends of everything are a hundred times faster than what is compared, and files are so large that
// their number does not count.
constexpr std::string_view form = R"(
name = "one-restore"
start = 2027-03-01
horizon = "60 days"
providers = ["{provider}"]
top_service = "all"
effort = {{ settle = "20 days", incidents = 10 }}
transport = {{ {transport} }}

[[site]]
id = "here"
production_read = "100 GB/s"
production_write = "100 GB/s"
crew = {{ work_from = 0, work_to = 24, weekends = true }}

[[site]]
id = "far"
production_read = "100 GB/s"
production_write = "100 GB/s"

[[link]]
id = "line"
from = "here"
to = "far"
{line}

[[connection]]
id = "internet"
product = "internet"
at = "here"
capacity = "100 GB/s"
rtt = "1 us"

[[store]]
id = "far-disk"
kind = "disk"
site = "far"
equipment = "disk-array"
read = "100 GB/s"
write = "100 GB/s"

[[store]]
id = "library"
kind = "tape-library"
site = "here"
equipment = "tape-library-lto-8"
drives = 6
drives_per_job = 1

[[workload]]
id = "data"
kind = "file-tree"
site = "here"
size = "1 TB"
change = "0 %/d"
reduction = {reduction}
item_size = "1 GB"
rto = "1 d"
rpo = "1 d"
{workload}

[[service]]
id = "all"
workloads = ["data"]
rto = "1 d"
rpo = "1 d"

[[strategy]]
id = "s"
connection = "internet"

[[strategy.copy]]
id = "copy"
to = "{to}"
method = "full"
every = "1 d"
integration = "{product}"
thaw = "{thaw}"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"
)";

}  // namespace

OneRestore::OneRestore(const Setting& s) {
    Diagnostics faults;
    const auto text =
        fmt::format(form, fmt::arg("provider", s.provider), fmt::arg("to", s.to),
                    fmt::arg("product", s.product), fmt::arg("thaw", s.thaw),
                    fmt::arg("line", s.line), fmt::arg("transport", s.transport),
                    fmt::arg("workload", s.workload), fmt::arg("reduction", s.reduction));
    auto document = files::load_text("restore.toml", text, faults);
    auto file = read_scenario(std::move(document), {}, faults);
    REQUIRE_MESSAGE(!faults.has_errors(), to_string(faults));
    scenario = std::make_unique<Scenario>(std::move(file.scenario));
    auto offer = make_case(*scenario, scenario->strategies[0], s.provider, laws::shipped());
    REQUIRE_MESSAGE(offer.made, offer.reason);
    what = std::move(*offer.made);
}

WorkloadOutcome OneRestore::of(double bytes) const {
    History history;
    history.begin = scenario->start;
    history.end = scenario->start + scenario->horizon;
    RecoveryPoint point;
    point.content = point.started = point.available = history.begin + std::chrono::days{20};
    point.bytes = point.read_bytes = Bytes::rounded(bytes).count();
    point.objects = point.read_objects =
        JobSize::objects_in(point.bytes, what.places.front().integration);
    point.whole = true;
    history.points = {{{point}}};
    auto damage = draw_damage(*scenario, 0, 0, 1);
    damage.failure = damage.clean_until = point.content;  // the point is there just now
    RecoveryOptions options;
    options.spans = true;
    auto outcome = laws::struck(what, history, damage, options).outcome;
    REQUIRE(outcome.recovered);
    return outcome.workloads.front();
}

double seconds_in(const WorkloadOutcome& outcome, Stage stage) {
    double sum = 0;
    for (const auto& span : outcome.spans)
        if (span.stage == stage) sum += sim::to_seconds(span.end - span.begin);
    return sum;
}

}  // namespace validation
