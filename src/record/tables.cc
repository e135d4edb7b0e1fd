#include "record/schema.h"

namespace coranto::record {
namespace {

constexpr const char* text = "VARCHAR";
constexpr const char* texts = "VARCHAR[]";
constexpr const char* number = "UINTEGER";
constexpr const char* spans = "UINTEGER[][]";

Column report_column() { return {"report", text, "reports.id"}; }
Column number_column() { return {"number", number, "place in its report's list, from 1"}; }

// A span `name` of the report's text: in bytes of UTF-8 and in code points, half open.
std::vector<Column> span_columns(const std::string& name, const std::string& what) {
  const std::string prefix = name.empty() ? "" : name + "_";
  return {{prefix + "begin", number, what + ": first byte"},
          {prefix + "end", number, what + ": byte after the last"},
          {prefix + "from", number, what + ": first code point"},
          {prefix + "to", number, what + ": code point after the last"}};
}

std::vector<Column> list_columns(const std::string& name, const std::string& what) {
  return {{name + "_bytes", spans, what + ": list of [begin, end] in bytes"},
          {name + "_points", spans, what + ": list of [begin, end] in code points"}};
}

std::vector<Column> joined(std::initializer_list<std::vector<Column>> groups) {
  std::vector<Column> out;
  for (const auto& group : groups) out.insert(out.end(), group.begin(), group.end());
  return out;
}

TableShape reports() {
  return {"reports", "One row a report as one source carries it. Never changed once written, but for `story`.",
          joined({{{"id", text, "`r-` and a hash of the normalised text, `.` and a hash of the source"},
                   {"source", text, "file name or URL, as it was given"},
                   {"kind", text, "article, teaser, caption, page"},
                   {"language", text, "ISO 639-1"},
                   {"title", text, "title; of a teaser its kicker"},
                   {"byline", texts, "authors as the report names them"},
                   {"agencies", texts, "agencies named as contributors"},
                   {"published", text, "ISO day; NULL if not known, never made up"},
                   {"published_from", text, "metadata, given, text"},
                   {"copy_of", text, "reports.id whose copy it is"},
                   {"story", text, "stories.id"},
                   {"text", text, "clean article text; all spans are cut from it"},
                   {"terms", number, "words of title and text that `postings` counts"}},
                  list_columns("sentences", "sentences of the text")})};
}

TableShape parts() {
  return {"parts",
          "What was cut from the page around a report.",
          {report_column(),
           number_column(),
           {"kind", text, "title, byline, credit, caption, teaser, dateline, furniture"},
           {"text", text, "the words"}}};
}

TableShape reuses() {
  return {"reuses", "Passages that a report has in common with another one that it is not joined with as its copy.",
          joined({{report_column(),
                   number_column(),
                   {"other", text, "the other's text: its reports.id up to the point"},
                   {"origin", text, "the same of the one of the two whose words they likely are"}},
                  list_columns("words", "the passages in this report's text")})};
}

TableShape imprints() {
  return {"imprints",
          "What the page of a report says of itself. No row where it says nothing, as a plain text does.",
          {report_column(),
           {"page", text, "what the page is made for: article, live, index, video, gallery, stub"},
           {"subtitle", text, "the line under the headline"},
           {"published_at", text, "moment of publication as the page gives it, with its zone if it names one"},
           {"updated", text, "moment or day of the last change, the same way"},
           {"publisher", text, "who brings the page out"},
           {"section", text, "section of the paper or site"},
           {"url", text, "canonical address"},
           {"language", text, "BCP 47, as the page has it"}}};
}

TableShape posts() {
  return {"posts",
          "Entries of a live blog.",
          {report_column(),
           number_column(),
           {"time", text, "moment or ISO day, as the page gives it"},
           {"title", text, "heading"},
           {"text", text, "the words"}}};
}

TableShape actors() {
  return {"actors",
          "One row for each actor of a report.",
          {{"id", text, "`a-` and a hash of report and name"},
           report_column(),
           number_column(),
           {"name", text, "fullest name in the report, or the head phrase of a nameless one"},
           {"kind", text, "person, organization, government, group"},
           {"country", text, "ISO 3166 alpha-3"},
           {"sector", text, "PLOVER sector code"},
           {"role", text, "office or function, as the report words it"}}};
}

TableShape actor_names() {
  return {"actor_names",
          "Every name that a report has for an actor.",
          {{"actor", text, "actors.id"},
           report_column(),
           {"number", number, "0 for the fullest name, then the aliases from 1"},
           {"name", text, "the name, in the script of the report"}}};
}

TableShape actor_roles() {
  return {"actor_roles",
          "Who holds which office according to which report.",
          {{"actor", text, "actors.id"},
           report_column(),
           {"name", text, "actors.name"},
           {"role", text, "the office"},
           {"country", text, "ISO 3166 alpha-3"},
           {"sector", text, "PLOVER sector code"},
           {"published", text, "day of the report, NULL if not known"}}};
}

TableShape mentions() {
  return {"mentions", "Where a report mentions an actor: names, titles and pronouns alike.",
          joined({{{"actor", text, "actors.id"}, report_column(), number_column(), {"words", text, "the words"}},
                  span_columns("", "mention")})};
}

TableShape places() {
  return {"places", "Places, demonyms and places that stand for a government, as named in a report.",
          joined({{{"id", text, "`p-` and a hash of report and span"},
                   report_column(),
                   number_column(),
                   {"words", text, "the words"}},
                  span_columns("", "place"),
                  {{"name", text, "as the gazetteer has it"},
                   {"geonames", "BIGINT", "GeoNames id"},
                   {"lat", "DOUBLE", "degrees north"},
                   {"lon", "DOUBLE", "degrees east"},
                   {"country", text, "ISO 3166 alpha-3"},
                   {"admin1", text, "province"},
                   {"resolution", text, "country, province, district, city, subcity"},
                   {"use", text, "place, demonym, metonym"}}})};
}

TableShape times() {
  return {"times", "Expressions of time in a report.",
          joined({{{"id", text, "`t-` and a hash of report and span"},
                   report_column(),
                   number_column(),
                   {"words", text, "the words"}},
                  span_columns("", "expression"),
                  {{"type", text, "DATE, TIME, DURATION, SET"},
                   {"value", text, "ISO day, month, year, interval A/B, or duration"},
                   {"symbolic", text, "relative to the day of writing: P-1D is yesterday"}}})};
}

TableShape statements() {
  return {"statements", "Who said what to whom, on whose word.",
          joined({{{"id", text, "`q-` and a hash of report and content"},
                   report_column(),
                   number_column(),
                   {"words", text, "what was said; pieces are joined by ` … `"}},
                  list_columns("content", "what was said"),
                  {{"speaker", text, "actors.id"}, {"speaker_words", text, "the words that name the speaker here"}},
                  span_columns("speaker", "those words"),
                  {{"addressee", text, "actors.id"}, {"cue_words", text, "the words that mark it as said"}},
                  span_columns("cue", "those words"),
                  {{"quoted", text, "direct, indirect, mixed"},
                   {"channel", text, "`social media`, NULL if not said"},
                   {"polarity", text, "`-` if the source denies the content, else `+`"},
                   {"via", texts, "actors.id of the carriers between writer and speaker, outermost first"}}})};
}

TableShape events() {
  return {"events", "Who did what to whom, where, when, on whose word.",
          joined({{{"id", text, "`e-` and a hash of report, trigger span and type"},
                   report_column(),
                   number_column(),
                   {"type", text, "PLOVER type"},
                   {"mode", text, "PLOVER mode"},
                   {"contexts", texts, "PLOVER contexts"},
                   {"cameo", text, "CAMEO code, zeros kept"},
                   {"place", text, "places.id"},
                   {"place_name", text, "places.name"},
                   {"place_country", text, "places.country"},
                   {"time_ref", text, "times.id"},
                   {"time", text, "ISO day, month, year, interval; symbolic (`P-1D`) where the day is not known"},
                   {"day_first", "DATE", "first day of `time`; NULL where symbolic or unknown"},
                   {"day_last", "DATE", "last day of `time`"},
                   {"modality", text, "happened, planned, ordered, urged, threatened, possible, hypothetical, unclear"},
                   {"polarity", text, "`-` if told as not so, else `+`"},
                   {"via", texts, "actors.id on whose word it stands, outermost first; empty where the writer vouches"},
                   {"trigger_words", text, "the words that name the act"}},
                  span_columns("trigger", "those words"),
                  {{"sentence_words", text, "the sentence that proves it"}},
                  span_columns("sentence", "that sentence"),
                  list_columns("also", "other sentences that tell the same act"),
                  {{"confidence", "DOUBLE", "0 to 1"}, {"rule", text, "entry of the lexicon"}}})};
}

TableShape event_actors() {
  return {"event_actors",
          "The two sides of an event.",
          {{"event", text, "events.id"},
           report_column(),
           {"side", text, "actor, recipient"},
           {"number", number, "place on its side, from 1"},
           {"actor", text, "actors.id"},
           {"name", text, "actors.name"},
           {"country", text, "actors.country"}}};
}

TableShape happenings() {
  return {"happenings",
          "Events of one or several reports that tell the same act. Brought up to date after each read.",
          {{"id", text, "`h-` and the hash of its first event id in byte order"},
           {"type", text, "PLOVER type"},
           {"day_first", "DATE", "first day any of its events gives"},
           {"day_last", "DATE", "last day any of its events gives"},
           {"place_name", text, "most often named place"},
           {"place_country", text, "country of that place"},
           {"actors", texts, "names on the acting side, most often named first"},
           {"recipients", texts, "names on the other side"},
           {"events", texts, "events.id, ascending"},
           {"tellings", texts, "of each of them its modality, with `not ` before it where its polarity is `-`"},
           {"reports", number, "reports that tell it, copies too"},
           {"sources", number,
            "independent ones among them: a report, its copies and what else its source carries count once"},
           {"contested", "BOOLEAN", "the tellings differ: `events` and `tellings` say who contradicts whom"}}};
}

TableShape stories() {
  return {
      "stories",
      "Reports on one running matter. Brought up to date after each read.",
      {{"id", text, "reports.story"},
       {"title", text,
        "title of the first report by day and id that has one; else the names that most of its reports mention; else "
        "how its first report begins"},
       {"day_first", text, "first known day of publication"},
       {"day_last", text, "last known day of publication"},
       {"report_first", text, "reports.id of the first report by day and id; those without a day come last"},
       {"report_last", text, "reports.id of the last report by day and id, of those with a day if any has one"},
       {"reports", number, "its reports, copies too"},
       {"sources", number, "sources of those that are no copies"}}};
}

TableShape postings() {
  return {"postings",
          "Words of each report, for full-text search.",
          {{"term", text, "run of letters, digits and combining marks, lower case"},
           report_column(),
           {"tf", number, "how often it stands in title and text"}}};
}

TableShape sketches() {
  return {"sketches",
          "Of each report what tells whether another one copies it.",
          {report_column(),
           {"words", "UINTEGER[]",
            "the words of the normalised text in their order, each as a hash of 16 bits; at most 4,096"}}};
}

TableShape gists() {
  return {
      "gists",
      "Of each report what it is about, by which its story is found. No row where that cannot be told.",
      {report_column(),
       {"terms", "UINTEGER[]",
        "names, places and words, ascending; of each the highest bit tells whether it is a word, 23 bits are of its "
        "hash, the lowest 8 its weight; at most 72"}}};
}

TableShape changes() {
  return {"changes",
          "Every change of the record, numbered. The only table whose rows depend on the order of reading.",
          {{"number", "BIGINT", "1, 2, 3 … without gaps"},
           {"run", text, "runs.id"},
           {"kind", text,
            "added: a report is new; replaced: its source now carries another text; moved: it turned out to be of "
            "another story"},
           {"report", text, "the report added or moved, or the one that replaces"},
           {"previous", text, "of replaced: the report that was current until then"},
           {"story_before", text, "of moved: the story it was of until then"}}};
}

TableShape runs() {
  return {"runs",
          "Runs that added something.",
          {{"id", text, "`x-` and a hash of start, process and engine"},
           {"started", "TIMESTAMP", "UTC"},
           {"engine", text, "version of Coranto"},
           {"model", text, "name and version of the language model"}}};
}

}  // namespace

const std::vector<TableShape>& tables() {
  static const std::vector<TableShape> all = {
      reports(),     parts(),    reuses(),   imprints(), posts(),      actors(),  actor_names(),
      actor_roles(), mentions(), places(),   times(),    statements(), events(),  event_actors(),
      happenings(),  stories(),  postings(), sketches(), gists(),      changes(), runs()};
  return all;
}

}  // namespace coranto::record
