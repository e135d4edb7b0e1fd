#include "note/event_lexicon.h"

#include <algorithm>
#include <array>

#include "base/tsv.h"

namespace coranto::note {
namespace {

const std::map<std::string, std::set<std::string, std::less<>>, std::less<>>& modes() {
  static const std::map<std::string, std::set<std::string, std::less<>>, std::less<>> table = {
      {"AGREE", {}},
      {"CONSULT", {"visit", "third-party", "multilateral", "phone"}},
      {"SUPPORT", {}},
      {"CONCEDE", {}},
      {"COOPERATE", {}},
      {"AID", {}},
      {"RETREAT", {"withdraw", "release", "disarm", "ceasefire", "access", "resign"}},
      {"REQUEST", {"assist", "change", "yield", "meet"}},
      {"ACCUSE", {"disapprove", "investigate", "allege"}},
      {"REJECT", {"assist", "change", "yield", "meet"}},
      {"THREATEN", {"restrict", "arrest", "relations", "expel", "territory", "violence"}},
      {"PROTEST", {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}},
      {"SANCTION", {"convict", "expel", "withdraw", "discontinue"}},
      {"MOBILIZE", {"troops", "weapons", "police", "militia"}},
      {"COERCE",
       {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber"}},
      {"ASSAULT",
       {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"}}};
  return table;
}

constexpr std::string_view columns[] = {"rule",  "pattern", "pos",      "type",      "mode",
                                        "frame", "when",    "contexts", "confidence"};

// Reads one row; what is wrong with it comes back in words.
class RowReader {
 public:
  explicit RowReader(const WordClasses& classes) : classes_(classes) {}

  std::string read(const std::array<std::string_view, 9>& field, Rule& rule) const {
    rule.name = field[0];
    if (field[2].size() != 1 || std::string_view("VNA").find(field[2]) == std::string_view::npos)
      return "pos is V, N or A";
    rule.pos = field[2][0];
    rule.type = field[3] == "-" ? "" : field[3];
    rule.mode = field[4];
    if (!rule.type.empty() && !is_event_type(rule.type)) return "unknown type " + rule.type;
    if (!rule.mode.empty() && !is_mode_of(rule.type, rule.mode)) return rule.type + " has no mode " + rule.mode;
    if (auto why = pattern(field[1], rule); !why.empty()) return why;
    if (auto why = frame(field[5], rule); !why.empty()) return why;
    if (auto why = conditions(field[6], rule); !why.empty()) return why;
    rule.contexts = split(field[7], '|');
    rule.confidence = std::strtod(std::string(field[8]).c_str(), nullptr);
    return rule.confidence > 0 && rule.confidence <= 1 ? "" : "confidence is above 0, at most 1";
  }

 private:
  std::string pattern(std::string_view text, Rule& rule) const {
    auto words = split(text, ' ');
    if (words.empty()) return "no pattern";
    rule.head = rule.pos == 'N' ? words.size() - 1 : 0;
    for (size_t i = 0; i < words.size(); ++i) {
      std::string word = words[i];
      if (word[0] == '*') {
        rule.head = i;
        word.erase(0, 1);
      }
      PatternWord& pattern_word = rule.words.emplace_back();
      if (word[0] == '@') {
        pattern_word.word_class = word.substr(1);
        if (!classes_.knows(pattern_word.word_class)) return "unknown class " + word;
      } else {
        pattern_word.forms = split(word, '|');
      }
    }
    return rule.words[rule.head].forms.empty() ? "the trigger is no class" : "";
  }

  std::string frame(std::string_view text, Rule& rule) const {
    for (const std::string& part : split(text, ' ')) {
      if (part.size() < 2 || part[1] != ':' || (part[0] != 'A' && part[0] != 'R')) return "frame is A:... R:...";
      auto& places = part[0] == 'A' ? rule.actors : rule.recipients;
      for (std::string& place : split(std::string_view(part).substr(2), ',')) places.push_back(std::move(place));
    }
    return "";
  }

  std::string conditions(std::string_view text, Rule& rule) const {
    for (const std::string& part : split(text, ',')) {
      const size_t sign = part.find('=');
      if (sign == std::string::npos || sign == 0) return "condition without =: " + part;
      Condition condition;
      condition.negated = part[sign - 1] == '!';
      condition.where = part.substr(0, sign - condition.negated);
      condition.value = part.substr(sign + 1);
      if (condition.value.empty()) return "condition without value: " + part;
      if (condition.value[0] == '@' && !classes_.knows(condition.value.substr(1))) return "unknown class in " + part;
      rule.when.push_back(std::move(condition));
    }
    return "";
  }

  const WordClasses& classes_;
};

}  // namespace

bool is_event_type(std::string_view type) { return modes().count(type) != 0; }

bool is_mode_of(std::string_view type, std::string_view mode) {
  const auto found = modes().find(type);
  return found != modes().end() && found->second.count(mode) != 0;
}

Result<WordClasses> WordClasses::open(const std::string& folder) {
  auto table = Table::read(folder + "/classes.tsv");
  if (!table) return table.error();
  auto name = table->column("class");
  if (!name) return name.error();
  auto words = table->column("words");
  if (!words) return words.error();
  WordClasses classes;
  for (size_t r = 0; r < table->size(); ++r) {
    auto& members = classes.classes_[table->row(r)[*name]];
    for (std::string& word : split(table->row(r)[*words], ',')) members.insert(std::move(word));
  }
  return classes;
}

bool WordClasses::contains(std::string_view name, std::string_view word) const {
  const auto found = classes_.find(name);
  return found != classes_.end() && found->second.count(word) != 0;
}

Result<Lexicon> Lexicon::open(const std::string& folder, const WordClasses& classes) {
  auto table = Table::read(folder + "/lexicon.tsv");
  if (!table) return table.error();
  std::array<size_t, 9> column;
  for (size_t i = 0; i < column.size(); ++i) {
    auto number = table->column(columns[i]);
    if (!number) return number.error();
    column[i] = *number;
  }
  Lexicon lexicon;
  const RowReader reader(classes);
  for (size_t r = 0; r < table->size(); ++r) {
    std::array<std::string_view, 9> field;
    for (size_t i = 0; i < field.size(); ++i) field[i] = table->row(r)[column[i]];
    Rule rule;
    if (auto why = reader.read(field, rule); !why.empty()) {
      return Error{Code::malformed, why, table->path() + ":" + std::to_string(table->line(r))};
    }
    lexicon.rules_.push_back(std::move(rule));
  }
  for (const Rule& rule : lexicon.rules_) {
    auto& by_head = lexicon.by_head_[std::string_view("VNA").find(rule.pos)];
    for (const std::string& form : rule.words[rule.head].forms) by_head[form].push_back(&rule);
  }
  for (auto& by_head : lexicon.by_head_) {
    for (auto& [form, rules] : by_head) {
      std::stable_sort(rules.begin(), rules.end(),
                       [](const Rule* a, const Rule* b) { return a->weight() > b->weight(); });
    }
  }
  return lexicon;
}

const std::vector<const Rule*>& Lexicon::rules(std::string_view lemma, char pos) const {
  static const std::vector<const Rule*> none;
  const auto& by_head = by_head_[std::string_view("VNA").find(pos)];
  const auto found = by_head.find(lemma);
  return found == by_head.end() ? none : found->second;
}

}  // namespace coranto::note
