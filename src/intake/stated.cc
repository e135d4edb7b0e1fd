#include "intake/stated.h"

#include "intake/text.h"

namespace coranto::intake {
namespace {

std::string first_of(const std::string& one, const std::string& two, const std::string& three) {
  if (!one.empty()) return one;
  return two.empty() ? three : two;
}

}  // namespace

void give_stated(Stated stated, const std::string& where, Gate& gate) {
  const Fields& fields = gate.options().selection.fields;
  Found found;
  found.html = is_blank(stated.text) && !is_blank(stated.html);
  found.page.source = first_of(stated.source, stated.url, where);
  const std::string day = iso_day(stated.published);
  if (!stated.published.empty() && day.empty())
    return gate.fail({Code::malformed, "`" + fields.published + "` is no ISO day: " + stated.published, where},
                     found.page.source);
  if (!found.html && is_blank(stated.text))
    return gate.fail({Code::empty, "`" + fields.text + "` is empty", where}, found.page.source);
  found.page.url = std::move(stated.url);
  found.page.title = std::move(stated.title);
  found.page.byline = std::move(stated.byline);
  found.page.published = day;
  found.bytes = found.html ? std::move(stated.html) : std::move(stated.text);
  if (found.html) found.charset = "utf-8";
  gate.give(std::move(found), where);
}

}  // namespace coranto::intake
