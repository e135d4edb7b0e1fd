#include "note/times.h"

#include "note/time_grammar.h"
#include "note/time_sense.h"

namespace coranto::note {

std::vector<Time> find_times(const Document& document, std::string_view published, const TimeTables& tables) {
  const TimeGrammar grammar(document, tables);
  TimeSense sense(document, published);
  std::vector<Time> times;
  for (uint32_t i = 0; i < document.size();) {
    Expression expression;
    if (!grammar.read(i, expression)) {
      ++i;
      continue;
    }
    times.push_back(sense.resolve(expression));
    i = expression.end;
  }
  return times;
}

}  // namespace coranto::note
