// Whole bills that another tool has published: quantities and prices line by line, with the bands
// that the tool prints as lines put together again.
#include "tests/models/bill_case.hpp"

#include <map>
#include <regex>

using namespace reentry;
using namespace reentry::world;

namespace {

struct PrintedBand {
    std::string group;  // the line's name without the band
    Decimal width;      // in GB; zero: without end
};

// "Capacity (next 450TB)" is the band of 460,800 GB of "Capacity".
PrintedBand band_of(const std::string& name) {
    static const std::regex shape(R"((.*) \((first|next|over) (\d+)\s?TB\))");
    std::smatch parts;
    if (!std::regex_match(name, parts, shape)) return {name, {}};
    if (parts[2] == "over") return {parts[1], {}};
    return {parts[1], dec(parts[3].str()) * Decimal(1024, 0)};
}

std::string unit_of(const std::string& printed) {
    if (printed == "GB" || printed == "GiB") return printed;
    if (printed == "hours") return "hour";
    if (printed.starts_with("1k ")) return "1000 " + printed.substr(3);
    return printed;
}

struct Line {
    std::string unit;
    Decimal quantity;
    Price price;
    std::vector<json> printed;
};

std::map<std::string, Line> lines_of(const json& data) {
    std::map<std::string, Line> lines;
    for (const json& printed : data.at("expected").at("lines")) {
        const std::string name = printed.at("name");
        const PrintedBand band = band_of(name);
        Line& line = lines[band.group];
        line.unit = unit_of(printed.at("unit"));
        line.quantity = line.quantity + dec(text_of(printed.at("qty")));
        line.printed.push_back(printed);
        const Decimal begin = line.price.bands.empty()
                                  ? Decimal{}
                                  : line.price.bands.back().up_to.value_or(Decimal{});
        Band next{std::nullopt, dec(text_of(data.at("unit_prices").at(name).at("price")))};
        if (!band.width.is_zero()) next.up_to = begin + band.width;
        line.price.bands.push_back(next);
    }
    for (auto& [name, line] : lines)
        if (line.price.bands.back().up_to) line.price.bands.push_back({std::nullopt, std::nullopt});
    return lines;
}

// Where the tool's own band is too wide, the corrected figures of the case hold.
void compare_corrected(const json& corrected, const Line& line, const Bill& bill) {
    CHECK(Quantity::of(bill.total().decimal()).to_decimal(2) ==
          dec(text_of(corrected.at("storage_total"))));
    REQUIRE(bill.charges.size() == line.printed.size());
    for (std::size_t i = 0; i < bill.charges.size(); ++i) {
        const Money amount(bill.charges[i].charge.nano, bill.currency);
        CHECK(bill.quantity(bill.charges[i]).to_decimal(3) ==
              dec(text_of(corrected.at("band_GB")[i])));
        CHECK(Quantity::of(amount.decimal()).to_decimal(2) ==
              dec(text_of(corrected.at("band_cost")[i])));
    }
}

void check_line(const json& data, const std::string& name, const Line& line) {
    CAPTURE(name);
    Tariff tariff = provider(730);
    tariff.currency = data.at("currency");
    const Bill bill = Sheet(tariff).add(name, line.unit.c_str(), line.price, line.quantity).bill();
    CHECK(bill.complete());
    const json& expected = data.at("expected");
    if (expected.contains("corrected") && name == "Capacity")
        return compare_corrected(expected.at("corrected"), line, bill);
    REQUIRE(bill.charges.size() == line.printed.size());
    for (std::size_t i = 0; i < bill.charges.size(); ++i)
        compare(line.printed[i], Money(bill.charges[i].charge.nano, bill.currency).decimal());
}

}  // namespace

TEST_CASE("Every line of a published bill comes out at its printed amount") {
    std::size_t bills = 0;
    for (const json& data : published_cases()) {
        const std::string id = data.at("id");
        if (!id.starts_with("infracost")) continue;
        CAPTURE(id);
        for (const auto& [name, line] : lines_of(data)) check_line(data, name, line);
        ++bills;
    }
    if (bills > 0) CHECK(bills == 22);
}
