// How an answer is laid out as lines.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/search.h"

namespace coranto::search {

struct Cell {
  std::string text;  // JSON for Format::jsonl, else plain
  bool null = false;
};

// Takes rows one by one and writes lines. `write` returns false to stop.
class Layout {
 public:
  using Write = std::function<bool(std::string_view)>;

  virtual ~Layout() = default;
  // Each returns false when no more is wanted.
  virtual bool row(std::vector<Cell> cells) = 0;
  virtual bool end() = 0;

  // `numbers`: which columns hold numbers, which a table sets to the right.
  static std::unique_ptr<Layout> make(Format format, std::vector<std::string> names, std::vector<bool> numbers,
                                      Write write);
};

}  // namespace coranto::search
