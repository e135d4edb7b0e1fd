#include "isolate/tables.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/tsv.h"
#include "base/utf8.h"

namespace coranto::isolate {
namespace {

using Macros = std::map<std::string, std::string>;

// Two to five capitalised words, with particles between them.
constexpr const char* name_pattern =
    R"((?:\p{Lu}[\p{L}.’'-]*(?: (?:(?:van|von|de|da|del|der|den|di|la|le|el|al|bin|bint|ibn|ben|dos|du|ter|y|e) ){0,2}\p{Lu}[\p{L}.’'-]*){1,4}))";

std::string escaped(std::string_view word) {
  std::string out;
  for (char c : word) {
    if (std::string_view(R"(\.^$|()[]{}*+?/)").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// The longest first, so that "Associated Press writer" is not cut at "Associated Press".
std::string alternatives(std::vector<std::string> words) {
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : "|") + escaped(word);
  return "(?:" + out + ")";
}

std::string expanded(std::string pattern, const Macros& macros) {
  for (const auto& [macro, meaning] : macros) {
    const std::string mark = "{" + macro + "}";
    for (size_t at = 0; (at = pattern.find(mark, at)) != std::string::npos; at += meaning.size())
      pattern.replace(at, mark.size(), meaning);
  }
  return pattern;
}

Result<Macros> read_words(const std::string& path, Tables& tables) {
  auto table = Table::read(path);
  if (!table) return table.error();
  std::map<std::string, std::vector<std::string>> classes;
  for (size_t i = 0; i < table->size(); ++i) {
    const auto& row = table->row(i);
    if (row.size() < 3) return Error{Code::malformed, "needs the columns class, word, name", path};
    classes[row[0]].push_back(row[1]);
    tables.words[row[0]].insert(lower(row[1]));
    if (row[0] == "agency") tables.agencies[lower(row[1])] = row[2].empty() ? row[1] : row[2];
  }
  Macros macros;
  for (const auto& [word_class, words] : classes) macros[word_class] = alternatives(words);
  macros["name"] = name_pattern;
  macros["names"] = "(?:" + macros["name"] + "(?:(?:, and | and | & |, |; )" + macros["name"] + ")*)";
  return macros;
}

std::vector<Known>* place_of(const std::string& extent, Tables& tables) {
  if (extent == "line") return &tables.lines;
  if (extent == "end") return &tables.endings;
  if (extent == "begin") return &tables.datelines;
  if (extent == "inside") return &tables.signs;
  return nullptr;
}

Result<Known> known(const std::vector<std::string>& row, const Macros& macros) {
  static const std::map<std::string, Form> forms = {
      {"furniture", Form::furniture}, {"heading", Form::heading},
      {"byline", Form::byline},       {"byline-below", Form::byline_below},
      {"credit", Form::credit},       {"caption", Form::caption},
      {"date", Form::date},           {"dateline", Form::text}};
  const auto form = forms.find(row[0]);
  if (form == forms.end()) return Error{Code::malformed, "names the unknown kind " + row[0], ""};
  const std::string& extent = row[1];
  const char* before = extent == "line" || extent == "begin" ? "^(?:" : "(?:";
  const char* after = extent == "line" || extent == "end" ? ")$" : ")";
  auto compiled = Pattern::compile(before + expanded(row[2], macros) + after);
  if (!compiled) return compiled.error();
  return Known{form->second, std::move(*compiled), 0};
}

Result<void> read_forms(const std::string& path, const Macros& macros, Tables& tables) {
  auto table = Table::read(path);
  if (!table) return table.error();
  for (size_t i = 0; i < table->size(); ++i) {
    const auto& row = table->row(i);
    const std::string where = path + ":" + std::to_string(table->line(i));
    if (row.size() < 3) return Error{Code::malformed, "needs the columns kind, extent, pattern", path};
    auto* place = place_of(row[1], tables);
    if (!place) return Error{Code::malformed, "names the unknown extent " + row[1], where};
    auto form = known(row, macros);
    if (!form) return Error{form.error().code, form.error().message, where};
    form->row = table->line(i);
    place->push_back(std::move(*form));
  }
  return {};
}

}  // namespace

Result<Tables> read_tables(const std::string& folder) {
  Tables tables;
  auto name = Pattern::compile("^" + std::string(name_pattern) + "$");
  if (!name) return name.error();
  tables.name = std::move(*name);
  auto macros = read_words(folder + "/words.tsv", tables);
  if (!macros) return macros.error();
  auto stamps = Stamps::read(folder + "/stamps.tsv");
  if (!stamps) return stamps.error();
  tables.stamps = std::move(*stamps);
  if (auto forms = read_forms(folder + "/forms.tsv", *macros, tables); !forms) return forms.error();
  auto boxes = BoxTable::read(folder + "/boxes.tsv");
  if (!boxes) return boxes.error();
  tables.boxes = std::move(*boxes);
  return tables;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto step = utf8::decode(text, at);
    utf8::append(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(step.point))));
    at += step.size;
  }
  return out;
}

bool Tables::is(const std::string& word_class, std::string_view word) const {
  const auto found = words.find(word_class);
  return found != words.end() && found->second.contains(lower(word));
}

}  // namespace coranto::isolate
