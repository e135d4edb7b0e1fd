#include "note/time_sense.h"

#include <algorithm>

#include "note/calendar.h"
#include "note/tree.h"

namespace coranto::note {
namespace {

using Kind = Expression::Kind;

constexpr std::string_view weekday_names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::string year_text(int year) { return iso_month(year, 1).substr(0, 4); }

std::string signed_count(int amount, bool ahead) {
  return std::string(amount < 0 || !ahead ? "-" : "+") + std::to_string(std::abs(amount));
}

// "P-1D", "P+0D", "P-0W", "P+1M"; empty for units that are no part of the calendar.
std::string shift_symbol(int amount, Unit unit) {
  if (unit == Unit::decade) return shift_symbol(amount * 10, Unit::year);
  if (unit == Unit::fortnight) return shift_symbol(amount * 2, Unit::week);
  if (unit <= Unit::hour) return "P+0D";
  if (unit == Unit::weekend) return amount < 0 ? "P-sat/P-sun" : "P+sat/P+sun";
  static constexpr std::string_view letters[] = {"", "", "", "D", "", "W", "", "M", "Q", "Y", "", ""};
  const std::string_view letter = letters[static_cast<size_t>(unit)];
  if (letter.empty()) return {};
  return ("P" + signed_count(amount, amount > 0 || unit == Unit::day)).append(letter);
}

std::string with_part(std::string day, const std::string& part) {
  if (part.empty()) return day;
  return day + (part[0] == 'T' ? "" : "T") + part;
}

int first_month(std::string_view season) { return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12; }

std::string interval(int64_t from, int64_t to) { return iso(from) + '/' + iso(to); }
int64_t monday_of(int64_t day) { return day - (weekday_of(day) - 1); }

// Month `amount` months from that of `from`, as year * 12 + month - 1.
int month_count(int64_t from) {
  const Day d = day_of(from);
  return d.year * 12 + d.month - 1;
}

}  // namespace

TimeSense::TimeSense(const Document& document, std::string_view published) : document_(document) {
  Day day;
  if (parse_iso(published, day)) published_ = number_of(day);
}

void TimeSense::set_day(Time& time, int64_t day, const std::string& part) {
  time.value = with_part(iso(day), part);
  day_ = day;
  const Day d = day_of(day);
  anchor_year_ = d.year;
  anchor_month_ = d.month;
}

std::string TimeSense::moved(int64_t from, int amount, Unit unit) const {
  switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
      return iso(from);
    case Unit::day:
      return iso(from + amount);
    case Unit::weekend: {
      const int64_t saturday = monday_of(from) + 5;
      const int64_t past = saturday + 1 <= from ? saturday : saturday - 7;
      const int64_t begin = amount < 0    ? past
                            : amount == 0 ? saturday
                                          : saturday + 7 * (amount - 1) + (weekday_of(from) >= 6 ? 7 : 0);
      return interval(begin, begin + 1);
    }
    case Unit::fortnight:
      amount *= 2;
      [[fallthrough]];
    case Unit::week: {
      const int64_t monday = monday_of(from + 7 * static_cast<int64_t>(amount));
      return interval(monday, monday + 6);
    }
    case Unit::month: {
      const int count = month_count(from) + amount;
      return iso_month(count / 12, count % 12 + 1);
    }
    case Unit::quarter: {
      const int count = month_count(from) / 3 + amount;
      return year_text(count / 4) + "-Q" + std::to_string(count % 4 + 1);
    }
    case Unit::decade:
      amount *= 10;
      [[fallthrough]];
    case Unit::year:
      return year_text(day_of(from).year + amount);
    case Unit::century:
      return year_text(day_of(from).year + amount * 100);
  }
  return {};
}

void TimeSense::shift(const Expression& e, Time& time) {
  time.symbolic = shift_symbol(e.amount, e.unit);
  if (!published_) {
    if (e.unit == Unit::day) symbolic_day_ = e.amount, symbolic_weekday_ = 0;
    return;
  }
  if (e.unit == Unit::day) return set_day(time, *published_ + e.amount, e.part);
  time.value = with_part(moved(*published_, e.amount, e.unit), e.part);
  if (e.unit == Unit::year)
    anchor_year_ = day_of(*published_).year + e.amount, anchor_month_ = anchor_quarter_ = 0, day_.reset();
}

void TimeSense::weekday(const Expression& e, Tense tense, Time& time) {
  const bool ahead =
      e.direction == '+' || e.direction == '>' || (e.direction != '-' && e.direction != '<' && tense == Tense::future);
  time.symbolic = std::string(ahead ? "P+" : "P-").append(weekday_names[e.weekday - 1]);
  if (!published_) {
    symbolic_weekday_ = ahead ? -e.weekday : e.weekday;
    symbolic_day_.reset();
    return;
  }
  const int64_t today = *published_;
  const int back = (weekday_of(today) - e.weekday + 7) % 7, forth = (e.weekday - weekday_of(today) + 7) % 7;
  const int64_t in_week = monday_of(today) + e.weekday - 1;
  int64_t day = ahead ? today + forth : today - back;
  if (e.direction == '-' && back == 0) day -= 7;
  if (e.direction == '+' && forth == 0) day += 7;
  if (e.direction == '=') day = in_week;
  if (e.direction == '<') day = in_week - 7;
  if (e.direction == '>') day = in_week + 7;
  set_day(time, day, e.part);
}

// The year of a month, season or quarter that stands without one.
int TimeSense::year_of(const Expression& e, Tense tense) const {
  if (e.year) return e.year;
  if (!published_) return 0;
  const Day today = day_of(*published_);
  const int step = e.direction == '-' ? -1 : e.direction == '+' ? 1 : 0;
  if (e.direction != ' ' && e.unit == Unit::year) return today.year + step;
  const int month = e.month             ? e.month
                    : !e.season.empty() ? first_month(e.season)
                    : e.quarter         ? e.quarter * 3 - 2
                                        : e.half * 6 - 5;
  if (e.direction == '0') return today.year;
  if (e.direction == '-') return month < today.month ? today.year : today.year - 1;
  if (e.direction == '+') return month > today.month ? today.year : today.year + 1;
  if (e.weekday && e.day) {  // "Saturday, April 25": the nearest year in which it is one
    for (int step_away : {0, -1, 1, -2, 2, -3, 3}) {
      const int year = today.year + step_away;
      if (e.day <= days_in(year, month) && weekday_of(number_of({year, month, e.day})) == e.weekday) return year;
    }
  }
  const int64_t begins = number_of({today.year, month, e.day ? std::min(e.day, days_in(today.year, month)) : 1});
  // A date close by outweighs the tense: a year off is not said without the year.
  constexpr int64_t close = 45;
  const int64_t away = begins - *published_;
  if (std::abs(away) <= close || (away < 0 && !e.day && month >= today.month - (e.quarter ? 2 : 0))) return today.year;
  if (away - 365 >= -close) return today.year - 1;
  if (away + 365 <= close) return today.year + 1;
  if (tense == Tense::future) return away < 0 ? today.year + 1 : today.year;
  if (tense == Tense::past) return away > 0 ? today.year - 1 : today.year;
  return away > 183 ? today.year - 1 : away < -240 ? today.year + 1 : today.year;
}

void TimeSense::day_of_month(const Expression& e, Tense tense, Time& time) {
  const int year = year_of(e, tense);
  const int length = days_in(year ? year : 2024, e.month);
  if (e.day > length || e.last_day > length) return;
  if (!year) {
    time.value = with_part("XXXX-" + two_digits(e.month) + '-' + two_digits(e.day), e.part);
    day_.reset();
    return;
  }
  const int64_t day = number_of({year, e.month, e.day});
  set_day(time, day, e.part);
  if (e.last_day) time.value = interval(day, number_of({year, e.month, e.last_day}));
}

void TimeSense::calendar(const Expression& e, Tense tense, Time& time) {
  if (e.day) return day_of_month(e, tense, time);
  if (e.span_years) {
    time.value = year_text(e.year) + '/' + year_text(e.year + e.span_years - 1);
    return;
  }
  const int year = year_of(e, tense);
  const std::string text = year ? year_text(year) : "XXXX";
  anchor_year_ = year;
  anchor_month_ = e.month;
  anchor_quarter_ = e.quarter;
  day_.reset();
  time.value = text;
  if (e.month) time.value += '-' + two_digits(e.month);
  if (e.quarter) time.value += "-Q" + std::to_string(e.quarter);
  if (e.half) time.value += "-H" + std::to_string(e.half);
  if (!e.season.empty()) time.value += '-' + e.season;
  if (!published_ && e.direction != ' ' && e.unit == Unit::year && !e.month) time.value.clear();
}

void TimeSense::anchored(const Expression& e, Time& time) {
  if (e.unit == Unit::day || e.unit == Unit::week || e.unit <= Unit::hour) {
    if (day_ || published_) {
      const int64_t from = day_ ? *day_ : *published_;
      if (e.unit == Unit::day) return set_day(time, from + e.amount, e.part);
      time.value = moved(from, e.amount, e.unit);
    } else if (symbolic_day_ && e.unit == Unit::day) {
      symbolic_day_ = *symbolic_day_ + e.amount;
      time.symbolic = shift_symbol(*symbolic_day_, Unit::day);
    } else if (symbolic_weekday_ && e.unit == Unit::day) {
      const int name = ((std::abs(symbolic_weekday_) - 1 + e.amount) % 7 + 7) % 7;
      time.symbolic = std::string(symbolic_weekday_ < 0 ? "P+" : "P-").append(weekday_names[name]);
    }
    return;
  }
  if (!anchor_year_ && !published_) return;
  const Day today = published_ ? day_of(*published_) : Day{};
  const int year = anchor_year_ ? anchor_year_ : today.year;
  const int month = anchor_year_ ? anchor_month_ : today.month;
  if (e.unit == Unit::year && anchor_quarter_) {
    time.value = year_text(year + e.amount) + "-Q" + std::to_string(anchor_quarter_);
  } else if (e.unit == Unit::quarter && anchor_quarter_) {
    const int count = year * 4 + anchor_quarter_ - 1 + e.amount;
    time.value = year_text(count / 4) + "-Q" + std::to_string(count % 4 + 1);
  } else {
    time.value = moved(number_of({year, month ? month : 1, 1}), e.amount, e.unit);
  }
}

void TimeSense::duration(const Expression& e, Tense tense, Time& time) {
  const bool from_now = e.begin > 0 && document_[e.begin - 1].lower == "in" && tense == Tense::future &&
                        e.amount != Expression::many && e.unit >= Unit::day;
  if (!from_now) {
    time.value = duration_value(e.amount, e.unit);
    return;
  }
  time.type = TimeType::date;
  shift(e, time);
}

Time TimeSense::resolve(const Expression& e) {
  Time time;
  time.span = {document_[e.begin].span.begin, document_[e.end - 1].span.end};
  time.type = e.type;
  const Tense tense = tense_around(document_, e.begin);
  switch (e.kind) {
    case Kind::calendar:
      calendar(e, tense, time);
      break;
    case Kind::named_day:
      day_of_month(e, tense, time);
      break;
    case Kind::weekday:
      weekday(e, tense, time);
      break;
    case Kind::shift: {
      Expression shifted = e;
      const bool open = e.unit == Unit::weekend && document_[e.begin].lower == "the" && e.amount < 0;
      if (open && tense == Tense::future) shifted.amount = 0;
      shift(shifted, time);
      break;
    }
    case Kind::anchored:
      anchored(e, time);
      break;
    case Kind::duration:
      duration(e, tense, time);
      break;
    case Kind::set:
    case Kind::vague:
      time.value = e.code;
      break;
    case Kind::clock:
      if (day_ || published_) time.value = with_part(iso(day_ ? *day_ : *published_), e.part);
      break;
  }
  return time;
}

}  // namespace coranto::note
