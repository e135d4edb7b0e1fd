// Where readers of all formats hand on what they find: it becomes a page, or a failure, or is not asked for.
#pragma once

#include <string>
#include <string_view>

#include "intake/intake.h"

namespace coranto::intake {

// A document as it was found, before it is text.
struct Found {
  Page page;            // what its format says of it: source, url, captured, title, byline, published
  std::string bytes;    // its text or HTML
  std::string charset;  // as a header names it; empty if none does
  bool html = false;
};

class Gate {
 public:
  using Give = std::function<void(Page)>;
  using Fail = std::function<void(Error)>;
  Gate(const Options& options, const Give& page, const Fail& failed)
      : options_(options), page_(page), failed_(failed) {}

  const Options& options() const { return options_; }

  // Whether there is to be no more.
  bool full() const { return options_.selection.limit && given_ >= options_.selection.limit; }

  // Whether the page of that source is asked for: not where it is another shard's.
  bool wants(std::string_view source) const;

  // What it holds is a page, or a failure at `where`. What is not asked for is passed over.
  void give(Found found, const std::string& where);

  // A failure of the page of that source; without a source, of the place that the error names.
  void fail(Error error, std::string_view source = {});

  // Pages and failures so far, those of other shards too.
  uint64_t seen() const { return seen_; }

 private:
  Result<Page> page_of(Found found, const std::string& where) const;

  const Options& options_;
  const Give& page_;
  const Fail& failed_;
  uint64_t given_ = 0, seen_ = 0;
};

}  // namespace coranto::intake
