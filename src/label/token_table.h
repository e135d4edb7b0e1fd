// A document as tab-separated values: a line a token, in columns that the user has chosen.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/document.h"
#include "coranto/result.h"
#include "label/print.h"

namespace coranto::label {

struct TableCell;

struct TableColumn {
  std::string_view name, meaning;
  void (*append)(std::string& out, const TableCell& cell);
};

// All columns there are.
std::span<const TableColumn> table_columns();

class TokenTable {
 public:
  // `columns`: names with commas between them, each as often as one likes. Fails with Code::usage on any other name.
  static Result<TokenTable> of(std::string_view columns);

  // The line of names, with its line end.
  std::string head() const;

  // No field is empty, none holds a tab or a line end: white space is written as in CoNLL-U (conllu.h), "_" for nothing.
  void write(const Document& document, std::string_view source, const Print& print) const;

 private:
  std::vector<const TableColumn*> columns_;
};

}  // namespace coranto::label
