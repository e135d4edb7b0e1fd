// Times that hang on another day: "Monday night", "last week", "three days ago", "the day before", "every Friday".
#include <algorithm>

#include "note/calendar.h"
#include "note/time_grammar.h"
#include "note/tree.h"

namespace coranto::note {
namespace {

using Kind = Expression::Kind;

TimeType type_of(Unit unit) { return unit <= Unit::hour ? TimeType::time : TimeType::date; }

void set_duration(Expression& e, int amount, Unit unit) {
  e.kind = Kind::duration;
  e.type = TimeType::duration;
  e.amount = amount;
  e.unit = unit;
}

void set_shift(Expression& e, Kind kind, int amount, Unit unit) {
  e.kind = kind;
  e.type = type_of(unit);
  e.amount = amount;
  e.unit = unit;
}

void set_vague(Expression& e, std::string code) {
  e.kind = Kind::vague;
  e.code = std::move(code);
}

}  // namespace

// Reads on: "morning", "at 8 p.m.".
TimeGrammar::At TimeGrammar::with_part(At end, Expression& e) const {
  At from = end;
  if (is(from, Role::edge) && is(from + 1, Role::part)) ++from;
  if (const TimeWord* word = as(from, Role::part)) {
    e.part = word->code;
    e.type = TimeType::time;
    return from + 1;
  }
  if (low(from) == "at") ++from;
  std::string part;
  if (const At behind = clock_time(from, part)) return e.part = part, e.type = TimeType::time, behind;
  return end;
}

TimeGrammar::At TimeGrammar::weekday(At i, Expression& e) const {
  At from = i;
  if (low(from) == "the" && is(from + 1, Role::last)) ++from;
  if (low(from) == "the" && is(from + 1, Role::next)) ++from;
  const bool last = is(from, Role::last), this_one = is(from, Role::this_), next = is(from, Role::next);
  if (last || this_one || next) e.direction = last ? '-' : this_one ? '0' : '+', ++from;
  if (this_one && (is(from, Role::last) || is(from, Role::next)))
    e.direction = is(from, Role::last) ? '-' : '+', ++from;
  const TimeWord* word = as(from, Role::weekday);
  if (const TimeWord* plural = as(from, Role::weekdays); plural && capital(from)) {
    e.kind = Kind::set;
    e.type = TimeType::set;
    e.code = "XXXX-WXX-" + plural->code;
    return from + 1;
  }
  if (!word || !capital(from) || document_[from].entity == "PERSON" || document_[from].entity == "ORG") return 0;
  e.weekday = word->number;
  if (const TimeWord* parts = as(from + 1, Role::parts)) {
    e.kind = Kind::set;
    e.type = TimeType::set;
    e.code = "XXXX-WXX-" + word->code + 'T' + parts->code;
    return from + 2;
  }
  e.kind = Kind::weekday;
  const At end = with_part(from + 1, e);
  if (low(end) == "of" || low(end) == ",") {  // "Tuesday of last week"
    const At week = low(end) == "of" ? end + 1 : end;
    const bool past = is(week, Role::last), coming = is(week, Role::next);
    if (week != end && (past || coming || is(week, Role::this_)) && low(week + 1) == "week") {
      e.direction = past ? '<' : coming ? '>' : '=';
      return week + 2;
    }
  }
  return end;
}

TimeGrammar::At TimeGrammar::deictic(At i, Expression& e) const {
  if (low(i) == "the" && low(i + 1) == "day" && is_one_of(low(i + 2), {"before", "after"}) &&
      is_one_of(low(i + 3), {"yesterday", "tomorrow"})) {
    set_shift(e, Kind::shift, low(i + 3) == "yesterday" ? -2 : 2, Unit::day);
    return i + 4;
  }
  if (const TimeWord* word = as(i, Role::today)) {
    set_shift(e, Kind::shift, word->number, Unit::day);
    return with_part(i + 1, e);
  }
  if (const TimeWord* word = as(i, Role::tonight)) {
    set_shift(e, Kind::shift, word->number, Unit::day);
    e.type = TimeType::time;
    e.part = "NI";
    return i + 1;
  }
  return 0;
}

// "this morning", "last night", "the morning of March 3", "that evening".
TimeGrammar::At TimeGrammar::part_of_day(At i, Expression& e) const {
  At from = i;
  const bool later = low(from) == "later" || low(from) == "earlier";
  if (later) ++from;
  const std::string_view which = low(from);
  if (!is_one_of(which, {"this", "last", "that", "the", "next"})) return 0;
  At at = from + 1;
  if (which == "the" && is_one_of(low(at), {"next", "following", "previous", "same"})) ++at;
  if (is(at, Role::edge)) ++at;
  const TimeWord* word = as(at, Role::part);
  if (!word) return 0;
  const bool anchored = which == "that" || (which == "the" && at > from + 1);
  if (which == "the" && low(at + 1) == "of") {
    Expression day;
    const At end = simple(at + 2, day);
    if (!end || day.type != TimeType::date) return 0;
    e = std::move(day);
    e.begin = i;
    e.part = word->code;
    e.type = TimeType::time;
    return end;
  }
  if (which == "the" && !anchored) return 0;
  const int days = which == "last"                                           ? -1
                   : low(from + 1) == "next" || low(from + 1) == "following" ? 1
                   : low(from + 1) == "previous"                             ? -1
                   : which == "next"                                         ? 1
                                                                             : 0;
  set_shift(e, anchored ? Kind::anchored : Kind::shift, days, Unit::day);
  e.type = TimeType::time;
  e.part = word->code;
  return at + 1;
}

// "last week", "the past three years", "the next day", "coming months".
TimeGrammar::At TimeGrammar::directed(At i, Expression& e) const {
  At from = i;
  const bool article = is_one_of(low(from), {"the", "these", "its", "their", "his", "her"});
  if (article) ++from;
  const bool first = low(from) == "first" || low(from) == "final";
  const bool back = is(from, Role::last), here = is(from, Role::this_), ahead = is(from, Role::next);
  if (!back && !here && !ahead && !first) return 0;
  const std::string_view word = low(from++);
  int amount = 1;
  Unit u;
  const At counted = number(from, amount);
  if (counted) {
    const At end = unit(counted, u);
    if (!end || here || (!article && word != "past" && !is_one_of(word, {"last", "next"}))) return 0;
    set_duration(e, amount, u);
    return end;
  }
  const At end = unit(from, u);
  if (!end || first) return 0;
  if (is(from, Role::units)) {
    if (here || is_one_of(word, {"following", "upcoming"})) return 0;
    set_vague(e, back ? "PAST_REF" : "FUTURE_REF");
    return end;
  }
  if (here && word == "current" && !article) return 0;
  const int step = back ? -1 : here ? 0 : 1;
  if (is_one_of(word, {"previous", "preceding", "following"}) || (article && word == "next" && u == Unit::day)) {
    set_shift(e, Kind::anchored, step, u);
    return end;
  }
  if (article && is_one_of(word, {"past", "last", "next", "coming"}) && u != Unit::weekend && u != Unit::quarter) {
    set_duration(e, 1, u);
    return end;
  }
  if (word == "past" && u != Unit::weekend && !article) return 0;
  set_shift(e, Kind::shift, step, u);
  return u == Unit::day && (back || here) ? 0 : end;
}

// "three days ago", "a year earlier", "two weeks", "10-day", "for months".
TimeGrammar::At TimeGrammar::counted(At i, Expression& e) const {
  int amount = 1;
  Unit u;
  if (const At end = hyphenated(i, amount, u)) {
    if ((low(end) == "-" && low(end + 1) == "old") || low(end) == "old") return 0;
    set_duration(e, amount, u);
    return end;
  }
  const bool bare = is(i, Role::units);
  At from = bare ? i : number(i, amount);
  if (bare) amount = Expression::many;
  if (!from && low(i) != "0") return from;
  if (bare && low(i + 1) != "ago" && (i == 0 || !is_one_of(low(i - 1), {"for", "in", "of", "within", "after"})))
    return 0;
  if (is_one_of(low(from), {"trading", "business", "calendar", "working"})) ++from;
  At end = unit(from, u);
  if (!end || u == Unit::weekend || low(end) == "old" || (low(end) == "-" && low(end + 1) == "old")) return 0;
  if (low(i) == "some" && is(from, Role::unit)) return 0;
  const std::string_view behind = low(end);
  if (behind == "ago") {
    if (amount == Expression::many)
      set_vague(e, "PAST_REF");
    else
      set_shift(e, Kind::shift, -amount, u);
    return end + 1;
  }
  if (behind == "from" && low(end + 1) == "now") {
    set_shift(e, Kind::shift, amount, u);
    return end + 2;
  }
  const bool goes_on =
      in(end + 1) && !is_one_of(document_[end + 1].pos, {"PUNCT", "SPACE", "CCONJ", "ADP", "VERB", "AUX"});
  if ((is(end, Role::earlier) || is(end, Role::later)) && amount != Expression::many &&
      !(goes_on && is_one_of(behind, {"before", "after"}))) {
    set_shift(e, Kind::anchored, is(end, Role::earlier) ? -amount : amount, u);
    return end + 1;
  }
  set_duration(e, amount, u);
  return end;
}

TimeGrammar::At TimeGrammar::year_ago(At i, Expression& e) const {
  At from = i;
  if (low(from) == "the" || low(from) == "a") ++from;
  Unit u;
  const At hyphen = unit(from, u);
  if (!hyphen || is(from, Role::units)) return 0;
  const At word = low(hyphen) == "-" ? hyphen + 1 : hyphen;
  if (!(low(word) == "ago" || (low(word) == "earlier" && word != hyphen))) return 0;
  if (word == hyphen && low(i) == "a") return 0;
  set_shift(e, low(word) == "ago" ? Kind::shift : Kind::anchored, -1, u);
  if (is_one_of(low(word + 1), {"quarter", "period", "month", "week", "level"})) return word + 2;
  return from != i && word != hyphen ? 0 : word + 1;
}

// "that day", "the same month", "the quarter", "the day before".
TimeGrammar::At TimeGrammar::definite(At i, Expression& e) const {
  At from = i;
  const std::string_view which = low(from);
  const bool points = which == "that" || which == "same";
  if (!points && which != "the") return 0;
  ++from;
  const bool latest = is_one_of(low(from), {"same", "latest", "entire", "whole"});
  if (latest) ++from;
  Unit u;
  int amount = 0;
  if (const At counted = points || latest ? 0 : plain_number(from, amount)) {
    const At behind = is(counted, Role::units) ? unit(counted, u) : 0;
    if (behind) set_duration(e, amount, u);
    return behind;
  }
  const At end = unit(from, u);
  if (!end || is(from, Role::units)) return 0;
  if (!points && (is(end, Role::earlier) || low(end) == "after") && u <= Unit::year) {
    const bool goes_on = in(end + 1) && !is_one_of(document_[end + 1].pos, {"PUNCT", "SPACE", "CCONJ", "ADP"});
    if (low(end) == "earlier" || !goes_on) {
      set_shift(e, Kind::anchored, low(end) == "after" ? 1 : -1, u);
      return end + 1;
    }
  }
  if (!points && !latest &&
      !(u == Unit::quarter || u == Unit::weekend || u == Unit::week || u == Unit::month || u == Unit::year))
    return 0;
  if (low(end) == "of" || low(end) == "-" || (which == "that" && document_[i].dep != "det")) return 0;
  const bool from_today = !points && !latest && u != Unit::quarter;
  set_shift(e, from_today ? Kind::shift : Kind::anchored, u == Unit::weekend ? -1 : 0, u);
  return end;
}

TimeGrammar::At TimeGrammar::every(At i, Expression& e) const {
  if (const TimeWord* word = as(i, Role::repeat)) {
    e.kind = Kind::set;
    e.type = TimeType::set;
    e.code = word->code;
    return i + 1;
  }
  if (!is(i, Role::every)) return 0;
  e.kind = Kind::set;
  e.type = TimeType::set;
  At from = low(i + 1) == "other" ? i + 2 : i + 1;
  int amount = from == i + 2 ? 2 : 1, month_number = 0;
  if (const TimeWord* word = as(from, Role::weekday)) return e.code = "XXXX-WXX-" + word->code, from + 1;
  if (const TimeWord* word = as(from, Role::season)) return e.code = "XXXX-" + word->code, from + 1;
  if (const At end = month(from, month_number)) return e.code = "XXXX-" + two_digits(month_number), end;
  if (is(from, Role::part)) return e.code = "P1D", from + 1;
  if (const At behind = plain_number(from, amount)) from = behind;
  Unit u;
  const At end = unit(from, u);
  if (!end) return 0;
  e.code = duration_value(amount, u);
  return end;
}

// "8 p.m. Friday", "noon on Jan. 3", "8 p.m.".
TimeGrammar::At TimeGrammar::clock(At i, Expression& e) const {
  std::string part;
  const At end = clock_time(i, part);
  if (!end) return 0;
  At from = end;
  if (low(from) == ",") ++from;
  if (low(from) == "on") ++from;
  Expression day;
  At behind = calendar(from, day);
  if (!behind || !day.day) behind = 0;
  for (const auto reader : {&TimeGrammar::weekday, &TimeGrammar::deictic}) {
    Expression other;
    const At there = behind ? 0 : (this->*reader)(from, other);
    if (there && other.kind != Kind::set) day = std::move(other), behind = there;
  }
  if (behind)
    e = std::move(day);
  else
    e.kind = Kind::clock;
  e.begin = i;
  e.type = TimeType::time;
  e.part = part;
  return behind ? behind : end;
}

TimeGrammar::At TimeGrammar::phrase(At i, Expression& e) const {
  std::string_view first = low(i);
  for (const TimePhrase& phrase : tables_.phrases(first)) {
    const uint32_t begin = document_[i].span.begin;
    const uint32_t end = begin + static_cast<uint32_t>(phrase.text.size());
    if (end > document_.text.size()) continue;
    const std::string_view text = document_.text.substr(begin, phrase.text.size());
    const bool same = std::equal(text.begin(), text.end(), phrase.text.begin(),
                                 [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
    At behind = i;
    while (in(behind) && document_[behind].span.end < end) ++behind;
    if (!same || !in(behind) || document_[behind].span.end != end) continue;
    if (phrase.value.size() == 5) {
      if (!capital(i)) continue;
      e.kind = Kind::named_day;
      e.month = (phrase.value[0] - '0') * 10 + phrase.value[1] - '0';
      e.day = (phrase.value[3] - '0') * 10 + phrase.value[4] - '0';
      return with_year(behind + 1, e);
    }
    if (phrase.text == "the past" && in(behind + 1) &&
        is_one_of(document_[behind + 1].pos, {"NOUN", "ADJ", "PROPN", "NUM"}))
      continue;
    set_vague(e, phrase.value);
    return behind + 1;
  }
  return 0;
}

TimeGrammar::At TimeGrammar::vague(At i, Expression& e) const {
  const TimeWord* word = as(i, Role::vague);
  if (!word || document_[i].dep == "mark" || low(i + 1) == "as" || low(i + 1) == "that" || low(i + 1) == "after")
    return 0;
  Unit u;
  const At many = low(i) == "recent" ? unit(i + 1, u) : 0;
  set_vague(e, word->code);
  return many ? many : i + 1;
}

}  // namespace coranto::note
