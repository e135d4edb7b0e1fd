#include "note/factuality.h"

#include <algorithm>

#include "note/embedding_rows.h"

namespace coranto::note {
namespace {

constexpr int deepest = 40;

bool is_verb(const Token& token) { return token.pos == "VERB" || token.pos == "AUX"; }

// Between its columns, by how sure the word itself is.
double degree(const Embedding& row, double sure) {
  const double share = (sure + 3) / 6;
  return share * row.affirmed + (1 - share) * row.negated;
}

// Of a word within its context: between the weaker of both and their product, for doubts partly are the same doubt.
double composed(double own, double context) {
  const double product = own * context / 3;
  return own > 0 && context > 0 ? (product + std::min(own, context)) / 2 : product;
}

class Walk {
 public:
  Walk(const Tree& tree, const EmbeddingTable::Rows& rows) : tree_(tree), rows_(rows) {}

  Factuality of(Index act, int depth = 0) const {
    Factuality out = own(act);
    if (depth == deepest) return out;
    const Factuality context = context_of(act, depth);
    out.sure = composed(out.sure, context.sure);
    out.open |= context.open;
    return out;
  }

 private:
  // Auxiliaries, adverbs and negations of the word's own clause or noun phrase.
  Factuality own(Index i) const {
    Factuality out;
    bool negative = false;
    weigh_children(i, out, negative);
    const bool predicate =
        is_one_of(tree_[i].dep, {"acomp", "attr", "oprd"});  // "is not ready": the copula's are its own
    if (predicate && !tree_.is_root(i)) weigh_children(tree_.head(i), out, negative);
    if (shares_auxiliaries(i)) weigh_auxiliaries(tree_.head(i), out, negative);
    if (negative) out.sure = out.sure == 3 ? -2.2 : out.sure;
    return out;
  }

  void weigh_children(Index i, Factuality& out, bool& negative) const {
    for (Index c : tree_.children(i)) {
      const Token& token = tree_[c];
      const bool no = token.dep == "det" && is_one_of(token.lower, {"no", "neither"});
      const bool nobody =
          is_one_of(token.dep, {"nsubj", "nsubjpass"}) && is_one_of(token.lower, {"nobody", "none", "nothing"});
      if (token.dep == "neg" || no || nobody || lacks(c)) negative = !negative;
    }
    weigh_auxiliaries(i, out, negative);
    for (Index c : tree_.children(i)) {
      if (!is_one_of(tree_[c].dep, {"advmod", "npadvmod", "amod"})) continue;
      if (const Embedding* row = rows_.find("adverb", tree_[c].lower)) out.sure *= row->affirmed / 3;
      if (tree_[c].dep != "amod") continue;
      const Embedding* row = rows_.find("adjective", tree_[c].lemma, "to");
      if (row && row->open) out.sure *= row->affirmed / 3, out.open = true;  // "a likely attack"
    }
  }

  // "no one", "no official": the subject with "no" denies its verb.
  bool lacks(Index c) const {
    if (!is_one_of(tree_[c].dep, {"nsubj", "nsubjpass"})) return false;
    const Index det = tree_.child(c, {"det"});
    return det != no_token && tree_[det].lower == "no";
  }

  void weigh_auxiliaries(Index i, Factuality& out, bool negative) const {
    if (!is_verb(tree_[i]) && tree_.child(i, {"aux"}) == no_token) return;
    for (Index c : tree_.all(i, {"aux"})) {
      const Embedding* row = rows_.find("auxiliary", tree_[c].lower);
      if (!row) continue;
      out.sure = out.sure / 3 * (negative ? row->negated : row->affirmed);
      out.open = true;
    }
  }

  // "will attack and destroy"
  bool shares_auxiliaries(Index i) const {
    return tree_[i].dep == "conj" && is_one_of(tree_[i].tag, {"VB", "VBN"}) &&
           tree_.child(i, {"aux", "nsubj", "nsubjpass"}) == no_token && is_verb(tree_[tree_.head(i)]);
  }

  // +3 where nothing above weakens the word.
  Factuality context_of(Index i, int depth) const {
    if (tree_.is_root(i)) return as_sentence(i);
    const Index above = tree_.head(i);
    const std::string_view dep = tree_[i].dep;
    if (dep == "conj") return depth == deepest ? Factuality{} : context_of_first(above, depth + 1);
    if (is_one_of(dep, {"acomp", "attr", "oprd"}) && tree_[above].lemma == "be") return context_of(above, depth + 1);
    if (dep == "advcl") return adverbial(i, above, depth);
    if (dep == "relcl" || dep == "acl") return at_noun(i, above, depth);
    if (is_one_of(dep, {"pobj", "pcomp"})) return after_preposition(i, above, depth);
    if (is_one_of(dep, {"ccomp", "xcomp", "csubj", "csubjpass", "oprd"})) return embedded(i, above, depth);
    if (is_one_of(dep, {"dobj", "nsubjpass", "attr"})) return as_object(i, above, depth);
    if (dep == "nsubj") return as_subject(i, above, depth);
    if (dep == "compound" || dep == "nmod") return as_modifier(above, depth);
    if (dep == "amod") return {2.8, false};
    return {};
  }

  Factuality context_of_first(Index first, int depth) const {
    return depth >= deepest ? Factuality{} : context_of(first, depth);
  }

  // A question asserts nothing, a command neither.
  Factuality as_sentence(Index i) const {
    const size_t number = tree_.sentence_of(i);
    Index last = tree_.sentence_end(number);
    while (last > i && (tree_[last - 1].is_space || is_one_of(tree_[last - 1].text, {"\"", "''", "”", "'", ")"})))
      --last;
    if (tree_[last - 1].text == "?") return {0.5, false};
    const bool bare = tree_[i].tag == "VB" && tree_.child(i, {"aux", "nsubj", "nsubjpass", "expl"}) == no_token;
    if (bare) return {0.6, true};
    return {};
  }

  std::string_view link_of(Index verb) const {
    bool to = false;
    for (Index c : tree_.children(verb)) {
      const Token& token = tree_[c];
      if (c > verb) break;
      if (token.dep == "aux" && token.lower == "to") to = true;
      if (token.dep == "mark" && is_one_of(token.lower, {"whether", "if"})) return "whether";
      if (is_one_of(token.lower, {"how", "why", "when", "where", "what", "who", "which"}) && !to) return "how";
    }
    const bool subject = tree_.child(verb, {"nsubj", "nsubjpass"}) != no_token;
    if (to) return subject ? "other-to" : "to";
    if (tree_[verb].tag == "VBG" && tree_.child(verb, {"aux"}) == no_token) return "gerund";
    if (tree_[verb].tag == "VB" && tree_.child(verb, {"aux"}) == no_token) return subject ? "other-to" : "to";
    return "that";
  }

  const Embedding* find(Index governor, std::string_view link) const {
    const Token& token = tree_[governor];
    const std::string_view kind = is_verb(token) ? "verb" : token.pos == "ADJ" ? "adjective" : "noun";
    for (std::string_view k : {kind, std::string_view("verb"), std::string_view("adjective")}) {
      if (const Embedding* row = rows_.find(k, token.lemma, link)) return row;
      if (link == "other-to") {
        if (const Embedding* row = rows_.find(k, token.lemma, "to")) return row;
      }
      if (link == "how" || link == "whether") {
        if (const Embedding* row = rows_.find(k, token.lemma, "that"); row && link == "how") return row;
      }
      if (token.pos == "NOUN" || token.pos == "PROPN") break;
    }
    return nullptr;
  }

  Factuality by_row(const Embedding& row, Index governor, int depth) const {
    const Factuality above = of(governor, depth + 1);
    return {degree(row, above.sure), row.open || (above.open && !row.fact)};
  }

  // Without a row: `usual` where the governor is so, next to nothing where it is not.
  Factuality by_default(double usual, Index governor, int depth, bool open) const {
    const Factuality above = of(governor, depth + 1);
    return {above.sure > 0 ? usual * (0.4 + 0.2 * above.sure) : -0.3 * usual, open || above.open};
  }

  Factuality embedded(Index i, Index above, int depth) const {
    const std::string_view link = link_of(i);
    if (tree_[above].lemma == "be") {  // "it is likely that", "the plan is to"
      const Index complement = tree_.child(above, {"acomp", "attr"});
      const Embedding* row = complement == no_token || complement == i ? nullptr : find(complement, link);
      if (row) return by_row(*row, complement, depth);
      const Index subject = tree_.child(above, {"nsubj"});
      if (subject != no_token && !row) row = find(subject, link);
      if (row) return by_row(*row, above, depth);
      return link == "to" ? Factuality{1.5, true} : Factuality{2.6, false};
    }
    if (tree_[above].lemma == "go" && tree_[above].tag == "VBG" && link == "to")
      return by_default(2, above, depth, true);
    if (tree_[above].lemma == "have" && link == "to") return by_default(1.2, above, depth, true);
    if (const Embedding* row = find(above, link)) return by_row(*row, above, depth);
    if (link == "to" || link == "other-to") return by_default(1.6, above, depth, true);
    if (link == "whether") return {0.3, false};
    return by_default(link == "gerund" ? 2.5 : 2.8, above, depth, false);
  }

  Factuality adverbial(Index i, Index above, int depth) const {
    for (Index c : tree_.children(i)) {
      if (c > i || !is_one_of(tree_[c].dep, {"mark", "advmod"})) continue;
      if (const Embedding* row = rows_.find("mark", tree_[c].lower)) return {row->affirmed, row->open};
    }
    const std::string_view link = link_of(i);
    if (link == "to" || link == "other-to") {
      if (const Embedding* row = find(above, link); row && row->open) return by_row(*row, above, depth);
      return by_default(1.9, above, depth, true);
    }
    if (link == "gerund") {
      const Factuality served = of(above, depth + 1);
      return {std::max(1.0, served.sure), served.open};
    }
    return {};
  }

  Factuality at_noun(Index i, Index noun, int depth) const {
    const std::string_view link = link_of(i);
    const bool relative = tree_[i].dep == "relcl";
    if (link == "to" || link == "other-to") {
      if (const Embedding* row = find(noun, "to")) return by_row(*row, noun, depth);
      return {1.6, true};
    }
    if (relative || link == "how") return {};
    const Index mark = tree_.child(i, {"mark"});
    if (mark == no_token) return {2.8, false};
    if (const Embedding* row = find(noun, "that")) return by_row(*row, noun, depth);
    return {2.3, false};
  }

  Factuality after_preposition(Index i, Index preposition, int depth) const {
    if (tree_.is_root(preposition)) return {};
    const Index governor = tree_.head(preposition);
    const std::string_view word = tree_[preposition].lower;
    const Embedding* own_row = rows_.find("preposition", word);
    if (own_row && own_row->affirmed < 0) return {own_row->affirmed, false};
    if (const Embedding* row = find(governor, word)) return by_row(*row, governor, depth);
    const bool gerund = tree_[i].tag == "VBG" && tree_[i].dep == "pcomp";
    if (!gerund) return is_definite(i) || !is_verb(tree_[governor]) ? Factuality{2.8, false} : as_part(governor, depth);
    if (own_row) return {own_row->affirmed, own_row->open};
    return {2, false};
  }

  bool is_definite(Index noun) const {
    const Index det = tree_.child(noun, {"det", "poss"});
    return det != no_token && !is_one_of(tree_[det].lower, {"a", "an", "any", "some", "another"});
  }

  Factuality as_object(Index i, Index above, int depth) const {
    const Embedding* row = find(above, "object");
    if (is_definite(i) && row && row->affirmed < 0) return {0.8, false};  // "blocked the sale": there may have been one
    if (row) return by_row(*row, above, depth);
    return is_definite(i) ? Factuality{2.8, false} : as_part(above, depth);
  }

  // "takeover bid", "evacuation plans"
  Factuality as_modifier(Index noun, int depth) const {
    const Embedding* row = rows_.find("noun", tree_[noun].lemma, "to");
    return row && row->open ? by_row(*row, noun, depth) : Factuality{2.4, false};
  }

  Factuality as_subject(Index i, Index above, int depth) const {
    if (const Embedding* row = find(above, "subject")) return by_row(*row, above, depth);
    return is_definite(i) ? Factuality{2.8, false} : as_part(above, depth);
  }

  // An act named for the first time within another is little surer than that one.
  Factuality as_part(Index above, int depth) const {
    const Factuality governor = of(above, depth + 1);
    return {governor.sure > 0 ? 1.8 + 0.4 * governor.sure : -1, governor.open};
  }

  const Tree& tree_;
  const EmbeddingTable::Rows& rows_;
};

}  // namespace

double happened(const Factuality& factuality) { return factuality.open ? -1.5 : factuality.sure; }

Factuality EmbeddingTable::factuality(const Tree& tree, Index act) const { return Walk(tree, *rows_).of(act); }

}  // namespace coranto::note
