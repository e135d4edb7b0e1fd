#include "note/place_mentions.h"

#include <algorithm>
#include <map>
#include <set>

#include "note/letters.h"
#include "note/tree.h"

namespace coranto::note {
namespace {

constexpr uint32_t longest_name = 6;          // tokens
constexpr uint32_t least_sure_city = 150000;  // people; such a city needs no word like "in" before it
constexpr uint32_t least_led_city = 2000;     // people; smaller ones need the names component or a container

bool place_label(std::string_view label) { return is_one_of(label, {"GPE", "LOC", "FAC"}); }

bool shouts(std::string_view text) { return text.size() > 4 && !has_small_letter(text); }

// The words of tokens [begin, end), line ends as blanks, typographic apostrophes straight.
std::string words_of(const Document& document, uint32_t begin, uint32_t end) {
  const std::string_view raw = document.cut({document[begin].span.begin, document[end - 1].span.end});
  std::string text;
  for (size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\n' || raw[i] == ' ') {
      if (!text.empty() && text.back() != ' ') text += ' ';
    } else if (raw.substr(i, 3) == "’" || raw.substr(i, 3) == "‘") {
      text += '\'';
      i += 2;
    } else {
      text += raw[i];
    }
  }
  return text;
}

// Words that say of what kind a place is: "Kunar Province", "City of London".
constexpr std::string_view kinds_behind[] = {
    " Province",  " Governorate", " Oblast",    " Region",      " District",   " Prefecture",   " State",
    " Territory", " City",        " Parish",    " Township",    " Department", " province",     " state",
    " region",    " district",    " city",      " governorate", " oblast",     " Municipality", " Metropolitan Area",
    " Republic",  " Raion",       " prefecture"};
constexpr std::string_view kinds_before[] = {
    "City of ",  "Town of ",  "State of ",  "Province of ",  "Greater ",      "Republic of ",  "Commonwealth of ",
    "Eastern ",  "Western ",  "Northern ",  "Southern ",     "Central ",      "East ",         "West ",
    "North ",    "South ",    "Northeast ", "Northwest ",    "Southeast ",    "Southwest ",    "Downtown ",
    "Upper ",    "Lower ",    "Inner ",     "Outer ",        "Mainland ",     "Metro ",        "Metropolitan ",
    "Old ",      "Rural ",    "Upstate ",   "Northeastern ", "Northwestern ", "Southeastern ", "Southwestern ",
    "northern ", "southern ", "eastern ",   "western ",      "central "};

class Finder {
 public:
  Finder(const Document& document, const Gazetteer& gazetteer) : document_(document), gazetteer_(gazetteer) {}

  std::vector<PlaceMention> find() {
    gather_names();
    for (uint32_t i = 0; i < document_.size();) {
      const uint32_t end = document_[i].ner == 'O' ? unnamed(i) : entity(i);
      i = end > i ? end : i + 1;
    }
    add_repeated();
    return std::move(mentions_);
  }

 private:
  // Last words of persons' full names: "Taylor" alone is then the person, whatever the names component says.
  void gather_names() {
    for (uint32_t i = 0; i < document_.size(); ++i) {
      if (document_[i].ner == 'L' && document_[i].entity == "PERSON") surnames_.insert(document_[i].text);
    }
  }

  // A name that is a place once in the document is one where the names component took it for a body or person too.
  void add_repeated() {
    std::map<std::string, const PlaceMention*, std::less<>> known;
    for (const PlaceMention& mention : mentions_) {
      if (!mention.senses.empty() && mention.senses.front().meaning != Meaning::demonym)
        known.try_emplace(mention.text, &mention);
    }
    std::vector<PlaceMention> more;
    size_t next = 0;
    for (uint32_t i = 0; i < document_.size(); ++i) {
      while (next < mentions_.size() && mentions_[next].end <= i) ++next;
      const bool covered = next < mentions_.size() && mentions_[next].begin <= i;
      if (covered || document_[i].is_space || !upper_first_latin(document_[i].text) ||
          surnames_.count(document_[i].text))
        continue;
      const bool alone = document_[i].ner == 'U' || document_[i].ner == 'B' ||
                         (document_[i].ner == 'O' && document_[i].pos == "PROPN");
      const uint32_t end = document_[i].ner == 'O' || document_[i].ner == 'U' ? i + 1 : entity_end(i);
      if (!alone || document_[i].entity == "DATE" || end - i > 3) continue;
      const auto found = known.find(words_of(document_, i, end));
      if (found == known.end() || (document_[i].ner == 'O' && i > 0 && document_[i - 1].pos == "PROPN")) continue;
      more.push_back({i, end, found->first, false, found->second->senses});
    }
    mentions_.insert(mentions_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    std::sort(mentions_.begin(), mentions_.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  }

  bool in(uint32_t i) const { return i < document_.size(); }

  uint32_t entity_end(uint32_t i) const {
    uint32_t end = i + 1;
    while (in(end) && (document_[end].ner == 'I' || document_[end].ner == 'L')) ++end;
    return end;
  }

  std::vector<Sense> exactly(std::string_view text) const {
    std::vector<Sense> found = gazetteer_.senses(text);
    for (const Area& city : gazetteer_.cities(text)) found.push_back({city, Meaning::name});
    return found;
  }

  // A county of the United States is not in the tables; that it is one follows from a town of its name.
  std::vector<Sense> county(const std::string& text) const {
    const auto towns = gazetteer_.cities(text.substr(0, text.size() - 7));
    const bool american =
        std::any_of(towns.begin(), towns.end(), [](const Area& town) { return town.country == "USA"; });
    if (!american) return {};
    Area area;
    area.country = "USA";
    area.resolution = Resolution::district;
    return {{area, Meaning::name}};
  }

  std::vector<Sense> senses(const std::string& text) const {
    std::vector<Sense> found = exactly(text);
    if (!found.empty()) return found;
    if (shouts(text)) return exactly(calmed(text));
    if (text.starts_with("St. ") || text.starts_with("St ")) return exactly("Saint" + text.substr(text.find(' ')));
    if (text.starts_with("Mt. ")) return exactly("Mount" + text.substr(3));
    for (std::string_view kind : kinds_behind) {
      if (text.size() > kind.size() && text.ends_with(kind)) return exactly(text.substr(0, text.size() - kind.size()));
    }
    if (text.ends_with(" County")) return county(text);
    for (std::string_view kind : kinds_before) {
      if (text.size() > kind.size() && text.starts_with(kind)) return exactly(text.substr(kind.size()));
    }
    return found;
  }

  // "OR", "Miss.", "Pa.": states only behind a comma.
  bool stray_abbreviation(uint32_t i, const std::string& text, const std::vector<Sense>& found) const {
    if (text.size() > 2 && text.back() != '.') return false;
    if (found.empty() || found.front().area.resolution != Resolution::province) return false;
    return i == 0 || document_[i - 1].text != ",";
  }

  // The words carry what kind of place it is ("Aleppo province"), the span does not.
  void add(uint32_t begin, uint32_t end, bool named, std::vector<Sense> senses) {
    std::string text = words_of(document_, begin, end);
    while (end - begin > 1 &&
           is_one_of(document_[end - 1].text, {"province", "state", "region", "district", "city", "governorate",
                                               "oblast", "county", "prefecture", "coast", "area", "town", "village"}))
      --end;
    mentions_.push_back({begin, end, std::move(text), named, std::move(senses)});
  }

  // "Gainesville, Ga.": a place or an abbreviated state stands behind the comma.
  bool contained(uint32_t end) const {
    if (!in(end + 1) || document_[end].text != ",") return false;
    const Token& next = document_[end + 1];
    if (place_label(next.entity)) return true;
    const auto& known = gazetteer_.senses(next.text);
    return !known.empty() && known.front().area.resolution == Resolution::province && upper_first_latin(next.text);
  }

  // "BEIRUT (Reuters) -", "NEWARK, N.J. --": capitals at the head of a paragraph.
  bool dateline(uint32_t i, uint32_t end) const {
    const bool first = i == 0 || document_[i - 1].is_space;
    return first && shouts(words_of(document_, i, end)) && in(end) &&
           is_one_of(document_[end].text, {",", "(", "-", "--", "—", "–", ":", "_"});
  }

  bool led_by_place_word(uint32_t i) const {
    return (i > 0 && is_one_of(document_[i - 1].lower,
                               {"in", "at", "near", "from", "to", "outside", "around", "across", "through",
                                "throughout", "toward", "towards", "into", "inside", "beyond", "via"})) ||
           (i > 1 && document_[i - 1].lower == "of" &&
            is_one_of(document_[i - 2].lower,
                      {"town",      "city",      "village",   "port",      "capital", "district", "suburb",
                       "province",  "region",    "north",     "south",     "east",    "west",     "northeast",
                       "northwest", "southeast", "southwest", "outskirts", "outside", "centre",   "center",
                       "streets",   "enclave",   "mayor",     "governor",  "people",  "residents"}));
  }

  // A name that the names component found; gives the token behind it.
  uint32_t entity(uint32_t i) {
    uint32_t end = entity_end(i);
    const std::string_view label = document_[i].entity;
    uint32_t from = i, to = end;
    while (from < to &&
           (is_one_of(document_[from].lower, {"the", "\"", "“"}) || !upper_first_latin(document_[from].text)) &&
           !(document_[from].text[0] >= '0' && document_[from].text[0] <= '9'))
      ++from;
    while (to > from &&
           (is_one_of(document_[to - 1].text, {"'s", "’s", "'", "’", ",", ".", "-"}) || document_[to - 1].is_space))
      --to;
    if (from == to) return end;
    std::string text = words_of(document_, from, to);
    if (in(to) && document_[to].text == "." && !gazetteer_.senses(text + '.').empty()) text += '.', ++to;
    std::vector<Sense> found = senses(text);
    if (place_label(label)) return place_entity(from, to, label, std::move(found)), std::max(end, to);
    const bool table = !gazetteer_.senses(text).empty();
    if (label == "NORP") {
      if (table) add(from, to, true, std::move(found));
      return end;
    }
    if (is_one_of(label, {"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}) && !table) {
      const bool known = label != "WORK_OF_ART" && to - from <= 3 && !found.empty();
      const bool exact = known && found.front().area.chief_name && !gazetteer_.cities(text).empty();
      const uint32_t people = exact ? found.front().area.population : 0;
      const bool city = (people >= least_led_city && led_by_place_word(i)) ||
                        (people >= least_sure_city && label == "ORG" && to - from == 1) ||
                        (known && (contained(to) || dateline(from, to)));
      if (city)
        add(from, to, false, std::move(found));
      else if (label == "ORG" || label == "EVENT")
        inside(from, to);
      return end;
    }
    if (stray_abbreviation(i, text, found)) return end;
    const bool person = label == "PERSON" && !led_by_place_word(i);
    if (table && !person && to - from <= longest_name) add(from, to, false, std::move(found));
    return end;
  }

  void place_entity(uint32_t from, uint32_t to, std::string_view label, std::vector<Sense> found) {
    if (label == "FAC" && found.empty()) return inside(from, to);
    const std::string text = words_of(document_, from, to);
    const bool small = found.empty() || (gazetteer_.senses(text).empty() && found.front().area.population < 500000);
    if (small && to - from == 1 && surnames_.count(document_[from].text) && !contained(to)) return;
    if (found.empty() && text.find_first_of("0123456789@/") != std::string::npos) return;
    add(from, to, true, std::move(found));
  }

  // "US Navy", "University of Texas": countries and their people within another name.
  void inside(uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to;) {
      uint32_t end = std::min(to, i + longest_name);
      for (; end > i; --end) {
        const auto& known = gazetteer_.senses(words_of(document_, i, end));
        if (known.empty() || known.front().meaning == Meaning::seat ||
            stray_abbreviation(i, words_of(document_, i, end), known))
          continue;
        add(i, end, false, senses(words_of(document_, i, end)));
        break;
      }
      i = end > i ? end : i + 1;
    }
  }

  // Words outside all names.
  uint32_t unnamed(uint32_t i) {
    const Token& token = document_[i];
    if (token.is_space || !upper_first_latin(token.text)) return i;
    uint32_t limit = i + 1;
    while (in(limit) && limit < i + longest_name && document_[limit].ner == 'O' && !document_[limit].is_space) ++limit;
    for (uint32_t end = limit; end > i; --end) {
      const auto& known = gazetteer_.senses(words_of(document_, i, end));
      if (known.empty() || stray_abbreviation(i, words_of(document_, i, end), known)) continue;
      if (end == i + 1 && !is_one_of(token.pos, {"PROPN", "ADJ", "NOUN"})) continue;
      add(i, end, false, senses(words_of(document_, i, end)));
      return end;
    }
    return city(i);
  }

  uint32_t city(uint32_t i) {
    if (document_[i].pos != "PROPN" || (i > 0 && document_[i - 1].pos == "PROPN")) return i;
    uint32_t end = i + 1;
    while (in(end) && document_[end].pos == "PROPN" && document_[end].ner == 'O' && end < i + longest_name) ++end;
    const bool sure = contained(end) || dateline(i, end);
    std::vector<Sense> found = senses(words_of(document_, i, end));
    const uint32_t least = led_by_place_word(i) ? least_led_city : least_sure_city;
    if (found.empty() || (!sure && (found.front().area.population < least || !found.front().area.chief_name))) return i;
    if (!sure && least == least_sure_city && surnames_.count(document_[end - 1].text)) return i;
    add(i, end, false, std::move(found));
    return end;
  }

  const Document& document_;
  const Gazetteer& gazetteer_;
  std::vector<PlaceMention> mentions_;
  std::set<std::string_view> surnames_;
};

}  // namespace

std::vector<PlaceMention> find_mentions(const Document& document, const Gazetteer& gazetteer) {
  return Finder(document, gazetteer).find();
}

}  // namespace coranto::note
