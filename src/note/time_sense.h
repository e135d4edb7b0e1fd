// What a time expression means on the calendar: ISO values where the day of publication is known, symbols where not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "coranto/document.h"
#include "note/time_grammar.h"

namespace coranto::note {

enum class Tense { past, present, future };

// The time that the sentence around token i speaks of, by the verb that governs it.
Tense tense_around(const Document& document, uint32_t i);

// Reads the expressions of one document in text order: "a day earlier" hangs on the one before.
class TimeSense {
 public:
  // `published`: ISO day, empty if unknown.
  TimeSense(const Document& document, std::string_view published);

  Time resolve(const Expression& expression);

 private:
  void calendar(const Expression& e, Tense tense, Time& time);
  void weekday(const Expression& e, Tense tense, Time& time);
  void shift(const Expression& e, Time& time);
  void anchored(const Expression& e, Time& time);
  void duration(const Expression& e, Tense tense, Time& time);
  void day_of_month(const Expression& e, Tense tense, Time& time);
  int year_of(const Expression& e, Tense tense) const;

  // The value of `amount` units from `from`.
  std::string moved(int64_t from, int amount, Unit unit) const;
  void set_day(Time& time, int64_t day, const std::string& part = "");

  const Document& document_;
  std::optional<int64_t> published_;

  // The time named last.
  std::optional<int64_t> day_;
  int anchor_year_ = 0, anchor_month_ = 0, anchor_quarter_ = 0;
  std::optional<int> symbolic_day_;  // days from the unknown day of publication
  int symbolic_weekday_ = 0;         // 1..7, negative if it lies ahead
};

}  // namespace coranto::note
