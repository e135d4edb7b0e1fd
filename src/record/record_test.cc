// A record keeps what was read: unchanged, once, whole.
#include "record/record.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "join/join.h"
#include "record/report_json.h"
#include "record/schema.h"
#include "rooted.h"
#include "samples.h"

namespace coranto {
namespace {

namespace fs = std::filesystem;
using tests::Sample;

class InFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "coranto-record-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    record_ = (folder_ / "record").string();
  }
  void TearDown() override { fs::remove_all(folder_); }

  void read(const std::vector<Sample>& samples) const { read_into(record_, samples); }

  static void read_into(const std::string& where, const std::vector<Sample>& samples) {
    auto record = Record::open_to_write(where, {"coranto test", "no model"});
    ASSERT_TRUE(record) << record.error().text();
    for (const Sample& sample : samples) ASSERT_TRUE(record->add(sample.report, sample.notes));
    const auto done = record->finish();
    ASSERT_TRUE(done) << done.error().text();
  }

  static std::vector<std::string> lines_of(const std::string& where) {
    std::vector<std::string> lines;
    auto record = Record::open(where);
    EXPECT_TRUE(record) << record.error().text();
    if (!record) return lines;
    const auto done =
        record->each([&](const Report& r, const Notes& n) { return lines.push_back(record::report_json(r, n)), true; });
    EXPECT_TRUE(done);
    return lines;
  }

  static std::string faults_of(const std::string& where) {
    auto record = Record::open(where);
    if (!record) return record.error().text();
    const auto findings = record->verify();
    if (!findings) return findings.error().text();
    std::string out;
    for (const auto& fault : findings->faults) out += fault + '\n';
    return out;
  }

  // Every row of every table but those that tell the order of reading.
  static std::string rows_of(const std::string& where) {
    auto opened = record::open_read_only(where, {});
    if (!opened) return opened.error().text();
    std::string out;
    for (const auto& table : record::tables()) {
      if (std::string_view(table.name) == "changes" || std::string_view(table.name) == "runs") continue;
      auto rows = opened->database.rows(std::string("SELECT t::VARCHAR FROM ") + table.name + " t ORDER BY 1");
      if (!rows) return rows.error().text();
      while (rows->next()) out += std::string(table.name) + ' ' + std::string(rows->text(0)) + '\n';
    }
    return out;
  }

  void run_sql(const std::string& sql) const {
    auto database = Database::open(record_ + "/coranto.duckdb", {});
    ASSERT_TRUE(database);
    const auto done = database->run(sql);
    ASSERT_TRUE(done) << done.error().text();
  }

  fs::path folder_;
  std::string record_;
};

std::vector<std::string> json_of(const std::vector<Sample>& samples) {
  std::vector<std::string> lines;
  for (const Sample& sample : samples) lines.push_back(record::report_json(sample.report, sample.notes));
  return lines;
}

TEST_F(InFolder, GivesBackWhatWasReadByteForByte) {
  const auto samples = tests::samples(40);
  read(samples);
  EXPECT_EQ(lines_of(record_), json_of(samples));
  EXPECT_EQ(faults_of(record_), "");
}

TEST_F(InFolder, ReadingAgainAddsNothing) {
  const auto samples = tests::samples(10);
  read(samples);
  const std::string before = rows_of(record_);
  read(samples);
  EXPECT_EQ(rows_of(record_), before);
  auto opened = record::open_read_only(record_, {});
  auto runs = opened->database.rows("SELECT count(*) FROM runs");
  ASSERT_TRUE(runs && runs->next());
  EXPECT_EQ(runs->integer(0), 1);
}

TEST_F(InFolder, OrderAndNumberOfRunsDoNotMatter) {
  auto samples = tests::samples(30);
  read(samples);
  const std::string other = (folder_ / "other").string();
  std::reverse(samples.begin(), samples.end());
  for (size_t at = 0; at < samples.size(); at += 7)
    read_into(other, {samples.begin() + at, samples.begin() + std::min(at + 7, samples.size())});
  EXPECT_EQ(rows_of(other), rows_of(record_));
  EXPECT_EQ(faults_of(other), "");
}

TEST_F(InFolder, CopiesCountOnceAsSources) {
  const Sample first = tests::samples(2)[1];
  Sample copy = first, other = first;
  copy.report.article.source = "copy.txt";
  copy.report.copy_of = copy.report.id;
  other.report.article.source = "other.txt";
  other.report.article.text += " More to follow.";
  other.report.id = join::signature_of(other.report.article).id;
  read({first, copy, other});
  auto opened = record::open_read_only(record_, {});
  auto rows =
      opened->database.rows("SELECT reports, sources, contested FROM happenings ORDER BY reports DESC, sources DESC");
  ASSERT_TRUE(rows && rows->next());
  EXPECT_EQ(rows->integer(0), 3);
  EXPECT_EQ(rows->integer(1), 2);
  EXPECT_FALSE(rows->boolean(2));
  EXPECT_EQ(faults_of(record_), "");
  EXPECT_EQ(lines_of(record_)[1], record::report_json(copy.report, copy.notes));
}

TEST_F(InFolder, ChangedPageReplacesAndKeepsTheOldText) {
  auto before = tests::samples(1)[0], after = tests::samples(2)[1];
  after.report.article.source = before.report.article.source;
  read({before});
  read({after});
  auto opened = record::open_read_only(record_, {});
  auto rows = opened->database.rows("SELECT kind, report, previous FROM changes ORDER BY number DESC");
  ASSERT_TRUE(rows && rows->next());
  EXPECT_EQ(rows->text(0), "replaced");
  EXPECT_TRUE(rows->text(1).starts_with(after.report.id));
  EXPECT_TRUE(rows->text(2).starts_with(before.report.id));
  EXPECT_EQ(lines_of(record_).size(), 2u);
}

TEST_F(InFolder, AReadCutOffBeforeItsEndIsMadeGood) {
  auto before = tests::samples(1)[0];
  auto after = tests::samples(514);  // a batch and more, so that the first reports are written before the end
  after[0] = after.back();
  after[0].report.article.source = before.report.article.source;
  after.pop_back();
  read({before});
  {
    auto record = Record::open_to_write(record_, {"coranto test", "no model"});
    for (const Sample& sample : after) ASSERT_TRUE(record->add(sample.report, sample.notes));
  }
  read({});
  auto opened = record::open_read_only(record_, {});
  auto rows = opened->database.rows("SELECT count(*) FROM changes WHERE kind = 'replaced'");
  ASSERT_TRUE(rows && rows->next());
  EXPECT_EQ(rows->integer(0), 1);
  opened = Error{};
  EXPECT_EQ(faults_of(record_), "");
}

// Reads texts, each from a source of its own, as an engine does that is told what the record holds.
void read_texts(const std::string& where, const std::vector<std::string>& texts) {
  auto record = Record::open_to_write(where, {"coranto test", "no model"});
  ASSERT_TRUE(record);
  join::Joiner joiner;
  ASSERT_TRUE(record->each_trace([&](const Trace& trace) { joiner.remember(trace); }));
  for (const auto& text : texts) {
    Article article;
    article.text = text;
    article.source = std::to_string(text.size());
    ASSERT_TRUE(record->add(joiner.join(std::move(article)), {}));
  }
  ASSERT_TRUE(record->finish());
}

TEST_F(InFolder, CopiesAreRecognisedInLaterRunsAndIdsDoNotHangOnTheOrder) {
  const std::string text =
      "The ferry ran aground on Tuesday off the island with 84 people aboard, the coast guard said. Two lifeboats took "
      "off the passengers, and a tug is to pull the ship free on the next tide.";
  const std::string same = "  " + text, near = text + " Nobody was hurt.";
  std::vector<std::vector<std::vector<std::string>>> ways = {{{text, same, near}},
                                                             {{near, same, text}},
                                                             {{text}, {same}, {near}},
                                                             {{near}, {text}, {same}},
                                                             {{same}, {near, text}}};
  std::set<std::string> answers;
  for (const auto& runs : ways) {
    fs::remove_all(record_);
    for (const auto& texts : runs) read_texts(record_, texts);
    auto opened = record::open_read_only(record_, {});
    auto rows = opened->database.rows(
        "SELECT string_agg(id, ' ' ORDER BY id), count(copy_of), count(DISTINCT story) FROM reports");
    ASSERT_TRUE(rows && rows->next());
    answers.insert(std::string(rows->text(0)));
    EXPECT_EQ(rows->integer(1), 2);
    EXPECT_EQ(rows->integer(2), 1);
    opened = Error{};
    EXPECT_EQ(faults_of(record_), "");
  }
  EXPECT_EQ(answers.size(), 1u);
}

TEST_F(InFolder, SecondWriterAndReaderAreTurnedAway) {
  auto first = Record::open_to_write(record_, {});
  ASSERT_TRUE(first);
  auto second = Record::open_to_write(record_, {});
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().text().find("open elsewhere"), std::string::npos) << second.error().text();
  auto reader = Record::open(record_);
  ASSERT_FALSE(reader);
  EXPECT_NE(reader.error().text().find("being written"), std::string::npos) << reader.error().text();
}

TEST_F(InFolder, OtherFormatsAndOtherFilesAreRefused) {
  EXPECT_EQ(Record::open(record_).error().code, Code::not_found);
  read(tests::samples(1));
  run_sql("UPDATE format SET name = 'coranto-record/999'");
  EXPECT_NE(Record::open(record_).error().text().find("coranto-record/999"), std::string::npos);
  EXPECT_NE(Record::open_to_write(record_, {}).error().text().find("coranto-record/999"), std::string::npos);
  fs::remove_all(record_);
  fs::create_directories(record_);
  std::ofstream(record_ + "/coranto.duckdb") << "no database at all, but long enough to be looked at as if it were one";
  EXPECT_EQ(Record::open(record_).error().code, Code::record);
  EXPECT_EQ(Record::open_to_write(record_, {}).error().code, Code::record);
}

// Runs `write` in a process of its own and returns how that ended.
template <typename Write>
int in_child(Write write) {
  const pid_t child = fork();
  if (child == 0) {
    write();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

TEST_F(InFolder, KilledWriterLeavesWholeReportsOnly) {
  const auto samples = tests::samples(1200);
  const auto all = json_of(samples);
  for (const int milliseconds : {100, 250, 500}) {
    fs::remove_all(record_);
    const pid_t child = fork();
    if (child == 0) {
      auto record = Record::open_to_write(record_, {});
      for (const Sample& sample : samples) (void)record->add(sample.report, sample.notes);
      (void)record->finish();
      _exit(0);
    }
    usleep(static_cast<useconds_t>(milliseconds) * 1000);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    if (!fs::exists(record_ + "/coranto.duckdb")) continue;
    const auto opened = Record::open(record_);
    if (opened) {
      const auto kept = lines_of(record_);
      ASSERT_LE(kept.size(), all.size());
      EXPECT_TRUE(std::equal(kept.begin(), kept.end(), all.begin()));
      EXPECT_EQ(faults_of(record_), "");
    }
  }
  read(samples);  // goes on where it was cut off
  EXPECT_EQ(lines_of(record_).size(), samples.size());
  EXPECT_EQ(faults_of(record_), "");
}

TEST_F(InFolder, FullDiskIsAnErrorAndLeavesWholeReportsOnly) {
  const auto samples = tests::samples(1500);
  const auto all = json_of(samples);
  read({samples.begin(), samples.begin() + 100});
  const int status = in_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{2 << 20, 2 << 20};
    setrlimit(RLIMIT_FSIZE, &limit);
    auto record = Record::open_to_write(record_, {});
    Result<void> done = record ? Result<void>() : Result<void>(record.error());
    for (const Sample& sample : samples)
      if (done) done = record->add(sample.report, sample.notes);
    if (done) done = record->finish();
    _exit(done ? 1 : done.error().text().find(record_) != std::string::npos ? 0 : 2);
  });
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  const auto kept = lines_of(record_);
  EXPECT_GE(kept.size(), 100u);
  EXPECT_LT(kept.size(), all.size());
  EXPECT_TRUE(std::equal(kept.begin(), kept.end(), all.begin()));
  EXPECT_EQ(faults_of(record_), "");
  read(samples);
  EXPECT_EQ(lines_of(record_), all);
}

TEST_F(InFolder, VerifyFindsEachInjectedFault) {
  const std::vector<std::pair<std::string, std::string>> faults = {
      {"UPDATE events SET trigger_end = 100000000 WHERE number = 1", "outside the text"},
      {"UPDATE mentions SET \"from\" = \"from\" + 1 WHERE number = 1", "mentions of"},
      {"UPDATE statements SET id = 'q-0000000000000000' WHERE number = 1", "statements of"},
      {"UPDATE reports SET copy_of = 'r-nobody' WHERE id = (SELECT min(id) FROM reports)", "copy_of"},
      {"DELETE FROM actors WHERE number = 1", "refer to actors"},
      {"DELETE FROM changes WHERE number = 2", "without gaps"},
      {"UPDATE reports SET source = 'elsewhere' WHERE id = (SELECT min(id) FROM reports)",
       "hash of its text and source"},
      {"UPDATE sketches SET words = list_reverse(words)", "sketches"},
      {"UPDATE event_actors SET actor = (SELECT max(id) FROM actors)", "event_actors of"},
      {"UPDATE events SET place = (SELECT max(id) FROM places) WHERE place IS NOT NULL", "events of"},
      {"UPDATE postings SET tf = tf + 1", "postings"},
      {"UPDATE reports SET text = replace(text, 'e', 'é')", "cuts a code point"},
      {"DELETE FROM happenings WHERE id = (SELECT min(id) FROM happenings)", "happening"},
  };
  for (const auto& [sql, words] : faults) {
    fs::remove_all(record_);
    read(tests::samples(5));
    run_sql(sql);
    EXPECT_NE(faults_of(record_).find(words), std::string::npos) << sql << "\n" << faults_of(record_);
  }
}

TEST_F(InFolder, ExportsEveryTableAsFiles) {
  read(tests::samples(5));
  auto record = Record::open(record_);
  ASSERT_TRUE(record);
  const std::string into = (folder_ / "o'ut").string();
  ASSERT_TRUE(record->export_tables(into, Record::Form::parquet));
  ASSERT_TRUE(record->export_tables(into, Record::Form::csv));
  auto database = Database::open(":memory:", {});
  for (const auto& table : record::tables()) {
    EXPECT_TRUE(fs::exists(fs::path(into) / (std::string(table.name) + ".csv")));
    auto rows =
        database->rows("SELECT count(*) FROM read_parquet($1)", {(fs::path(into) / table.name).string() + ".parquet"});
    EXPECT_TRUE(rows && rows->next()) << table.name;
  }
}

TEST(RecordFormat, DocsListEveryColumn) {
  const std::string path = rooted("/docs/record.md");
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  EXPECT_NE(text.str().find(record::schema_markdown()), std::string::npos) << path << " lacks the tables as they are:\n"
                                                                           << record::schema_markdown();
}

}  // namespace
}  // namespace coranto
