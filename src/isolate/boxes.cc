#include "isolate/boxes.h"

#include <algorithm>
#include <map>

#include "base/tsv.h"

namespace coranto::isolate {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

int rank(Markup markup) {
  constexpr int ranks[] = {0, 3, 5, 1, 2, 4};
  return ranks[static_cast<int>(markup)];
}

void raise(Markup& to, Markup other) {
  if (rank(other) > rank(to)) to = other;
}

template <class Signs>
Markup sign(const Signs& signs, const std::string& name) {
  const auto found = signs.find(name);
  return found == signs.end() ? Markup::none : found->second;
}

// Calls `found` for each word of a class: "post-metaInfo" has post, meta and info.
template <class Found>
void each_word(std::string_view name, const Found& found) {
  std::string word;
  for (size_t i = 0; i <= name.size(); ++i) {
    const char c = i < name.size() ? name[i] : '-';
    const bool hump = is_upper(c) && i > 0 && is_letter(name[i - 1]) && !is_upper(name[i - 1]);
    if ((!is_letter(c) || hump) && !word.empty()) {
      found(word);
      word.clear();
    }
    if (is_letter(c)) word += to_lower(c);
  }
}

}  // namespace

Result<BoxTable> BoxTable::read(const std::string& path) {
  const auto table = Table::read(path);
  if (!table) return table.error();
  const std::map<std::string, Signs BoxTable::*> kinds = {{"tag", &BoxTable::tags_},
                                                          {"role", &BoxTable::roles_},
                                                          {"property", &BoxTable::properties_},
                                                          {"class", &BoxTable::classes_},
                                                          {"word", &BoxTable::words_}};
  const std::map<std::string, Markup> verdicts = {{"aside", Markup::aside},
                                                  {"keep", Markup::keep},
                                                  {"main", Markup::main},
                                                  {"article", Markup::article},
                                                  {"body", Markup::body}};
  BoxTable boxes;
  for (size_t i = 0; i < table->size(); ++i) {
    const auto& row = table->row(i);
    const std::string where = path + ":" + std::to_string(table->line(i));
    if (row.size() < 3) return Error{Code::malformed, "needs the columns by, name, verdict", where};
    const auto kind = kinds.find(row[0]);
    const auto verdict = verdicts.find(row[2]);
    if (kind == kinds.end()) return Error{Code::malformed, "names the unknown sign " + row[0], where};
    if (verdict == verdicts.end()) return Error{Code::malformed, "names the unknown verdict " + row[2], where};
    (boxes.*kind->second)[row[1]] = verdict->second;
  }
  return boxes;
}

Markup BoxTable::of_names(std::string_view names) const {
  Markup markup = Markup::none;
  while (!names.empty()) {
    const size_t end = std::min(names.find_first_of(" \t\r\n\f"), names.size());
    const auto name = names.substr(0, end);
    raise(markup, sign(classes_, lowered(name)));
    each_word(name, [&](const std::string& word) { raise(markup, sign(words_, word)); });
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return markup;
}

Markup BoxTable::of(const Box& box) const {
  if (box.tag == "body" || box.tag == "html") return Markup::none;
  Markup markup = box.hidden ? Markup::aside : Markup::none;
  raise(markup, sign(tags_, box.tag));
  if (!box.role.empty()) raise(markup, sign(roles_, lowered(box.role)));
  if (!box.property.empty()) raise(markup, sign(properties_, lowered(box.property)));
  raise(markup, of_names(box.names));
  return markup;
}

std::vector<Markup> BoxTable::of(const Layout& layout) const {
  std::vector<Markup> all;
  all.reserve(layout.boxes.size());
  for (const auto& box : layout.boxes) all.push_back(of(box));
  return all;
}

}  // namespace coranto::isolate
