// Reads time expressions off the tokens, without asking what day it is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coranto/document.h"
#include "coranto/notes.h"
#include "note/time_words.h"

namespace coranto::note {

enum class Unit { second, minute, hour, day, weekend, week, fortnight, month, quarter, year, decade, century };

// What an expression says by its words alone.
struct Expression {
  enum class Kind {
    calendar,   // year, month, day, quarter, season, half, decade, century, as far as said
    weekday,    // a day of the week
    shift,      // `amount` units from the day of publication ("last month": -1)
    anchored,   // `amount` units from the time named before ("a day earlier")
    duration,   // `amount` units long
    set,        // `code`: again and again
    vague,      // `code`: PAST_REF, PRESENT_REF, FUTURE_REF
    named_day,  // month and day of a feast
    clock       // a time of day, no day said
  };
  static constexpr int many = -1;  // amount of "several years"

  uint32_t begin = 0, end = 0;  // tokens
  Kind kind = Kind::calendar;
  TimeType type = TimeType::date;
  int year = 0, month = 0, day = 0, last_day = 0;  // 0 if not said; last_day of "11-12 March"
  int quarter = 0, half = 0;
  int span_years = 0;    // 10 of a decade, 100 of a century that begins in `year`
  std::string season;    // "SP", "SU", "FA", "WI"
  int weekday = 0;       // 1 Monday
  char direction = ' ';  // '-' last, '0' this, '+' next, ' ' not said
  Unit unit = Unit::day;
  int amount = 0;
  std::string part;  // "NI", "T20:30"; empty for a whole day
  std::string code;
};

// TIMEX3: "P3M", "PT2H", "PXY" of many, "P20Y" of two decades.
std::string duration_value(int amount, Unit unit);

class TimeGrammar {
 public:
  TimeGrammar(const Document& document, const TimeTables& tables);

  // The longest expression that begins with token i; false if none does.
  bool read(uint32_t i, Expression& found) const;

 private:
  // Each gives the token behind what it has read from i on, or 0 if it cannot read it.
  using At = uint32_t;
  At number(At i, int& amount) const;
  At plain_number(At i, int& amount) const;
  At ordinal(At i, int& number) const;
  At year(At i, int& year) const;
  At spelled_year(At i, int& year) const;
  At unit(At i, Unit& unit) const;
  At month(At i, int& month) const;
  At clock_time(At i, std::string& part) const;
  At zone(At i) const;
  At hyphenated(At i, int& amount, Unit& unit) const;

  At simple(At i, Expression& e) const;  // any of those below, without "early", "nearly"
  At calendar(At i, Expression& e) const;
  At month_first(At i, Expression& e) const;
  At day_first(At i, Expression& e) const;
  At month_alone(At i, Expression& e) const;
  At numeric_date(At i, Expression& e) const;
  At year_alone(At i, Expression& e) const;
  At decade(At i, Expression& e) const;
  At century(At i, Expression& e) const;
  At quarter(At i, Expression& e) const;
  At season(At i, Expression& e) const;
  At weekday(At i, Expression& e) const;
  At deictic(At i, Expression& e) const;
  At part_of_day(At i, Expression& e) const;
  At directed(At i, Expression& e) const;  // "last week", "the next three months"
  At counted(At i, Expression& e) const;   // "three days ago", "two weeks"
  At year_ago(At i, Expression& e) const;  // "the year-ago quarter"
  At definite(At i, Expression& e) const;  // "that day", "the quarter"
  At every(At i, Expression& e) const;
  At clock(At i, Expression& e) const;
  At phrase(At i, Expression& e) const;
  At vague(At i, Expression& e) const;
  At with_year(At i, Expression& e) const;  // reads on: ", 2024", "of last year"
  At with_part(At i, Expression& e) const;  // reads on: "morning", "at 8 p.m."

  bool in(At i) const { return i < document_.size(); }
  const TimeWord* as(At i, Role role) const;
  bool is(At i, Role role) const { return as(i, role) != nullptr; }
  std::string_view low(At i) const;
  bool capital(At i) const;

  const Document& document_;
  std::vector<const std::vector<TimeWord>*> roles_;
  const TimeTables& tables_;
};

}  // namespace coranto::note
