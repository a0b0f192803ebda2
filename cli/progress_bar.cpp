#include "cli/progress_bar.hpp"

#include "models/units/format.hpp"
#include "report/render/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::cli {
namespace {

constexpr std::size_t bar_width = 24;
constexpr const char* start_of_empty_line = "\r\x1b[K";

}  // namespace

ProgressBar::ProgressBar(const Outside& outside, bool shown)
    : outside_(outside), shown_(shown && outside.err_is_terminal) {
    if (shown_) begin_ = outside.stopwatch();
}

ProgressBar::~ProgressBar() {
    if (drawn_) outside_.err << start_of_empty_line << std::flush;
}

void ProgressBar::show(const study::Progress& progress) {
    if (!shown_) return;
    const auto now = outside_.stopwatch();
    if (drawn_ && now - last_ < std::chrono::milliseconds{100}) return;
    outside_.err << start_of_empty_line << line(progress, now) << std::flush;
    last_ = now;
    drawn_ = true;
}

std::string ProgressBar::line(const study::Progress& progress, Instant now) const {
    const auto total = std::max<std::size_t>(progress.total, 1);
    const auto full = std::min(bar_width, progress.done * bar_width / total);
    auto text = fmt::format("[{:=<{}}{: <{}}] {:3} %  {}", "", full, "", bar_width - full,
                            progress.done * 100 / total, report::printable(progress.doing));
    const std::chrono::duration<double> spent = now - begin_;
    if (progress.done > 0 && spent > std::chrono::seconds{2}) {
        const double share = static_cast<double>(progress.done) / static_cast<double>(total);
        const double left = spent.count() / share * (1 - share);
        text += fmt::format("  {} left", format_duration(sim::from_seconds(static_cast<double>(
                                             static_cast<std::int64_t>(left + 0.5)))));
    }
    const auto lines = report::wrapped(text, std::max<std::size_t>(outside_.width, 20) - 1);
    return lines.front();
}

}  // namespace reentry::cli
