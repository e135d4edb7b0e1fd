// Where summary and text of a teaser meet nothing marks the seam: "…, the report said US and Taiwan officials have…".
// Every place where a capitalised word follows a word without a stop is a candidate; it is scored by what stands on
// its two sides, and the best one wins.
#include "isolate/teasers.h"

#include <utf8proc.h>

#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"
#include "isolate/paragraphs.h"

namespace coranto::isolate {
namespace {

constexpr size_t longest_summary = 45;  // words
constexpr size_t shortest_summary = 5;
constexpr size_t shortest_teaser = 25;

bool is_upper(std::string_view word) {
  if (word.empty()) return false;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(utf8::decode(word, 0).point));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

std::vector<Span> words_of(std::string_view text) {
  std::vector<Span> words;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    begin = end + 1;
  }
  return words;
}

bool is_plain(std::string_view word) {  // no punctuation at its end
  return !word.empty() && std::string_view(".,;:!?)]\"'").find(word.back()) == std::string_view::npos &&
         !word.ends_with("”") && !word.ends_with("…") && !word.ends_with("—") && !word.ends_with("–");
}

std::string_view bare(std::string_view word) {
  for (std::string_view mark : {"“", "‘", "\"", "'", "("}) {
    if (word.starts_with(mark)) word.remove_prefix(mark.size());
  }
  return word;
}

// How likely the summary ends before word `i`; 0: not at all.
int seam_score(std::string_view text, const std::vector<Span>& words, size_t i, const Tables& tables) {
  const auto before = words[i - 1].of(text), raw = words[i].of(text);
  const auto after = bare(raw);
  if (!is_upper(after)) return 0;
  const bool quote_ends = before.ends_with("”") || before.ends_with("’");
  if (!is_plain(before) && !quote_ends) return 0;
  if (tables.is("link", bare(before))) return 0;
  int score = 0;
  if (tables.is("opener", after)) score += 4;
  if (tables.is("demonym", after)) score += 2;
  if (tables.is("office", after)) score += 1;
  if (begins_lower(before) || quote_ends) score += 2;
  if (tables.is("cue", before)) score += 1;
  if (raw.size() != after.size()) score += 1;
  const bool in_chain = is_upper(bare(before));
  return in_chain && score < 2 ? 0 : score;
}

size_t seam(std::string_view text, const Tables& tables) {
  const auto words = words_of(text);
  int best = 1;
  size_t at = std::string_view::npos;
  for (size_t i = 1; i < words.size() && i <= longest_summary; ++i) {
    if (i >= shortest_summary) {
      const int score = seam_score(text, words, i, tables);
      if (score > best) best = score, at = words[i].begin;
    }
    const auto word = words[i].of(text);
    if (i >= shortest_summary && ends_sentence(word) && word.size() > 3 && !is_upper(word)) break;
  }
  return at;
}

bool is_kicker_word(std::string_view word) {
  bool letters = false;
  for (size_t at = 0; at < word.size();) {
    const auto step = utf8::decode(word, at);
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(step.point));
    if (category == UTF8PROC_CATEGORY_LL) return false;
    letters = letters || category == UTF8PROC_CATEGORY_LU;
    at += step.size;
  }
  return letters;
}

}  // namespace

size_t kicker_end(std::string_view paragraph) {
  const size_t colon = paragraph.substr(0, 80).find(": ");
  if (colon == std::string_view::npos || colon < 3) return 0;
  const auto label = paragraph.substr(0, colon);
  const auto words = words_of(label);
  if (words.size() > 8) return 0;
  const auto capitals = static_cast<size_t>(
      std::count_if(words.begin(), words.end(), [&](Span word) { return is_kicker_word(word.of(label)); }));
  const auto figures = static_cast<size_t>(std::count_if(words.begin(), words.end(), [&](Span word) {
    const auto first = word.of(label)[0];
    return first >= '0' && first <= '9';
  }));
  return capitals > 0 && capitals + figures >= words.size() ? colon + 2 : 0;
}

bool is_teaser(std::string_view paragraph) {
  return kicker_end(paragraph) > 0 && count_words(paragraph) >= shortest_teaser && breaks_off(paragraph);
}

Teaser parted(std::string_view paragraph, const Tables& tables) {
  const size_t begin = kicker_end(paragraph);
  if (begin == 0) return {"", std::string(paragraph)};
  const size_t at = seam(paragraph.substr(begin), tables);
  if (at == std::string_view::npos)
    return {std::string(paragraph.substr(0, begin - 2)), std::string(paragraph.substr(begin))};
  return {std::string(paragraph.substr(0, begin + at - 1)), std::string(paragraph.substr(begin + at))};
}

size_t glued_teaser(std::string_view paragraph) {
  if (!breaks_off(paragraph)) return std::string_view::npos;
  const auto words = words_of(paragraph);
  for (size_t i = 1; i + shortest_teaser <= words.size(); ++i) {
    if (!ends_sentence(words[i - 1].of(paragraph)) || !is_kicker_word(words[i].of(paragraph))) continue;
    if (kicker_end(paragraph.substr(words[i].begin)) > 0) return words[i].begin;
  }
  return std::string_view::npos;
}

namespace {

// Capitalised words that do not begin a sentence, without their possessive.
std::unordered_set<std::string> names_in(std::string_view text, const Tables& tables) {
  std::unordered_set<std::string> names;
  bool begins = true;
  for (Span span : words_of(text)) {
    auto word = bare(span.of(text));
    const bool first = begins;
    begins = ends_sentence(word);
    while (!word.empty() && !is_plain(word)) word.remove_suffix(1);
    if (word.ends_with("’s")) word.remove_suffix(4);
    if (word.ends_with("'s")) word.remove_suffix(2);
    if (!first && is_upper(word) && word.size() > 2 && !tables.is("weekday", word) && !tables.is("month", word) &&
        !tables.is("opener", word))
      names.insert(std::string(word));
  }
  return names;
}

}  // namespace

double shared_names(std::string_view paragraph, const std::vector<std::string>& before, const Tables& tables) {
  const auto names = names_in(paragraph, tables);
  if (names.size() < 3) return 1;
  const auto shared = std::count_if(names.begin(), names.end(), [&](const std::string& name) {
    return std::any_of(before.begin(), before.end(),
                       [&](const auto& text) { return text.find(name) != std::string::npos; });
  });
  return static_cast<double>(shared) / static_cast<double>(names.size());
}

}  // namespace coranto::isolate
