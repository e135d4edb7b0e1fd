#include "note/actor_lists.h"

#include <functional>
#include <tuple>

#include "base/tsv.h"
#include "note/cast.h"

namespace coranto::note {
namespace {

using Row = std::vector<std::string>;

// Calls `take` with the fields of each row in the order of `columns`.
template <typename Take>
Result<void> each_row(const std::string& path, const std::vector<std::string_view>& columns, Take take) {
  const auto table = Table::read(path);
  if (!table) return table.error();
  std::vector<size_t> order;
  for (const auto name : columns) {
    const auto column = table->column(name);
    if (!column) return column.error();
    order.push_back(*column);
  }
  for (size_t i = 0; i < table->size(); ++i) {
    Row row;
    for (const size_t column : order) row.push_back(table->row(i)[column]);
    if (!take(row)) return Error{Code::malformed, "unknown value", path + ":" + std::to_string(table->line(i))};
  }
  return {};
}

bool read_sort(std::string_view word, Sort& sort) {
  static const std::pair<std::string_view, Sort> known[] = {
      {"person", Sort::person}, {"office", Sort::office}, {"crowd", Sort::crowd}, {"body", Sort::body}};
  for (const auto& [name, value] : known) {
    if (name == word) return sort = value, true;
  }
  return false;
}

std::string empty_if_none(const std::string& field) { return field == "-" ? "" : field; }

bool take_body(ActorTables::Lists& lists, const Row& row) {
  const size_t number = lists.bodies.size();
  std::string country = empty_if_none(row[2]);
  const bool shared = country.ends_with('?');
  if (shared) country.pop_back();
  lists.bodies.push_back({row[0], row[1], std::move(country), shared});
  auto names = split(empty_if_none(row[3]), '|');
  names.push_back(row[0]);
  for (const auto& name : names) {
    if (!lists.body_of.emplace(name, number).second) continue;
    const size_t space = name.find(' ');
    if (space != std::string::npos) lists.body_starts[name.substr(0, space)].push_back(name.size());
  }
  return true;
}

bool take_noun(ActorTables::Lists& lists, const Row& row) {
  Noun noun{row[1], Sort::person, row[3] == "y", row[4].empty() ? '-' : row[4][0], row[5] != "n"};
  if (!read_sort(row[2], noun.sort)) return false;
  lists.nouns.emplace(row[0], noun);
  return true;
}

bool take_title(ActorTables::Lists& lists, const Row& row) {
  lists.titles.emplace(row[0], empty_if_none(row[1]));
  if (row[2] != "-" && !row[2].empty()) lists.title_gender.emplace(row[0], row[2][0]);
  return true;
}

}  // namespace

const Noun* ActorTables::Lists::noun(std::string_view words) const {
  const auto found = nouns.find(words);
  return found == nouns.end() ? nullptr : &found->second;
}

std::string singular_of(const Token& token) {
  std::string word = lowered(token.lemma.empty() ? token.text : token.lemma);
  if (token.tag != "NNPS" && token.tag != "NNP") return word;
  if (word.ends_with("men")) return word.replace(word.size() - 2, 1, "a");
  if (word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.ends_with("s") && !word.ends_with("ss") && word.size() > 4) word.pop_back();
  return word;
}

const Noun* ActorTables::Lists::noun_of(const Token& token) const {
  if (const Noun* found = noun(lowered(token.lemma))) return found;
  return noun(singular_of(token));
}

const Body* ActorTables::Lists::body(std::string_view name) const {
  const auto found = body_of.find(name);
  return found == body_of.end() ? nullptr : &bodies[found->second];
}

const std::vector<std::string>* ActorTables::Lists::countries_of(std::string_view office) const {
  const auto found = offices.find(office);
  return found == offices.end() ? nullptr : &found->second;
}

ActorTables::ActorTables(std::unique_ptr<Lists> lists) : lists_(std::move(lists)) {}
ActorTables::ActorTables(ActorTables&&) noexcept = default;
ActorTables::~ActorTables() = default;

Result<ActorTables> ActorTables::open(const std::string& data) {
  auto lists = std::make_unique<Lists>();
  Lists& l = *lists;
  const auto words = [](Lookup<bool>& into) {
    return [&into](const Row& row) { return into.emplace(row[0], true).second; };
  };
  const auto speech = [&l](const Row& row) {
    const bool says = row[2].find("clause") != std::string::npos || row[2].find("quote") != std::string::npos;
    if (row[1] == "verb" && says) l.speech.emplace(row[0], true);
    return true;
  };
  const std::tuple<std::string_view, std::vector<std::string_view>, std::function<bool(const Row&)>> tables[] = {
      {"actors/sectors.tsv",
       {"noun", "sector", "sort", "firm", "gender", "home"},
       [&](const Row& row) { return take_noun(l, row); }},
      {"actors/bodies.tsv", {"name", "sector", "country", "also"}, [&](const Row& row) { return take_body(l, row); }},
      {"actors/offices.tsv",
       {"office", "countries"},
       [&](const Row& row) { return l.offices.emplace(row[0], split(row[1], '|')).second; }},
      {"actors/titles.tsv", {"title", "means", "gender"}, [&](const Row& row) { return take_title(l, row); }},
      {"actors/given_names.tsv",
       {"name", "gender"},
       [&](const Row& row) { return !row[1].empty() && l.given.emplace(row[0], row[1][0]).second; }},
      {"actors/name_words.tsv",
       {"word", "sector"},
       [&](const Row& row) { return l.name_words.emplace(row[0], empty_if_none(row[1])).second; }},
      {"actors/kinds.tsv",
       {"noun", "sectors"},
       [&](const Row& row) { return l.kinds.emplace(row[0], split(row[1], '|')).second; }},
      {"actors/things.tsv", {"noun"}, words(l.things)},
      {"actors/no_names.tsv", {"words"}, words(l.no_names)},
      {"actors/portfolios.tsv", {"word"}, words(l.portfolios)},
      {"statements/cues.tsv", {"cue", "kind", "takes"}, speech},
  };
  for (const auto& [file, columns, take] : tables) {
    const Result<void> done = each_row(data + "/" + std::string(file), columns, take);
    if (!done.ok()) return done.error();
  }
  return ActorTables(std::move(lists));
}

}  // namespace coranto::note
