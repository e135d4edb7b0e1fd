#include "note/roles.h"

#include <algorithm>

namespace coranto::note {

namespace {

// "quoted X as saying", "X was quoted by Y as saying": the saying belongs to X, the quoting to the carrier.
bool take_from_quoting(const Reader& r, Draft& draft) {
  const Tree& tree = r.tree;
  const Index as = tree.head(draft.cue);
  if (tree.is_root(draft.cue) || tree[as].lower != "as" || tree[tree.head(as)].lemma != "quote") return false;
  const Index quoting = tree.head(as);
  const Index subject = tree.subject(quoting);
  if (subject != no_token)
    draft.phrase.begin = std::min(draft.phrase.begin, static_cast<Index>(tree[subject].left_edge));
  draft.phrase.begin = std::min(draft.phrase.begin, quoting);
  const bool passive = tree.is_passive(quoting);
  draft.speaker = passive ? subject : tree.object(quoting);
  Index carrier = passive ? tree.by_agent(quoting) : subject;
  if (passive && carrier == no_token) carrier = tree.object_of(draft.cue, "by");
  if (carrier != no_token) draft.carriers.push_back(carrier);
  return draft.speaker != no_token;
}

bool is_nominal(const Token& token) { return is_one_of(token.pos, {"PROPN", "NOUN", "PRON"}); }

// An inverted subject: ',” said X.'
Index inverted_subject(const Reader& r, Index verb) {
  if (!is_one_of(r.tree[verb].tag, {"VBD", "VBZ", "VBP"}) || verb == 0) return no_token;
  const Index before = r.skip_back(verb, "");
  if (before != no_token && !r.quotes.closing_at(before) && r.tree[before].text != ",") return no_token;
  for (Index i = verb + 1; i < std::min<Index>(verb + 12, r.tree.size()); ++i) {
    if (r.quoted(i) || is_one_of(r.tree[i].pos, {"PUNCT", "VERB", "AUX", "SPACE", "ADP"})) return no_token;
    if (!is_nominal(r.tree[i])) continue;
    while (i + 1 < r.tree.size() && is_nominal(r.tree[i + 1])) ++i;
    return i;
  }
  return no_token;
}

// "Tolliver, a Republican": Tolliver.
Index head_of_apposition(const Reader& r, Index noun, Index from) {
  while (r.tree[noun].dep == "appos") {
    const Index above = r.tree.head(noun);
    const bool apart = r.tree[above].dep == "pobj" || is_one_of(r.tree[above].entity, {"DATE", "TIME"});
    if (above < from || above > noun || r.quoted(above) || apart) break;
    noun = above;
  }
  return noun;
}

// The last noun before the verb that no preposition governs; the parser lost it as a subject.
Index noun_before(const Reader& r, Index verb) {
  const Range sentence = r.sentence(verb);
  for (Index i = verb; i-- > sentence.begin;) {
    if (is_one_of(r.tree[i].tag, {"VBD", "VBZ", "VBP", "MD"})) {
      const Index before = r.before_relative(i, sentence.begin);
      if (before == i) break;
      i = before;
      continue;
    }
    if (r.quoted(i) || r.tree[i].tag == "TO" || is_one_of(r.tree[i].text, {";", ":", "—", "–"})) break;
    if (is_nominal(r.tree[i]) && !is_one_of(r.tree[i].dep, {"pobj", "compound", "poss", "npadvmod", "conj"}) &&
        !is_one_of(r.tree[i].tag, {"WP", "WDT"}) && !is_one_of(r.tree[i].entity, {"DATE", "TIME"})) {
      return head_of_apposition(r, i, sentence.begin);
    }
  }
  return no_token;
}

// "HANOI, Vietnam (AP) — Secretary Roe said": the parser may make the dateline the subject.
bool is_dateline(const Reader& r, Index noun, Index verb) {
  for (Index i = noun; i < verb; ++i) {
    if (is_one_of(r.tree[i].text, {"—", "–", "--"}) && i < r.sentence(verb).begin + 14)
      return noun < i && r.sentence(verb).begin + 6 > noun;
  }
  return false;
}

// "the bishop, Mgr Clément Sossou, said": the name that a comma parts from the office.
Index named_after(const Reader& r, Index noun, Index verb) {
  if (r.tree[noun].entity == "PERSON" || r.tree[noun].pos == "PRON" || r.tree[noun].dep == "pobj") return noun;
  const Index end = noun < verb ? verb : r.tree[noun].right_edge + 1;
  for (Index i = noun + 1; i + 1 < end; ++i) {
    if (r.quoted(i) || is_one_of(r.tree[i].pos, {"VERB", "AUX"}) || is_one_of(r.tree[i].tag, {"WP", "WDT"}))
      return noun;
    if (r.tree[i].text != ",") continue;
    Index k = i + 1;
    while (k < end && r.tree[k].pos == "PROPN" && r.tree[k].ner == 'O') ++k;  // "Mgr"
    if (k >= end || r.tree[k].entity != "PERSON") return noun;
    while (k + 1 < end && is_one_of(std::string_view(&r.tree[k].ner, 1), {"B", "I"})) ++k;
    return k;
  }
  return noun;
}

// "Stephen Hill (D-Mass.) said": the name before the brackets that hold the noun.
Index before_brackets(const Reader& r, Index noun, Index from) {
  for (Index i = noun; i-- > from;) {
    if (r.tree[i].text == ")") return noun;
    if (r.tree[i].text != "(" || i == from) continue;
    return is_nominal(r.tree[i - 1]) ? i - 1 : noun;
  }
  return noun;
}

Index active_subject(const Reader& r, const Draft& draft) {
  const Tree& tree = r.tree;
  const Index verb = draft.cue;
  Index subject = tree.subject(verb);
  if (tree[verb].dep == "acl" && tree[verb].tag == "VBD") subject = tree.head(verb);
  const Index before = r.skip_back(verb, "");
  const bool inverted = before == no_token || r.quotes.closing_at(before) || r.tree[before].text == ",";
  if (subject != no_token && subject > verb && !inverted) subject = no_token;
  if (subject != no_token && !r.quoted(verb) && r.quoted(subject)) subject = no_token;
  if (subject != no_token && subject < r.sentence(verb).begin) subject = no_token;  // of another paragraph
  const bool hears = subject != no_token && subject > verb && r.tree[verb].lemma == "tell";
  if (hears || (subject != no_token && subject < verb && is_dateline(r, subject, verb))) {
    if (const Index noun = noun_before(r, verb); noun != no_token) subject = noun;
  }
  if (subject == no_token) subject = inverted_subject(r, verb);
  if (subject == no_token) subject = noun_before(r, verb);
  if (subject != no_token && subject < verb)
    subject = before_party_tag(r.tree, before_brackets(r, subject, r.sentence(verb).begin));
  return subject == no_token ? subject : named_after(r, subject, verb);
}

// The comma before a reporting clause that closes its sentence ("..., a diplomat in Addis Ababa indicated."), where the
// parser lost its subject; over an apposition if one stands before the verb.
Index late_comma(const Reader& r, Index verb, Range sentence) {
  int commas = r.tree[verb - 1].text == "," ? 2 : 1;
  for (Index i = verb - 1; i-- > sentence.begin;) {
    if (r.quoted(i) || has_finite_tag(r.tree[i]) || is_one_of(r.tree[i].text, {";", ":", "and", "but"}))
      return no_token;
    if (r.tree[i].text == "," && --commas == 0) return i;
  }
  return no_token;
}

void take_late_aside(const Reader& r, Draft& draft) {
  const Tree& tree = r.tree;
  const Index verb = draft.cue;
  const Range sentence = r.sentence(verb);
  if (!draft.entry->can(takes_aside) || r.quoted(verb) || !has_finite_tag(tree[verb]) || verb < sentence.begin + 2)
    return;
  if (tree.child(verb, {"nsubj", "nsubjpass", "mark"}) != no_token || tree[verb].dep == "relcl") return;
  for (Index c : tree.all(verb, {"ccomp"})) {
    if (c > verb) return;
  }
  for (Index i = verb + 1; i < sentence.end; ++i) {
    if (r.quoted(i) || has_finite_tag(tree[i]) || i > verb + 14) return;
  }
  const Index comma = late_comma(r, verb, sentence);
  if (comma == no_token || comma <= sentence.begin + 1) return;
  for (Index i = comma + 1; i < verb; ++i) {
    if (!is_nominal(tree[i]) || tree[i].tag == "PRP$" || (i + 1 < verb && is_nominal(tree[i + 1]))) continue;
    draft.speaker = named_after(r, i, verb);
    draft.phrase = {comma + 1, sentence.end};
    draft.late = true;
    return;
  }
}

void take_addressee(const Reader& r, Draft& draft) {
  const Tree& tree = r.tree;
  if (draft.entry->can(takes_addressee)) {
    const Index object = tree.child(draft.cue, {"dobj", "dative"});
    if (object != no_token && object > draft.cue && object != draft.speaker) draft.addressee = object;
    if (object != no_token && tree[object].pos == "ADP") draft.addressee = tree.child(object, {"pobj"});
  }
  if (draft.addressee != no_token) return;
  const Index to = tree.object_of(draft.cue, "to");
  if (to != no_token && tree[to].pos != "VERB") draft.addressee = to;
}

bool governs(const Tree& tree, Index above, Index below) { return above != below && tree.dominates(above, below); }

}  // namespace

bool is_active(const Tree& tree, Index verb) {
  if (!is_one_of(tree[verb].tag, {"VBN", "VBD"})) return true;
  if (tree.is_passive(verb)) return tree[verb].tag != "VBN";
  return tree.child(verb, {"nsubj", "aux"}) != no_token || !is_one_of(tree[verb].dep, {"advcl", "acl", "prep"}) ||
         (is_one_of(tree[verb].dep, {"acl", "advcl"}) && tree[verb].tag == "VBD");
}

void take_roles(const Reader& r, Draft& draft) {
  if (take_from_quoting(r, draft)) return;
  if (!is_active(r.tree, draft.cue)) {
    draft.speaker = r.tree.by_agent(draft.cue);
    if (draft.entry->can(takes_addressee)) draft.addressee = r.tree.child(draft.cue, {"nsubjpass"});
    return;
  }
  draft.speaker = active_subject(r, draft);
  take_late_aside(r, draft);
  take_addressee(r, draft);
}

namespace {

bool lacks_subject(const Tree& tree, Index verb) { return tree.child(verb, {"nsubj", "nsubjpass"}) == no_token; }

// "said that ... and warned", "said that ..., adding": the second cue is the first speaker's.
bool shares_speaker(const Reader& r, const Draft& first, const Draft& second) {
  if (!first.entry || first.speaker == no_token || first.cue >= second.cue || !r.same_quote(first.cue, second.cue))
    return false;
  if (r.tree[second.cue].lower == "adding") return r.tree.sentence_of(first.cue) == r.tree.sentence_of(second.cue);
  return r.tree[second.cue].dep == "conj" && governs(r.tree, first.cue, second.cue) && first.speaker < first.cue &&
         r.tree[first.cue].tag == r.tree[second.cue].tag;
}

}  // namespace

void share_speakers(const Reader& r, std::vector<Draft>& drafts) {
  for (Draft& second : drafts) {
    if (!second.entry || !lacks_subject(r.tree, second.cue)) continue;
    for (const Draft& first : drafts) {
      if (shares_speaker(r, first, second)) second.speaker = first.speaker;
    }
  }
}

}  // namespace coranto::note
