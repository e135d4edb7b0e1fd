#include "note/place_unlisted.h"

#include <algorithm>
#include <set>

#include "note/letters.h"
#include "note/tree.h"

namespace coranto::note {
namespace {

// "the village of X"
bool is_kind_before(std::string_view lemma) {
  return is_one_of(lemma,
                   {"village",      "town",     "city",          "port",         "district", "province", "region",
                    "island",       "suburb",   "hamlet",        "crossing",     "prison",   "camp",     "settlement",
                    "municipality", "county",   "neighbourhood", "neighborhood", "quarter",  "area",     "valley",
                    "peninsula",    "outskirt", "stronghold",    "barrack",      "airport"});
}

// "the X crossing"
bool is_kind_behind(std::string_view lower) {
  return is_one_of(lower,
                   {"district",     "province", "quarter",     "crossing", "village", "town",      "neighbourhood",
                    "neighborhood", "region",   "governorate", "frontier", "marsh",   "valley",    "peninsula",
                    "checkpoint",   "airport",  "island",      "islands",  "river",   "reservoir", "enclave",
                    "prefecture",   "suburb",   "canal",       "refinery", "area"});
}

// "X, a village", "X, the nearest town"
bool is_settlement(std::string_view lower) {
  return is_one_of(lower,
                   {"village", "town", "city", "suburb", "port", "district", "hamlet", "settlement", "neighbourhood"});
}

// Last words of names of squares, streets and buildings.
bool is_site(std::string_view word) {
  return is_one_of(
      word, {"Square",     "Avenue", "Palace",    "House",    "Airport", "Bridge",     "Park",      "Stadium", "Camp",
             "Courthouse", "Plaza",  "Boulevard", "Hospital", "Prison",  "University", "Base",      "Island",  "Valley",
             "River",      "Area",   "District",  "Gate",     "Hotel",   "Church",     "Cathedral", "Mosque"});
}

bool is_month(std::string_view lower) {
  return is_one_of(lower, {"january", "february", "march", "april", "may", "june", "july", "august", "september",
                           "october", "november", "december"});
}

class Unlisted {
 public:
  Unlisted(const Document& document, const std::vector<PlaceMention>& known)
      : document_(document), taken_(document.size(), false) {
    for (const PlaceMention& mention : known)
      std::fill(taken_.begin() + mention.begin, taken_.begin() + mention.end, true);
    for (uint32_t i = 0; i < document_.size(); ++i) {
      const bool full_name = document_[i].ner == 'L' && document_[i].entity == "PERSON";
      const bool acts = is_one_of(document_[i].dep, {"nsubj", "nsubjpass", "poss"}) && document_[i].pos == "PROPN";
      const bool titled = i > 0 && document_[i].pos == "PROPN" && document_[i - 1].text.back() == '.' &&
                          document_[i - 1].pos == "PROPN";
      if (full_name || acts || titled) actors_.insert(document_[i].text);
    }
  }

  std::vector<PlaceMention> find() const {
    std::vector<PlaceMention> found;
    for (uint32_t i = 0; i < document_.size();) {
      const uint32_t end = name_end(i);
      if (end > i && is_place(i, end)) found.push_back({i, end, text_of(i, end), false, {}});
      i = std::max(end, i + 1);
    }
    return found;
  }

 private:
  bool in(uint32_t i) const { return i < document_.size(); }
  std::string_view lower(uint32_t i) const { return in(i) ? std::string_view(document_[i].lower) : std::string_view(); }

  std::string text_of(uint32_t begin, uint32_t end) const {
    return std::string(document_.cut({document_[begin].span.begin, document_[end - 1].span.end}));
  }

  bool part_of_name(uint32_t i) const {
    return in(i) && !taken_[i] && document_[i].pos == "PROPN" && upper_first_latin(document_[i].text);
  }

  // End of the run of proper names that begins at i ("Kara-Suu", "Ciudad del Este"); i if none begins.
  uint32_t name_end(uint32_t i) const {
    if (!part_of_name(i) || (i > 0 && document_[i - 1].pos == "PROPN" && !document_[i - 1].is_space)) return i;
    uint32_t end = i + 1;
    while (end < i + 5 && in(end)) {
      const bool joined = is_one_of(document_[end].lower, {"-", "de", "del", "al", "do", "da", "el"});
      if (part_of_name(end))
        ++end;
      else if (joined && in(end + 1) && !taken_[end + 1] && (document_[end].text == "-" || part_of_name(end + 1)) &&
               document_[end].span.begin - document_[end - 1].span.end <= 1)
        end += 2;
      else
        break;
    }
    return in(end) && document_[end].pos == "PROPN" ? i : end;
  }

  bool is_place(uint32_t begin, uint32_t end) const {
    if (!has_small_letter(document_[begin].text) || actors_.count(document_[end - 1].text)) return false;
    if (is_one_of(document_[begin].entity, {"NORP", "MONEY", "LANGUAGE", "LAW", "DATE", "TIME"})) return false;
    if (is_month(document_[begin].lower)) return false;
    return has_kind(begin, end) || is_located(begin, end);
  }

  bool has_kind(uint32_t begin, uint32_t end) const {
    const bool the = begin > 0 && document_[begin - 1].lower == "the";
    const uint32_t before = begin - (the ? 1 : 0);
    if (before > 1 && document_[before - 1].lower == "of" && is_kind_before(document_[before - 2].lemma)) return true;
    if (in(end) && is_kind_behind(document_[end].lower) && document_[end].pos != "PROPN")
      return the || led(before, false);
    return settles(end);
  }

  // ", a small village"
  bool settles(uint32_t end) const {
    if (lower(end) != "," || !is_one_of(lower(end + 1), {"a", "an", "the"})) return false;
    for (uint32_t i = end + 2; in(i) && i < end + 6; ++i) {
      if (is_settlement(document_[i].lower)) return true;
      if (!is_one_of(document_[i].pos, {"ADJ", "NOUN", "ADV", "NUM"})) return false;
    }
    return false;
  }

  bool led(uint32_t i, bool exact) const {
    if (i == 0) return false;
    const std::string_view word = document_[i - 1].lower;
    return is_one_of(word, {"in", "near", "outside", "around", "off"}) ||
           (!exact && is_one_of(word, {"at", "across", "along", "from", "through", "to", "on"}));
  }

  // "near X", "a bridge at X": X governed by the preposition itself.
  bool is_located(uint32_t begin, uint32_t end) const {
    const bool the = begin > 0 && document_[begin - 1].lower == "the";
    const uint32_t before = begin - (the ? 1 : 0);
    if (before == 0 || document_[before - 1].pos != "ADP") return false;
    if (is_site(document_[end - 1].text) && end - begin > 1) return led(before, false);
    if (the || (in(end) && is_one_of(document_[end].pos, {"NOUN", "PROPN", "PART"}))) return false;
    const std::string_view label = document_[begin].entity;
    if (label == "ORG" && end - begin > 1 && lower(begin + 1) != "-") return false;
    if (is_one_of(lower(before - 1), {"near", "outside"})) return true;
    const uint32_t above = document_[before - 1].head;
    if (document_[above].pos == "NOUN" && is_one_of(lower(before - 1), {"in", "at"}))
      return houses(document_[above].lemma);
    return lower(before - 1) == "in" && label != "ORG" && label != "EVENT" && document_[above].pos == "VERB" &&
           !is_one_of(document_[above].lemma, {"believe", "confide", "invest", "trust"});
  }

  // Things that stand somewhere and people who live there.
  static bool houses(std::string_view lemma) {
    return is_one_of(
        lemma, {"bridge",     "crossing",   "chapel",    "church",   "mosque",    "barrack",   "colony",  "camp",
                "prison",     "port",       "school",    "hospital", "base",      "market",    "house",   "home",
                "village",    "checkpoint", "post",      "station",  "plant",     "factory",   "airport", "courthouse",
                "hotel",      "building",   "workshop",  "resident", "villager",  "protest",   "rally",   "clash",
                "fighting",   "attack",     "explosion", "blast",    "bombing",   "shelling",  "raid",    "shooting",
                "militiaman", "rebel",      "soldier",   "troops",   "detention", "facility",  "arena",   "square",
                "mine",       "refinery",   "dam",       "farm",     "position",  "protester", "ceremony"});
  }

  const Document& document_;
  std::vector<bool> taken_;
  std::set<std::string_view> actors_;  // last words of names that act, own or bear a title
};

}  // namespace

void add_unlisted(const Document& document, std::vector<PlaceMention>& mentions) {
  std::vector<PlaceMention> more = Unlisted(document, mentions).find();
  mentions.insert(mentions.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::sort(mentions.begin(), mentions.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
}

}  // namespace coranto::note
