#include "pool/word_weights.h"

#include <cstdlib>

#include "base/hash.h"
#include "base/tsv.h"

namespace coranto::pool {

Result<WordWeights> WordWeights::read(const std::string& path) {
  const auto table = Table::read(path);
  if (!table) return table.error();
  const auto word = table->column("word");
  const auto weight = table->column("weight");
  if (!word) return word.error();
  if (!weight) return weight.error();
  WordWeights out;
  out.weights_.reserve(table->size());
  for (size_t i = 0; i < table->size(); ++i) {
    const std::string& field = table->row(i)[*weight];
    char* end = nullptr;
    const double value = std::strtod(field.c_str(), &end);
    if (field.empty() || *end != '\0' || !(value >= 0 && value <= rarest)) {
      return Error{Code::malformed, "a weight is a number from 0 to 8, not \"" + field + "\"",
                   table->path() + ":" + std::to_string(table->line(i))};
    }
    out.weights_[hash64(table->row(i)[*word])] = static_cast<float>(value);
  }
  return out;
}

double WordWeights::of(std::string_view word) const {
  const auto known = weights_.find(hash64(word));
  return known == weights_.end() ? rarest : known->second;
}

bool WordWeights::knows(std::string_view word) const { return weights_.contains(hash64(word)); }

}  // namespace coranto::pool
