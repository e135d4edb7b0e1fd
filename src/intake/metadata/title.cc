#include "intake/metadata/title.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"
#include "intake/metadata/loose_json.h"

namespace coranto::intake {
namespace {

constexpr double alike = 0.6;  // share of a heading's words that the metadata's titles hold

// "Headline | Site": without what stands after the last mark, where that is the site's name or much the shorter part.
std::string without_site(std::string title, std::string_view site) {
  for (std::string_view mark : {" | ", " – ", " — ", " - ", " :: ", " : ", " » ", " « ", " · "}) {
    const size_t at = title.rfind(mark);
    if (at == std::string::npos) continue;
    const auto rest = plain(std::string_view(title).substr(at + mark.size()));
    const bool named = !site.empty() && (rest == plain(site) || plain(site).starts_with(rest));
    if (named || (at * 5 > title.size() * 3 && mark != " : ")) return title.substr(0, at);
    const auto first = plain(std::string_view(title).substr(0, title.find(mark)));
    if (!site.empty() && first == plain(site)) return title.substr(title.find(mark) + mark.size());
  }
  return title;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    auto word = plain(text.substr(begin, end - begin));
    if (!word.empty()) words.push_back(std::move(word));
    begin = end + 1;
  }
  return words;
}

struct Title {
  std::string plain;
  std::vector<std::string> words;
};

double share_held(const std::vector<std::string>& words, const std::vector<Title>& titles) {
  double most = 0;
  for (const auto& title : titles) {
    const auto count = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
      return std::find(title.words.begin(), title.words.end(), word) != title.words.end();
    });
    if (!words.empty()) most = std::max(most, static_cast<double>(count) / static_cast<double>(words.size()));
  }
  return most;
}

// How surely a line is the headline. Of headings that are as much alike the longer: a section's name may stand in
// every title. A line that is no heading must be the title word for word.
double worth(const ShortLine& line, const std::vector<Title>& titles) {
  if (line.aside && line.level != 1) return 0;
  if (titles.empty()) return line.level == 1 ? 1 : 0;
  if (line.level == 0) {
    const auto text = plain(line.text);
    return std::any_of(titles.begin(), titles.end(), [&](const Title& title) { return title.plain == text; }) ? 1 : 0;
  }
  const auto words = words_of(line.text);
  const double share = share_held(words, titles);
  if (share < alike) return 0;
  return share * static_cast<double>(std::min<size_t>(words.size(), 6)) + 3.0 / static_cast<double>(line.level);
}

}  // namespace

std::string plain(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text.substr(i, 2) == "\xE2\x80") {  // dashes, quotation marks, ellipsis
      i += 2;
    } else if (byte >= 0x80 || std::isalnum(byte)) {
      out += static_cast<char>(byte >= 0x80 ? byte : std::tolower(byte));
    }
  }
  return out;
}

Headline headline_of(const Signs& signs, std::string_view linked, std::string_view site) {
  std::vector<Title> titles;
  std::string first;
  for (std::string_view title : {linked, signs.meta("og:title"), signs.meta("twitter:title"), signs.meta("dc.title"),
                                 signs.meta("title"), std::string_view(signs.title)}) {
    auto text = without_site(without_references(title), site);
    auto letters = plain(text);
    if (letters.empty()) continue;
    titles.push_back({std::move(letters), words_of(text)});
    if (first.empty()) first = std::move(text);
  }
  Headline best;
  double most = 0;
  for (const auto& line : signs.lines) {
    const double here = worth(line, titles);
    if (here > most) most = here, best = {line.text, line.line};
  }
  const bool whole = titles.empty() || plain(best.text).size() * 2 >= titles.front().plain.size();
  if (most == 0 || !whole) best.text = first;
  return best;
}

}  // namespace coranto::intake
