#include "intake/json.h"

#include <simdjson.h>

#include "intake/text.h"

namespace coranto::intake {
namespace {

using simdjson::dom::element;

Error malformed(std::string message, const std::string& where) { return {Code::malformed, std::move(message), where}; }

Result<void> take(const simdjson::dom::object& object, const char* name, std::string& to, const std::string& where) {
  element field;
  if (object[name].get(field) || field.is_null()) return {};
  std::string_view text;
  if (field.get(text)) return malformed("`" + std::string(name) + "` is no string", where);
  to = text;
  return {};
}

void take_byline(const simdjson::dom::object& object, std::vector<std::string>& byline) {
  element field;
  std::string_view name;
  simdjson::dom::array names;
  if (object["byline"].get(field)) return;
  if (!field.get(name)) {
    byline.emplace_back(name);
  } else if (!field.get(names)) {
    for (element one : names) {
      if (!one.get(name)) byline.emplace_back(name);
    }
  }
}

}  // namespace

Result<Stated> stated_in(std::string_view json, const std::string& where) {
  static thread_local simdjson::dom::parser parser;
  element root;
  if (const auto error = parser.parse(json.data(), json.size()).get(root))
    return malformed("is no JSON: " + std::string(simdjson::error_message(error)), where);
  simdjson::dom::object object;
  if (root.get(object)) return malformed("is no JSON object", where);
  Stated stated;
  for (auto [name, to] : {std::pair{"text", &stated.text},
                          {"source", &stated.source},
                          {"title", &stated.title},
                          {"published", &stated.published}}) {
    if (auto taken = take(object, name, *to, where); !taken) return taken.error();
  }
  take_byline(object, stated.byline);
  if (!stated.published.empty()) {
    const auto day = iso_day(stated.published);
    if (day.empty()) return malformed("`published` is no ISO day: " + stated.published, where);
    stated.published = day;
  }
  return stated;
}

}  // namespace coranto::intake
