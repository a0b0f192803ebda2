#include "models/pricelist/read_list.hpp"

#include "models/pricelist/aws_offer.hpp"
#include "models/pricelist/azure_page.hpp"
#include "models/pricelist/google_page.hpp"

#include <cctype>
#include <fstream>
#include <memory>

namespace reentry::pricelist {
namespace {

// The first character that is no blank or byte order mark stays in the stream.
int first_character(std::istream& in) {
    auto* text = in.rdbuf();
    for (int c = text->sgetc(); c != EOF; c = text->snextc())
        if (std::isspace(c) == 0 && c != 0xEF && c != 0xBB && c != 0xBF) return c;
    return EOF;
}

void read_aws(const ListFile& file, const Wanted& wanted, PriceList& list,
              Diagnostics& diagnostics) {
    if (first_character(*file.in) == '{')
        read_aws_json(*file.in, file.name, wanted, list, diagnostics);
    else
        read_aws_csv(*file.in, file.name, wanted, list, diagnostics);
}

template <class Pages>
void read_pages(const std::vector<ListFile>& files, const Wanted& wanted, PriceList& list,
                Diagnostics& diagnostics) {
    Pages pages(wanted, list);
    for (const auto& file : files) {
        first_character(*file.in);
        pages.read(*file.in, file.name, diagnostics);
    }
    pages.finish();
}

}  // namespace

PriceList read_list(Vendor vendor, const std::vector<ListFile>& files, const Wanted& wanted,
                    Diagnostics& diagnostics) {
    PriceList list;
    list.vendor = vendor;
    list.region = wanted.region;
    switch (vendor) {
        case Vendor::aws:
            for (const auto& file : files) read_aws(file, wanted, list, diagnostics);
            break;
        case Vendor::azure:
            read_pages<AzurePages>(files, wanted, list, diagnostics);
            break;
        case Vendor::google:
            read_pages<GooglePages>(files, wanted, list, diagnostics);
            break;
    }
    return list;
}

PriceList read_list(Vendor vendor, const std::vector<std::filesystem::path>& files,
                    const Wanted& wanted, Diagnostics& diagnostics) {
    std::vector<std::unique_ptr<std::ifstream>> streams;
    std::vector<ListFile> opened;
    for (const auto& path : files) {
        auto stream = std::make_unique<std::ifstream>(path, std::ios::binary);
        std::error_code problem;
        if (!*stream || std::filesystem::is_directory(path, problem)) {
            diagnostics.add({.file = path.string(),
                             .found = "no file that can be read",
                             .expected = "a file of a price list"});
            continue;
        }
        opened.push_back({path.string(), stream.get()});
        streams.push_back(std::move(stream));
    }
    return read_list(vendor, opened, wanted, diagnostics);
}

}  // namespace reentry::pricelist
