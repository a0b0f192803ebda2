// An offer of any length is read in bounded memory.
#include "tests/models/pricelist_world.hpp"

#include <fmt/format.h>

#include <streambuf>
#include <sys/resource.h>

using namespace pricelist_test;

namespace {

// An offer of `count` products in another region and one in Frankfurt, made while it is read, so
// that the test needs neither disk nor memory for it.
class LongOffer : public std::streambuf {
 public:
    explicit LongOffer(int count) : count_(count) {
        piece_ = R"({"offerCode":"AmazonS3","publicationDate":"2026-11-20T00:00:00Z","products":{)";
        piece_ += product("WANTED", "EUC1-", "eu-central-1");
        show();
    }
    std::uint64_t bytes = 0;

 private:
    static std::string product(const std::string& sku, const char* prefix, const char* region) {
        return fmt::format(
            R"("{0}":{{"sku":"{0}","productFamily":"Storage","attributes":{{"servicecode":"AmazonS3",)"
            R"("locationType":"AWS Region","usagetype":"{1}TimedStorage-SIA-ByteHrs","filler":)"
            R"("{2:x>600}","operation":"","regionCode":"{3}"}}}})",
            sku, prefix, "", region);
    }
    static std::string term(const std::string& sku) {
        return fmt::format(
            R"("{0}":{{"{0}.T":{{"effectiveDate":"2026-11-01T00:00:00Z","priceDimensions":{{"{0}.T.R":)"
            R"({{"unit":"GB-Mo","beginRange":"0","endRange":"Inf","description":"{1:y>300}",)"
            R"("pricePerUnit":{{"USD":"0.0123"}}}}}}}}}})",
            sku, "");
    }

    void show() {
        bytes += piece_.size();
        setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
    }

    int_type underflow() override {
        const int n = next_++;
        if (n < count_)
            piece_ = "," + product(fmt::format("S{:09}", n), "USW2-", "us-west-2");
        else if (n == count_)
            piece_ = R"(},"terms":{"OnDemand":{)" + term("WANTED");
        else if (n <= 2 * count_)
            piece_ = "," + term(fmt::format("S{:09}", n - count_ - 1));
        else if (n == 2 * count_ + 1)
            piece_ = "}}}";
        else
            return traits_type::eof();
        show();
        return traits_type::to_int_type(piece_[0]);
    }

    int count_;
    int next_ = 0;
    std::string piece_;
};

long peak_kilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

TEST_CASE("an offer of more than 100 MB is read within a few megabytes") {
    const auto catalogue = shipped("aws-eu-central-1");
    const Wanted wanted{"eu-central-1", "USD", today, aws_rules()};
    LongOffer offer(90'000);  // about 1.2 kB each
    std::istream in(&offer);
    Diagnostics faults;
    const long before = peak_kilobytes();
    const auto list = read_list(Vendor::aws, {{"long", &in}}, wanted, faults);
    CHECK_MESSAGE(!faults.has_errors(), to_string(faults));
    CHECK(offer.bytes > 100'000'000);
    CHECK(peak_kilobytes() - before < 20'000);
    CHECK(list.other_rows == 90'000);
    REQUIRE(list.prices.size() == 1);
    CHECK(list.prices[0].bands[0].price == *Decimal::parse("0.0123"));
}
