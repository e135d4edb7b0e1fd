// The HTML parser, kept within bounds. Its cost a tag grows with how deep the tag lies, how many attributes it has, how
// many names there are and how much text it adds to; so a page made to be slow would take hours. Here each of these is
// limited far above what pages are, and the page that goes beyond is refused: time and memory are linear.
#pragma once

#include <lexbor/html/html.h>

#include <memory>
#include <string_view>

#include "coranto/result.h"

namespace coranto::intake {

struct DestroyDocument {
  void operator()(lxb_html_document_t* document) const { lxb_html_document_destroy(document); }
};
using HtmlDocument = std::unique_ptr<lxb_html_document_t, DestroyDocument>;

// `page` in UTF-8. Fails with Code::too_large and the reason; every other sequence of bytes is a page.
Result<HtmlDocument> parse_bounded(std::string_view page);

}  // namespace coranto::intake
