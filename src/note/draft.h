// A statement in the making: still tokens, not yet actors.
#pragma once

#include <string>
#include <vector>

#include "note/cue_tables.h"
#include "note/quotes.h"
#include "note/tree.h"

namespace coranto::note {

struct Draft {
  const CueEntry* entry = nullptr;  // null for "according to" and for a sound bite
  Index cue = no_token;             // the reporting word
  Span cue_span;                    // empty for a sound bite
  Range phrase;                     // the reporting clause without what it reports: "the minister told the BBC"
  Index speaker = no_token;         // head of the noun phrase
  Index addressee = no_token;
  std::vector<Index> carriers;  // nouns, outermost first, that stand between writer and speaker by the same clause
  std::vector<Range> content;   // in text order
  bool negative = false;
  bool late = false;     // it closes its sentence: all before it is said
  bool phrasal = false;  // the content is no clause and no quotation: "to leave", "a boycott"
};

// What all steps look at.
struct Reader {
  const Tree& tree;
  const Quotations& quotes;
  const CueTables::Lists& tables;

  // The sentence of i as a reader sees it: a full stop inside a quotation does not end it, a paragraph does; for a
  // token inside a quotation, the sentence within its marks.
  Range sentence(Index i) const;
  bool quoted(Index i) const { return quotes.at(i) != nullptr; }
  bool same_quote(Index a, Index b) const { return quotes.at(a) == quotes.at(b); }
  bool parted_by_comma(
      const Quotation& q) const;  // “..., ” or “...”, or “...?”: speech that a reporting clause follows
  // Where the relative clause begins that holds i ("X, who was there, told"): its comma; else i.
  Index before_relative(Index i, Index from) const;
  bool is_break(Index i) const;  // a token that holds a line end
  Index skip(Index i,
             std::string_view marks) const;  // first token from i on that is neither space nor one of the marks
  Index skip_back(Index i, std::string_view marks) const;  // the same backwards, from i - 1; no_token at the start
};

// Does token i stand in what is said?
bool in_content(const Draft& draft, Index i);

bool is_finite(const Tree& tree, Index verb);

}  // namespace coranto::note
