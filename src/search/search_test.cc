// Asking a record in SQL reads it and does nothing else.
#include "search/search.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "record/record.h"
#include "samples.h"

namespace coranto {
namespace {

namespace fs = std::filesystem;

class Asking : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string pattern = (fs::temp_directory_path() / "coranto-search-XXXXXX").string();
    folder = mkdtemp(pattern.data());
    auto record = Record::open_to_write(folder + "/record", {});
    for (const auto& sample : tests::samples(6)) ASSERT_TRUE(record->add(sample.report, sample.notes));
    ASSERT_TRUE(record->finish());
  }
  static void TearDownTestSuite() { fs::remove_all(folder); }

  static std::string ask(const std::string& sql, search::Format format = search::Format::csv) {
    std::string out;
    const auto done =
        search::query(folder + "/record", sql, format, [&](std::string_view lines) { return out += lines, true; });
    return done ? out : "error: " + done.error().text();
  }

  static inline std::string folder;
};

TEST_F(Asking, AnswersInEveryFormat) {
  const std::string sql =
      "SELECT 1 AS n, 'a,\"b' AS t, NULL AS z, '' AS e, ['x', NULL] AS l, DATE '2025-11-01' AS d, 1.5::DOUBLE AS r, "
      "{'k': 2} AS s, 0.10::DECIMAL(5,2) AS m, true AS b, 170141183460469231731687303715884105727::HUGEINT AS h";
  EXPECT_EQ(
      ask(sql),
      "n,t,z,e,l,d,r,s,m,b,h\n1,\"a,\"\"b\",,\"\",\"[\"\"x\"\", null]\",2025-11-01,1.5,\"{\"\"k\"\": 2}\",0.10,true,"
      "170141183460469231731687303715884105727\n");
  EXPECT_EQ(ask(sql, search::Format::jsonl),
            "{\"n\":1,\"t\":\"a,\\\"b\",\"z\":null,\"e\":\"\",\"l\":[\"x\", "
            "null],\"d\":\"2025-11-01\",\"r\":1.5,\"s\":{\"k\": 2},"
            "\"m\":\"0.10\",\"b\":true,\"h\":170141183460469231731687303715884105727}\n");
  EXPECT_EQ(ask("SELECT 7 AS n, '王磊' AS name, NULL AS z UNION ALL SELECT 10, E'a\\nb', 'x' ORDER BY n",
                search::Format::table),
            " n  name  z\n──  ────  ─\n 7  王磊\n10  a b   x\n(2 rows)\n");
}

TEST_F(Asking, WritesEveryTypeOfTheDatabase) {
  EXPECT_EQ(ask("SELECT count(*) > 0 AS ok FROM test_all_types()"), "ok\ntrue\n");
  for (const auto format : {search::Format::csv, search::Format::jsonl, search::Format::table}) {
    EXPECT_EQ(ask("FROM test_all_types()", format).find("error"), std::string::npos)
        << ask("FROM test_all_types()", format);
  }
  EXPECT_EQ(ask("SELECT TIMESTAMP '2025-11-01 10:00:00.5' AS a, INTERVAL 14 MONTH AS b, MAP {'k': 1} AS c, "
                "'7c9e6679-7425-40de-944b-e07fc1f90ae7'::UUID AS d, TIMESTAMPTZ '2025-11-01 10:00:00+00' IS NULL AS e"),
            "a,b,c,d,e\n2025-11-01 10:00:00.500000,1 year 2 months,\"{\"\"k\"\": "
            "1}\",7c9e6679-7425-40de-944b-e07fc1f90ae7,false\n");
}

TEST_F(Asking, AnswersFromTheTables) {
  EXPECT_EQ(ask("SELECT count(*) AS n FROM reports;"), "n\n6\n");
  EXPECT_EQ(ask("SELECT words FROM statements WHERE quoted = 'direct' AND words LIKE '%item 3'"),
            "words\nWe shan't yield … not on item 3\n");
  EXPECT_EQ(ask("SELECT bool_and(sentence_words = encode(text)[1:0]::VARCHAR || substr(text, sentence_from + 1, "
                "sentence_to - sentence_from)) AS ok "
                "FROM events JOIN reports ON reports.id = report"),
            "ok\ntrue\n");
}

TEST_F(Asking, WrongSqlSaysWhatIsWrong) {
  EXPECT_NE(ask("SELEC 1").find("syntax error"), std::string::npos);
  EXPECT_NE(ask("SELECT nothing FROM reports").find("nothing"), std::string::npos);
  EXPECT_NE(ask("").find("no statement"), std::string::npos);
  EXPECT_NE(ask("SELECT 1; SELECT 2").find("one statement"), std::string::npos);
  EXPECT_NE(ask("SELECT error('at run time') FROM reports").find("at run time"), std::string::npos);
}

TEST_F(Asking, NothingButReadingIsRun) {
  const std::string out = folder + "/stolen";
  const std::vector<std::string> attempts = {
      "CREATE TABLE t (i INTEGER)",
      "CREATE TEMP TABLE t AS SELECT 1",
      "CREATE VIEW v AS SELECT 1",
      "CREATE MACRO m() AS 1",
      "INSERT INTO reports (id) VALUES ('x')",
      "UPDATE reports SET title = ''",
      "DELETE FROM reports",
      "DROP TABLE reports",
      "TRUNCATE reports",
      "ALTER TABLE reports ADD COLUMN x INTEGER",
      "COPY reports TO '" + out + ".csv'",
      "COPY (SELECT 1) TO '" + out + ".parquet' (FORMAT parquet)",
      "COPY reports FROM '/etc/passwd'",
      "EXPORT DATABASE '" + out + "'",
      "IMPORT DATABASE '" + out + "'",
      "ATTACH '" + out + ".db'",
      "ATTACH ':memory:' AS m",
      "DETACH coranto",
      "USE memory",
      "INSTALL httpfs",
      "LOAD httpfs",
      "LOAD '/tmp/x.duckdb_extension'",
      "SET threads = 1",
      "RESET threads",
      "SET GLOBAL enable_external_access = true",
      "PRAGMA enable_profiling",
      "PRAGMA database_size = 1",
      "CALL enable_logging()",
      "CHECKPOINT",
      "FORCE CHECKPOINT",
      "VACUUM",
      "BEGIN",
      "COMMIT",
      "PREPARE p AS SELECT 1",
      "SELECT * FROM read_csv('/etc/passwd')",
      "SELECT * FROM '/etc/passwd'",
      "SELECT * FROM read_text('/etc/passwd')",
      "SELECT * FROM read_blob('/etc/passwd')",
      "SELECT * FROM glob('/etc/*')",
      "SELECT * FROM sniff_csv('/etc/passwd')",
      "SELECT * FROM read_parquet('/tmp/x.parquet')",
      "SELECT * FROM parquet_metadata('/tmp/x.parquet')",
      "SELECT * FROM read_json('/etc/passwd')",
      "SELECT * FROM read_csv('https://example.org/x.csv')",
      "SELECT * FROM query('COPY reports TO ''" + out + "''')",
      "SELECT write_log('x') FROM enable_logging(storage := 'file', storage_path := '" + out + "')",
      "SELECT * FROM enable_profiling(save_location := '" + out + "')",
      "EXPLAIN ANALYZE COPY reports TO '" + out + ".csv'",
      "EXPLAIN ANALYZE CREATE TABLE t AS SELECT 1",
      "WITH x AS (SELECT 1) INSERT INTO reports (id) SELECT '1' FROM x",
      "SELECT 1; DROP TABLE reports",
      "CREATE SECRET s (TYPE s3)",
      "CREATE SEQUENCE s",
      "SELECT nextval('s')",
      "COMMENT ON TABLE reports IS 'x'"};
  for (const auto& sql : attempts) EXPECT_EQ(ask(sql).substr(0, 7), "error: ") << sql << "\n" << ask(sql);
  std::vector<std::string> left;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) left.push_back(entry.path().filename());
  std::sort(left.begin(), left.end());
  EXPECT_EQ(left, (std::vector<std::string>{"coranto.duckdb", "lock", "record"}));
}

}  // namespace
}  // namespace coranto
