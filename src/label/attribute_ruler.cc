#include "label/attribute_ruler.h"

#include <algorithm>

#include "label/ruler_patterns.h"
#include "label/word_classes.h"

namespace coranto::label {
namespace {

using Bits = std::vector<bool>;

struct CompiledToken {
  int word_test;    // of WordClasses
  Bits tags, deps;  // allowed ones
};

struct CompiledPattern {
  uint32_t rule;
  std::vector<CompiledToken> tokens;
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

struct Change {
  uint32_t token, rule;
  auto operator<=>(const Change&) const = default;
};

}  // namespace

struct AttributeRuler::Parts {
  RulerPatterns patterns;
  WordClasses classes;
  std::vector<CompiledPattern> singles, longer;  // in the order of their rules
  std::vector<bool> may_begin;                   // of each class: a longer pattern may begin with such a word
  std::vector<uint32_t> first_entry;             // of each class and tag: where its patterns begin in `entries`
  std::vector<uint32_t> entries;                 // numbers of `singles`
  size_t tag_count = 0;

  void compile(const std::vector<std::string>& tags, const std::vector<std::string>& deps);
  void index();
  bool passes(const CompiledToken& test, const Piece& piece, uint16_t tag, uint16_t dep) const;
  bool stands_at(const CompiledPattern& pattern, std::span<const Piece> pieces, const Analysis& analysis,
                 size_t at) const;
  void find_longer(std::span<const Piece> pieces, const Analysis& analysis, std::vector<Change>& out) const;
};

void AttributeRuler::Parts::compile(const std::vector<std::string>& tags, const std::vector<std::string>& deps) {
  tag_count = tags.size();
  for (uint32_t rule = 0; rule < patterns.rules.size(); ++rule) {
    for (const auto& pattern : patterns.rules[rule].patterns) {
      CompiledPattern compiled{rule, {}};
      for (const TokenTest& test : pattern)
        compiled.tokens.push_back({classes.add(test), allowed(test.tag, tags), allowed(test.dep, deps)});
      (pattern.size() == 1 ? singles : longer).push_back(std::move(compiled));
    }
  }
}

void AttributeRuler::Parts::index() {
  for (size_t c = 0; c < classes.size(); ++c) {
    const auto begins = [&](const CompiledPattern& pattern) { return classes.answer(c, pattern.tokens[0].word_test); };
    std::vector<uint32_t> open;
    for (uint32_t i = 0; i < singles.size(); ++i) {
      if (begins(singles[i])) open.push_back(i);
    }
    for (size_t tag = 0; tag < tag_count; ++tag) {
      first_entry.push_back(static_cast<uint32_t>(entries.size()));
      for (const uint32_t i : open) {
        if (singles[i].tokens[0].tags[tag]) entries.push_back(i);
      }
    }
    may_begin.push_back(std::any_of(longer.begin(), longer.end(), [&](const CompiledPattern& pattern) {
      return pattern.tokens[0].word_test >= 0 && begins(pattern);
    }));
  }
  first_entry.push_back(static_cast<uint32_t>(entries.size()));
}

bool AttributeRuler::Parts::passes(const CompiledToken& test, const Piece& piece, uint16_t tag, uint16_t dep) const {
  return test.deps[dep] && test.tags[tag] && classes.answer(piece.lexeme->ruler_class, test.word_test);
}

bool AttributeRuler::Parts::stands_at(const CompiledPattern& pattern, std::span<const Piece> pieces,
                                      const Analysis& analysis, size_t at) const {
  if (at + pattern.tokens.size() > pieces.size()) return false;
  for (const CompiledToken& test : pattern.tokens) {
    if (!passes(test, pieces[at], analysis.tag[at], analysis.dep[at])) return false;
    ++at;
  }
  return true;
}

// Appends what patterns of several tokens change, not in order.
void AttributeRuler::Parts::find_longer(std::span<const Piece> pieces, const Analysis& analysis,
                                        std::vector<Change>& out) const {
  for (size_t i = 0; i < pieces.size(); ++i) {
    const bool may = may_begin[pieces[i].lexeme->ruler_class];
    for (const CompiledPattern& pattern : longer) {
      if (!may && pattern.tokens[0].word_test >= 0) continue;
      if (!stands_at(pattern, pieces, analysis, i)) continue;
      const int index = patterns.rules[pattern.rule].index;
      const size_t token = index < 0 ? i + pattern.tokens.size() - static_cast<size_t>(-index) : i + index;
      out.push_back({static_cast<uint32_t>(token), pattern.rule});
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
  if (auto numbered = parts->classes.number(folder + "/attribute_ruler/patterns"); !numbered) return numbered.error();
  parts->index();
  return AttributeRuler(std::move(parts));
}

uint16_t AttributeRuler::class_of(std::string_view lower, bool is_space) const {
  return parts_->classes.class_of(lower, is_space);
}

void AttributeRuler::apply(std::span<const Piece> pieces, const Analysis& analysis, std::span<Token> tokens) const {
  static thread_local std::vector<Change> longer;
  longer.clear();
  parts_->find_longer(pieces, analysis, longer);
  std::sort(longer.begin(), longer.end());
  auto next = longer.begin();
  for (uint32_t i = 0; i < pieces.size(); ++i) {
    const auto set_rule = [&](uint32_t rule) { set(parts_->patterns.rules[rule].attributes, tokens[i]); };
    const auto set_longer_before = [&](uint32_t rule) {
      for (; next != longer.end() && next->token == i && next->rule < rule; ++next) set_rule(next->rule);
    };
    const size_t cell = pieces[i].lexeme->ruler_class * parts_->tag_count + analysis.tag[i];
    for (uint32_t e = parts_->first_entry[cell]; e < parts_->first_entry[cell + 1]; ++e) {
      const CompiledPattern& pattern = parts_->singles[parts_->entries[e]];
      if (!pattern.tokens[0].deps[analysis.dep[i]]) continue;
      set_longer_before(pattern.rule);
      set_rule(pattern.rule);
    }
    set_longer_before(UINT32_MAX);
  }
}

}  // namespace coranto::label
