#include "isolate/day.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "base/tsv.h"
#include "base/utf8.h"
#include "isolate/tables.h"

namespace coranto::isolate {
namespace {

constexpr size_t longest_stamp = 200;  // bytes
constexpr size_t most_words = 8;       // beside the date: labels, a name, a zone

struct Token {
  std::string text;  // letters in lower case, or digits
  bool number = false;
  std::string gap;  // what stands between it and the one before
  int value() const { return number && text.size() <= 4 ? std::stoi(text) : 0; }
};

bool is_digit(char32_t point) { return point >= '0' && point <= '9'; }
bool is_letter(char32_t point) {
  return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == 0xA9 ||
         (point >= 0xC0 && !(point >= 0x2000 && point < 0x2E80) && point < 0xFF00);
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> out;
  std::string gap;
  for (size_t at = 0; at < text.size();) {
    const auto begin = at;
    const bool digit = is_digit(utf8::decode(text, at).point);
    while (at < text.size()) {
      const auto step = utf8::decode(text, at);
      if (digit ? !is_digit(step.point) : !is_letter(step.point)) break;
      at += step.size;
    }
    if (at > begin) {
      out.push_back({digit ? std::string(text.substr(begin, at - begin)) : lower(text.substr(begin, at - begin)), digit,
                     std::move(gap)});
      gap.clear();
    } else {
      const auto step = utf8::decode(text, at);
      gap += text.substr(at, step.size);
      at += step.size;
    }
  }
  return out;
}

std::string iso(int year, int month, int day) {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", year, month, day);
  return out.data();
}

bool one_of(std::initializer_list<std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// What may stand between day and month: "1st", "1er", "1. de".
bool is_joint(const Token& token) {
  return !token.number && one_of({"st", "nd", "rd", "th", "er", "º", "de", "of", "del", "den", "ª"}, token.text);
}

// A date that begins at a token, and how many tokens it takes.
struct Found {
  std::string day;
  size_t size = 0;
};

class Reader {
 public:
  using Months = std::map<std::string, int, std::less<>>;
  Reader(const std::vector<Token>& tokens, const Months& months, std::string_view language)
      : tokens_(tokens), months_(months), language_(language) {}

  Found at(size_t i) const {
    for (auto form :
         {&Reader::year_first, &Reader::in_characters, &Reader::day_first, &Reader::month_first, &Reader::in_numbers}) {
      auto found = (this->*form)(i);
      if (!found.day.empty()) return found;
    }
    return {};
  }

 private:
  int number(size_t i) const { return i < tokens_.size() ? tokens_[i].value() : 0; }
  size_t digits(size_t i) const { return i < tokens_.size() && tokens_[i].number ? tokens_[i].text.size() : 0; }
  bool word(size_t i, std::initializer_list<std::string_view> list) const {
    return i < tokens_.size() && one_of(list, tokens_[i].text);
  }
  bool gap(size_t i, std::string_view mark) const { return i < tokens_.size() && tokens_[i].gap == mark; }
  int month(size_t i) const {
    const auto found = i < tokens_.size() ? months_.find(tokens_[i].text) : months_.end();
    return found == months_.end() ? 0 : found->second;
  }
  size_t over_joints(size_t i) const {
    while (i < tokens_.size() && is_joint(tokens_[i])) ++i;
    return i;
  }

  Found year_first(size_t i) const {
    if (digits(i) != 4 || i + 2 >= tokens_.size() || !digits(i + 1) || digits(i + 1) > 2) return {};
    const auto& mark = tokens_[i + 1].gap;
    if (!one_of({"-", "/", "."}, mark) || tokens_[i + 2].gap != mark || digits(i + 2) > 2) return {};
    return {iso(number(i), number(i + 1), number(i + 2)), 3};
  }

  Found in_characters(size_t i) const {
    if (digits(i) != 4 || !word(i + 1, {"年", "년"}) || !word(i + 3, {"月", "월"})) return {};
    return {iso(number(i), number(i + 2), number(i + 4)), 6};
  }

  Found day_first(size_t i) const {
    if (!digits(i) || digits(i) > 2) return {};
    const size_t named = over_joints(i + 1), year = over_joints(named + 1);
    if (!month(named) || digits(year) != 4) return {};
    return {iso(number(year), month(named), number(i)), year + 1 - i};
  }

  Found month_first(size_t i) const {
    if (!month(i) || !digits(i + 1) || digits(i + 1) > 2) return {};
    const size_t year = over_joints(i + 2);
    if (digits(year) != 4) return {};
    return {iso(number(year), month(i), number(i + 1)), year + 1 - i};
  }

  // 11/1/2025, 1.11.2025, and with a year of two digits where a clock time stands beside it.
  Found in_numbers(size_t i) const {
    if (!digits(i) || digits(i) > 2 || !digits(i + 1) || digits(i + 1) > 2) return {};
    const auto& mark = tokens_[i + 1].gap;
    if (!one_of({"/", ".", "-"}, mark) || !gap(i + 2, mark)) return {};
    int year = number(i + 2);
    if (digits(i + 2) == 2 && has_clock()) year += 2000;
    int day = number(i), month = number(i + 1);
    const bool american = mark == "/" && (language_ == "en" || language_.ends_with("US"));
    if ((american && day <= 12) || month > 12) std::swap(day, month);
    return {iso(year, month, day), 3};
  }

  bool has_clock() const {
    return std::any_of(tokens_.begin(), tokens_.end(),
                       [](const Token& token) { return token.number && token.gap == ":"; });
  }

  const std::vector<Token>& tokens_;
  const Months& months_;
  std::string_view language_;
};

}  // namespace

Result<Stamps> Stamps::read(const std::string& path) {
  auto table = Table::read(path);
  if (!table) return table.error();
  Stamps stamps;
  for (size_t i = 0; i < table->size(); ++i) {
    const auto& row = table->row(i);
    if (row.size() < 3) return Error{Code::malformed, "needs the columns class, word, value", path};
    if (row[0] == "month") {
      stamps.months_[row[1]] = std::atoi(row[2].c_str());
    } else if (row[0] == "update") {
      stamps.updates_.insert(row[1]);
    } else if (row[0] == "never") {
      stamps.never_.insert(row[1]);
    } else {
      return Error{Code::malformed, "names the unknown class " + row[0], path + ":" + std::to_string(table->line(i))};
    }
  }
  return stamps;
}

std::string Stamps::day_in(std::string_view text, std::string_view language) const {
  if (text.size() > longest_stamp) return {};
  const auto tokens = tokens_of(text);
  const Reader reader(tokens, months_, language);
  std::string day;
  for (size_t i = 0; i < tokens.size();) {
    const auto found = reader.at(i);
    i += std::max<size_t>(found.size, 1);
    if (found.day.empty()) continue;
    if (!day.empty() && day != found.day) return {};
    day = found.day;
  }
  return day;
}

Stamp Stamps::stamp_in(std::string_view line, std::string_view language) const {
  Stamp stamp;
  if (line.size() > longest_stamp) return stamp;
  const auto tokens = tokens_of(line);
  const Reader reader(tokens, months_, language);
  size_t words = 0;
  std::vector<std::string> days;
  for (size_t i = 0; i < tokens.size();) {
    if (never_.contains(tokens[i].text)) return {};
    const auto found = reader.at(i);
    if (!found.day.empty() && (days.empty() || days.back() != found.day)) days.push_back(found.day);
    stamp.update = stamp.update || (days.empty() && updates_.contains(tokens[i].text));
    words += found.day.empty() && !tokens[i].number;
    i += std::max<size_t>(found.size, 1);
  }
  const bool told_twice = days.size() == 2 && std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
                            return updates_.contains(token.text);
                          });
  if (words > most_words || days.empty() || (days.size() > 1 && !told_twice)) return {};
  stamp.day = *std::min_element(days.begin(), days.end());
  return stamp;
}

}  // namespace coranto::isolate
