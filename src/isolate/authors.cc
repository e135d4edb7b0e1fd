#include "isolate/authors.h"

#include <algorithm>
#include <cctype>

namespace coranto::isolate {
namespace {

constexpr size_t most_names = 100;
constexpr size_t longest_name = 6;  // words

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" ./|,;:");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" .,|/;:") + 1 - begin);
}

using Joints = std::vector<std::string_view>;

std::vector<std::string> members(std::string_view list, const Joints& joints) {
  std::vector<std::string> out;
  while (!list.empty()) {
    size_t end = list.size(), skip = 0;
    for (auto joint : joints) {
      const size_t at = list.find(joint);
      if (at < end) end = at, skip = joint.size();
    }
    if (const auto member = trimmed(list.substr(0, end)); !member.empty()) out.emplace_back(member);
    list.remove_prefix(std::min(end + skip, list.size()));
  }
  return out;
}

const Joints in_text = {", and ", ", with ", " and ", " AND ", " with ", " & ", ", ", "; ", " / ", "/"};
const Joints in_metadata = {", and ", " and ", " And ", " AND ", " & ",   ",",    ";",   "/", " | ", "|", " - ",
                            " – ",    " — ",   " · ",   " • ",   " und ", " et ", " y ", "(", ")",   "\n"};

void add(std::vector<std::string>& to, std::string name) {
  if (to.size() < most_names && std::find(to.begin(), to.end(), name) == to.end()) to.push_back(std::move(name));
}

bool is_agency(const std::string& name, const Tables& tables) { return tables.agencies.contains(lower(name)); }

size_t count_words(std::string_view name) { return 1 + static_cast<size_t>(std::count(name.begin(), name.end(), ' ')); }

std::string_view last_word(std::string_view name) { return name.substr(name.find_last_of(' ') + 1); }

std::string without_begin(std::string name) {
  for (std::string_view begin : {"By ", "by ", "BY ", "By: ", "Von ", "von ", "Par ", "par ", "Por ", "por "}) {
    if (name.starts_with(begin)) return name.substr(begin.size());
  }
  return name;
}

// "Jane Roe. Muile Post International", where that is the publisher.
std::string without_end(std::string name, std::string_view publisher) {
  if (publisher.empty() || name.size() <= publisher.size() + 1 || !name.ends_with(publisher)) return name;
  return std::string(trimmed(std::string_view(name).substr(0, name.size() - publisher.size())));
}

// An account, an address, a number: no name that a person goes by.
bool is_handle(std::string_view name) {
  const bool digit =
      std::any_of(name.begin(), name.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)); });
  if (digit || name.find_first_of("@_#") != std::string_view::npos || lower(name).find("admin") != std::string::npos)
    return true;
  const size_t dot = name.find('.');
  if (dot != std::string_view::npos && dot + 2 < name.size() && name[dot + 1] != ' ' && dot > 1 &&
      std::islower(static_cast<unsigned char>(name[dot + 1])))
    return true;
  if (count_words(name) > 1) return false;
  const auto is_upper = [](char c) { return std::isupper(static_cast<unsigned char>(c)); };
  return std::islower(static_cast<unsigned char>(name[0])) ||
         (name.size() > 1 && std::all_of(name.begin(), name.end(), is_upper));
}

bool is_person(const std::string& name, const Article& article, const Tables& tables) {
  return count_words(name) <= longest_name && !is_handle(name) && !tables.is("desk", name) &&
         !tables.is("nobody", name) && !tables.is("body", last_word(name)) &&
         lower(name) != lower(article.imprint.publisher);
}

}  // namespace

void add_agencies(Article& article, std::string_view list, const Tables& tables) {
  for (const auto& member : members(list, in_text)) {
    const auto known = tables.agencies.find(lower(member));
    add(article.agencies, known == tables.agencies.end() ? member : known->second);
  }
}

void add_names(Article& article, std::string_view list, const Tables& tables) {
  for (const auto& member : members(list, in_text)) {
    if (is_agency(member, tables)) {
      add_agencies(article, member, tables);
    } else {
      add(article.byline, member);
    }
  }
}

void add_stated_names(Article& article, const std::vector<std::string>& names, const Tables& tables) {
  std::vector<std::string> persons;
  for (const auto& name : names) {
    std::vector<std::string> here;
    for (auto& member : members(without_end(without_begin(name), article.imprint.publisher), in_metadata)) {
      member = without_begin(member);
      if (is_agency(member, tables)) {
        add_agencies(article, member, tables);
      } else if (is_person(member, article, tables)) {
        here.push_back(std::move(member));
      }
    }
    const bool whole = std::any_of(here.begin(), here.end(), [](const auto& one) { return count_words(one) > 1; });
    for (auto& member : here) {
      if (!whole || count_words(member) > 1) persons.push_back(std::move(member));
    }
  }
  for (auto& name : persons) add(article.byline, std::move(name));
}

void drop_desks(Article& article, const Tables& tables) {
  const auto is_desk = [&](const std::string& name) { return tables.is("desk", name); };
  if (!std::all_of(article.byline.begin(), article.byline.end(), is_desk)) std::erase_if(article.byline, is_desk);
}

}  // namespace coranto::isolate
