// A page: what came in, as text, before any judgement on what in it is the article.
#pragma once

#include <string>
#include <vector>

#include "coranto/imprint.h"
#include "coranto/layout.h"

namespace coranto {

enum class DateSource { none, metadata, given, text };

struct Page {
  std::string source;               // file name as given by the user ("-" for standard input), or URL
  std::string url;                  // where it was captured from, if the input says it
  std::string captured;             // when, "2025-11-01T08:00:00Z", if the input says it
  std::string html;                 // UTF-8, valid: the page as it came; empty where it came as plain text
  std::string text;                 // UTF-8, valid, line ends "\n"; of a web page, all that a reader may see
  Layout layout;                    // of a web page; empty for a text
  std::string title;                // from metadata only; empty if unknown
  std::vector<std::string> byline;  // from metadata only
  std::string published;            // ISO day "2025-11-01", empty if unknown
  DateSource published_from = DateSource::none;
  Imprint imprint;                  // from metadata only
  std::vector<std::string> beside;  // short lines next to the headline of a web page, nearest first
  bool isolated = false;            // text is clean article text already: isolate keeps it as it is
};

}  // namespace coranto
