#include "report/cells.hpp"
#include "report/render/csv.hpp"
#include "report/render/table_layout.hpp"
#include "report/render/text_width.hpp"
#include "report/verdict.hpp"

#include <doctest/doctest.h>

#include <set>

namespace reentry::report::test {

TEST_CASE("Width counts what is seen, not bytes") {
    CHECK(text_width("Zürich ± 3 €") == 12);
    CHECK(text_width("e\u0301") == 1);
    CHECK(text_width("東京") == 4);
    CHECK(text_width("\xff\xfe") == 2);
    CHECK(text_width("") == 0);
}

TEST_CASE("Control characters cannot reach a terminal") {
    CHECK(printable("a\x1b[2Jb") == "a\uFFFD[2Jb");
    CHECK(printable("two\nlines\tof") == "two lines of");
    CHECK(printable("\u202Eevil") == "\uFFFDevil");
    CHECK(printable("grün") == "grün");
}

TEST_CASE("Lines break at blanks, but not inside a number or before its unit") {
    CHECK(wrapped("costs 1 845 428 EUR now", 17) ==
          std::vector<std::string>{"costs", "1 845 428 EUR now"});
    CHECK(wrapped("within 12 h or so", 10) == std::vector<std::string>{"within", "12 h or so"});
    CHECK(wrapped("abcdefghij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
    CHECK(wrapped("", 10) == std::vector<std::string>{""});
    CHECK(unbroken("12 h of 11 options") == "12\u00a0h of 11 options");
}

TEST_CASE("A table that does not fit is split into blocks that repeat its key columns") {
    Table table;
    table.key_columns = 1;
    table.columns.resize(4);
    for (std::size_t i = 0; i < 4; ++i) table.columns[i].title = std::string(8, 'x');
    table.columns[1].group = table.columns[2].group = "pair";
    table.rows.push_back(std::vector<Cell>(4, Cell{"12345678", "", Tone::plain}));
    CHECK(blocks_of_columns(table, 38).size() == 1);  // 4 * 8 + 3 * 2
    const auto blocks = blocks_of_columns(table, 37);
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].size() == 3);  // the key and the pair, which stays together
    CHECK(blocks[1].size() == 2);
    CHECK(blocks[1][0].column == 0);
}

TEST_CASE("Prose gives way before a table is split") {
    Table table;
    table.columns.resize(2);
    table.columns[1].wraps = true;
    table.rows.push_back({{"12345678", "", Tone::plain}, {std::string(90, 'y'), "", Tone::plain}});
    const auto blocks = blocks_of_columns(table, 60);
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0][1].width == 50);
}

TEST_CASE("Cells show a value for people and carry it for programs") {
    CHECK(seconds_cell(45000).text == "12.5 h");
    CHECK(seconds_cell(45000).raw == "45000");
    CHECK(share_cell(0.125).text == "12.5 %");
    CHECK(share_cell(0.125).raw == "0.125");
    const Money money{Int128{1'234'567'890'123}, Currency{"EUR"}};
    CHECK(money_cell(money).text == "1 235 EUR");
    CHECK(money_cell(money).raw == "1234.567890123");
    CHECK(mean_cell({}).text == "–");
    CHECK(mean_cell({}).raw == "");
    study::Estimate estimate{100, 7200, 6600, 7800, 7000, 8000, 9000};
    CHECK(mean_cell(estimate).text == "2 h ± 10 min");
}

TEST_CASE("Verdicts can be told apart without colour") {
    using study::Verdict;
    std::set<std::string> symbols;
    for (const Verdict v : {Verdict::meets, Verdict::misses, Verdict::tie, Verdict::impossible,
                            Verdict::not_offered}) {
        symbols.insert(verdict_symbol(v));
        CHECK(text_width(verdict_symbol(v)) == 1);
    }
    CHECK(symbols.size() == 5);
}

TEST_CASE("CSV leaves out columns that are for people only") {
    Table table;
    table.columns.resize(2);
    table.columns[0].key = "a";
    table.columns[1].key = "b";
    table.columns[1].shown = Shown::as_text;
    table.rows.push_back({{"x", "1", Tone::plain}, {"y", "", Tone::plain}});
    CHECK(render_csv(table) == "a\n1\n");
}

}  // namespace reentry::report::test
