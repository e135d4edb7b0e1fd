#include "pool/gist.h"

#include <algorithm>
#include <string>

#include "base/unicode.h"
#include "pool/terms.h"

namespace coranto::pool {
namespace {

constexpr double least_known = 0.5;  // share of the words of an English text that the table has

double weight_of_place(Resolution resolution) {
  switch (resolution) {
    case Resolution::country:
      return 3;
    case Resolution::province:
      return 4;
    case Resolution::city:
    case Resolution::subcity:
      return 7;
    default:
      return 6;
  }
}

bool has_letters(std::string_view lower) {
  return std::any_of(lower.begin(), lower.end(), [](unsigned char c) { return c >= 0x80 || (c >= 'a' && c <= 'z'); });
}

class Summary {
 public:
  Summary(const Report& report, const Document& document, const Notes& notes, const WordWeights& weights)
      : document_(document), notes_(notes), weights_(weights), terms_(report.article.title) {}

  Gist gist() {
    for (const Place& place : notes_.places) {
      terms_.add(Sort::place, unicode::lower(place.name), weight_of_place(place.resolution), place.span);
    }
    for (const Token& token : document_.tokens) read(token);
    return known_ < least_known * words_ ? Gist() : terms_.gist();
  }

 private:
  void read(const Token& token) {
    if (!has_letters(token.lower)) return;
    const std::string lemma = unicode::lower(token.lemma);
    ++words_;
    if (weights_.knows(token.lower) || weights_.knows(lemma)) ++known_;
    if (in_place(token.span)) return;
    if (token.pos == "PROPN") return read_name(token);
    if (token.pos == "NOUN" || token.pos == "VERB" || token.pos == "ADJ") {
      terms_.add(Sort::word, lemma, weights_.of(lemma), token.span);
    }
  }

  void read_name(const Token& token) {
    if (token.lower.size() < 2 || token.entity == "DATE" || token.entity == "TIME") return;
    terms_.add(Sort::name, token.lower, weights_.of(token.lower), token.span);
  }

  // Tokens come in their order, and so do places.
  bool in_place(Span span) {
    while (place_ < notes_.places.size() && notes_.places[place_].span.end <= span.begin) ++place_;
    return place_ < notes_.places.size() && notes_.places[place_].span.overlaps(span);
  }

  const Document& document_;
  const Notes& notes_;
  const WordWeights& weights_;
  Terms terms_;
  size_t place_ = 0;
  double words_ = 0, known_ = 0;
};

}  // namespace

Gist gist_of(const Report& report, const Document& document, const Notes& notes, const WordWeights& weights) {
  return Summary(report, document, notes, weights).gist();
}

}  // namespace coranto::pool
