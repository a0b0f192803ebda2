#include "models/network/transfer_files.hpp"

#include "models/nearest.hpp"
#include "models/network/csv_table.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace reentry {

namespace {

constexpr double latest_start_s = 9.2e9;  // where 64-bit nanoseconds end

// Names met so far and the lines that they stand in.
using Names = std::unordered_map<std::string_view, int>;

bool take_name(const CsvTable& table, const CsvRow& row, Names& names) {
    const std::string_view name = row.fields[0].text;
    if (!table.present(row, 0, "a name")) return false;
    const auto [known, fresh] = names.emplace(name, row.line);
    if (!fresh)
        table.fault(row, 0, quoted(name), "a name that is not taken yet",
                    fmt::format("line {} has it already", known->second));
    return fresh;
}

// Reports a number that reads well but lies outside its range.
bool in_range(const CsvTable& table, const CsvRow& row, std::size_t column, bool good,
              std::string_view expected) {
    if (!good) table.fault(row, column, quoted(row.fields[column].text), std::string(expected));
    return good;
}

class FlowReader {
 public:
    FlowReader(const CsvTable& table, std::span<const sim::TransferLink> links)
        : table_(table), links_(links) {
        for (std::size_t l = 0; l < links.size(); ++l)
            index_.emplace(links[l].name, static_cast<std::uint32_t>(l));
    }

    // Nothing if any field has a fault; all of them are reported.
    std::optional<sim::TransferFlow> read(const CsvRow& row) {
        sim::TransferFlow flow;
        bool good = take_name(table_, row, names_);
        flow.name = row.fields[0].text;
        const double start = number(row, 1, good, 0.0, latest_start_s, "seconds from 0 on");
        flow.start = sim::Time{sim::from_seconds(start)};
        flow.bytes = number(row, 2, good, 0.0, 1e300, "bytes, 0 or more");
        read_path(row, flow, good);
        if (!row.fields[4].text.empty())
            flow.options.cap = number(row, 4, good, 1e-300, 1e300, "bytes/s above 0, or nothing");
        if (!row.fields[5].text.empty())
            flow.options.weight =
                number(row, 5, good, 1e-300, 1e300, "a weight above 0, or nothing");
        if (!good) return std::nullopt;
        return flow;
    }

 private:
    double number(const CsvRow& row, std::size_t column, bool& good, double low, double high,
                  std::string_view expected) {
        const double value = table_.number(row, column, expected);
        const bool read = value == value;
        if (read && in_range(table_, row, column, value >= low && value <= high, expected))
            return value;
        good = false;
        return 0.0;
    }

    void read_path(const CsvRow& row, sim::TransferFlow& flow, bool& good) {
        const CsvField& field = row.fields[3];
        if (!table_.present(row, 3, "link names joined by '|'")) {
            good = false;
            return;
        }
        for (std::size_t begin = 0; begin <= field.text.size();) {
            const std::size_t end = std::min(field.text.find('|', begin), field.text.size());
            const std::string_view name = trim(field.text.substr(begin, end - begin));
            if (const auto link = index_.find(name); link != index_.end()) {
                flow.path.push_back(sim::CapacityId{link->second});
            } else {
                unknown(row, name, begin);
                good = false;
            }
            begin = end + 1;
        }
    }

    void unknown(const CsvRow& row, std::string_view name, std::size_t offset) {
        NearestName near(name);
        for (const sim::TransferLink& link : links_) near.offer(link.name);
        CsvRow at = row;
        at.fields[3].column += static_cast<int>(offset);
        table_.fault(at, 3, quoted(name), "the name of a link", did_you_mean(near.result()));
    }

    const CsvTable& table_;
    std::span<const sim::TransferLink> links_;
    std::unordered_map<std::string_view, std::uint32_t> index_;
    Names names_;
};

}  // namespace

std::vector<sim::TransferLink> read_links(std::string_view text, const std::string& file,
                                          Diagnostics& diagnostics) {
    const CsvTable table(text, file, {{"name"}, {"capacity_Bps"}}, diagnostics);
    constexpr std::string_view expected = "bytes/s above 0";
    std::vector<sim::TransferLink> links;
    Names names;
    for (const CsvRow& row : table.rows()) {
        const bool named = take_name(table, row, names);
        double capacity = table.number(row, 1, expected);
        const bool read = capacity == capacity;
        if (!read || !in_range(table, row, 1, capacity > 0, expected)) capacity = 0.0;
        if (named) links.push_back({std::string(row.fields[0].text), capacity});
    }
    return links;
}

std::vector<sim::TransferFlow> read_flows(std::string_view text, const std::string& file,
                                          std::span<const sim::TransferLink> links,
                                          Diagnostics& diagnostics) {
    const CsvTable table(
        text, file,
        {{"name"}, {"start_s"}, {"bytes"}, {"path"}, {"rate_cap_Bps", false}, {"weight", false}},
        diagnostics);
    FlowReader reader(table, links);
    std::vector<sim::TransferFlow> flows;
    for (const CsvRow& row : table.rows())
        if (auto flow = reader.read(row)) flows.push_back(std::move(*flow));
    return flows;
}

std::string write_finish(std::span<const sim::TransferFlow> flows,
                         std::span<const std::optional<sim::Time>> finish) {
    std::string text = "name,finish_s\n";
    for (std::size_t f = 0; f < flows.size(); ++f) {
        if (!finish[f]) {
            fmt::format_to(std::back_inserter(text), "{},never\n", flows[f].name);
            continue;
        }
        const std::lldiv_t at = std::lldiv((*finish[f] - sim::Time{}).count(), 1'000'000'000);
        fmt::format_to(std::back_inserter(text), "{},{}.{:09}\n", flows[f].name, at.quot, at.rem);
    }
    return text;
}

}  // namespace reentry
