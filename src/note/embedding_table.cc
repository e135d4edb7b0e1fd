#include <charconv>

#include "base/tsv.h"
#include "note/embedding_rows.h"

namespace coranto::note {

EmbeddingTable::EmbeddingTable(std::unique_ptr<Rows> rows) : rows_(std::move(rows)) {}
EmbeddingTable::EmbeddingTable(EmbeddingTable&&) noexcept = default;
EmbeddingTable& EmbeddingTable::operator=(EmbeddingTable&&) noexcept = default;
EmbeddingTable::~EmbeddingTable() = default;

namespace {

bool read_degree(const std::string& field, double& degree) {
  const char* end = field.data() + field.size();
  const auto [stop, error] = std::from_chars(field.data(), end, degree);
  return error == std::errc() && stop == end && degree >= -3 && degree <= 3;
}

bool is_kind(std::string_view word) {
  return is_one_of(word, {"verb", "noun", "adjective", "auxiliary", "adverb", "mark", "preposition"});
}

bool is_open(std::string_view name) {
  return is_one_of(name, {"future", "modal", "intention", "attempt", "wish", "fear", "request", "order", "permission",
                          "consider", "condition"});
}

bool is_fact(std::string_view name) {
  return is_one_of(name, {"factive", "discovery", "reporting", "belief", "doubt", "denial", "seeming", "pretence"});
}

}  // namespace

Result<EmbeddingTable> EmbeddingTable::open(const std::string& folder) {
  auto table = Table::read(folder + "/embedding.tsv");
  if (!table) return table.error();
  size_t column[6];
  const std::string_view names[] = {"word", "kind", "links", "affirmed", "negated", "class"};
  for (size_t i = 0; i < 6; ++i) {
    auto number = table->column(names[i]);
    if (!number) return number.error();
    column[i] = *number;
  }
  auto rows = std::make_unique<Rows>();
  for (size_t r = 0; r < table->size(); ++r) {
    const auto field = [&](size_t i) -> const std::string& { return table->row(r)[column[i]]; };
    const auto wrong = [&](const std::string& why) {
      return Error{Code::malformed, why, table->path() + ":" + std::to_string(table->line(r))};
    };
    Embedding row;
    if (!is_kind(field(1))) return wrong("unknown kind " + field(1));
    if (!read_degree(field(3), row.affirmed)) return wrong("affirmed is a number from -3 to 3, not " + field(3));
    if (!read_degree(field(4), row.negated)) return wrong("negated is a number from -3 to 3, not " + field(4));
    row.open = is_open(field(5));
    row.fact = is_fact(field(5));
    for (const std::string& link : split(field(2), ' ')) {
      if (!rows->by_key.emplace(field(1) + " " + field(0) + " " + link, row).second)
        return wrong("another row has " + field(0) + " with link " + link);
    }
  }
  return EmbeddingTable(std::move(rows));
}

}  // namespace coranto::note
