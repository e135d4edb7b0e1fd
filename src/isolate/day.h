// Days in time stamps (data/isolate/stamps.tsv).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "coranto/result.h"

namespace coranto::isolate {

// A line that tells when the report was published.
struct Stamp {
  std::string day;      // ISO day
  bool update = false;  // tells a later change
};

class Stamps {
 public:
  static Result<Stamps> read(const std::string& path);

  // "Saturday, Nov 1, 2025", "1er novembre 2025", "2025년 11월 1일", "01.11.2025" -> "2025-11-01"; empty where day, month
  // or year is missing, or two different days are named. `language` decides whether 11/1 is of January or of November.
  std::string day_in(std::string_view text, std::string_view language) const;

  // The same of a line that is no more than a stamp, labels and a name: a sentence that names a day is none, nor a line
  // with a copyright sign. Its day is empty then.
  Stamp stamp_in(std::string_view line, std::string_view language) const;

 private:
  std::map<std::string, int, std::less<>> months_;
  std::unordered_set<std::string> updates_, never_;
};

}  // namespace coranto::isolate
