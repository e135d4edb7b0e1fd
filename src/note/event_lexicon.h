// The lexicon of acts as rules ready to be matched. The grammar of the table is told in data/events/lexicon.tsv.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/result.h"

namespace coranto::note {

// Nouns (and some verbs) by meaning: "@talks", "@troops". Entries may be compounds ("tear gas").
class WordClasses {
 public:
  static Result<WordClasses> open(const std::string& folder);
  bool knows(std::string_view name) const { return classes_.count(name) != 0; }
  bool contains(std::string_view name, std::string_view word) const;

 private:
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> classes_;
};

// A word of a pattern: one of these lemmas or forms, or a member of the class.
struct PatternWord {
  std::vector<std::string> forms;
  std::string word_class;
};

// Where a party or a tested word stands: subj obj iobj poss mod light clause oprd, or a preposition.
using Slot = std::string;

struct Condition {
  Slot where;
  bool negated = false;
  std::string value;  // any none actor plural country official armed group person, "@class", or a lemma
};

struct Rule {
  std::string name;  // "consult.talks"
  char pos = 'V';    // V N A
  std::vector<PatternWord> words;
  size_t head = 0;   // which of them is the trigger
  std::string type;  // empty: such a reading is no act
  std::string mode;
  std::vector<Slot> actors, recipients;
  std::vector<Condition> when;
  std::vector<std::string> contexts;
  double confidence = 1;

  // More words and conditions first.
  size_t weight() const { return 4 * words.size() + when.size(); }
};

class Lexicon {
 public:
  // Reads lexicon.tsv. Fails with file and line on an unknown type, mode, class, place or condition.
  static Result<Lexicon> open(const std::string& folder, const WordClasses& classes);

  // Rules whose trigger has this lemma (or form) and part of speech, the most specific first.
  const std::vector<const Rule*>& rules(std::string_view lemma, char pos) const;
  const std::vector<Rule>& all() const { return rules_; }

 private:
  std::vector<Rule> rules_;
  std::map<std::string, std::vector<const Rule*>, std::less<>> by_head_[3];  // V N A
};

bool is_event_type(std::string_view type);
bool is_mode_of(std::string_view type, std::string_view mode);

}  // namespace coranto::note
