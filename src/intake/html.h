// A web page as lines of text: those of its main content, with what stands around it left out where the markup says so.
#pragma once

#include <string_view>

#include "coranto/page.h"
#include "coranto/result.h"

namespace coranto::intake {

// `html`, `text`, `title`, `byline` and `published` of the page; `text` may be empty. `charset` as a header names it.
// Fails where the page is made to be slow.
Result<Page> page_of_html(std::string_view bytes, std::string_view charset = {});

}  // namespace coranto::intake
