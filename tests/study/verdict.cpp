#include "study/verdict.hpp"

#include <doctest/doctest.h>

using namespace reentry;

TEST_CASE("where nothing strikes but what is planned, nothing is missed") {
    study::Row row;
    study::judge(Scenario{}, row);
    CHECK(row.verdict == study::Verdict::meets);
    CHECK(row.reason == "nothing strikes that is not planned");
}

TEST_CASE("where nothing came back it is impossible") {
    study::Row row;
    row.unrecoverable = {3, 3, 1, 0.4, 1};
    study::judge(Scenario{}, row);
    CHECK(row.verdict == study::Verdict::impossible);
}
