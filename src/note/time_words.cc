#include "note/time_words.h"

#include <algorithm>
#include <charconv>

#include "base/tsv.h"

namespace coranto::note {
namespace {

constexpr std::string_view role_names[] = {"weekday", "weekdays", "month", "unit",    "units",      "number", "ordinal",
                                           "season",  "part",     "parts", "clock",   "last",       "this",   "next",
                                           "today",   "tonight",  "ago",   "earlier", "later",      "many",   "edge",
                                           "every",   "repeat",   "vague", "decade",  "approximate"};

template <typename Map>
const auto& of(const Map& map, std::string_view key) {
  static const typename Map::mapped_type none;
  const auto found = map.find(key);
  return found == map.end() ? none : found->second;
}

}  // namespace

const std::vector<TimeWord>& TimeTables::word(std::string_view lower) const { return of(words_, lower); }
const std::vector<TimePhrase>& TimeTables::phrases(std::string_view lower) const { return of(phrases_, lower); }

Result<TimeTables> TimeTables::open(const std::string& data) {
  TimeTables tables;
  const auto words = Table::read(data + "/times/words.tsv");
  if (!words) return words.error();
  for (size_t i = 0; i < words->size(); ++i) {
    const auto& row = words->row(i);
    const auto role =
        row.size() == 3 ? std::find(std::begin(role_names), std::end(role_names), row[1]) : std::end(role_names);
    if (role == std::end(role_names)) {
      return Error{Code::malformed, "has no known kind of time word",
                   words->path() + ":" + std::to_string(words->line(i))};
    }
    TimeWord word{static_cast<Role>(role - std::begin(role_names)), 0, row[2]};
    std::from_chars(row[2].data(), row[2].data() + row[2].size(), word.number);
    tables.words_[row[0]].push_back(std::move(word));
  }
  const auto phrases = Table::read(data + "/times/phrases.tsv");
  if (!phrases) return phrases.error();
  for (size_t i = 0; i < phrases->size(); ++i) {
    const auto& row = phrases->row(i);
    if (row.size() != 2) return Error{Code::malformed, "needs two columns", phrases->path()};
    auto& list = tables.phrases_[row[0].substr(0, row[0].find_first_of(" '"))];
    list.push_back({row[0], row[1]});
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.text.size() > b.text.size(); });
  }
  return tables;
}

}  // namespace coranto::note
