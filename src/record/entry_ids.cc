// What reports and their entries are called.
#include <set>

#include "base/hash.h"
#include "base/utf8.h"
#include "record/rows.h"

namespace coranto::record {
namespace {

std::string span_field(Span span) { return std::to_string(span.begin) + '-' + std::to_string(span.end); }

std::string spans_field(const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) out += span_field(span) + ' ';
  return out;
}

// Ids of one sort in one report: where the same fields come again, their count is one more field.
class Ids {
 public:
  std::string of(char letter, std::string_view report, std::string_view first, std::string_view second = {}) {
    std::string id = hashed_id(letter, {report, first, second});
    for (size_t again = 2; !seen_.insert(id).second; ++again) {
      id = hashed_id(letter, {report, first, second, std::to_string(again)});
    }
    return id;
  }

 private:
  std::set<std::string> seen_;
};

template <typename Item, typename Id>
std::vector<std::string> each_id(const std::vector<Item>& items, Id id) {
  std::vector<std::string> out;
  for (const Item& item : items) out.push_back(id(item));
  return out;
}

}  // namespace

EntryIds entry_ids(const std::string& report, const Notes& notes) {
  Ids ids;
  EntryIds out;
  out.actors = each_id(notes.actors, [&](const Actor& a) { return ids.of('a', report, a.name); });
  out.places = each_id(notes.places, [&](const Place& p) { return ids.of('p', report, span_field(p.span)); });
  out.times = each_id(notes.times, [&](const Time& t) { return ids.of('t', report, span_field(t.span)); });
  out.statements =
      each_id(notes.statements, [&](const Statement& s) { return ids.of('q', report, spans_field(s.content)); });
  out.events =
      each_id(notes.events, [&](const Event& e) { return ids.of('e', report, span_field(e.trigger), e.type); });
  return out;
}

std::string carrier_id(const std::string& text_id, const std::string& source) {
  return text_id + '.' + hex16(hash64(utf8::repaired(source))).substr(0, 8);
}

std::string text_id(const std::string& id) { return id.substr(0, id.find('.')); }

}  // namespace coranto::record
