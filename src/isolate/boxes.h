// What the boxes of a web page are by their markup (data/isolate/boxes.tsv).
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <vector>

#include "coranto/layout.h"
#include "coranto/result.h"

namespace coranto::isolate {

enum class Markup : uint8_t { none, aside, keep, main, article, body };

class BoxTable {
 public:
  static Result<BoxTable> read(const std::string& path);

  // What the box says of itself; of several signs aside wins over article and main, all others over aside.
  Markup of(const Box& box) const;

  // The same for all boxes of a page, in their order.
  std::vector<Markup> of(const Layout& layout) const;

 private:
  using Signs = boost::unordered_flat_map<std::string, Markup>;
  Markup of_names(std::string_view names) const;
  Signs tags_, roles_, properties_, classes_, words_;
};

}  // namespace coranto::isolate
