#include "models/pricelist/stated.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::pricelist {

Stated state(const std::vector<ListedBand>& bands, const Conversion& conversion) {
    const auto border = [&](std::size_t i) {
        return scaled(bands[i].from, conversion.price_over, conversion.price_times);
    };
    Stated stated;
    const std::size_t first = bands.size() > 1 && bands[0].price.is_zero() ? 1 : 0;
    if (first == 1) stated.free = border(1);
    for (std::size_t i = first; i < bands.size(); ++i) {
        BandEntry band;
        band.price = scaled(bands[i].price, conversion.price_times, conversion.price_over);
        if (i + 1 < bands.size()) band.up_to = border(i + 1) - stated.free;
        stated.bands.push_back(band);
    }
    return stated;
}

Stated state(const PriceFigures& figures) {
    Stated stated;
    stated.bands = figures.bands;
    if (stated.bands.empty()) stated.bands.push_back({{}, figures.price});
    stated.free = figures.free;
    return stated;
}

bool operator==(const Stated& a, const Stated& b) {
    const auto same = [](const BandEntry& x, const BandEntry& y) {
        return x.up_to == y.up_to && x.price == y.price;
    };
    return a.free == b.free &&
           std::equal(a.bands.begin(), a.bands.end(), b.bands.begin(), b.bands.end(), same);
}

std::string to_string(const Stated& stated) {
    std::string text;
    for (const auto& band : stated.bands) {
        text += text.empty() ? "" : ", ";
        text += band.price ? band.price->to_string() : "unknown";
        if (band.up_to) text += " up to " + band.up_to->to_string();
    }
    if (!stated.free.is_zero()) text += fmt::format("; {} free", stated.free.to_string());
    return text;
}

}  // namespace reentry::pricelist
