#include "note/event_gate.h"

namespace coranto::note {
namespace {

constexpr int sport_sentence = 4;        // points that make a sentence one of sport
constexpr int sport_sentence_force = 3;  // the same for words of force, which sport likes to borrow
constexpr int sport_neighbourhood = 7;   // points of the sentence with its neighbours
constexpr double sport_density = 0.035;  // points a word that make a report one of sport

// "4-0", "2:1"
bool is_score(std::string_view word) {
  const size_t dash = word.find_first_of("-–:");
  if (dash == 0 || dash > 2 || dash == std::string_view::npos || word.size() > 7) return false;
  const bool digits = word.find_first_not_of("0123456789-–") == std::string_view::npos;
  return digits && word.back() >= '0' && word.back() <= '9';
}

}  // namespace

EventGate::EventGate(const Tree& tree, const WordClasses& classes) : tree_(tree), classes_(classes) {
  const size_t sentences = tree.document().sentences.size();
  sentences_.resize(sentences);
  int points = 0;
  for (size_t s = 0; s < sentences; ++s) {
    count(s, sentences_[s]);
    points += sentences_[s].sport;
  }
  sport_report_ = points >= 8 && points >= sport_density * static_cast<double>(tree.size());
}

void EventGate::count(size_t sentence, Tally& tally) const {
  for (Index i = tree_.sentence_begin(sentence); i < tree_.sentence_end(sentence); ++i) {
    const Token& token = tree_[i];
    if (is_score(token.lower)) tally.sport += 3;
    if (token.pos != "NOUN" && token.pos != "PROPN" && token.pos != "ADJ") continue;
    if (classes_.contains("sport_strong", token.lemma) || classes_.contains("sport_strong", token.lower))
      tally.sport += 3;
    if (classes_.contains("sport_weak", token.lemma)) tally.sport += 1;
    if (classes_.contains("fiction", token.lemma)) tally.fiction += 1;
  }
}

bool EventGate::is_sport(size_t sentence, bool force) const {
  if (sport_report_) return true;
  if (sentences_[sentence].sport >= (force ? sport_sentence_force : sport_sentence)) return true;
  int around = sentences_[sentence].sport;
  if (sentence > 0) around += sentences_[sentence - 1].sport;
  if (sentence + 1 < sentences_.size()) around += sentences_[sentence + 1].sport;
  return sentences_[sentence].sport > 0 && around >= sport_neighbourhood;
}

bool EventGate::in_name(Index trigger) const {
  const Token& token = tree_[trigger];
  return token.ner != 'O' && token.pos == "NOUN" &&
         is_one_of(token.entity, {"WORK_OF_ART", "ORG", "EVENT", "PRODUCT", "LAW", "FAC"});
}

bool EventGate::in_question(Index trigger) const {
  const size_t sentence = tree_.sentence_of(trigger);
  for (Index i = tree_.sentence_end(sentence); i-- > tree_.sentence_begin(sentence);) {
    if (tree_[i].lower == "?") return true;
    if (!tree_[i].is_space && tree_[i].pos != "PUNCT") return false;
  }
  return false;
}

bool EventGate::is_figure(const Reading& reading, const Matcher& matcher) const {
  const auto stands = [&](std::string_view slot, std::string_view word_class) {
    for (Index i : matcher.arguments().at(reading.trigger, slot, reading.words)) {
      if (matcher.is_member(i, word_class)) return true;
    }
    return false;
  };
  const bool force = is_one_of(reading.rule->type, {"ASSAULT", "MOBILIZE", "COERCE", "RETREAT", "PROTEST", "THREATEN"});
  if (stands("subj", "market_subject") || stands("mod", "market_subject")) return true;
  if (force && (stands("subj", "weather_subject") || stands("by", "weather_subject"))) return true;
  if (reading.rule->type != "ASSAULT") return false;
  const Index as = tree_.object_of(reading.trigger, "as");  // "pounded him as a fraud"
  if (as != no_token && is_verb(tree_[reading.trigger]) && is_noun(tree_[as]) &&
      !classes_.contains("troops", tree_[as].lemma))
    return tree_.child(as, {"det"}) != no_token;
  const Index object = tree_.child(reading.trigger, {"dobj"});  // "kill themselves"
  if (object != no_token && (tree_[object].lower.ends_with("self") || tree_[object].lower.ends_with("selves")))
    return true;
  if (reading.rule->pos == 'N' && (stands("mod", "figure_modifier") || stands("mod", "weather_subject"))) return true;
  for (std::string_view slot : {"obj", "against", "on", "with", "for", "over"}) {
    if (stands(slot, "figure_object")) return true;
  }
  return false;
}

// Killed or sunk by nobody, in a sentence that names an accident.
bool EventGate::is_mishap(const Reading& reading, const Matcher& matcher) const {
  if (!is_one_of(tree_[reading.trigger].lemma, {"kill", "injure", "wound", "destroy", "sink", "hit", "strike"}))
    return false;
  if (matcher.arguments().doer(reading.trigger) != no_token) return false;
  const size_t sentence = tree_.sentence_of(reading.trigger);
  for (Index i = tree_.sentence_begin(sentence); i < tree_.sentence_end(sentence); ++i) {
    if (classes_.contains("mishap", tree_[i].lemma)) return true;
  }
  return false;
}

bool EventGate::bars(const Reading& reading, const Matcher& matcher) const {
  const size_t sentence = tree_.sentence_of(reading.trigger);
  const bool force = is_one_of(reading.rule->type, {"ASSAULT", "RETREAT", "COERCE", "PROTEST", "SANCTION"});
  const Index first = tree_.first_conjunct(reading.trigger);  // "neither confirmed nor denied"
  if (first != reading.trigger && tree_[first].lemma == "confirm" && reading.rule->type == "REJECT") return true;
  return is_sport(sentence, force) || sentences_[sentence].fiction >= (force ? 1 : 2) || in_name(reading.trigger) ||
         in_question(reading.trigger) || is_figure(reading, matcher) || is_mishap(reading, matcher);
}

}  // namespace coranto::note
