// Dates of the calendar: "Friday, January 23, 2025", "the 1990s", "the third quarter", "last summer".
#include "note/time_grammar.h"
#include "note/tree.h"

namespace coranto::note {
namespace {

int two_or_four(std::string_view text) {
  int number = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return text.empty() || text.size() > 4 ? -1 : number;
}

// Words after which four digits are a year.
bool leads_to_year(std::string_view word) {
  return is_one_of(word,
                   {"in",    "since",  "by",     "until",  "till",    "of",      "from", "to",   "during", "before",
                    "after", "early",  "late",   "mid",    "through", "between", "and",  "year", "fiscal", "for",
                    "(",     "spring", "summer", "autumn", "winter",  "fall",    "or",   "than", "circa"});
}

}  // namespace

TimeGrammar::At TimeGrammar::calendar(At i, Expression& e) const {
  At from = i;
  if (const TimeWord* word = as(i, Role::weekday); word && capital(i)) {
    e.weekday = word->number;
    from = low(i + 1) == "," ? i + 2 : i + 1;
    if (low(from) == "the") ++from;
  }
  At end = month_first(from, e);
  if (!end) end = day_first(from, e);
  if (end) return with_part(with_year(end, e), e);
  if (from != i) return 0;
  end = month_alone(i, e);
  return end ? end : year_alone(i, e);
}

TimeGrammar::At TimeGrammar::month_first(At i, Expression& e) const {
  int month_number = 0, day = 0;
  At end = month(i, month_number);
  if (!end) return 0;
  if (low(end) == "the") ++end;
  const std::string_view word = low(end);
  const size_t dash = word.find_first_of("-–");
  At behind = 0;
  if (dash != std::string_view::npos && dash > 0) {
    day = two_or_four(word.substr(0, dash));
    const size_t second = word.find_first_of("0123456789", dash);
    e.last_day = second == std::string_view::npos ? 0 : two_or_four(word.substr(second));
    behind = e.last_day > 0 ? end + 1 : 0;
  } else {
    behind = ordinal(end, day);
    if (!behind && two_or_four(word) > 0 && word.size() <= 2) day = two_or_four(word), behind = end + 1;
    int last = 0;
    if (behind && is_one_of(low(behind), {"-", "–", "and", "to"}) && low(behind + 1).size() <= 2 &&
        plain_number(behind + 1, last) && last > day && last <= 31 && low(behind + 2) != "%") {
      e.last_day = last;
      behind += 2;
    }
  }
  if (!behind || day < 1 || day > 31 || e.last_day > 31) return e.last_day = 0, 0;
  e.month = month_number;
  e.day = day;
  return behind;
}

TimeGrammar::At TimeGrammar::day_first(At i, Expression& e) const {
  int day = 0, last = 0, month_number = 0;
  At end = i;
  if (low(end) == "the") ++end;
  const bool article = end != i;
  At behind = ordinal(end, day);
  if (!behind && low(end).size() <= 2) behind = plain_number(end, day);
  if (!behind) return 0;
  if (is_one_of(low(behind), {"-", "–", "and", "to"}) && low(behind + 1).size() <= 4) {
    At second = ordinal(behind + 1, last);
    if (!second) second = plain_number(behind + 1, last);
    if (second && last > day)
      behind = second;
    else
      last = 0;
  }
  if (low(behind) == "of")
    ++behind;
  else if (article)
    return 0;
  const At whole = month(behind, month_number);
  if (!whole || day < 1 || day > 31 || last > 31) return 0;
  e.month = month_number;
  e.day = day;
  e.last_day = last;
  return whole;
}

// ", 2024", " 2024", "of last year", "this year".
TimeGrammar::At TimeGrammar::with_year(At end, Expression& e) const {
  At from = end;
  if (is_one_of(low(from), {",", "of"})) ++from;
  int found = 0;
  if (At behind = year(from, found)) return e.year = found, behind;
  if (low(from) == ",") return end;
  const bool said = is(from, Role::last) || is(from, Role::this_) || is(from, Role::next);
  if (!said || low(from + 1) != "year") return end;
  e.direction = is(from, Role::last) ? '-' : is(from, Role::this_) ? '0' : '+';
  e.unit = Unit::year;
  return from + 2;
}

TimeGrammar::At TimeGrammar::month_alone(At i, Expression& e) const {
  At from = i;
  if (low(from) == "the") ++from;
  const bool last = is(from, Role::last), this_one = is(from, Role::this_), next = is(from, Role::next);
  if (last || this_one || next)
    ++from;
  else if (from != i)
    return 0;
  int found = 0;
  const At end = month(from, found);
  if (!end) return 0;
  e.month = found;
  const bool named = document_[from].tag == "NNP" || document_[from].entity == "DATE";
  if (last || this_one || next) {
    e.direction = last ? '-' : this_one ? '0' : '+';
    e.unit = Unit::month;
    return end;
  }
  const At whole = with_year(end, e);
  if (whole == end && !named) return 0;
  return whole;
}

TimeGrammar::At TimeGrammar::numeric_date(At i, Expression& e) const {
  const std::string_view word = low(i);
  if (word.size() < 6 || word.size() > 10) return 0;
  const char mark = word.find('/') != std::string_view::npos ? '/' : '-';
  const size_t first = word.find(mark), second = first == std::string_view::npos ? first : word.find(mark, first + 1);
  if (second == std::string_view::npos) return 0;
  const int a = two_or_four(word.substr(0, first));
  const int b = two_or_four(word.substr(first + 1, second - first - 1));
  const int c = two_or_four(word.substr(second + 1));
  const bool year_first = first == 4;
  e.year = year_first ? a : c;
  e.month = year_first ? b : a;
  e.day = year_first ? c : b;
  if (!year_first && word.size() - second - 1 == 2) e.year += e.year < 30 ? 2000 : 1900;
  if (e.month > 12 && e.day <= 12) std::swap(e.month, e.day);
  if (e.month < 1 || e.month > 12 || e.day < 1 || e.day > 31 || e.year < 1000 || e.year > 2200) return 0;
  return i + 1;
}

TimeGrammar::At TimeGrammar::year_alone(At i, Expression& e) const {
  At from = i;
  if (low(from) == "the") ++from;
  const bool fiscal = is_one_of(low(from), {"fiscal", "year"});
  if (fiscal) ++from;
  if (fiscal && low(from) == "year") ++from;
  if (from != i && !fiscal) return 0;
  const At end = year(from, e.year);
  if (!end) return 0;
  const Token& token = document_[from];
  if (is(from, Role::number)) return end;
  if (fiscal || token.entity == "DATE") return token.dep == "nummod" && document_.head(from).tag == "NNS" ? 0 : end;
  if (token.text.size() != 4 || e.year < 1500 || e.year > 2100) return 0;
  const bool counts = token.dep == "nummod" && token.head > from;
  if (counts || from == 0 || !leads_to_year(low(from - 1)) || low(end) == "%" || is(end, Role::units)) return 0;
  return document_[from].entity.empty() || document_[from].entity == "CARDINAL" ? end : 0;
}

TimeGrammar::At TimeGrammar::decade(At i, Expression& e) const {
  At from = i;
  const bool article = low(from) == "the";
  if (article) ++from;
  const bool edge = is(from, Role::edge);
  if (edge && article) ++from;
  if (low(from) == "-" && edge) ++from;
  if (is_one_of(low(from), {"'", "’", "‘"})) ++from;
  std::string_view word = low(from);
  if (word.starts_with("mid-")) word.remove_prefix(4);
  if (word.starts_with("'")) word.remove_prefix(1);
  int start = 0;
  if (const TimeWord* named = as(from, Role::decade); named && article)
    start = named->number;
  else if (word.size() == 5 && word.ends_with("0s"))
    start = two_or_four(word.substr(0, 4));
  else if (word.size() == 3 && word.ends_with("0s") && (article || from != i))
    start = 1900 + two_or_four(word.substr(0, 2));
  if (start < 1000 || start > 2100) return 0;
  e.year = start;
  e.span_years = 10;
  return from + 1;
}

TimeGrammar::At TimeGrammar::century(At i, Expression& e) const {
  At from = i;
  if (low(from) == "the") ++from;
  int number = 0;
  At end = ordinal(from, number);
  if (!end) return 0;
  if (low(end) == "-") ++end;
  if (low(end) != "century") return 0;
  e.year = (number - 1) * 100 + 1;
  e.span_years = 100;
  return end + 1;
}

// "third-quarter", "the first half of 1990", "the 1988 second quarter".
TimeGrammar::At TimeGrammar::quarter(At i, Expression& e) const {
  At from = i;
  if (low(from) == "the") ++from;
  const bool of_year = (is(from, Role::last) || is(from, Role::this_) || is(from, Role::next)) &&
                       low(from + 1) == "year" && is_one_of(low(from + 2), {"'s", "’s"});
  if (of_year) {
    e.direction = is(from, Role::last) ? '-' : is(from, Role::this_) ? '0' : '+';
    e.unit = Unit::year;
    from += 3;
  } else if (is(from, Role::last) && low(from) != "past")
    e.direction = '-', ++from;
  else if (is(from, Role::this_))
    e.direction = '0', ++from;
  if (const At behind = year(from, e.year)) from = behind;
  if (low(from) == "fiscal") ++from;
  int number = 0;
  At end = ordinal(from, number);
  if (!end || number > 4) return 0;
  if (low(end) == "-" && low(i) == "the") return 0;  // "the third-quarter loss": the article is the loss's
  if (low(end) == "-" || low(end) == "fiscal") ++end;
  if (is_one_of(low(end), {"quarter", "period"}) && (low(end) == "quarter"))
    e.quarter = number;
  else if (low(end) == "half" && number <= 2)
    e.half = number;
  else
    return 0;
  ++end;
  if (e.year || of_year) return end;
  const At behind = with_year(end, e);
  if (e.half && behind == end && low(end) == "of" && low(end + 1) == "the" && low(end + 2) == "year") return end + 3;
  return e.half && behind == end ? 0 : behind;
}

TimeGrammar::At TimeGrammar::season(At i, Expression& e) const {
  At from = i;
  const bool article = low(from) == "the";
  if (article) ++from;
  if (article && is(from, Role::edge)) ++from;
  const bool last = is(from, Role::last), this_one = is(from, Role::this_), next = is(from, Role::next);
  if (this_one && is(from + 1, Role::last))
    e.direction = '-', from += 2;
  else if (last || this_one || next)
    e.direction = last ? '-' : this_one ? '0' : '+', ++from;
  const TimeWord* word = as(from, Role::season);
  if (!word || !is_one_of(document_[from].tag, {"NN", "NNP"}) || document_[from].entity == "PERSON") return 0;
  const bool led = article || e.direction != ' ' ||
                   (from > 0 && is_one_of(low(from - 1), {"in", "by", "since", "until", "early", "late", "during"}));
  e.season = word->code;
  const At end = from + 1;
  if (e.direction != ' ') return end;
  const At behind = with_year(end, e);
  const bool dated = document_[from].entity == "DATE";
  return (led && dated) || behind > end ? behind : 0;
}

}  // namespace coranto::note
