#include "note/cues.h"

#include <algorithm>

#include "note/roles.h"

namespace coranto::note {

namespace {

bool is_content_dep(std::string_view dep) {
  return is_one_of(dep, {"ccomp", "parataxis", "advcl", "conj", "cc", "relcl"});
}

struct Found {
  const CueEntry* entry = nullptr;
  Index particle = no_token;  // the "out" of "point out", the "on" of "call on"
};

// The "known" of "let it be known", the "clear" of "made it clear".
bool is_complement(const Token& token) { return is_one_of(token.dep, {"ccomp", "xcomp", "acomp", "oprd"}); }

Found look_up(const Reader& r, Index verb) {
  const std::string lemma(r.tree[verb].lemma);
  for (Index c : r.tree.children(verb)) {
    const bool beside = is_one_of(r.tree[c].dep, {"prt", "prep", "advmod", "dobj"}) || is_complement(r.tree[c]);
    if (c < verb || !beside || c > verb + 3) continue;
    if (const CueEntry* entry = r.tables.verb(lemma + " " + std::string(r.tree[c].lower))) return {entry, c};
  }
  if (verb + 1 < r.tree.size()) {
    if (const CueEntry* entry = r.tables.verb(lemma + " " + std::string(r.tree[verb + 1].lower)))
      return {entry, verb + 1};
  }
  return {r.tables.verb(lemma), no_token};
}

bool has_child(const Tree& tree, Index i, std::initializer_list<std::string_view> deps,
               std::initializer_list<std::string_view> words) {
  for (Index c : tree.all(i, deps)) {
    if (is_one_of(tree[c].lower, words)) return true;
  }
  return false;
}

// "to say that ..." reports nothing, "went on to say" does.
bool is_mere_infinitive(const Tree& tree, Index verb) {
  if (tree[verb].tag != "VB" || !has_child(tree, verb, {"aux"}, {"to"})) return false;
  if (tree[verb].dep == "conj") return true;
  return tree.is_root(verb) || !is_one_of(tree[tree.head(verb)].lemma,
                                          {"go", "continue", "proceed", "begin", "start", "come", "hasten", "use"});
}

bool is_supposed(const Tree& tree, Index verb) {
  return has_child(tree, verb, {"mark"}, {"if", "unless"}) ||
         has_child(tree, verb, {"aux"}, {"should", "could", "might", "may", "must", "can"}) ||
         (tree[verb].dep == "conj" && tree[verb].tag == "VB" && tree.head(verb) < verb &&
          tree.child(verb, {"nsubj", "aux"}) == no_token && is_supposed(tree, tree.head(verb)));
}

bool is_reporting_verb(const Reader& r, Index i) {
  const Token& token = r.tree[i];
  if (token.lower == "reports" && token.dep == "ROOT" && r.tree.child(i, {"nsubj"}) != no_token) return true;
  if (!is_one_of(token.pos, {"VERB", "AUX"}) && !is_one_of(token.tag, {"VBD", "VBZ", "VBP", "VBG"})) return false;
  if (is_one_of(token.dep, {"compound", "aux", "auxpass"}) || (token.dep == "amod" && token.tag != "VBD")) return false;
  return !is_mere_infinitive(r.tree, i) && !is_supposed(r.tree, i);
}

bool holds_quote(const Reader& r, Index begin, Index end) {
  for (Index i = begin; i < end; ++i) {
    if (r.quoted(i)) return true;
  }
  return false;
}

// Where the reporting clause begins: with the subject and what stands before it, but after a comma that parts them.
Index phrase_begin(const Reader& r, Index verb) {
  Index begin = verb;
  const auto below = r.tree.children(verb);
  bool subject_seen = false;
  for (size_t k = below.size(); k-- > 0;) {
    const Index c = below[k];
    if (c > verb) continue;
    const std::string_view dep = r.tree[c].dep;
    if (is_one_of(dep, {"punct", "mark"})) {
      if (subject_seen && r.tree[c].lower == ",") break;
      continue;
    }
    if (is_content_dep(dep)) break;
    if (!r.quoted(verb) && holds_quote(r, r.tree[c].left_edge, r.tree[c].right_edge + 1)) break;
    begin = std::min(begin, static_cast<Index>(r.tree[c].left_edge));
    subject_seen |= is_one_of(dep, {"nsubj", "nsubjpass"});
  }
  const Token& token = r.tree[verb];
  if (token.dep == "acl" && token.tag == "VBD" && token.head < verb)
    begin = std::min(begin, r.tree[token.head].left_edge);
  return begin;
}

Index phrase_end(const Reader& r, Index verb) {
  Index phrase_end = verb + 1;
  for (Index c : r.tree.children(verb)) {
    if (c < verb || is_one_of(r.tree[c].dep, {"punct"})) continue;
    if (!is_one_of(r.tree[c].dep, {"nsubj", "nsubjpass", "dative", "dobj", "prep", "npadvmod", "advmod", "prt", "agent",
                                   "aux", "acomp"}))
      break;
    Index end = r.tree[c].right_edge + 1;
    for (Index i = verb + 1; i < end && !r.quoted(verb); ++i) {
      if (r.quoted(i)) end = i;
    }
    if (end <= phrase_end) break;
    phrase_end = end;
  }
  return phrase_end;
}

// After a quotation, all up to a verb of speech belongs to it as long as no other verb stands between: the parser often
// loses a subject with an apposition.
Index begin_after_quote(const Reader& r, Index verb, Index begin) {
  if (r.quoted(verb)) return begin;
  const Range sentence = r.sentence(verb);
  for (Index i = begin; i-- > sentence.begin;) {
    if (r.quotes.closing_at(i)) {
      const Index first = r.skip(i + 1, ",–—-");
      return r.parted_by_comma(*r.quotes.at(i)) && r.tree[first].pos != "CCONJ" ? i + 1 : begin;
    }
    if (r.quoted(i) || is_one_of(r.tree[i].text, {";", ":", "."})) break;
    if (is_one_of(r.tree[i].tag, {"VBD", "VBZ", "VBP", "MD"})) {
      const Index before = r.before_relative(i, sentence.begin);
      if (before == i) break;
      i = before + 1;
    }
  }
  return begin;
}

// "went on to say", "has long said", "also noted": what stands unbroken before the verb and belongs to it.
Index cue_begin(const Reader& r, Index verb) {
  const Tree& tree = r.tree;
  Index begin = verb;
  while (begin > 0 && r.same_quote(begin - 1, verb)) {
    const Token& before = tree[begin - 1];
    const bool own = before.head == verb || tree.is_root(begin - 1) || tree.dominates(begin - 1, verb);
    const bool word =
        is_one_of(before.dep, {"aux", "auxpass", "neg"}) || (before.pos == "ADV" && before.dep == "advmod");
    const bool phase = own && tree[verb].dep == "xcomp" && begin < verb && before.pos == "VERB";  // "continued to say"
    const bool on = tree[verb].dep == "xcomp" && is_one_of(before.dep, {"prt", "advmod"}) && before.lower == "on";
    if (!(own && word && before.pos != "PUNCT") && !phase && !on) break;
    --begin;
  }
  return begin;
}

Span cue_span(const Reader& r, Index verb, Index particle) {
  const bool own = particle != no_token && (particle == verb + 1 || is_complement(r.tree[particle]));
  const Index last = own ? particle : verb;
  return {r.tree[cue_begin(r, verb)].span.begin, r.tree[last].span.end};
}

bool is_first_person(const Token& token) {
  return token.text != "US" && is_one_of(token.lower, {"i", "we", "you", "me", "us"});
}

bool is_worthless(const Reader& r, const Draft& draft) {
  if (draft.speaker == no_token) return r.quoted(draft.cue) || !is_active(r.tree, draft.cue);
  const Token& speaker = r.tree[draft.speaker];
  if (is_first_person(speaker)) return true;
  return is_one_of(speaker.lower, {"there", "nobody", "nothing", "none", "that", "this"}) || speaker.dep == "expl";
}

// "did not say whether": nothing is reported.
bool is_silent(const Reader& r, const Draft& draft) {
  if (!draft.entry) return false;
  for (Index i = r.sentence(draft.cue).begin; i < draft.cue; ++i) {
    if (r.tree[i].lower == "neither" && r.tree.dominates(r.tree.head(i), draft.cue)) return true;
  }
  if (draft.entry->negative || r.tree.child(draft.cue, {"neg"}) == no_token) return false;
  return !is_one_of(r.tree[draft.cue].lemma, {"exclude", "conceal", "hide", "discard", "rule"});
}

bool is_negated(const Tree& tree, Index verb) { return tree.child(verb, {"neg"}) != no_token; }

Draft verb_draft(const Reader& r, Index verb, const Found& found) {
  Draft draft;
  draft.entry = found.entry;
  draft.cue = verb;
  draft.cue_span = cue_span(r, verb, found.particle);
  draft.phrase = {begin_after_quote(r, verb, phrase_begin(r, verb)), phrase_end(r, verb)};
  draft.negative = found.entry->negative != is_negated(r.tree, verb);
  take_roles(r, draft);
  const bool thought = found.entry->takes == takes_clause;  // "he said they believe ...": no statement within one
  draft.phrasal = thought && draft.speaker != no_token && r.tree[draft.speaker].pos == "PRON";
  return draft;
}

// "according to director Anna Berg", where the parser lost the name.
bool names_follow(const Reader& r, Index noun) {
  return noun + 1 < r.tree.size() && r.tree[noun].right_edge == noun && r.tree[noun + 1].pos == "PROPN" &&
         r.tree[noun + 1].entity == "PERSON";
}

Draft according_draft(const Reader& r, Index according, Index to) {
  Draft draft;
  draft.cue = according;
  draft.cue_span = {r.tree[according].span.begin, r.tree[to].span.end};
  draft.speaker = r.tree.child(to, {"pobj"});
  while (draft.speaker != no_token && names_follow(r, draft.speaker)) ++draft.speaker;
  const Index last = draft.speaker == no_token ? to : static_cast<Index>(r.tree[draft.speaker].right_edge);
  draft.phrase = {according, last + 1};
  const Index rest = r.skip(draft.phrase.end, ",");
  if (rest < r.tree.size() && is_one_of(r.tree[rest].lower, {"citing", "quoting"})) {
    const Index cited = r.tree.child(rest, {"dobj", "pobj"});
    if (cited != no_token)
      draft.phrase.end = std::min(static_cast<Index>(r.tree[cited].right_edge) + 1, r.sentence(according).end);
    return draft;
  }
  const bool all = draft.phrase.end >= r.sentence(according).end - 1 && according == r.sentence(according).begin;
  if (all && draft.speaker != no_token) {  // it took the whole sentence along
    for (Index i = draft.speaker + 1; i < draft.phrase.end; ++i) {
      if (r.tree[i].text == ",") draft.phrase.end = i;
    }
    return draft;
  }
  if (rest < r.tree.size() && is_one_of(r.tree[rest].tag, {"VBD", "VBZ", "VBP", "MD"})) {  // it took the subject along
    for (Index i = draft.phrase.end; i-- > to + 1;) {
      if (r.tree[i].text != ",") continue;
      draft.phrase.end = i;
      break;
    }
  }
  return draft;
}

Draft noun_draft(const Reader& r, Index noun, const CueEntry* entry) {
  Draft draft;
  draft.entry = entry;
  draft.cue = noun;
  draft.cue_span = r.tree[noun].span;
  draft.negative = entry->negative;
  draft.phrase = {r.tree[noun].left_edge, noun + 1};
  const Tree& tree = r.tree;
  if (const Index owner = tree.child(noun, {"poss"}); owner != no_token) draft.speaker = owner;
  for (std::string_view preposition : {"by", "from", "of"}) {
    if (draft.speaker == no_token) draft.speaker = tree.object_of(noun, preposition);
  }
  const Index verb = tree.head(noun);
  const bool light = is_one_of(tree[noun].dep, {"dobj"}) &&
                     is_one_of(tree[verb].lemma, {"make", "issue", "give", "repeat", "have", "send", "voice", "express",
                                                  "publish", "release", "reiterate", "deliver"});
  if (draft.speaker == no_token && light) draft.speaker = tree.subject(verb);
  return draft;
}

}  // namespace

std::vector<Draft> find_cues(const Reader& r) {
  std::vector<Draft> drafts;
  for (Index i = 0; i < r.tree.size(); ++i) {
    if (is_one_of(r.tree[i].lower, {"as"}) && i + 1 < r.tree.size() && r.tree[i + 1].lower == "per") {
      drafts.push_back(according_draft(r, i, i + 1));
      continue;
    }
    if (r.tree[i].lower == "according" && i + 1 < r.tree.size() && r.tree[i + 1].lower == "to") {
      drafts.push_back(according_draft(r, i, i + 1));
      continue;
    }
    if (is_reporting_verb(r, i)) {
      const Found found = look_up(r, i);
      if (!found.entry) continue;
      if (r.quoted(i) && !is_one_of(r.tree[i].lemma, {"say", "tell", "claim"})) continue;
      Draft draft = verb_draft(r, i, found);
      if (!is_worthless(r, draft) && !is_silent(r, draft)) drafts.push_back(std::move(draft));
    } else if (r.tree[i].pos == "NOUN" && !r.quoted(i)) {
      const CueEntry* entry = r.tables.noun(r.tree[i].lemma);
      if (!entry || r.tree.child(i, {"acl"}) == no_token) continue;
      Draft draft = noun_draft(r, i, entry);
      if (draft.speaker != no_token && !is_worthless(r, draft)) drafts.push_back(std::move(draft));
    }
  }
  share_speakers(r, drafts);
  return drafts;
}

}  // namespace coranto::note
