#include "record/denials.h"

#include <algorithm>
#include <set>
#include <string>

namespace coranto::record {
namespace {

using Words = std::set<std::string>;

constexpr size_t stem_letters = 5;  // "attacked" and "attacks" are one word
constexpr size_t most_before = 40, most_after = 10;

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 128;
}

bool is_empty_word(const std::string& word) {
  static const Words words{"that", "this",  "they", "them",  "their", "there", "have",  "been",
                           "were", "with",  "from", "which", "will",  "would", "could", "into",
                           "over", "after", "also", "ever",  "being", "having"};
  return word.size() < 4 || words.count(word) != 0;
}

bool points_back(const Words& words) {
  static const Words pointers{"alleg", "claim", "accus", "charg", "repor", "rumou", "rumor",
                              "sugge", "both",  "these", "those", "wrong", "asser"};
  return std::all_of(words.begin(), words.end(), [](const std::string& w) { return pointers.count(w) != 0; });
}

// The first letters of the words that say something.
Words words_of(std::string_view text, const Statement& statement) {
  Words out;
  for (const Span& span : statement.content) {
    std::string word;
    for (const char c : std::string(span.of(text)) + " ") {
      if (is_letter(lowered(c))) {
        word += lowered(c);
        continue;
      }
      if (!is_empty_word(word)) out.insert(word.substr(0, stem_letters));
      word.clear();
    }
  }
  return out;
}

size_t shared(const Words& a, const Words& b) {
  return static_cast<size_t>(std::count_if(a.begin(), a.end(), [&](const std::string& w) { return b.count(w) != 0; }));
}

bool is_claim_of_other(const Statement& claim, const Statement& denial) {
  return !claim.negative && claim.speaker != denial.speaker && !claim.content.empty();
}

int32_t claim_before(const std::vector<Statement>& statements, size_t denial) {
  for (size_t i = denial; i-- > 0 && denial - i <= most_before;) {
    if (is_claim_of_other(statements[i], statements[denial])) return static_cast<int32_t>(i);
  }
  return -1;
}

int32_t claim_alike(const std::vector<Statement>& statements, const std::vector<Words>& words, size_t denial) {
  const size_t begin = denial > most_before ? denial - most_before : 0;
  const size_t end = std::min(statements.size(), denial + most_after + 1);
  int32_t best = -1;
  size_t most = std::max<size_t>(2, (words[denial].size() + 1) / 2) - 1;
  for (size_t i = begin; i < end; ++i) {
    if (i == denial || !is_claim_of_other(statements[i], statements[denial])) continue;
    const size_t alike = shared(words[denial], words[i]);
    if (alike <= most) continue;
    most = alike;
    best = static_cast<int32_t>(i);
  }
  return best;
}

}  // namespace

std::vector<int32_t> denied_claims(std::string_view text, const std::vector<Statement>& statements) {
  std::vector<int32_t> out(statements.size(), -1);
  const bool any = std::any_of(statements.begin(), statements.end(), [](const Statement& s) { return s.negative; });
  if (!any) return out;
  std::vector<Words> words;
  for (const Statement& statement : statements) words.push_back(words_of(text, statement));
  for (size_t i = 0; i < statements.size(); ++i) {
    if (!statements[i].negative) continue;
    out[i] = points_back(words[i]) ? claim_before(statements, i) : claim_alike(statements, words, i);
  }
  return out;
}

}  // namespace coranto::record
