#include "note/people.h"

#include <algorithm>

namespace coranto::note {

void push_unique(std::vector<ActorIndex>& list, ActorIndex actor) {
  if (actor != no_actor && std::find(list.begin(), list.end(), actor) == list.end()) list.push_back(actor);
}

namespace {

// Bodies that hear speeches, and that are no outlets though they have names.
bool is_body(const Reader& r, Index noun) {
  for (Index i = r.tree[noun].left_edge; i <= noun; ++i) {
    if (r.tables.bodies.count(std::string(r.tree[i].lower)) != 0) return true;
  }
  return false;
}

bool is_outlet(const Reader& r, const Cast& cast, Index noun, ActorIndex actor) {
  if (is_one_of(r.tree[noun].lemma, {"reporter", "journalist", "correspondent", "conference"})) return false;
  if (r.tables.outlets.count(std::string(r.tree[noun].text)) != 0) return true;  // "Army Radio", whatever body it is of
  if (is_body(r, noun)) return false;
  for (Index i = r.tree[noun].left_edge; i <= noun; ++i) {
    if (r.tables.outlets.count(std::string(r.tree[i].text)) != 0) return true;
  }
  if (actor != no_actor && cast.actor(actor).kind == ActorKind::person) return false;
  if (actor != no_actor && !cast.actor(actor).sector.empty()) return cast.actor(actor).sector == "JRN";
  const bool bare_name = r.tree[noun].pos == "PROPN" && r.tree[noun].left_edge == noun;
  return r.tree[noun].pos == "PROPN" && (r.tree[noun].entity == "ORG" || (bare_name && r.tree[noun].entity.empty()));
}

// "the Daily Post": no post on a network.
bool is_last_of_name(const Reader& r, Index i) {
  return i > 0 && r.tree[i].pos == "PROPN" && r.tree[i - 1].pos == "PROPN" && r.tree[i - 1].dep == "compound" &&
         r.tree[i].text != r.tree[i].lower;
}

// The word of a medium or a writing that i heads, longest first: "press conference", "conference".
const ChannelWord* writing_at(const Reader& r, Index i) {
  if (i > 0) {
    const std::string first = std::string(r.tree[i - 1].lower) + " ";
    if (const ChannelWord* word = r.tables.channel(first + std::string(r.tree[i].lower))) return word;
    if (const ChannelWord* word = r.tables.channel(first + std::string(r.tree[i].lemma))) return word;
  }
  if (r.tree[i].lower == "x" && r.tree[i].text != "X") return nullptr;
  if (is_last_of_name(r, i)) return nullptr;
  if (const ChannelWord* word = r.tables.channel(r.tree[i].lower)) return word;
  return r.tables.channel(r.tree[i].lemma);
}

const ChannelWord* channel_at(const Reader& r, Index i) {
  const ChannelWord* word = writing_at(r, i);
  return word && !word->channel.empty() ? word : nullptr;
}

// The words of a noun phrase without its article and without what follows its prepositions' clauses.
std::string phrase_text(const Reader& r, Index noun) {
  Index begin = r.tree[noun].left_edge;
  while (begin < noun && r.tree[begin].pos == "PUNCT") ++begin;
  if (begin < noun && is_one_of(r.tree[begin].lower, {"the", "a", "an"})) ++begin;
  Index end = noun + 1;
  for (Index c : r.tree.all(noun, {"prep", "acl"})) {
    if (c == end) end = std::max(end, static_cast<Index>(r.tree[c].right_edge) + 1);
  }
  for (Index i = noun + 1; i < end; ++i) {
    if (is_one_of(r.tree[i].pos, {"PUNCT", "SPACE"})) end = i;
  }
  return std::string(r.tree.document().cut({r.tree[begin].span.begin, r.tree[end - 1].span.end}));
}

// "in a statement", "on Facebook", "told a news conference": a medium beside the cue, outside of what is said.
std::string channel_of(const Reader& r, const Draft& draft) {
  if (draft.entry && !draft.entry->channel.empty()) return draft.entry->channel;
  if (draft.cue == no_token) return "";
  const Range sentence = r.sentence(draft.cue);
  for (Index i = sentence.begin; i < sentence.end; ++i) {
    if (in_content(draft, i) || !is_one_of(r.tree[i].pos, {"NOUN", "PROPN"})) continue;
    const ChannelWord* word = channel_at(r, i);
    if (!word) continue;
    const Token& token = r.tree[i];
    const Index head = r.tree.head(i);
    const bool beside = token.dep == "pobj" && is_one_of(r.tree[head].lower, {"in", "on", "at", "during", "by", "over",
                                                                              "via", "through", "from", "to", "for"});
    const bool speaks = i == draft.speaker && word->speaks;
    const bool outlet = is_one_of(word->channel, {"television", "radio", "website"});
    if ((beside && !(outlet && i == draft.speaker)) || speaks || (i == draft.addressee && !outlet))
      return word->channel;
  }
  return "";
}

Index author_of(const Reader& r, Index noun) {
  if (const Index owner = r.tree.child(noun, {"poss"}); owner != no_token) return owner;
  for (Index c : r.tree.all(noun, {"acl", "relcl"})) {
    if (const Index by = r.tree.by_agent(c); by != no_token) return by;
  }
  for (std::string_view preposition : {"by", "from"}) {
    if (const Index author = r.tree.object_of(noun, preposition); author != no_token) return author;
  }
  return no_token;
}

ActorIndex speaker_of(const Reader& r, Cast& cast, Index noun) {
  const ChannelWord* word = writing_at(r, noun);
  if (word && word->speaks && r.tree[noun].pos == "NOUN") {
    const auto owners = word->channel.empty() ? std::vector<ActorIndex>{} : cast.owners_of(noun);
    if (!owners.empty()) return owners[0];
    if (const Index author = author_of(r, noun); author != no_token) return cast.one_at(author);
  }
  return cast.one_at(noun);
}

// Verbs whose subject speaks, whatever noun it is; of others ("the images suggest") it may be a mere thing.
bool is_plain_report(const Draft& draft) {
  return !draft.entry || (!draft.phrasal && draft.entry->can(takes_any_subject));
}

// "The report found": a writing that speaks.
bool is_document(const Reader& r, Index noun) {
  const ChannelWord* word = r.tree[noun].pos == "NOUN" ? writing_at(r, noun) : nullptr;
  return word && word->speaks;
}

// The speaker; where the noun can be none ("denied that any arrears had been paid and said"), the next subject above.
ActorIndex speaker_or_above(const Reader& r, Cast& cast, const Draft& draft, Index& noun) {
  for (int step = 0; step < 3 && noun != no_token; ++step) {
    const ActorIndex speaker = speaker_of(r, cast, noun);
    if (speaker != no_actor) return speaker;
    const bool own = draft.cue != no_token && r.tree.head(noun) == draft.cue && r.tree[draft.cue].dep != "conj";
    if ((own && r.tree[noun].pos == "NOUN") || is_document(r, noun)) return no_actor;
    Index verb = r.tree.head(noun);
    while (!r.tree.is_root(verb) && (r.tree.subject(verb) == noun || r.tree.subject(verb) == no_token))
      verb = r.tree.head(verb);
    const Index above = r.tree.subject(verb);
    if (above == noun || above == no_token || !draft.entry || above > draft.cue) return no_actor;
    noun = above;
  }
  return no_actor;
}

// "the study, which notes that": the study.
Index antecedent_of(const Reader& r, Index noun) {
  if (!is_one_of(r.tree[noun].tag, {"WDT", "WP"}) || r.tree.is_root(noun)) return noun;
  const Index verb = r.tree.head(noun);
  return r.tree[verb].dep == "relcl" ? r.tree.head(verb) : noun;
}

// "the daily reported, citing a guard": the guard speaks, the daily carries.
Index cited_by(const Reader& r, const Draft& draft) {
  if (draft.cue == no_token || r.quoted(draft.cue)) return no_token;
  const Range sentence = r.sentence(draft.cue);
  for (Index i = sentence.begin; i < sentence.end; ++i) {
    if (r.quoted(i) || in_content(draft, i) || !is_one_of(r.tree[i].lower, {"citing", "quoting"})) continue;
    Index object = r.tree.child(i, {"dobj", "pobj"});
    for (Index k = i + 1; object == no_token && k < std::min<Index>(i + 6, sentence.end); ++k) {
      if (is_one_of(r.tree[k].pos, {"NOUN", "PROPN"}) && !is_one_of(r.tree[k].dep, {"compound", "poss"})) object = k;
    }
    const bool beside =
        draft.speaker == no_token || (object != draft.speaker && std::min(i, draft.cue) + 25 > std::max(i, draft.cue));
    if (object != no_token && beside) return object;
  }
  return no_token;
}

// A name set beside its kind: "the newspaper Brecha".
Index named_by_apposition(const Reader& r, Index noun) {
  const Index name = r.tree.child(noun, {"appos"});
  return r.tree[noun].pos == "NOUN" && name != no_token && r.tree[name].pos == "PROPN" ? name : noun;
}

void take_hearer(const Reader& r, Cast& cast, const Draft& draft, Statement& statement) {
  if (draft.addressee == no_token ||
      is_one_of(r.tree[draft.addressee].lower, {"us", "me", "himself", "herself", "itself"}))
    return;
  const Index hearer = named_by_apposition(r, draft.addressee);
  const ChannelWord* word = channel_at(r, hearer);
  if (word && !is_one_of(word->channel, {"television", "radio", "website"})) return;
  statement.addressee = cast.one_at(hearer);
  const bool outlet = word || is_outlet(r, cast, hearer, statement.addressee) ||
                      (hearer != draft.addressee && is_outlet(r, cast, draft.addressee, no_actor));
  if (statement.addressee == no_actor && outlet)
    statement.addressee = cast.nameless(phrase_text(r, hearer), r.tree[hearer].span);
  if (outlet && statement.addressee != statement.speaker && draft.entry &&
      (draft.entry->can(takes_clause) || draft.entry->can(takes_quote))) {
    push_unique(statement.via, statement.addressee);
  }
}

// "claimed on Jurnal FM", "in an interview with the daily The Mast": the outlet over which the words went.
Index medium_of(const Reader& r, const Cast& cast, const Draft& draft) {
  const auto carries = [&](Index noun) {
    const bool named = noun != no_token && (r.tree[noun].pos == "PROPN" || named_by_apposition(r, noun) != noun);
    return named && !in_content(draft, noun) && is_outlet(r, cast, noun, no_actor);
  };
  const Index on = r.tree.object_of(draft.cue, "on");
  if (carries(on) && r.tree[on].lower != "x" && !channel_at(r, on)) return on;
  const Index talk = r.tree.object_of(draft.cue, "in");
  if (talk == no_token || r.tree[talk].lemma != "interview") return no_token;
  for (std::string_view preposition : {"with", "to", "on"}) {
    const Index outlet = r.tree.object_of(talk, preposition);
    if (carries(outlet)) return outlet;
  }
  return no_token;
}

// "through his attorney", "a source quoted by the weekly": who carries the words besides the subject.
void take_carriers(const Reader& r, Cast& cast, const Draft& draft, Statement& statement) {
  if (draft.cue == no_token) return;
  for (std::string_view preposition : {"through", "via"}) {
    const Index carrier = r.tree.object_of(draft.cue, preposition);
    if (carrier == no_token || in_content(draft, carrier) || channel_at(r, carrier)) continue;
    push_unique(statement.via, cast.one_at(carrier));
  }
  if (const Index outlet = medium_of(r, cast, draft); outlet != no_token)
    push_unique(statement.via, cast.one_at(named_by_apposition(r, outlet)));
  if (draft.speaker == no_token) return;
  for (Index c : r.tree.all(draft.speaker, {"acl"})) {
    const Index by = r.tree.by_agent(c);
    if (is_one_of(r.tree[c].lemma, {"quote", "cite"}) && by != no_token)
      push_unique(statement.via, cast.one_at(named_by_apposition(r, by)));
  }
}

}  // namespace

namespace {

// The words that name the speaker: his phrase as far as it is in his paragraph, and no part of what is said.
Span naming_span(const Reader& r, const Draft& draft, Index noun) {
  Index begin = r.tree[noun].left_edge, end = r.tree[noun].right_edge + 1;
  for (Index i = begin; i < noun; ++i) {
    if (r.is_break(i) || is_one_of(r.tree[i].text, {"—", "―", "–", "--"})) begin = i + 1;
  }
  for (Index i = noun + 1; i < end; ++i) {
    if (r.is_break(i) || in_content(draft, i) || r.quoted(i) != r.quoted(noun)) end = i;
  }
  while (end > noun + 1 && is_one_of(r.tree[end - 1].text, {",", ":", "―", "—", "–", "--"})) --end;
  return {r.tree[begin].span.begin, r.tree[end - 1].span.end};
}

}  // namespace

void take_people(const Reader& r, Cast& cast, const Draft& draft, Statement& statement) {
  statement.channel = channel_of(r, draft);
  for (Index noun : draft.carriers) {
    const Index carrier = named_by_apposition(r, noun);
    const ActorIndex actor = cast.one_at(carrier);
    push_unique(statement.via,
                actor != no_actor ? actor : cast.nameless(phrase_text(r, carrier), r.tree[carrier].span));
  }
  Index speaker = draft.speaker;
  const Index cited = cited_by(r, draft);
  if (cited != no_token && speaker != no_token) {
    push_unique(statement.via, speaker_of(r, cast, speaker));
    speaker = cited;
    statement.speaker = cast.one_at(cited);
    if (statement.speaker == no_actor) statement.speaker = cast.nameless(phrase_text(r, cited), r.tree[cited].span);
  }
  if (speaker != no_token) {
    if (statement.speaker == no_actor) statement.speaker = speaker_or_above(r, cast, draft, speaker);
    if (statement.speaker == no_actor) {
      speaker = antecedent_of(r, draft.speaker);
      if ((is_plain_report(draft) || is_document(r, speaker)) && r.tree[speaker].pos != "PRON") {
        statement.speaker = cast.nameless(phrase_text(r, speaker), r.tree[speaker].span);
      }
    }
    statement.speaker_span = naming_span(r, draft, speaker);
  }
  take_carriers(r, cast, draft, statement);
  take_hearer(r, cast, draft, statement);
}

}  // namespace coranto::note
