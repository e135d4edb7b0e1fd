// A web page as lines of text, with the markup around them.
#pragma once

#include <string_view>

#include "coranto/page.h"
#include "coranto/result.h"

namespace coranto::intake {

// `html`, `text`, `layout` and what the page says about itself; `text` may be empty. `charset` as a header names it.
// Fails where the page is made to be slow.
Result<Page> page_of_html(std::string_view bytes, std::string_view charset = {});

}  // namespace coranto::intake
