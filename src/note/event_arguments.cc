#include "note/event_arguments.h"

#include <algorithm>

namespace coranto::note {

bool is_verb(const Token& token) { return token.pos == "VERB" || token.pos == "AUX"; }
bool is_noun(const Token& token) { return token.pos == "NOUN" || token.pos == "PROPN" || token.pos == "PRON"; }

// "Democrats on Capitol Hill, who": the Democrats.
Index Arguments::person_above(Index relative, Index name) const {
  if (!is_one_of(tree_[relative].lower, {"who", "whom"}) || tree_[name].dep != "pobj") return name;
  if (!is_one_of(tree_[name].entity, {"GPE", "LOC", "FAC", "ORG"})) return name;
  const Index preposition = tree_.head(name);
  const Index above = tree_.head(preposition);
  return tree_.is_root(preposition) || !is_noun(tree_[above]) ? name : above;
}

Index Arguments::antecedent(Index noun) const {
  if (noun == no_token || !is_one_of(tree_[noun].tag, {"WP", "WDT", "WP$"})) {
    if (noun == no_token || tree_[noun].lower != "that" || tree_[noun].pos != "PRON") return noun;
  }
  for (Index i = tree_.head(noun), step = 0; step < 4; ++step, i = tree_.head(i)) {
    if (tree_[i].dep == "relcl" || tree_[i].dep == "acl") return person_above(noun, tree_.head(i));
    if (tree_.is_root(i)) break;
  }
  return noun;
}

bool Arguments::is_passive(Index verb) const {
  if (tree_.is_passive(verb)) return true;
  const bool mistaken = tree_[verb].tag == "VBD" && tree_[verb].dep == "acl";  // "the men, briefly detained"
  if (tree_[verb].tag != "VBN" && !mistaken) return false;
  if (tree_.child(verb, {"aux", "nsubj", "dobj"}) != no_token) return false;
  if (is_one_of(tree_[verb].dep, {"acl", "amod", "advcl"})) return true;
  return tree_[verb].dep == "conj" && is_passive(tree_.head(verb));
}

// "accused X of killing": X; "by killing": the subject.
Index Arguments::gerund_doer(Index verb) const {
  const Index preposition = tree_.head(verb);
  if (tree_.is_root(preposition)) return no_token;
  Index above = tree_.head(preposition);
  while (is_one_of(tree_[above].dep, {"prep", "advmod"}) && !tree_.is_root(above)) above = tree_.head(above);
  if (!is_verb(tree_[above])) return no_token;
  const bool of_the_object = is_one_of(tree_[preposition].lower, {"of", "for", "from", "with", "over"});
  if (of_the_object && sufferer(above) != no_token) return sufferer(above);
  return doer(above);
}

// "called on X to leave", "their plan to attack", "X has vowed to attack", "announced a decision to expel"
Index Arguments::infinitive_doer(Index noun) const {
  const Index above = tree_.head(noun);
  const Index asked_by = tree_[noun].dep == "pobj" ? tree_.head(above) : tree_[noun].dep == "dobj" ? above : no_token;
  if (asked_by != no_token && classes_.contains("called_on", tree_[asked_by].lemma)) return noun;
  const Index owner = tree_.child(noun, {"poss"});
  if (owner != no_token) return owner;
  const Index verb = tree_.head(noun);
  return is_verb(tree_[verb]) && verb != noun ? doer(verb) : no_token;
}

// "called on X to leave": X
Index Arguments::asked_through_preposition(Index verb, Index infinitive) const {
  const bool to =
      tree_[infinitive].tag == "VB" || (is_passive(infinitive) && tree_.child(infinitive, {"aux"}) != no_token);
  if (!to || !classes_.contains("called_on", tree_[verb].lemma)) return no_token;
  for (std::string_view preposition : {"on", "upon", "to", "for", "with"}) {
    const Index asked = tree_.object_of(verb, preposition);
    if (asked != no_token && asked < infinitive && is_noun(tree_[asked])) return asked;
  }
  return no_token;
}

Index Arguments::doer(Index verb) const {
  if (is_passive(verb)) {
    const Index agent = tree_.by_agent(verb);
    if (agent != no_token) return agent;
    const Index by = tree_.object_of(verb, "by");
    return by != no_token && is_noun(tree_[by]) ? by : no_token;
  }
  const Index own = tree_.child(verb, {"nsubj"});
  if (own != no_token) return before_party_tag(tree_, antecedent(own));
  const std::string_view dep = tree_[verb].dep;
  const Index above = tree_.head(verb);
  if (tree_.is_root(verb)) return no_token;
  if (dep == "pcomp") return gerund_doer(verb);
  if (dep == "conj")
    return is_verb(tree_[above]) && !is_passive(above) ? doer(above)
           : is_verb(tree_[above])                     ? sufferer(above)
                                                       : no_token;
  if (dep == "acl" || dep == "relcl") return tree_[verb].tag == "VB" ? infinitive_doer(above) : above;
  if (dep == "xcomp" && is_verb(tree_[above])) {
    const Index controller = tree_.child(above, {"dobj"});
    if (controller != no_token && controller < verb && tree_[verb].tag == "VB") return controller;
    const Index asked = asked_through_preposition(above, verb);
    if (asked != no_token) return asked;
    return is_passive(above) ? sufferer(above) : doer(above);
  }
  if (dep == "xcomp" || dep == "advcl" || dep == "ccomp") {
    if (is_verb(tree_[above])) return is_passive(above) ? sufferer(above) : doer(above);
    const Index subject = tree_.subject(verb);
    return antecedent(subject);
  }
  return no_token;
}

// "found X guilty", "called the move a farce": the predicate that has the object as its subject.
Index Arguments::small_clause(Index verb) const {
  for (Index c : tree_.all(verb, {"ccomp", "xcomp", "oprd"})) {
    if (is_verb(tree_[c]) || tree_.child(c, {"nsubj"}) == no_token) continue;
    if (tree_.child(c, {"aux", "mark", "cop"}) == no_token) return c;
  }
  return no_token;
}

// "attacked and killed X"
Index Arguments::shared_object(Index verb) const {
  for (Index c : tree_.all(verb, {"conj"})) {
    if (tree_.child(c, {"nsubj"}) == no_token && c - verb <= 3) return tree_.child(c, {"dobj"});
  }
  return no_token;
}

Index Arguments::doer_above(Index trigger) const {
  Index i = trigger;
  for (int step = 0; step < 5 && !tree_.is_root(i); ++step) {
    const bool inside = is_one_of(tree_[i].dep, {"pobj", "dobj", "prep", "pcomp", "xcomp", "conj", "acl"});
    if (!inside || (tree_[i].dep == "acl" && tree_[i].tag != "VB")) return no_token;
    i = tree_.head(i);
    if (is_verb(tree_[i])) return is_passive(i) ? no_token : doer(i);
  }
  return no_token;
}

Index Arguments::sufferer(Index verb) const {
  if (is_passive(verb)) {
    const Index own = tree_.child(verb, {"nsubjpass", "nsubj"});
    if (own != no_token) return antecedent(own);
    if (tree_[verb].dep == "acl" || tree_[verb].dep == "amod" || tree_[verb].dep == "relcl") return tree_.head(verb);
    if (tree_.is_root(verb)) return no_token;
    const Index above = tree_.head(verb);
    if (tree_[verb].dep == "conj" && is_verb(tree_[above])) return is_passive(above) ? sufferer(above) : doer(above);
    if (is_one_of(tree_[verb].dep, {"xcomp", "advcl", "ccomp"}) && is_verb(tree_[above])) {
      const Index asked = asked_through_preposition(above, verb);
      if (asked != no_token) return asked;
      return is_passive(above) ? sufferer(above) : doer(above);
    }
    if (tree_[verb].dep == "pcomp") return gerund_doer(verb);
    return no_token;
  }
  const Index own = tree_.child(verb, {"dobj"});
  if (own != no_token) return antecedent(own);
  const Index shared = shared_object(verb);
  if (shared != no_token) return shared;
  const Index small = small_clause(verb);
  if (small != no_token) return antecedent(tree_.child(small, {"nsubj"}));
  const Index recipient = tree_.child(verb, {"dative"});
  if (recipient != no_token && is_noun(tree_[recipient])) return recipient;
  if (tree_[verb].dep == "relcl" && tree_.child(verb, {"nsubj"}) != no_token &&
      antecedent(tree_.child(verb, {"nsubj"})) == tree_.child(verb, {"nsubj"})) {
    return tree_.head(verb);
  }
  return no_token;
}

Index Arguments::light_verb(Index noun) const {
  Index i = tree_.first_conjunct(noun);
  for (int step = 0; step < 3 && !tree_.is_root(i); ++step) {
    const std::string_view dep = tree_[i].dep;
    Index above = tree_.head(i);
    if (dep == "pobj" && tree_[above].lower == "of" && !tree_.is_root(above) &&
        classes_.contains("quantity", tree_[tree_.head(above)].lemma)) {
      i = tree_.head(above);
      continue;
    }
    if (dep == "pobj" && is_one_of(tree_[above].lower, {"out", "in", "on"}) && !tree_.is_root(above)) {
      above = tree_.head(above);
      if (tree_[above].dep == "prep") above = tree_.head(above);
      return classes_.contains("light_in", tree_[above].lemma) ? above : no_token;
    }
    if (is_one_of(dep, {"dobj", "nsubjpass"}) && classes_.contains("light", tree_[above].lemma)) return above;
    if (is_one_of(dep, {"acl", "relcl"})) return no_token;
    for (Index c : tree_.all(i, {"acl", "relcl"})) {
      if (classes_.contains("light", tree_[c].lemma) && sufferer(c) == i) return c;
    }
    return no_token;
  }
  return no_token;
}

Index Arguments::attending_verb(Index talks) const {
  const Index noun = tree_.first_conjunct(talks);
  const Index preposition = tree_.head(noun);
  if (tree_[noun].dep != "pobj" || tree_.is_root(preposition)) return no_token;
  if (!is_one_of(tree_[preposition].lower, {"in", "during", "at", "after", "following", "before"})) return no_token;
  Index above = tree_.head(preposition);
  if (is_noun(tree_[above]) && is_one_of(tree_[above].dep, {"dobj"})) above = tree_.head(above);
  return is_verb(tree_[above]) && !is_passive(above) ? above : no_token;
}

// "clause": the verb of the clause itself; "clause-subj", "clause-obj", "clause-with": what stands in that clause.
void Arguments::add_clause(Index verb, std::string_view slot, std::vector<Index>& found) const {
  Index i = verb;
  if (slot == "clause-subj") {
    i = doer(verb);
    if (i == no_token && !is_passive(verb)) i = sufferer(verb);  // not who is "to be freed"
    if (i != no_token && !tree_.dominates(verb, i)) i = no_token;
  } else if (slot == "clause-obj") {
    i = sufferer(verb);
    const Index owner = i == no_token ? no_token : tree_.child(i, {"poss"});
    if (owner != no_token && tree_[owner].tag == "PRP$") i = no_token;  // "to pull back their fighters"
  } else if (slot == "clause-with") {
    i = tree_.object_of(verb, "with");
  }
  if (i != no_token) found.push_back(i);
}

std::vector<Index> Arguments::at(Index trigger, std::string_view slot, const std::vector<Index>& words) const {
  std::vector<Index> found;
  const auto add = [&](Index i) {
    if (i != no_token && i != trigger && std::find(words.begin(), words.end(), i) == words.end()) {
      found.push_back(antecedent(i));
    }
  };
  if (slot == "subj") {
    if (is_verb(tree_[trigger])) {
      add(doer(trigger));
    } else if (const Index above = tree_.head(trigger); is_verb(tree_[above])) {
      add(tree_.child(above, {"nsubj"}) == no_token ? doer(above) : antecedent(tree_.child(above, {"nsubj"})));
    }
  } else if (slot == "obj") {
    add(sufferer(trigger));
    if (found.empty()) add(tree_.child(trigger, {"dative"}));
  } else if (slot == "iobj") {
    const Index dative = tree_.child(trigger, {"dative"});
    if (dative != no_token) add(is_noun(tree_[dative]) ? dative : tree_.child(dative, {"pobj"}));
  } else if (slot == "poss") {
    add(tree_.child(trigger, {"poss"}));
  } else if (slot == "mod") {
    for (Index c : tree_.all(trigger, {"compound", "amod", "nmod"})) add(c);
  } else if (slot == "light") {
    const Index light = light_verb(trigger);
    if (light != no_token) add(doer(light));
  } else if (slot == "neg" || slot == "aux") {
    for (Index c : tree_.all(trigger, {slot})) found.push_back(c);
  } else if (slot == "words") {
    std::copy_if(words.begin(), words.end(), std::back_inserter(found), [&](Index w) { return is_noun(tree_[w]); });
  } else if (slot == "conj") {
    const Index first = tree_.first_conjunct(trigger);
    if (first != trigger) found.push_back(first);
  } else if (slot == "oprd") {
    add(tree_.child(trigger, {"oprd", "acomp", "attr"}));
    if (found.empty()) add(small_clause(trigger));
  } else if (slot.starts_with("clause")) {
    for (Index c : tree_.all(trigger, {"ccomp", "xcomp", "acl", "advcl"})) {
      const Index mark = tree_.child(c, {"mark"});
      const bool asked = mark != no_token && tree_[mark].lower == "for" && (tree_[c].tag == "VB" || is_passive(c));
      if (tree_[c].dep != "advcl" || asked) add_clause(c, slot, found);  // "called for him to leave"
    }
  } else {
    std::vector<Index> governors{trigger};
    governors.insert(governors.end(), words.begin(), words.end());
    if (is_verb(tree_[trigger])) {
      if (const Index object = tree_.child(trigger, {"dobj"}); object != no_token) governors.push_back(object);
    } else if (const Index light = light_verb(trigger); light != no_token) {
      governors.push_back(light);
    }
    for (Index g : governors) add(tree_.object_of(g, slot));
    if (found.empty() && slot == "by" && !is_verb(tree_[trigger])) {  // "invasion of X by Y"
      const Index whom = tree_.object_of(trigger, "of");
      if (whom != no_token) add(tree_.object_of(whom, slot));
    }
    if (found.empty() && !is_verb(tree_[trigger]) && is_one_of(slot, {"on", "against"})) {  // "an attack by X on Y"
      for (std::string_view side : {"by", "of", "from"}) {
        const Index doer = tree_.object_of(trigger, side);
        if (doer != no_token) add(tree_.object_of(doer, slot));
      }
    }
    if (found.empty() && slot == "against") {  // "an inquiry into a claim against X"
      for (Index g : governors) {
        for (Index p : tree_.all(g, {"prep"})) {
          const Index thing = tree_.child(p, {"pobj"});
          if (thing != no_token) add(tree_.object_of(thing, slot));
        }
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace coranto::note
