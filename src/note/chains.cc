#include "note/chains.h"

#include <algorithm>

namespace coranto::note {

namespace {

bool is_outlet(const Reader& r, Index noun) {
  bool named = false;
  for (Index i = r.tree[noun].left_edge; i <= r.tree[noun].right_edge && i <= noun; ++i) {
    if (r.tables.outlets.count(std::string(r.tree[i].text)) != 0) named = true;
  }
  return named && !is_one_of(r.tree[noun].lemma, {"reporter", "journalist", "correspondent", "conference"});
}

// The medium's word that i heads, longest first: "press conference", "conference".
const ChannelWord* channel_at(const Reader& r, Index i) {
  if (i > 0) {
    const std::string two = std::string(r.tree[i - 1].lower) + " " + std::string(r.tree[i].lemma);
    if (const ChannelWord* word = r.tables.channel(two)) return word;
  }
  if (r.tree[i].lower == "x" && r.tree[i].text != "X") return nullptr;
  if (const ChannelWord* word = r.tables.channel(r.tree[i].lower)) return word;
  return r.tables.channel(r.tree[i].lemma);
}

bool in_content(const Draft& draft, Index i) {
  for (const Range& range : draft.content) {
    if (range.holds(i)) return true;
  }
  return false;
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
    if (beside || speaks || i == draft.addressee) return word->channel;
  }
  return "";
}

Index author_of(const Reader& r, Index noun) {
  if (const Index owner = r.tree.child(noun, {"poss"}); owner != no_token) return owner;
  for (std::string_view preposition : {"by", "from"}) {
    if (const Index author = r.tree.object_of(noun, preposition); author != no_token) return author;
  }
  return no_token;
}

ActorIndex speaker_of(const Reader& r, Cast& cast, Index noun) {
  const ChannelWord* word = channel_at(r, noun);
  if (word && word->speaks && r.tree[noun].pos == "NOUN") {
    if (const auto owners = cast.owners_of(noun); !owners.empty()) return owners[0];
    if (const Index author = author_of(r, noun); author != no_token) return cast.one_at(author);
  }
  return cast.one_at(noun);
}

// The speaker; where the noun can be none ("denied that any arrears had been paid and said"), the next subject above.
ActorIndex speaker_or_above(const Reader& r, Cast& cast, const Draft& draft, Index& noun) {
  for (int step = 0; step < 3 && noun != no_token; ++step) {
    const ActorIndex speaker = speaker_of(r, cast, noun);
    if (speaker != no_actor) return speaker;
    Index verb = r.tree.head(noun);
    while (!r.tree.is_root(verb) && (r.tree.subject(verb) == noun || r.tree.subject(verb) == no_token))
      verb = r.tree.head(verb);
    const Index above = r.tree.subject(verb);
    if (above == noun || above == no_token || !draft.entry || above > draft.cue) return no_actor;
    noun = above;
  }
  return no_actor;
}

void push_unique(std::vector<ActorIndex>& list, ActorIndex actor) {
  if (actor != no_actor && std::find(list.begin(), list.end(), actor) == list.end()) list.push_back(actor);
}

// "the daily reported, citing a guard": the guard speaks, the daily carries.
Index cited_by(const Reader& r, const Draft& draft) {
  if (draft.cue == no_token) return no_token;
  std::vector<Index> places{draft.cue};
  if (draft.speaker != no_token) places.push_back(draft.speaker);
  for (Index place : places) {
    for (Index c : r.tree.all(place, {"advcl", "acl", "xcomp", "relcl", "prep"})) {
      if (!is_one_of(r.tree[c].lemma, {"cite", "quote", "citing", "quoting"}) || in_content(draft, c)) continue;
      if (r.tree[c].tag == "VBN") continue;
      const Index object = r.tree.child(c, {"dobj", "pobj"});
      if (object != no_token) return object;
    }
  }
  return no_token;
}

}  // namespace

void take_people(const Reader& r, Cast& cast, const Draft& draft, Statement& statement) {
  statement.channel = channel_of(r, draft);
  for (Index carrier : draft.carriers) push_unique(statement.via, cast.one_at(carrier));
  Index speaker = draft.speaker;
  if (const Index cited = cited_by(r, draft); cited != no_token && speaker != no_token) {
    push_unique(statement.via, speaker_of(r, cast, speaker));
    speaker = cited;
  }
  if (speaker != no_token) {
    statement.speaker = speaker_or_above(r, cast, draft, speaker);
    if (statement.speaker == no_actor) speaker = draft.speaker;
    statement.speaker_span = r.tree.subtree(speaker);
  }
  if (draft.addressee != no_token && !channel_at(r, draft.addressee)) {
    statement.addressee = cast.one_at(draft.addressee);
    if (is_outlet(r, draft.addressee) && statement.addressee != statement.speaker)
      push_unique(statement.via, statement.addressee);
  }
}

namespace {

// Does the content of j hold nothing but other statements?
bool is_filled(const Reader& r, const std::vector<Draft>& drafts, const std::vector<int>& outer, size_t j) {
  bool any = false;
  for (const Range& range : drafts[j].content) {
    for (Index k = range.begin; k < range.end; ++k) {
      if (is_one_of(r.tree[k].pos, {"PUNCT", "SPACE", "SCONJ", "CCONJ"})) continue;
      bool held = false;
      for (size_t i = 0; i < drafts.size() && !held; ++i) {
        held = outer[i] == static_cast<int>(j) && !drafts[i].phrasal &&
               (in_content(drafts[i], k) || drafts[i].phrase.holds(k));
      }
      if (!held) return false;
      any = true;
    }
  }
  return any;
}

// For each draft the smallest other one whose content holds its cue, or -1.
std::vector<int> holders(const std::vector<Draft>& drafts) {
  const auto size_of = [](const Draft& d) { return d.content.back().end - d.content.front().begin; };
  std::vector<int> outer(drafts.size(), -1);
  for (size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].cue == no_token) continue;
    for (size_t j = 0; j < drafts.size(); ++j) {
      if (i == j || !in_content(drafts[j], drafts[i].cue)) continue;
      if (outer[i] < 0 || size_of(drafts[j]) < size_of(drafts[outer[i]])) outer[i] = static_cast<int>(j);
    }
  }
  return outer;
}

// "He said he believes ...": one speaker, no carrier between; the outer statement stays.
bool repeats_speaker(const std::vector<Statement>& statements, const std::vector<int>& outer, size_t j) {
  for (size_t i = 0; i < statements.size(); ++i) {
    if (outer[i] == static_cast<int>(j) && statements[i].speaker == statements[j].speaker)
      return statements[j].via.empty();
  }
  return false;
}

template <typename Item>
void keep(std::vector<Item>& items, const std::vector<bool>& gone) {
  size_t kept = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    if (gone[i]) continue;
    if (kept != i) items[kept] = std::move(items[i]);
    ++kept;
  }
  items.resize(kept);
}

}  // namespace

void chain_nested(const Reader& r, std::vector<Draft>& drafts, std::vector<Statement>& statements) {
  const size_t n = drafts.size();
  const std::vector<int> outer = holders(drafts);
  std::vector<bool> gone(n, false);
  for (size_t j = 0; j < n; ++j) gone[j] = is_filled(r, drafts, outer, j) && !repeats_speaker(statements, outer, j);
  for (size_t i = 0; i < n; ++i) {
    if (outer[i] < 0 || gone[outer[i]]) continue;
    gone[i] = drafts[i].phrasal || statements[i].speaker == statements[outer[i]].speaker;
  }
  for (size_t i = 0; i < n; ++i) {
    if (outer[i] < 0) continue;
    const Statement& holder = statements[outer[i]];
    std::vector<ActorIndex> chain = holder.via;
    if (holder.speaker != statements[i].speaker) push_unique(chain, holder.speaker);
    for (ActorIndex own : statements[i].via) push_unique(chain, own);
    statements[i].via = chain;
  }
  keep(drafts, gone);
  keep(statements, gone);
}

}  // namespace coranto::note
