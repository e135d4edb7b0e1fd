#include "note/event_context.h"

#include <algorithm>
#include <span>

#include "base/tsv.h"
#include "note/modality.h"

namespace coranto::note {
namespace {

std::set<std::string, std::less<>> set_of(std::string_view text, char mark) {
  const auto pieces = split(text, mark);
  return {pieces.begin(), pieces.end()};
}

// Numbers of the named columns; the first that the header lacks is the error.
Result<std::vector<size_t>> columns_of(const Table& table, std::initializer_list<std::string_view> names) {
  std::vector<size_t> numbers;
  for (std::string_view name : names) {
    auto number = table.column(name);
    if (!number) return number.error();
    numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace

std::string mode_of_speech(std::string_view type, Index trigger, const Tree& tree, const WordClasses& classes) {
  static constexpr std::string_view asked[] = {"meet", "yield", "assist", "change"};
  static constexpr std::string_view threatened[] = {"expel", "arrest", "relations", "restrict", "violence"};
  const bool threat = type == "THREATEN";
  if (!threat && type != "REQUEST" && type != "REJECT") return "";
  const auto mode_of = [&](Index i) -> std::string {
    for (std::string_view mode : threat ? std::span<const std::string_view>(threatened) : asked) {
      const std::string word_class = (threat ? "threat_" : "ask_") + std::string(mode);
      if (classes.contains(word_class, tree[i].lemma)) return std::string(mode);
    }
    return "";
  };
  for (Index i = trigger + 1; i <= tree[trigger].right_edge; ++i) {
    if (auto mode = mode_of(i); !mode.empty()) return mode;
  }
  return "";
}

Result<ContextTable> ContextTable::open(const std::string& folder) {
  ContextTable tables;
  auto words = Table::read(folder + "/contexts.tsv");
  if (!words) return words.error();
  auto column = columns_of(*words, {"context", "words"});
  if (!column) return column.error();
  for (size_t r = 0; r < words->size(); ++r) {
    const auto& row = words->row(r);
    tables.keywords_.push_back({row[(*column)[0]], set_of(row[(*column)[1]], ',')});
  }
  auto codes = Table::read(folder + "/cameo.tsv");
  if (!codes) return codes.error();
  column = columns_of(*codes, {"type", "mode", "contexts", "modality", "triggers", "cameo"});
  if (!column) return column.error();
  for (size_t r = 0; r < codes->size(); ++r) {
    const auto& row = codes->row(r);
    const auto field = [&](size_t i) -> const std::string& { return row[(*column)[i]]; };
    const bool known = is_event_type(field(0)) && (field(1).empty() || is_mode_of(field(0), field(1)));
    if (!known) {
      return Error{coranto::Code::malformed, "unknown type or mode",
                   codes->path() + ":" + std::to_string(codes->line(r))};
    }
    tables.codes_.push_back(
        {field(0), field(1), field(5), set_of(field(2), '|'), set_of(field(3), '|'), set_of(field(4), '|')});
  }
  return tables;
}

std::vector<std::string> ContextTable::contexts(const Reading& reading, const Tree& tree) const {
  std::vector<std::string> found;
  const auto add = [&](const std::string& context) {
    if (found.size() < 2 && std::find(found.begin(), found.end(), context) == found.end()) found.push_back(context);
  };
  for (const std::string& context : reading.rule->contexts) add(context);
  const size_t sentence = tree.sentence_of(reading.trigger);
  std::vector<std::pair<int, const Keywords*>> ranked;
  for (const Keywords& keywords : keywords_) {
    int hits = 0;
    for (Index i = tree.sentence_begin(sentence); i < tree.sentence_end(sentence); ++i) {
      hits += keywords.words.count(tree[i].lemma) || keywords.words.count(tree[i].lower);
    }
    if (hits > 0) ranked.emplace_back(-hits, &keywords);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [hits, keywords] : ranked) add(keywords->context);
  return found;
}

std::string ContextTable::cameo(const Event& event, std::string_view trigger_lemma) const {
  static constexpr std::string_view modalities[] = {"happened",   "planned",  "ordered",      "urged",
                                                    "threatened", "possible", "hypothetical", "unclear"};
  for (const Code& code : codes_) {
    if (code.type != event.type || (!code.mode.empty() && code.mode != event.mode)) continue;
    if (!code.modalities.empty() && code.modalities.count(modalities[static_cast<size_t>(event.modality)]) == 0)
      continue;
    if (!code.triggers.empty() && code.triggers.count(trigger_lemma) == 0) continue;
    const bool about = code.contexts.empty() || std::any_of(event.contexts.begin(), event.contexts.end(),
                                                            [&](const auto& c) { return code.contexts.count(c) != 0; });
    if (about) return code.cameo;
  }
  return "";
}

}  // namespace coranto::note
