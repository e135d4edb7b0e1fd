// The grammar is a set of small readers: each takes a token and gives the token behind what it could read, or 0.
// `simple` tries all whole expressions and keeps the longest; `read` lets words like "early" or "nearly" go before.
#include "note/time_grammar.h"

#include <algorithm>

#include "note/calendar.h"
#include "note/tree.h"

namespace coranto::note {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// The whole token as a number of at most six digits, or -1.
int digits(std::string_view text) {
  if (text.empty() || text.size() > 6 || !std::all_of(text.begin(), text.end(), digit)) return -1;
  int number = 0;
  for (char c : text) number = number * 10 + (c - '0');
  return number;
}

}  // namespace

std::string duration_value(int amount, Unit unit) {
  if (unit == Unit::decade || unit == Unit::century) {
    if (amount == Expression::many) return unit == Unit::decade ? "PXE" : "PXC";
    amount *= unit == Unit::decade ? 10 : 100;
    unit = Unit::year;
  }
  if (unit == Unit::fortnight && amount != Expression::many) amount *= 2;
  static constexpr std::string_view letters[] = {"S", "M", "H", "D", "WE", "W", "W", "M", "Q", "Y"};
  std::string value = unit <= Unit::hour ? "PT" : "P";
  value += amount == Expression::many ? "X" : std::to_string(amount);
  return value.append(letters[static_cast<size_t>(unit)]);
}

TimeGrammar::TimeGrammar(const Document& document, const TimeTables& tables) : document_(document), tables_(tables) {
  roles_.reserve(document.size());
  for (const Token& token : document.tokens) roles_.push_back(&tables.word(token.lower));
}

const TimeWord* TimeGrammar::as(At i, Role role) const {
  if (!in(i)) return nullptr;
  for (const TimeWord& word : *roles_[i]) {
    if (word.role == role) return &word;
  }
  return nullptr;
}

std::string_view TimeGrammar::low(At i) const { return in(i) ? document_[i].lower : std::string_view(); }

bool TimeGrammar::capital(At i) const { return in(i) && document_[i].text[0] >= 'A' && document_[i].text[0] <= 'Z'; }

TimeGrammar::At TimeGrammar::plain_number(At i, int& amount) const {
  if (!in(i)) return 0;
  if (const int value = digits(low(i)); value >= 0) return amount = value, i + 1;
  const TimeWord* word = as(i, Role::number);
  if (!word) return 0;
  amount = word->number;
  const bool hyphen = low(i + 1) == "-";
  const TimeWord* next = as(i + (hyphen ? 2 : 1), Role::number);
  if (!next) return i + 1;
  const At end = i + (hyphen ? 3 : 2);
  if (amount >= 20 && amount < 100 && next->number < 10) return amount += next->number, end;
  if (next->number >= 12 && amount < 100 && !hyphen) return amount *= next->number, end;
  return i + 1;
}

TimeGrammar::At TimeGrammar::number(At i, int& amount) const {
  const std::string_view word = low(i);
  if (word == "a" || word == "an") {
    if (low(i + 1) == "couple") return amount = 2, low(i + 2) == "of" ? i + 3 : i + 2;
    if (low(i + 1) == "few" || low(i + 1) == "number")
      return amount = Expression::many, low(i + 2) == "of" ? i + 3 : i + 2;
    if (low(i + 1) == "hundred" || low(i + 1) == "dozen") return plain_number(i + 1, amount);
    return amount = 1, low(i + 1) == "full" || low(i + 1) == "whole" || low(i + 1) == "additional" ? i + 2 : i + 1;
  }
  if (is(i, Role::many)) return amount = Expression::many, i + 1;
  At end = plain_number(i, amount);
  if (end && is_one_of(low(end), {"more", "full", "additional", "consecutive", "straight", "long"})) ++end;
  return end;
}

TimeGrammar::At TimeGrammar::ordinal(At i, int& number) const {
  if (const TimeWord* word = as(i, Role::ordinal)) return number = word->number, i + 1;
  const std::string_view word = low(i);
  if (word.size() < 3 || !is_one_of(word.substr(word.size() - 2), {"st", "nd", "rd", "th"})) return 0;
  number = digits(word.substr(0, word.size() - 2));
  return number > 0 ? i + 1 : 0;
}

TimeGrammar::At TimeGrammar::year(At i, int& year) const {
  const std::string_view word = low(i);
  const int value = digits(word);
  if (word.size() == 4 && value >= 1000 && value < 2200) return year = value, i + 1;
  if (const At behind = spelled_year(i, year)) return behind;
  const bool cut = is_one_of(word, {"'", "’"}) && low(i + 1).size() == 2 && in(i + 1) && !document_[i].space_after;
  const int two = cut ? digits(low(i + 1)) : word.size() == 3 && word[0] == '\'' ? digits(word.substr(1)) : -1;
  if (two < 0) return 0;
  return year = two < 30 ? 2000 + two : 1900 + two, cut ? i + 2 : i + 1;
}

// "nineteen ninety-six", "two thousand".
TimeGrammar::At TimeGrammar::spelled_year(At i, int& year) const {
  int rest = 0;
  if (low(i) == "two" && low(i + 1) == "thousand") {
    year = 2000;
    const At from = low(i + 2) == "and" ? i + 3 : i + 2;
    const bool more = !is(from, Role::unit) && plain_number(from, rest) && rest < 100;
    return more ? year += rest, plain_number(from, rest) : i + 2;
  }
  if (!is_one_of(low(i), {"nineteen", "eighteen"}) || !is(i + 1, Role::number)) return 0;
  const At end = plain_number(i + 1, rest);
  if (rest < 10 || rest > 99) return 0;
  return year = (low(i) == "nineteen" ? 1900 : 1800) + rest, end;
}

TimeGrammar::At TimeGrammar::unit(At i, Unit& unit) const {
  static constexpr std::string_view names[] = {"second",    "minute", "hour",    "day",  "weekend", "week",
                                               "fortnight", "month",  "quarter", "year", "decade",  "century"};
  const TimeWord* word = as(i, Role::unit) ? as(i, Role::unit) : as(i, Role::units);
  if (!word) return 0;
  unit = static_cast<Unit>(std::find(std::begin(names), std::end(names), word->code) - std::begin(names));
  return i + 1;
}

// "March" and "May" are verbs too: a month begins with a capital and is tagged as a name.
TimeGrammar::At TimeGrammar::month(At i, int& month) const {
  const TimeWord* word = as(i, Role::month);
  if (!word || !capital(i) || !is_one_of(document_[i].tag, {"NNP", "NNPS", "NN", "CD", "JJ"})) return 0;
  if (document_[i].entity == "PERSON" || document_[i].entity == "ORG") return 0;
  month = word->number;
  return i + 1;
}

TimeGrammar::At TimeGrammar::zone(At i) const {
  if (low(i) == "local" && low(i + 1) == "time") return i + 2;
  if (!is_one_of(low(i), {"gmt", "est", "edt", "et", "cst", "cdt", "pst", "pdt", "pt", "utc", "bst", "cet", "ist",
                          "jst", "eastern"}))
    return i;
  return low(i) == "eastern" ? (low(i + 1) == "time" ? i + 2 : i) : i + 1;
}

// "8 p.m.", "8:30", "2030 GMT", "noon", "10 o'clock"; `part` is "T20:30". Bare figures ("2:30") are a time of day only
// after a word like "at": else they may be a score.
TimeGrammar::At TimeGrammar::clock_time(At i, std::string& part) const {
  if (const TimeWord* word = as(i, Role::clock)) return part.assign(1, 'T').append(word->code), i + 1;
  const std::string_view word = low(i);
  const size_t mark = word.find_first_of(":.");
  int hour = digits(word.substr(0, mark));
  int minute = mark == std::string_view::npos ? 0 : digits(word.substr(mark + 1));
  At end = i + 1;
  const bool afternoon = is_one_of(low(end), {"p.m.", "pm", "p.m"});
  const bool half_named = afternoon || is_one_of(low(end), {"a.m.", "am", "a.m"});
  const bool whole_hour = is_one_of(low(end), {"o'clock", "o’clock"});
  if (half_named || whole_hour) ++end;
  const At behind = zone(end);
  const bool marked = half_named || whole_hour || behind > end;
  if (!half_named && mark == std::string_view::npos && word.size() == 4) minute = hour % 100, hour /= 100;
  const bool led = i > 0 && is_one_of(low(i - 1), {"at", "around", "about", "by", "until", "from", "before", "after"});
  if (!marked && !(led && mark != std::string_view::npos && word[mark] == ':')) return 0;
  if (hour < 0 || hour > (half_named ? 12 : 24) || minute < 0 || minute > 59) return 0;
  if (half_named) hour = hour % 12 + (afternoon ? 12 : 0);
  part = 'T' + two_digits(hour) + ':' + two_digits(minute);
  return behind;
}

// "10-year", "three-month", "two-and-a-half-year" is left alone.
TimeGrammar::At TimeGrammar::hyphenated(At i, int& amount, Unit& found) const {
  const std::string_view word = low(i);
  const size_t mark = word.find('-');
  if (mark != std::string_view::npos && mark > 0) {
    amount = digits(word.substr(0, mark));
    const auto& words = tables_.word(word.substr(mark + 1));
    if (amount < 0 || words.empty()) return 0;
    static constexpr std::pair<std::string_view, Unit> names[] = {
        {"minute", Unit::minute}, {"hour", Unit::hour}, {"day", Unit::day},      {"week", Unit::week},
        {"month", Unit::month},   {"year", Unit::year}, {"decade", Unit::decade}};
    for (const auto& [name, value] : names) {
      if (word.substr(mark + 1) == name) return found = value, i + 1;
    }
    return 0;
  }
  const At end = is(i, Role::many) ? (amount = Expression::many, i + 1) : plain_number(i, amount);
  return end && low(end) == "-" && is(end + 1, Role::unit) ? unit(end + 1, found) : 0;
}

TimeGrammar::At TimeGrammar::simple(At i, Expression& best) const {
  using Reader = At (TimeGrammar::*)(At, Expression&) const;
  static constexpr Reader readers[] = {&TimeGrammar::calendar, &TimeGrammar::numeric_date, &TimeGrammar::decade,
                                       &TimeGrammar::century,  &TimeGrammar::quarter,      &TimeGrammar::season,
                                       &TimeGrammar::weekday,  &TimeGrammar::deictic,      &TimeGrammar::directed,
                                       &TimeGrammar::counted,  &TimeGrammar::year_ago,     &TimeGrammar::definite,
                                       &TimeGrammar::every,    &TimeGrammar::clock,        &TimeGrammar::part_of_day,
                                       &TimeGrammar::phrase,   &TimeGrammar::vague};
  At best_end = 0;
  for (const Reader reader : readers) {
    Expression e;
    e.begin = i;
    const At end = (this->*reader)(i, e);
    if (end <= best_end) continue;
    best_end = end;
    best = std::move(e);
  }
  best.end = best_end;
  return best_end;
}

bool TimeGrammar::read(uint32_t i, Expression& found) const {
  if (!in(i) || document_[i].is_space) return false;
  At end = simple(i, found);
  At inner = i;
  if (low(inner) == "the") ++inner;
  if (is_one_of(low(inner), {"end", "beginning", "start", "middle", "close", "rest", "remainder"}) &&
      low(inner + 1) == "of")
    inner += 2;
  else if (low(inner) == "no" && is_one_of(low(inner + 1), {"more", "less"}) && low(inner + 2) == "than")
    inner += 3;
  else if (is_one_of(low(inner), {"more", "less"}) && low(inner + 1) == "than")
    inner += 2;
  else if ((low(inner) == "at" && low(inner + 1) == "least") || (low(inner) == "up" && low(inner + 1) == "to"))
    inner += 2;
  else if (is(inner, Role::edge) && low(inner + 1) == "in")
    inner += 2;
  else if (is(inner, Role::edge))
    inner += low(inner + 1) == "-" ? 2 : 1;
  else if (is(inner, Role::approximate) && low(inner + 1) != "the" && !is(inner + 1, Role::many))
    ++inner;
  else if (is_one_of(low(inner), {"earlier", "later"}) &&
           (is(inner + 1, Role::this_) || is(inner + 1, Role::today) || is(inner + 1, Role::weekday)))
    ++inner;
  else
    return end != 0;
  Expression whole;
  const At behind = simple(inner, whole);
  const bool counted = whole.kind == Expression::Kind::duration || whole.kind == Expression::Kind::shift ||
                       whole.kind == Expression::Kind::anchored;
  const bool edge = is(inner - 1, Role::edge) || is_one_of(low(inner - 1), {"earlier", "later"}) ||
                    low(inner - 1) == "-" || low(inner - 1) == "of" || low(inner - 1) == "in";
  if (behind <= end || (!edge && !counted) || whole.kind == Expression::Kind::vague) return end != 0;
  found = std::move(whole);
  found.begin = i;
  found.end = behind;
  return true;
}

}  // namespace coranto::note
