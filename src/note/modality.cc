#include "note/modality.h"

#include <algorithm>

#include "note/modality_operators.h"

namespace coranto::note {
namespace {

bool is_clause(std::string_view dep) { return is_one_of(dep, {"ccomp", "xcomp", "csubj", "csubjpass", "acl", "oprd"}); }
bool is_object(std::string_view dep) { return is_one_of(dep, {"dobj", "nsubjpass", "attr"}); }

bool is_verb(const Token& token) { return token.pos == "VERB" || token.pos == "AUX"; }

// Walks from the act to the root and gathers what the operators say.
class Climb {
 public:
  Climb(const Tree& tree, const ModalityTable::Operators& operators) : tree_(tree), operators_(operators) {}

  Standing from(Index act, Index light) {
    own(act);
    if (is_command(act)) apply({Modality::urged, false, {}});
    if (light != no_token && light != act) {
      if (const Effect* effect = operators_.find("embeds", tree_[light].lemma, "object")) apply(*effect, light);
      const bool known = tree_[act].dep == "pobj" && tree_.child(act, {"poss"}) != no_token;
      if (!known) own(light);  // "did not come up in his talks with X": the talks were held
      act = light;
    }
    for (int step = 0; step < 12 && !tree_.is_root(act); ++step) {
      const Index next = up(act);
      if (next == no_token) break;
      act = next;
    }
    return standing_;
  }

 private:
  void apply(const Effect& effect, Index governor = no_token) {
    if (effect.modality && standing_.modality == Modality::happened) standing_.modality = *effect.modality;
    if (effect.negates) standing_.negative = !standing_.negative;
    if (governor != no_token && standing_.governor == no_token) standing_.governor = governor;
  }

  // Operators within the word's own clause or noun phrase.
  void own(Index i) {
    for (Index c : tree_.children(i)) {
      const Token& token = tree_[c];
      const Effect* effect = nullptr;
      if (token.dep == "aux" && is_verb(tree_[i])) {
        effect = auxiliary(i, token);
      } else if (token.dep == "neg" || (token.dep == "det" && token.lower == "no")) {
        if (!rhetorical(i)) standing_.negative = !standing_.negative;
      } else if ((token.dep == "nsubj" || token.dep == "nsubjpass") &&
                 is_one_of(token.lower, {"nobody", "none", "nothing"})) {
        standing_.negative = !standing_.negative;
      } else if (token.dep == "amod" || token.dep == "compound") {
        effect = operators_.find("adjective", token.lower);
      } else if (token.dep == "advmod" || token.dep == "npadvmod") {
        effect = operators_.find("adverb", token.lower);
      } else if (token.dep == "mark") {
        effect = weighed(i) ? nullptr : operators_.find("mark", token.lower);
      }
      if (effect != nullptr) apply(*effect);
    }
    if (is_inverted(i)) standing_.modality = Modality::hypothetical;
    if (has_condition(i) && standing_.modality != Modality::happened && standing_.modality != Modality::possible)
      standing_.modality = Modality::hypothetical;
  }

  // "Should X attack, ...", "Had X accepted, ...": a condition without "if".
  bool is_inverted(Index verb) const {
    if (tree_[verb].dep != "advcl") return false;
    const Index aux = tree_.child(verb, {"aux"}), subject = tree_.child(verb, {"nsubj", "nsubjpass"});
    return aux != no_token && subject != no_token && aux < subject &&
           is_one_of(tree_[aux].lower, {"should", "had", "were"});
  }

  // "considers whether to attack": the verb above says more than "whether".
  bool weighed(Index i) const {
    if (tree_.is_root(i)) return false;
    const Effect* effect = operators_.find("embeds", tree_[tree_.head(i)].lemma, "that");
    return effect != nullptr && effect->modality && *effect->modality != Modality::hypothetical;
  }

  // "Stop the war": the bare verb that heads a sentence.
  bool is_command(Index verb) const {
    if (tree_[verb].tag != "VB" || !tree_.is_root(tree_.first_conjunct(verb))) return false;
    return tree_.child(tree_.first_conjunct(verb), {"aux", "nsubj", "nsubjpass", "expl"}) == no_token &&
           tree_.child(verb, {"aux", "nsubj", "nsubjpass"}) == no_token;
  }

  // "not only attacked"
  bool rhetorical(Index i) const {
    const Index only = tree_.child(i, {"advmod", "preconj"});
    return only != no_token && is_one_of(tree_[only].lower, {"only", "just", "merely"});
  }

  const Effect* auxiliary(Index verb, const Token& aux) const {
    if (tree_.child(verb, {"aux"}) == no_token) return nullptr;
    return operators_.find("aux", aux.lower);
  }

  bool note_condition(Index clause) {
    standing_.condition = clause;
    return true;
  }

  // "would attack if ...": the clause of the condition hangs on the verb.
  bool has_condition(Index verb) {
    for (Index c : tree_.all(verb, {"advcl"})) {
      const Index mark = tree_.child(c, {"mark", "advmod"});
      if (mark != no_token && is_one_of(tree_[mark].lower, {"if", "unless"})) return note_condition(c);
      const Index aux = tree_.child(c, {"aux"});  // "Should X fail, ..."
      const Index subject = tree_.child(c, {"nsubj", "nsubjpass"});
      if (aux == no_token || subject == no_token || aux > subject) continue;
      if (is_one_of(tree_[aux].lower, {"should", "had", "were"})) return note_condition(c);
    }
    return false;
  }

  // One step; no_token where what stands above says nothing of the act any more.
  Index up(Index i) {
    const std::string_view dep = tree_[i].dep;
    const Index above = tree_.head(i);
    if (dep == "conj") return shared(i, above);
    if (dep == "advcl") return adverbial(i);
    if (dep == "relcl" || dep == "parataxis") return no_token;
    if (dep == "pobj" || dep == "pcomp") return by_preposition(above);
    if (is_clause(dep)) return embedded(i, above, clause_link(i));
    if (is_object(dep)) return embedded(i, above, "object");
    if (dep == "nsubj") return as_subject(above);
    if (dep == "amod" || dep == "compound" || dep == "nmod") return no_token;
    return no_token;
  }

  // "to": infinitive; "other-to": one with a subject of its own; "that": finite clause or gerund.
  std::string_view clause_link(Index verb) const {
    const auto auxiliaries = tree_.all(verb, {"aux"});
    const bool bare = tree_[verb].tag == "VB" || tree_.child(verb, {"auxpass"}) != no_token;
    const bool to =
        bare && std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](Index a) { return tree_[a].lower == "to"; });
    if (!to) return "that";
    return tree_.child(verb, {"nsubj", "nsubjpass"}) == no_token ? "to" : "other-to";
  }

  // What is told in the past is no plan or wish any more ("announced that they had been freed").
  bool is_past(Index verb) const {
    if (tree_[verb].tag == "VBD") return true;
    const auto auxiliaries = tree_.all(verb, {"aux", "auxpass"});
    return std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](Index a) {
      return is_one_of(tree_[a].lower, {"had", "has", "have", "was", "were"});
    });
  }

  Index embedded(Index i, Index above, std::string_view link) {
    if (const Effect* effect = operators_.find("embeds", tree_[above].lemma, link)) {
      if (is_verb(tree_[i]) && is_past(i) && effect->modality && *effect->modality != Modality::unclear) {
        standing_.governor = standing_.governor == no_token ? above : standing_.governor;
      } else {
        apply(*effect, above);
      }
      own(above);
      return above;
    }
    if (operators_.find("carries", tree_[above].lemma, link) != nullptr) {
      own(above);
      return above;
    }
    if (tree_[i].dep == "acl" && link == "to") return infinitive_at_noun(above);
    if (tree_[i].dep == "xcomp" && link != "that") return copular(above);
    return no_token;
  }

  // "issued an order this week to strike": the verb's object decides, wherever the infinitive hangs.
  const Effect* of_object(Index verb, Index infinitive) const {
    const Index object = tree_.child(verb, {"dobj"});
    if (object == no_token || object > infinitive) return nullptr;
    return operators_.find("embeds", tree_[object].lemma, "to");
  }

  // "called on both armies to hold fire": the infinitive hangs on the noun, but the verb decides.
  Index infinitive_at_noun(Index noun) {
    Index governor = tree_.head(noun);
    if (tree_[noun].dep == "pobj" && !tree_.is_root(governor)) governor = tree_.head(governor);
    if (const Effect* effect = operators_.find("embeds", tree_[governor].lemma, "to");
        effect != nullptr && governor != noun) {
      apply(*effect, governor);
      own(governor);
      return governor;
    }
    const Effect* effect = of_object(governor, noun + 1);
    apply(effect != nullptr ? *effect : Effect{Modality::planned, false, {}});
    return no_token;
  }

  // "is to meet", "is likely to meet"
  Index copular(Index above) {
    if (tree_[above].lemma == "be") apply({Modality::planned, false, {}}, above);
    return no_token;
  }

  Index by_preposition(Index preposition) {
    if (tree_.is_root(preposition)) return no_token;
    const Index governor = tree_.head(preposition);
    const std::string_view word = tree_[preposition].lower;
    if (const Effect* effect = operators_.find("embeds", tree_[governor].lemma, word)) {
      apply(*effect, governor);
      own(governor);
      return governor;
    }
    if (operators_.find("carries", tree_[governor].lemma, word) != nullptr) {
      own(governor);
      return governor;
    }
    if (word == "without") standing_.negative = !standing_.negative;
    return no_token;
  }

  Index as_subject(Index above) {
    if (operators_.find("carries", tree_[above].lemma, "subject") == nullptr) {
      const Index complement = tree_.child(above, {"acomp", "attr", "xcomp"});
      if (tree_[above].lemma != "be" || complement == no_token) return no_token;
      if (const Effect* effect = operators_.find("adjective", tree_[complement].lower)) apply(*effect);
      return no_token;
    }
    own(above);
    return above;
  }

  // "urged them to work together to save lives": the purpose stands as what it serves does; "called on them to go".
  Index adverbial(Index i) {
    if (clause_link(i) == "to" && !tree_.is_root(i)) {
      const Index above = tree_.head(i);
      const Effect* effect = operators_.find("embeds", tree_[above].lemma, "to");
      if (effect != nullptr && effect->modality) {
        apply(*effect, above);
        own(above);
        return above;
      }
      const Standing served = Climb(tree_, operators_).from(above, no_token);
      if (served.modality != Modality::happened && served.modality != Modality::planned) {
        apply({served.modality, false, {}}, served.governor);
        return no_token;
      }
    }
    const Index mark = tree_.child(i, {"mark"});
    if (clause_link(i) == "other-to" && mark != no_token && tree_[mark].lower == "for") {  // "called for X to be freed"
      const Index above = tree_.head(i);
      const Effect* effect = operators_.find("embeds", tree_[above].lemma, "to");
      const bool asks = is_one_of(tree_[above].lemma, {"call", "ask", "appeal", "plead", "press", "push", "beg"});
      if (asks && effect != nullptr) return apply(*effect, above), own(above), no_token;
    }
    if (tree_[i].tag != "VB" || tree_.child(i, {"aux"}) == no_token) return no_token;
    const Effect* effect = of_object(tree_.head(i), i);
    apply(effect != nullptr ? *effect : Effect{Modality::planned, false, {}});
    return no_token;
  }

  // "will attack and destroy": the second verb shares what stands before the first.
  Index shared(Index i, Index above) {
    const bool own_subject = tree_.child(i, {"nsubj", "nsubjpass"}) != no_token;
    if (own_subject && tree_[above].tag == "VB") return no_token;
    if (own_subject || tree_.child(i, {"aux"}) != no_token) return above;
    for (Index c : tree_.children(above)) {
      if (tree_[c].dep != "aux" || tree_[i].tag != "VB") continue;
      if (const Effect* effect = auxiliary(above, tree_[c])) apply(*effect);
    }
    return above;
  }

  const Tree& tree_;
  const ModalityTable::Operators& operators_;
  Standing standing_;
};

}  // namespace

Standing ModalityTable::standing(const Tree& tree, Index act, Index light) const {
  return Climb(tree, *operators_).from(act, light);
}

}  // namespace coranto::note
