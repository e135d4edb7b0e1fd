#include "codes.h"

#include "base/tsv.h"

namespace coranto::programs {

Result<Codes> Codes::open(const std::string& data) {
  Codes codes;
  if (auto done = codes.add(data + "/places/countries.tsv", "alpha3", "name"); !done) return done.error();
  if (auto done = codes.add(data + "/show/codes.tsv", "code", "words"); !done) return done.error();
  return codes;
}

Result<void> Codes::add(const std::string& path, const char* code, const char* words) {
  const auto table = Table::read(path);
  if (!table) return table.error();
  const auto from = table->column(code), to = table->column(words);
  if (!from || !to) return from ? to.error() : from.error();
  for (size_t i = 0; i < table->size(); ++i) {
    const std::string& meaning = table->row(i)[*to];
    words_[table->row(i)[*from]] = meaning == "-" ? "" : meaning;
  }
  return {};
}

std::string Codes::words(const std::string& code) const {
  const auto found = words_.find(code);
  return found == words_.end() ? code : found->second;
}

}  // namespace coranto::programs
