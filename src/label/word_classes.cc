#include "label/word_classes.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace coranto::label {
namespace {

// Words that no list names have two to the power of these classes.
constexpr size_t most_open_tests = 8;

bool same(const TokenTest& a, const TokenTest& b) {
  const bool is_regex = a.lower.kind == StringTest::Kind::regex;
  return !is_regex && a.lower.kind == b.lower.kind && a.lower.values == b.lower.values && a.space == b.space;
}

}  // namespace

int WordClasses::add(const TokenTest& test) {
  if (!test.asks_word()) return -1;
  for (size_t i = 0; i < tests_.size(); ++i)
    if (same(*tests_[i], test)) return static_cast<int>(i);
  if (test.lower.kind != StringTest::Kind::in) open_.push_back(tests_.size());
  tests_.push_back(&test);
  return static_cast<int>(tests_.size() - 1);
}

WordClasses::Bits WordClasses::answers_to(std::string_view lower, bool is_space) const {
  Regex::Room room;
  Bits out;
  for (const TokenTest* test : tests_) out.push_back(test->word_holds(lower, is_space, room));
  return out;
}

uint16_t WordClasses::number_of(const Bits& answer) {
  const auto [at, is_new] = numbers_.try_emplace(answer, static_cast<uint16_t>(answers_.size()));
  if (is_new) answers_.push_back(answer);
  return at->second;
}

// Every set of answers that an unlisted word can give to the open tests, and every listed word.
Result<void> WordClasses::number(const std::string& where) {
  if (open_.size() > most_open_tests)
    return Error{Code::model, "its patterns match words in more ways than are provided for", where};
  for (size_t chosen = 0; chosen < size_t{1} << open_.size(); ++chosen) {
    Bits answer(tests_.size(), false);
    for (size_t i = 0; i < open_.size(); ++i) answer[open_[i]] = chosen >> i & 1;
    unlisted_.push_back(number_of(answer));
  }
  for (const TokenTest* test : tests_) {
    for (const auto& word : test->lower.values) {
      if (answers_.size() == UINT16_MAX) return Error{Code::model, "its patterns name too many words", where};
      listed_[word] = number_of(answers_to(word, unicode::all_space(word)));
    }
  }
  return {};
}

uint16_t WordClasses::class_of(std::string_view lower, bool is_space) const {
  const auto known = listed_.find(std::string(lower));
  if (known != listed_.end()) return known->second;
  if (utf8::first_invalid(lower) != std::string_view::npos) return 0;
  static thread_local Regex::Room room;
  size_t passed = 0;
  for (size_t i = 0; i < open_.size(); ++i) passed |= size_t{tests_[open_[i]]->word_holds(lower, is_space, room)} << i;
  return unlisted_[passed];
}

}  // namespace coranto::label
