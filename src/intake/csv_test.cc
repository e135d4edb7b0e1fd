#include "intake/csv.h"

#include <gtest/gtest.h>

namespace coranto::intake {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> rows(const std::string& csv, char delimiter = 0) {
  Window file(std::make_unique<Memory>(csv, 3));
  CsvRows reader(file, delimiter, 1000);
  std::vector<Row> out;
  for (;;) {
    auto row = reader.next();
    if (!row) return out.push_back({"error: " + row.error().message}), out;
    if (row->empty()) return out;
    out.push_back(std::move(*row));
  }
}

}  // namespace

TEST(Csv, CellsMayHoldDelimitersLineEndsAndQuotationMarks) {
  EXPECT_EQ(rows("a,b\r\n\"x, \"\"y\"\"\r\nz\",2\r\n\n3,\n"),
            (std::vector<Row>{{"a", "b"}, {"x, \"y\"\r\nz", "2"}, {"3", ""}}));
  EXPECT_EQ(rows("\xEF\xBB\xBF"
                 "a\n\"\"\n"),
            (std::vector<Row>{{"a"}}));
  EXPECT_EQ(rows("a 5\" nail,b"), (std::vector<Row>{{"a 5\" nail", "b"}}));
}

TEST(Csv, TheDelimiterIsSoughtOrGiven) {
  EXPECT_EQ(rows("a;b;c,d\n"), (std::vector<Row>{{"a", "b", "c,d"}}));
  EXPECT_EQ(rows("a\tb\n"), (std::vector<Row>{{"a", "b"}}));
  EXPECT_EQ(rows("a|b;c\n", ';'), (std::vector<Row>{{"a|b", "c"}}));
}

TEST(Csv, AnOpenQuotationMarkAndALongRowAreErrors) {
  EXPECT_EQ(rows("a\n\"b\nc").back(), Row{"error: a quotation mark is not closed"});
  EXPECT_EQ(rows("a\n" + std::string(2000, 'x')).back(), Row{"error: the row is longer than 1000 bytes"});
}

}  // namespace coranto::intake
