#include "label/attribute_ruler.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <map>

#include "base/unicode.h"
#include "base/utf8.h"
#include "label/ruler_patterns.h"

namespace coranto::label {
namespace {

// Words that no list names are told apart by what matches them: 2 to the power of these tests are the classes.
constexpr size_t most_open_tests = 8;

using Bits = std::vector<bool>;

// One distinct question about a word.
struct WordTest {
  const TokenTest* asked;
  bool open;  // not answered by the lists of words alone
};

struct CompiledToken {
  int word_test = -1;  // -1: nothing is asked
  Bits tags, deps;     // allowed ones
};

struct CompiledPattern {
  uint32_t rule;
  std::vector<CompiledToken> tokens;
};

struct Entry {
  uint32_t rule;
  uint32_t pattern;
};

Bits allowed(const StringTest& test, const std::vector<std::string>& names) {
  Regex::Room room;
  Bits out;
  for (const auto& name : names) out.push_back(test.holds(name, room));
  return out;
}

void set(const RulerAttributes& attributes, Token& token) {
  if (attributes.pos) token.pos = *attributes.pos;
  if (attributes.morph) token.morph = *attributes.morph;
  if (attributes.lemma) token.lemma = *attributes.lemma;
  if (attributes.tag) token.tag = *attributes.tag;
  if (attributes.dep) token.dep = *attributes.dep;
}

}  // namespace

struct AttributeRuler::Parts {
  RulerPatterns patterns;
  std::vector<WordTest> word_tests;
  std::vector<CompiledPattern> singles, longer;
  boost::unordered_flat_map<std::string, uint16_t> listed;  // class of each word that a list names
  std::map<Bits, uint16_t> class_of_answers;
  std::vector<Bits> answers;         // of each class: its answer to each word test
  std::vector<uint8_t> may_begin;    // of each class: a longer pattern may begin with such a word
  std::vector<uint32_t> first_entry; // of each class and tag: where its rules begin in `entries`
  std::vector<Entry> entries;
  size_t tag_count = 0;

  int word_test(const TokenTest& test);
  void compile(const std::vector<std::string>& tags, const std::vector<std::string>& deps);
  Bits answers_to(std::string_view lower, bool is_space) const;
  uint16_t class_number(const Bits& answer);
  void number_classes();
  void index_singles();
  bool passes(const CompiledToken& test, const Piece& piece, uint16_t tag, uint16_t dep) const;
  void find_longer(std::span<const Piece> pieces, const Analysis& analysis,
                   std::vector<std::pair<uint32_t, uint32_t>>& out) const;
};

int AttributeRuler::Parts::word_test(const TokenTest& test) {
  if (!test.asks_word()) return -1;
  for (size_t i = 0; i < word_tests.size(); ++i) {
    const TokenTest& known = *word_tests[i].asked;
    const bool listing = test.lower.kind != StringTest::Kind::regex;
    if (listing && known.lower.kind == test.lower.kind && known.lower.values == test.lower.values &&
        known.space == test.space)
      return static_cast<int>(i);
  }
  word_tests.push_back({&test, test.lower.kind != StringTest::Kind::in});
  return static_cast<int>(word_tests.size() - 1);
}

void AttributeRuler::Parts::compile(const std::vector<std::string>& tags, const std::vector<std::string>& deps) {
  tag_count = tags.size();
  for (uint32_t rule = 0; rule < patterns.rules.size(); ++rule) {
    for (const auto& pattern : patterns.rules[rule].patterns) {
      CompiledPattern compiled{rule, {}};
      for (const TokenTest& test : pattern)
        compiled.tokens.push_back({word_test(test), allowed(test.tag, tags), allowed(test.dep, deps)});
      (pattern.size() == 1 ? singles : longer).push_back(std::move(compiled));
    }
  }
}

Bits AttributeRuler::Parts::answers_to(std::string_view lower, bool is_space) const {
  Regex::Room room;
  Bits out;
  for (const WordTest& test : word_tests) out.push_back(test.asked->word_holds(lower, is_space, room));
  return out;
}

uint16_t AttributeRuler::Parts::class_number(const Bits& answer) {
  const auto [at, is_new] = class_of_answers.try_emplace(answer, static_cast<uint16_t>(answers.size()));
  if (is_new) answers.push_back(answer);
  return at->second;
}

// Every listed word, and every set of answers that an unlisted one can give to the open tests.
void AttributeRuler::Parts::number_classes() {
  std::vector<size_t> open;
  for (size_t i = 0; i < word_tests.size(); ++i)
    if (word_tests[i].open) open.push_back(i);
  for (size_t chosen = 0; chosen < size_t{1} << open.size(); ++chosen) {
    Bits answer(word_tests.size(), false);
    for (size_t i = 0; i < open.size(); ++i) answer[open[i]] = chosen >> i & 1;
    class_number(answer);
  }
  for (const WordTest& test : word_tests)
    for (const auto& word : test.asked->lower.values)
      listed[word] = class_number(answers_to(word, unicode::all_space(word)));
}

void AttributeRuler::Parts::index_singles() {
  for (size_t c = 0; c < answers.size(); ++c) {
    const auto known = [&](const CompiledToken& token) { return token.word_test < 0 || answers[c][token.word_test]; };
    for (size_t tag = 0; tag < tag_count; ++tag) {
      first_entry.push_back(static_cast<uint32_t>(entries.size()));
      for (uint32_t i = 0; i < singles.size(); ++i)
        if (known(singles[i].tokens[0]) && singles[i].tokens[0].tags[tag]) entries.push_back({singles[i].rule, i});
    }
    may_begin.push_back(std::any_of(longer.begin(), longer.end(), [&](const CompiledPattern& pattern) {
      return pattern.tokens[0].word_test >= 0 && known(pattern.tokens[0]);
    }));
  }
  first_entry.push_back(static_cast<uint32_t>(entries.size()));
}

bool AttributeRuler::Parts::passes(const CompiledToken& test, const Piece& piece, uint16_t tag, uint16_t dep) const {
  return test.deps[dep] && test.tags[tag] &&
         (test.word_test < 0 || answers[piece.lexeme->ruler_class][test.word_test]);
}

// Appends (token to change, rule), not in order.
void AttributeRuler::Parts::find_longer(std::span<const Piece> pieces, const Analysis& analysis,
                                        std::vector<std::pair<uint32_t, uint32_t>>& out) const {
  for (size_t i = 0; i < pieces.size(); ++i) {
    for (const CompiledPattern& pattern : longer) {
      const bool wordless = pattern.tokens[0].word_test < 0;
      if (!wordless && !may_begin[pieces[i].lexeme->ruler_class]) continue;
      const size_t size = pattern.tokens.size();
      if (i + size > pieces.size()) continue;
      size_t fits = 0;
      while (fits < size &&
             passes(pattern.tokens[fits], pieces[i + fits], analysis.tag[i + fits], analysis.dep[i + fits]))
        ++fits;
      if (fits < size) continue;
      const int index = patterns.rules[pattern.rule].index;
      out.emplace_back(static_cast<uint32_t>(i + (index < 0 ? size + index : index)), pattern.rule);
    }
  }
}

AttributeRuler::AttributeRuler(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
AttributeRuler::AttributeRuler(AttributeRuler&&) noexcept = default;
AttributeRuler& AttributeRuler::operator=(AttributeRuler&&) noexcept = default;
AttributeRuler::~AttributeRuler() = default;

Result<AttributeRuler> AttributeRuler::open(const std::string& folder, const std::vector<std::string>& tags,
                                            const std::vector<std::string>& deps) {
  auto patterns = RulerPatterns::open(folder);
  if (!patterns) return patterns.error();
  auto parts = std::make_unique<Parts>();
  parts->patterns = std::move(*patterns);
  parts->compile(tags, deps);
  const auto is_open = [](const WordTest& test) { return test.open; };
  const auto open_tests = std::count_if(parts->word_tests.begin(), parts->word_tests.end(), is_open);
  if (static_cast<size_t>(open_tests) > most_open_tests)
    return Error{Code::model, "its patterns match words in more ways than are provided for", folder + "/attribute_ruler"};
  parts->number_classes();
  parts->index_singles();
  return AttributeRuler(std::move(parts));
}

uint16_t AttributeRuler::class_of(std::string_view lower, bool is_space) const {
  const auto known = parts_->listed.find(std::string(lower));
  if (known != parts_->listed.end()) return known->second;
  if (utf8::first_invalid(lower) != std::string_view::npos) return 0;
  static thread_local Regex::Room room;
  Bits answer(parts_->word_tests.size(), false);
  for (size_t i = 0; i < answer.size(); ++i)
    if (parts_->word_tests[i].open) answer[i] = parts_->word_tests[i].asked->word_holds(lower, is_space, room);
  return parts_->class_of_answers.at(answer);
}

void AttributeRuler::apply(std::span<const Piece> pieces, const Analysis& analysis, std::span<Token> tokens) const {
  static thread_local std::vector<std::pair<uint32_t, uint32_t>> longer;
  longer.clear();
  parts_->find_longer(pieces, analysis, longer);
  std::sort(longer.begin(), longer.end());
  auto next = longer.begin();
  for (uint32_t i = 0; i < pieces.size(); ++i) {
    const size_t cell = pieces[i].lexeme->ruler_class * parts_->tag_count + analysis.tag[i];
    const auto apply_longer_before = [&](uint32_t rule) {
      for (; next != longer.end() && next->first == i && next->second < rule; ++next)
        set(parts_->patterns.rules[next->second].attributes, tokens[i]);
    };
    for (uint32_t e = parts_->first_entry[cell]; e < parts_->first_entry[cell + 1]; ++e) {
      const Entry entry = parts_->entries[e];
      if (!parts_->singles[entry.pattern].tokens[0].deps[analysis.dep[i]]) continue;
      apply_longer_before(entry.rule);
      set(parts_->patterns.rules[entry.rule].attributes, tokens[i]);
    }
    apply_longer_before(UINT32_MAX);
  }
}

}  // namespace coranto::label
