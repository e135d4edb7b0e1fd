#include "samples.h"

#include "join/join.h"

namespace coranto::tests {
namespace {

Span find(const std::string& text, std::string_view words) {
  const auto at = static_cast<uint32_t>(text.find(words));
  return {at, at + static_cast<uint32_t>(words.size())};
}

Report report_of(size_t i) {
  Report report;
  Article& a = report.article;
  const std::string n = std::to_string(i);
  a.text = "Zoë Müller-" + n +
           " met 王磊 in Łódź on Monday. “We shan't yield,” she told reporters 🙂, “not on item " + n +
           "”.\n\nThe ministry, citing her aide, denied that " + n + " envoys were expelled.";
  a.source = "folder/report " + n + ".txt";
  a.title = i % 3 ? "Talks \"" + n + "\"\tin Łódź" : "";
  a.byline = i % 2 ? std::vector<std::string>{"Jane Roe", "O'Neil, Staff"} : std::vector<std::string>{};
  if (i % 4 == 0) a.agencies = {"AP"};
  if (i % 2) {
    a.published = "2025-11-0" + std::to_string(1 + i % 9);
    a.published_from = DateSource::given;
  }
  a.kind = i % 7 == 3 ? ArticleKind::teaser : ArticleKind::article;
  a.parts = {{PartKind::caption, "A view of Łódź"}, {PartKind::furniture, ""}};
  if (i % 3 == 1) {
    a.imprint = {PageKind::live, "Line under it", "2025-11-01T10:00:00+01:00", "2025-11-02", "Paper", "World",
                 "https://paper.example/" + n, "en-GB", {}};
    a.imprint.posts = {{"2025-11-01T11:00:00Z", "First", "Żubr."}, {"", "", "Second."}};
  }
  report.id = join::signature_of(a).id;
  const Span yield = find(a.text, "“We shan't yield,”"), item = find(a.text, "“not on item " + n + "”");
  if (i % 3 == 1) report.reuses = {{report.id, report.id, {yield, item}}};
  report.story = i % 5 ? "s-0000000000000001" : "";
  return report;
}

Notes notes_of(const std::string& text, size_t i) {
  const std::string n = std::to_string(i);
  Notes notes;
  const Span first = find(text, "Zoë Müller-" + n + " met 王磊 in Łódź on Monday."),
             last = find(text, "The ministry, citing her aide, denied that " + n + " envoys were expelled.");
  notes.sentences = {first, {first.end + 1, last.begin - 2}, last};
  notes.actors = {{"Zoë Müller-" + n,
                   ActorKind::person,
                   "POL",
                   "GOV",
                   "envoy",
                   {find(text, "Zoë Müller-" + n), find(text, "she"), find(text, "her")},
                   {"Müller", "Z. M."}},
                  {"王磊", ActorKind::person, "CHN", "", "", {find(text, "王磊")}, {}},
                  {"ministry", ActorKind::government, "", "GOV", "", {find(text, "The ministry")}, {}},
                  {"reporters", ActorKind::group, "", "", "", {find(text, "reporters")}, {}},
                  {n + " envoys", ActorKind::group, "", "", "", {find(text, n + " envoys")}, {}}};
  notes.places = {{find(text, "Łódź"), "Łódź", 3093133, 51.77058, 19.47395, true, "POL", Resolution::city,
                   PlaceUse::place, "Łódź Voivodeship"},
                  {find(text, "ministry"), "", 0, 0, 0, false, "", Resolution::none, PlaceUse::metonym, ""}};
  const std::string day = "2025-10-" + std::to_string(10 + i % 20);
  notes.times = {{find(text, "Monday"), TimeType::date, i % 2 ? day : "", "P-mon"}};
  notes.statements = {{0,
                       find(text, "she"),
                       3,
                       find(text, "told"),
                       {find(text, "We shan't yield"), find(text, "not on item " + n)},
                       Quoted::direct,
                       "",
                       false,
                       {}},
                      {no_actor,
                       {},
                       no_actor,
                       find(text, "denied"),
                       {find(text, n + " envoys were expelled")},
                       Quoted::indirect,
                       "social media",
                       true,
                       {2, 0}}};
  notes.events = {{"CONSULT",
                   "",
                   {"diplomatic"},
                   "040",
                   {0, 1},
                   {},
                   0,
                   0,
                   Modality::happened,
                   false,
                   {},
                   find(text, "met"),
                   first,
                   {last},
                   0.1 + 1.0 / static_cast<double>(i + 3),
                   "consult.meet"},
                  {"SANCTION",
                   "expel",
                   {},
                   "145",
                   {2},
                   {4},
                   -1,
                   -1,
                   Modality::unclear,
                   true,
                   {2, 0},
                   find(text, "expelled"),
                   last,
                   {},
                   1,
                   ""},
                  {"ACCUSE",
                   "",
                   {"legal", "x, \"y\""},
                   "",
                   {},
                   {4},
                   -1,
                   0,
                   Modality::possible,
                   false,
                   {},
                   find(text, "expelled"),
                   last,
                   {},
                   0.5,
                   "a"},
                  {"ACCUSE",
                   "",
                   {},
                   "",
                   {2},
                   {},
                   -1,
                   -1,
                   Modality::possible,
                   false,
                   {},
                   find(text, "expelled"),
                   last,
                   {},
                   0.5,
                   "b"}};
  return notes;
}

}  // namespace

std::vector<Sample> samples(size_t count) {
  std::vector<Sample> out;
  for (size_t i = 0; i < count; ++i) {
    Report report = report_of(i);
    Notes notes = notes_of(report.article.text, i);
    out.push_back({std::move(report), std::move(notes)});
  }
  return out;
}

}  // namespace coranto::tests
