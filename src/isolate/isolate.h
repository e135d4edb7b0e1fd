// isolate: page -> articles.
//
// takes  a page
// gives  the article in it, then each teaser of another story that was fused to it as an article of its own
//        (kind teaser, title = its kicker); what else was cut stands in the article's parts; a text of more than
//        250,000 bytes comes as several articles. Of an index page, one of kind page with an empty text, then each of
//        its entries as a teaser (title = its heading, text = its summary, or the heading where it has none)
// fails  when a table of data/isolate/ is missing or broken; never on a page: one without an article gives one of kind
//        page with an empty text
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "coranto/article.h"
#include "coranto/page.h"
#include "coranto/result.h"

namespace coranto::isolate {

struct Tables;

// What a block of a page was taken for, and why.
struct Verdict {
  std::string text;              // the block, white space squeezed
  std::optional<PartKind> part;  // none: the article's own text
  std::string reason;            // "forms.tsv:17", or the step that decided: "title", "tail", …
};

// Immutable after opening: one Isolator serves all threads.
class Isolator {
 public:
  // `data`: the folder with the tables, see data/README.md.
  static Result<Isolator> open(const std::string& data);

  Isolator(Isolator&&) noexcept;
  ~Isolator();

  std::vector<Article> isolate(const Page& page) const;

  // Every block of the page, in its order; empty for a page that is isolated already.
  std::vector<Verdict> explain(const Page& page) const;

 private:
  explicit Isolator(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

}  // namespace coranto::isolate
