// A compiled pattern of forms.tsv. Perl syntax, UTF-8, Unicode classes; matching never fails, it only does not match
// (also where a foreign text would cost more than a fixed number of steps).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "coranto/result.h"
#include "coranto/span.h"

struct pcre2_real_code_8;

namespace coranto::isolate {

class Match;

class Pattern {
 public:
  static Result<Pattern> compile(const std::string& source);

  // The first match at or after byte `from`.
  std::optional<Match> find(std::string_view text, size_t from = 0) const;

 private:
  struct Free {
    void operator()(pcre2_real_code_8* code) const;
  };
  std::unique_ptr<pcre2_real_code_8, Free> code_;
};

// The bytes of the whole match and of the groups that forms may name; an absent group is empty.
class Match {
 public:
  Span whole, names, agencies, caption, credit, day;
};

}  // namespace coranto::isolate
