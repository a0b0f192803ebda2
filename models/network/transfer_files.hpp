// The CSV files of `reentry transfer`: links, flows, and the finishing times.
//
//     links.csv    name,capacity_Bps                               bytes/s, > 0
//     flows.csv    name,start_s,bytes,path[,rate_cap_Bps][,weight]  path: link names joined by '|'
//     finish.csv   name,finish_s                                   to the nanosecond
// A cap left out is none, a weight left out is 1. Names are unique within their file. Every fault
// is reported with line and column; entries with a fault are left out of the result.
#pragma once

#include "models/diagnostic.hpp"
#include "sim/flow/transfers.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reentry {

// `text` is the content of the file that the user named `file`. A link with a bad capacity is kept
// (with 0), so that paths over it are not reported as well.
std::vector<sim::TransferLink> read_links(std::string_view text, const std::string& file,
                                          Diagnostics& diagnostics);

// Paths name links out of `links`; an unknown name is reported with the nearest known one.
std::vector<sim::TransferFlow> read_flows(std::string_view text, const std::string& file,
                                          std::span<const sim::TransferLink> links,
                                          Diagnostics& diagnostics);

// One line per flow in the order given; "never" for a flow that does not finish.
std::string write_finish(std::span<const sim::TransferFlow> flows,
                         std::span<const std::optional<sim::Time>> finish);

}  // namespace reentry
