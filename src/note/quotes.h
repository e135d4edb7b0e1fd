// Quotation marks: which stretches of a text stand inside them.
//
// Knows the curly, straight and angle marks and `` '' of old corpora, sets apostrophes apart, follows a quotation over
// paragraphs (each opens anew, only the last closes) as one stretch a paragraph, and ends an unclosed one with its
// paragraph.
#pragma once

#include <string_view>
#include <vector>

#include "note/tree.h"

namespace coranto::note {

// Tokens [begin, end).
struct Range {
  Index begin = 0;
  Index end = 0;
  bool empty() const { return begin >= end; }
  bool holds(Index i) const { return begin <= i && i < end; }
  friend bool operator==(Range, Range) = default;
};

struct Quotation {
  Span inner;               // bytes, without the marks
  Range tokens;             // with the marks
  Range words;              // without them
  bool nested = false;      // stands inside another quotation
  bool carried_on = false;  // the next paragraph goes on with it
  bool speech = false;      // a sentence or clause that somebody said, no mere word or name
};

// Spans of the text between quotation marks, in text order; nested ones follow the one they stand in.
struct QuotedSpan {
  Span outer, inner;
  bool nested = false;
  bool carried_on = false;
};
std::vector<QuotedSpan> find_quoted_spans(std::string_view text);

class Quotations {
 public:
  explicit Quotations(const Tree& tree);

  const std::vector<Quotation>& all() const { return all_; }
  // The outermost quotation that token i stands in (marks included), or nullptr.
  const Quotation* at(Index i) const { return of_token_[i] < 0 ? nullptr : &all_[of_token_[i]]; }
  // The quotation whose first token is i, or whose last token is i; outermost ones only.
  const Quotation* opening_at(Index i) const;
  const Quotation* closing_at(Index i) const;

 private:
  std::vector<Quotation> all_;
  std::vector<int32_t> of_token_;
};

}  // namespace coranto::note
