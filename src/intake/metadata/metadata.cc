#include "intake/metadata/metadata.h"

#include <algorithm>
#include <cctype>

#include "intake/metadata/kind.h"
#include "intake/metadata/linked_data.h"
#include "intake/metadata/loose_json.h"
#include "intake/metadata/title.h"

namespace coranto::intake {
namespace {

constexpr size_t lines_above = 8, lines_below = 20;  // of the headline: where its byline and stamp are
constexpr size_t most_beside = 24;
constexpr size_t most_names = 50;

using Names = std::vector<std::string>;

std::string first_of(std::initializer_list<std::string_view> values) {
  for (auto value : values) {
    if (!value.empty()) return without_references(value);
  }
  return {};
}

bool is_address(std::string_view name) { return name.find("://") != std::string_view::npos || name.starts_with('@'); }

size_t count_words(std::string_view name) { return 1 + static_cast<size_t>(std::count(name.begin(), name.end(), ' ')); }

// May be a person's name, alone or with others: not the site's own, two words or more.
bool may_be_persons(const std::string& name, std::string_view site) {
  return count_words(name) >= 2 && !is_address(name) && name.size() < 120 && plain(name) != plain(site);
}

void add(Names& to, const std::string& name) {
  if (name.empty() || name.size() >= 120 || is_address(name) || to.size() >= most_names) return;
  if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
}

// The names of the first source that names persons; else those of the first that names anybody.
class Authors {
 public:
  Authors(const Signs& signs, const LinkedData& linked, std::string_view site) : site_(site) {
    take(linked.authors);
    take(values(signs.props, "author"));
    Names named;
    for (const char* name : {"author", "article:author", "og:article:author", "byl", "dc.creator", "dcterms.creator",
                             "parsely-author", "sailthru.author", "article_author", "citation_author"})
      for (const auto& value : metas(signs, name)) add(named, value);
    take(named);
    Names marked;
    for (const auto& sign : signs.authors) {
      if (marked.empty() || count_words(marked.front()) < 2) marked = {sign.value};
    }
    take(marked);
    take(linked.bodies);
  }

  Names best() const { return persons_.empty() ? anybody_ : persons_; }

 private:
  static Names values(const std::vector<Sign>& signs, std::string_view name) {
    Names out;
    for (const auto& sign : signs) {
      if (sign.name == name) add(out, sign.value);
    }
    return out;
  }

  static Names metas(const Signs& signs, const char* name) {
    Names out;
    for (const auto& sign : signs.metas) {
      const auto same =
          std::equal(sign.name.begin(), sign.name.end(), name, name + std::char_traits<char>::length(name),
                     [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
      if (same) add(out, without_references(sign.value));
    }
    return out;
  }

  void take(const Names& names) {
    Names clean;
    for (const auto& name : names) add(clean, name);
    if (anybody_.empty()) anybody_ = clean;
    const auto persons = [&](const std::string& name) { return may_be_persons(name, site_); };
    if (persons_.empty() && std::any_of(clean.begin(), clean.end(), persons)) persons_ = clean;
  }

  std::string_view site_;
  Names persons_, anybody_;
};

size_t distance(size_t line, size_t headline) { return line < headline ? 2 * (headline - line) : line - headline; }

bool is_beside(size_t line, size_t headline) {
  return headline != std::string::npos && line + lines_above >= headline && line <= headline + lines_below;
}

Moment stated(const std::vector<Sign>& signs, std::initializer_list<std::string_view> names) {
  for (auto name : names) {
    for (const auto& sign : signs) {
      const bool same = std::equal(sign.name.begin(), sign.name.end(), name.begin(), name.end(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
      });
      if (!same) continue;
      if (auto moment = moment_of(sign.value); !moment.day.empty()) return moment;
    }
  }
  return {};
}

// Of the time elements beside the headline the nearest that does not call itself an update.
Moment nearest_time(const Signs& signs, size_t headline) {
  Moment best;
  size_t least = std::string::npos;
  for (const auto& sign : signs.times) {
    const bool update = sign.name.find("pdated") != std::string_view::npos;
    if (update || !is_beside(sign.line, headline) || distance(sign.line, headline) >= least) continue;
    auto moment = moment_of(sign.value);
    if (!moment.day.empty()) least = distance(sign.line, headline), best = std::move(moment);
  }
  return best;
}

Moment published(const Signs& signs, const LinkedData& linked, size_t headline, const Page& page) {
  if (!linked.published.day.empty()) return linked.published;
  auto moment = stated(signs.props, {"datePublished"});
  if (!moment.day.empty()) return moment;
  moment = stated(signs.metas, {"article:published_time",
                                "og:article:published_time",
                                "datePublished",
                                "article:published",
                                "article.published",
                                "published_time",
                                "pubdate",
                                "pub_date",
                                "publishdate",
                                "publish-date",
                                "publication_date",
                                "originalpublicationdate",
                                "parsely-pub-date",
                                "sailthru.date",
                                "dc.date.issued",
                                "dcterms.issued",
                                "dcterms.created",
                                "dc.date",
                                "dcterms.date",
                                "dc.date.created",
                                "citation_date",
                                "citation_publication_date",
                                "article_date_original",
                                "article:created",
                                "pdate",
                                "published",
                                "datecreated",
                                "date"});
  if (!moment.day.empty()) return moment;
  moment = nearest_time(signs, headline);
  if (!moment.day.empty()) return moment;
  for (std::string_view url : {std::string_view(page.imprint.url), std::string_view(page.url), signs.meta("og:url")}) {
    if (auto day = day_in_url(url); !day.empty()) return {day, {}};
  }
  return {};
}

Moment updated(const Signs& signs, const LinkedData& linked) {
  if (!linked.updated.day.empty()) return linked.updated;
  auto moment = stated(signs.props, {"dateModified"});
  if (!moment.day.empty()) return moment;
  return stated(signs.metas, {"article:modified_time", "og:updated_time", "datemodified", "article:updated",
                              "article.updated", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified"});
}

// The lines beside the headline, nearest first; the running text below it ends them.
std::vector<std::string> beside(const Signs& signs, size_t headline) {
  std::vector<const ShortLine*> found;
  size_t end = headline + lines_below;
  for (size_t at : signs.long_lines) {
    if (at > headline + 1) {
      end = std::min(end, at + 1);
      break;
    }
  }
  for (const auto& line : signs.lines) {
    if (is_beside(line.line, headline) && line.line <= end && line.line != headline && !line.aside)
      found.push_back(&line);
  }
  std::stable_sort(found.begin(), found.end(), [&](const ShortLine* a, const ShortLine* b) {
    return distance(a->line, headline) < distance(b->line, headline);
  });
  std::vector<std::string> out;
  for (const auto* line : found) {
    if (out.size() < most_beside) out.push_back(line->text);
  }
  return out;
}

std::string subtitle(const Signs& signs, const LinkedData& linked, size_t headline) {
  if (!linked.subtitle.empty()) return linked.subtitle;
  for (const auto& line : signs.lines) {
    if (line.deck && !line.aside && is_beside(line.line, headline) && line.line > headline) return line.text;
  }
  for (const auto& prop : signs.props) {
    if (prop.name == "alternativeHeadline") return prop.value;
  }
  return {};
}

std::string not_address(std::string_view value) { return is_address(value) ? std::string() : std::string(value); }

}  // namespace

std::string day_in_url(std::string_view url) {
  for (size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    auto part = url.substr(at + 1, 10);
    if (part.size() < 9 || !std::isdigit(static_cast<unsigned char>(part[0]))) continue;
    const char mark = part[4];
    if (mark != '/' && mark != '-') continue;
    const size_t second = part.find(mark, 5);
    if (second == std::string_view::npos || second > 7) continue;
    size_t end = second + 1;
    while (end < part.size() && std::isdigit(static_cast<unsigned char>(part[end]))) ++end;
    const auto moment = moment_of(part.substr(0, end));
    if (!moment.day.empty()) return moment.day;
  }
  return {};
}

void take_metadata(const Element& root, Page& to) {
  const Signs signs = signs_of(root);
  const LinkedData linked = linked_data_of(signs.scripts);
  Imprint& imprint = to.imprint;
  imprint.publisher = first_of({linked.publisher, signs.meta("og:site_name"), not_address(signs.meta("publisher")),
                                signs.meta("dc.publisher"), signs.meta("application-name")});
  const std::string site = first_of({signs.meta("og:site_name"), imprint.publisher});
  const Headline headline = headline_of(signs, linked.title, site);
  imprint.subtitle = subtitle(signs, linked, headline.line);
  imprint.section = first_of({linked.section, signs.meta("article:section"), signs.meta("section")});
  imprint.url = first_of({signs.canonical, signs.meta("og:url")});
  imprint.language =
      first_of({signs.language, linked.language, signs.meta("og:locale"), signs.meta("content-language")});
  std::replace(imprint.language.begin(), imprint.language.end(), '_', '-');
  imprint.kind = kind_of(signs, linked);
  imprint.posts = linked.posts;
  to.title = headline.text;
  to.byline = Authors(signs, linked, site).best();
  const Moment first = published(signs, linked, headline.line, to), last = updated(signs, linked);
  to.published = first.day;
  if (!first.day.empty()) to.published_from = DateSource::metadata;
  imprint.published_at = first.time;
  imprint.updated = last.time.empty() ? last.day : last.time;
  if (headline.line != std::string::npos) to.beside = beside(signs, headline.line);
}

}  // namespace coranto::intake
