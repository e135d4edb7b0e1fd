#include "sheet.h"

#include <algorithm>

#include "excerpt.h"
#include "record/names.h"

namespace coranto::programs {

std::string joined(const std::vector<std::string>& texts, const char* between) {
  std::string out;
  for (const auto& text : texts) {
    if (!text.empty()) out += (out.empty() ? "" : between) + text;
  }
  return out;
}

std::string Sheet::write(const std::vector<Copy>& copies) {
  head();
  for (const Copy& copy : copies) {
    const std::string what = joined({copy.title, copy.source, copy.published}, " · ");
    line(3, Paragraph(terminal_).add("copy: " + what, Style::dim));
  }
  if (article_.kind == ArticleKind::article)
    actors();
  else
    line(3, Paragraph(terminal_).add(beginning(article_.text, room(2)), Style::dim));
  statements();
  events();
  return out_ + '\n';
}

std::string Sheet::write_copy() {
  head();
  return out_ + '\n';
}

void Sheet::line(size_t indent, const Paragraph& paragraph, size_t rest) {
  out_ += paragraph.wrapped(indent, rest ? rest : indent);
}

void Sheet::section(const char* name) { line(3, Paragraph(terminal_).add(name, Style::bold)); }

size_t Sheet::room(size_t lines) const { return lines * (terminal_.width - 7) - 10; }

// Of a report without a title, how its first sentence begins.
std::string Sheet::title() const {
  if (!article_.title.empty()) return article_.title;
  const std::string_view text = article_.text;
  const size_t sentence = notes_.sentences.empty() ? text.size() : notes_.sentences.front().end;
  return beginning(text.substr(0, std::min({sentence, text.find('\n'), text.size()})), room(1));
}

void Sheet::head() {
  const bool small = article_.kind != ArticleKind::article;
  line(0, Paragraph(terminal_).add(small ? "▹ " : "■ ", Style::bold).add(title(), Style::bold), 2);
  const std::string kind(record::word_of(record::article_kinds, article_.kind));
  const std::string day = article_.published.empty() ? "day not known" : article_.published;
  line(3, Paragraph(terminal_).add(joined({article_.source, day, kind, report_.id}, " · "), Style::dim));
  const std::string by = joined(article_.byline, ", "), agencies = joined(article_.agencies, ", ");
  if (!by.empty()) line(3, Paragraph(terminal_).add("by " + by, Style::dim));
  if (!agencies.empty()) line(3, Paragraph(terminal_).add("with " + agencies, Style::dim));
  if (!report_.copy_of.empty()) line(3, Paragraph(terminal_).add("a copy of " + report_.copy_of, Style::dim));
}

void Sheet::actors() {
  if (notes_.actors.empty()) return;
  section("Actors");
  std::vector<std::string> others;
  for (const Actor& a : notes_.actors) {
    const bool bare = office(a).empty() && a.aliases.empty();
    bare ? others.push_back(a.name) : actor(a);
  }
  if (!others.empty()) line(5, Paragraph(terminal_).add("and " + joined(others, ", "), Style::dim), 7);
}

void Sheet::actor(const Actor& a) {
  Paragraph paragraph(terminal_);
  paragraph.add(a.name, Style::name);
  if (const auto what = office(a); !what.empty()) paragraph.add(" · " + what);
  if (!a.aliases.empty()) paragraph.add(" · also " + joined(a.aliases, ", "), Style::dim);
  line(5, paragraph, 7);
}

// Office and country; where no office is said, the sector.
std::string Sheet::office(const Actor& a) const {
  std::string country = codes_.words(a.country);
  if (country == a.name || a.role.find(country) != std::string::npos) country.clear();
  std::string sector = a.role.empty() ? codes_.words(a.sector) : "";
  if (sector == a.name) sector.clear();
  return joined({a.role, country, sector}, ", ");
}

}  // namespace coranto::programs
