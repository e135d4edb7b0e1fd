#include "isolate/kind.h"

#include <algorithm>
#include <cctype>

#include "isolate/paragraphs.h"
#include "isolate/prose.h"

namespace coranto::isolate {
namespace {

constexpr size_t hardly_any = 120;   // words; fewer beside a sign are no story
constexpr size_t whole_story = 200;  // words; a story marked as paid that has as many came whole
constexpr size_t longest_sign = 40;  // words of a line that says why there is no story
constexpr size_t fewest_posts = 3;

bool is_sign(std::string_view line, const Tables& tables) {
  const auto signs = tables.words.find("stub");
  if (signs == tables.words.end() || count_words(line) > longest_sign) return false;
  const std::string text = lower(line);
  return std::any_of(signs->second.begin(), signs->second.end(),
                     [&](const std::string& sign) { return text.find(sign) != std::string::npos; });
}

bool has_sign(const Page& page, const Tables& tables) {
  const std::string_view text = page.text;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (is_sign(text.substr(begin, end - begin), tables)) return true;
    begin = end + 1;
  }
  return false;
}

// Minutes of the day, or -1: "9.10am", "14:05", "2:30 p.m.".
int minutes(std::string_view text) {
  size_t at = 0;
  const auto number = [&] {
    int value = 0;
    for (; at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) && value < 100; ++at)
      value = value * 10 + (text[at] - '0');
    return value;
  };
  int hour = number();
  if (at == 0 || at >= text.size() || (text[at] != ':' && text[at] != '.')) return -1;
  const size_t from = ++at;
  const int minute = number();
  if (at - from != 2 || hour > 23 || minute > 59) return -1;
  const std::string rest = lower(text.substr(at));
  const size_t half = rest.find_first_not_of(' ');
  if (half != std::string::npos && hour <= 12) {
    if (rest[half] == 'p') hour = hour % 12 + 12;
    if (rest[half] == 'a') hour %= 12;
  }
  return hour * 60 + minute;
}

// A number before a short heading, as in "4. Ask for help", is no hour.
bool is_post_hour(const Piece& piece) { return piece.role == Role::body && minutes(piece.text) >= 0 && is_hour(piece); }

size_t posts_in(const std::vector<Piece>& pieces) {
  size_t posts = 0;
  for (size_t i = 0; i + 1 < pieces.size(); ++i) posts += is_post_hour(pieces[i]) && is_text(pieces[i + 1]);
  return posts;
}

std::string moment(const std::string& day, int minutes) {
  const auto two = [](int number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
  return day + "T" + two(minutes / 60) + ":" + two(minutes % 60);
}

void set_times(std::vector<Post>& posts, const std::vector<int>& hours, const std::string& day) {
  const bool known = !day.empty() && std::find(hours.begin(), hours.end(), -1) == hours.end();
  const bool in_order = std::is_sorted(hours.begin(), hours.end()) || std::is_sorted(hours.rbegin(), hours.rend());
  if (!known || !in_order) return;
  for (size_t i = 0; i < posts.size(); ++i) posts[i].time = moment(day, hours[i]);
}

}  // namespace

PageKind kind_of(const Page& page, const Article& article, const std::vector<Piece>& pieces, const Tables& tables) {
  const PageKind said = page.imprint.kind;
  const size_t words = count_words(article.text);
  if (said == PageKind::stub) return words < whole_story ? PageKind::stub : PageKind::article;
  if (said == PageKind::unknown || said == PageKind::article) {
    if (words < hardly_any && has_sign(page, tables)) return PageKind::stub;
    if (posts_in(pieces) >= fewest_posts) return PageKind::live;
  }
  if (said != PageKind::unknown) return said;
  return std::any_of(pieces.begin(), pieces.end(), is_prose) ? PageKind::article : PageKind::unknown;
}

bool cut_signs(std::vector<Piece>& pieces, const Tables& tables) {
  bool any = false;
  for (auto& piece : pieces) {
    if (piece.role != Role::body || !is_sign(piece.text, tables)) continue;
    make(piece, PartKind::furniture);
    piece.step = "stub";
    any = true;
  }
  return any;
}

std::vector<Post> posts_of(const Article& article, const std::vector<Piece>& pieces) {
  std::vector<Post> posts;
  std::vector<int> hours;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (is_post_hour(pieces[i]) && i + 1 < pieces.size() && is_text(pieces[i + 1])) {
      posts.emplace_back();
      hours.push_back(minutes(pieces[i].text));
    } else if (!posts.empty() && pieces[i].role == Role::body) {
      posts.back().text += (posts.back().text.empty() ? "" : "\n\n") + pieces[i].text;
    }
  }
  set_times(posts, hours, article.published);
  return posts;
}

}  // namespace coranto::isolate
