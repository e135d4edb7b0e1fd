#include <map>

#include "record/names.h"
#include "record/note_rows.h"
#include "record/rows.h"
#include "record/terms.h"

namespace coranto::record {
namespace {

// Words of title and text into `postings`; gives how many there are.
int64_t write_postings(Appender& postings, const std::string& id, const Article& article) {
  std::map<std::string, uint32_t> counts;
  count_terms(article.title, counts);
  count_terms(article.text, counts);
  int64_t terms = 0;
  for (const auto& [term, tf] : counts) {
    postings.text(term).text(id).integer(tf).end_row();
    terms += tf;
  }
  return terms;
}

void write_parts(Appender& row, const std::string& id, const std::vector<Part>& parts) {
  for (size_t i = 0; i < parts.size(); ++i) {
    row.text(id).integer(static_cast<int64_t>(i) + 1).text(word_of(part_kinds, parts[i].kind)).text(parts[i].text);
    row.end_row();
  }
}

void write_reuses(Appender& row, const std::string& id, const Report& report) {
  const utf8::PointMap map(report.article.text);
  for (size_t i = 0; i < report.reuses.size(); ++i) {
    const Reuse& reuse = report.reuses[i];
    row.text(id).integer(static_cast<int64_t>(i) + 1).text(reuse.report).text(reuse.origin);
    span_cells(row, reuse.spans, map).end_row();
  }
}

bool says_something(const Imprint& imprint) {
  return imprint.kind != PageKind::unknown || !imprint.subtitle.empty() || !imprint.published_at.empty() ||
         !imprint.updated.empty() || !imprint.publisher.empty() || !imprint.section.empty() || !imprint.url.empty() ||
         !imprint.language.empty();
}

void write_imprint(Appender& row, const std::string& id, const Imprint& imprint) {
  if (!says_something(imprint)) return;
  row.text(id).text_or_null(word_of(page_kinds, imprint.kind));
  for (const auto* cell : {&imprint.subtitle, &imprint.published_at, &imprint.updated, &imprint.publisher,
                           &imprint.section, &imprint.url, &imprint.language})
    row.text_or_null(*cell);
  row.end_row();
}

void write_posts(Appender& row, const std::string& id, const std::vector<Post>& list) {
  int64_t number = 0;
  for (const Post& post : list)
    row.text(id).integer(++number).text_or_null(post.time).text_or_null(post.title).text(post.text).end_row();
}

}  // namespace

RowWriter::RowWriter(const Database& database, const char* catalog)
    : tables_(std::make_unique<Tables>(database, catalog)) {}
RowWriter::~RowWriter() = default;

void RowWriter::write(const std::string& id, const std::string& copy_of, const Report& report, const Notes& notes) {
  Tables& tables = *tables_;
  const Article& article = report.article;
  const int64_t terms = write_postings(tables[postings], id, article);
  auto& row = tables[reports].text(id).text(article.source).text(word_of(article_kinds, article.kind)).text("en");
  row.text_or_null(article.title).texts(article.byline).texts(article.agencies).text_or_null(article.published);
  row.text_or_null(word_of(date_sources, article.published_from)).text_or_null(copy_of).text_or_null(report.story);
  row.text(article.text).integer(terms);
  span_cells(row, notes.sentences, utf8::PointMap(article.text)).end_row();
  const Wording wording = join::signature_of(article).wording;
  tables[sketches].text(id).numbers({wording.begin(), wording.end()}).end_row();
  if (!report.gist.empty()) tables[gists].text(id).numbers(report.gist).end_row();
  write_parts(tables[parts], id, article.parts);
  write_reuses(tables[reuses], id, report);
  write_imprint(tables[imprints], id, article.imprint);
  write_posts(tables[posts], id, article.imprint.posts);
  NoteRows(tables, id, article, notes).write();
}

Result<void> RowWriter::close() {
  for (auto& appender : tables_->appenders) {
    if (auto closed = appender->close(); !closed) return closed;
  }
  return {};
}

}  // namespace coranto::record
