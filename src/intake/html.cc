#include "intake/html.h"

#include "intake/charset.h"
#include "intake/layout.h"
#include "intake/metadata/metadata.h"

namespace coranto::intake {

Result<Page> page_of_html(std::string_view bytes, std::string_view charset) {
  Page page;
  page.html = to_utf8(bytes, charset);
  const auto tree = parse_html(page.html);
  if (!tree) return tree.error();
  lay_out(tree->root, page);
  take_metadata(tree->root, page);
  return page;
}

}  // namespace coranto::intake
