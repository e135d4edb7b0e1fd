#include "intake/json.h"

#include <simdjson.h>

#include <algorithm>

#include "intake/files.h"

namespace coranto::intake {
namespace {

using simdjson::dom::element;

Error malformed(std::string message, const std::string& where) { return {Code::malformed, std::move(message), where}; }

Result<void> take(const simdjson::dom::object& object, const std::string& name, std::string& to,
                  const std::string& where) {
  element field;
  if (object[name].get(field) || field.is_null()) return {};
  std::string_view text;
  if (field.get(text)) return malformed("`" + name + "` is no string", where);
  to = text;
  return {};
}

void take_byline(const simdjson::dom::object& object, const std::string& called, std::vector<std::string>& byline) {
  element field;
  std::string_view name;
  simdjson::dom::array names;
  if (object[called].get(field)) return;
  if (!field.get(name)) {
    byline.emplace_back(name);
  } else if (!field.get(names)) {
    for (element one : names) {
      if (!one.get(name)) byline.emplace_back(name);
    }
  }
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

void pass_blanks(Window& file) {
  for (auto bytes = file.ahead(1); !bytes.empty(); bytes = file.ahead(1)) {
    const auto end = std::find_if_not(bytes.begin(), bytes.end(), is_blank);
    file.pass(static_cast<size_t>(end - bytes.begin()));
    if (end != bytes.end()) return;
  }
}

// Finds where a value of JSON ends, given piece by piece.
class Extent {
 public:
  // Whether the value has ended before or with `c`; a comma or bracket that ends a bare value is not part of it.
  bool takes(char c) {
    if (quoted_) {
      quoted_ = escaped_ || c != '"';
      escaped_ = !escaped_ && c == '\\';
    } else if (c == '"') {
      quoted_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (depth_ == 0 && (c == ',' || c == ']')) {
      return false;
    } else if (c == '}' || c == ']') {
      --depth_;
    }
    return true;
  }

 private:
  size_t depth_ = 0;
  bool quoted_ = false, escaped_ = false;
};

// The next value of an array, up to the comma or bracket behind it; an error where it is longer than `most`.
Result<std::string> next_value(Window& file, size_t most, const std::string& where) {
  Extent extent;
  for (size_t looked = 0;;) {
    const auto bytes = file.ahead(looked + 1);
    if (bytes.size() == looked) return malformed("the array is not closed", where);
    for (; looked < bytes.size(); ++looked) {
      if (!extent.takes(bytes[looked])) {
        std::string value(bytes.substr(0, looked));
        file.pass(looked);
        return value;
      }
    }
    if (looked > most) return Error{Code::too_large, "is longer than " + std::to_string(most) + " bytes", where};
  }
}

void give(std::string_view json, const std::string& where, Gate& gate) {
  auto stated = stated_in(json, gate.options().selection.fields, where);
  stated ? give_stated(std::move(*stated), where, gate) : gate.fail(stated.error());
}

void read_array(Window& file, const std::string& where, Gate& gate) {
  file.pass(1);
  pass_blanks(file);
  for (size_t number = 1; !file.ahead(1).starts_with(']') && !gate.full(); ++number) {
    const std::string place = where + ":" + std::to_string(number);
    const auto value = next_value(file, gate.options().longest_line, place);
    if (!file.state()) return gate.fail(file.state().error());
    if (!value) return gate.fail(value.error());
    give(*value, place, gate);
    if (file.ahead(1).starts_with(',')) file.pass(1);
    pass_blanks(file);
  }
}

void read_object(Window& file, const std::string& where, Gate& gate) {
  size_t size = 0;
  while (file.ahead(size + 1).size() > size && size <= gate.options().largest_file) size = file.ahead(size + 1).size();
  if (!file.state()) return gate.fail(file.state().error());
  if (size > gate.options().largest_file)
    return gate.fail(
        {Code::too_large, "is larger than " + std::to_string(gate.options().largest_file) + " bytes", where});
  give(file.ahead(0), where, gate);
}

}  // namespace

Result<Stated> stated_in(std::string_view json, const Fields& fields, const std::string& where) {
  static thread_local simdjson::dom::parser parser;
  element root;
  if (const auto error = parser.parse(json.data(), json.size()).get(root))
    return malformed("is no JSON: " + std::string(simdjson::error_message(error)), where);
  simdjson::dom::object object;
  if (root.get(object)) return malformed("is no JSON object", where);
  Stated stated;
  for (auto [name, to] : {std::pair{&fields.text, &stated.text},
                          {&fields.html, &stated.html},
                          {&fields.source, &stated.source},
                          {&fields.url, &stated.url},
                          {&fields.title, &stated.title},
                          {&fields.published, &stated.published}}) {
    if (auto taken = take(object, *name, *to, where); !taken) return taken.error();
  }
  take_byline(object, fields.byline, stated.byline);
  return stated;
}

void read_json(Window& file, const std::string& where, Gate& gate) {
  const uint64_t before = gate.seen();
  if (file.ahead(3).starts_with("\xEF\xBB\xBF")) file.pass(3);
  pass_blanks(file);
  file.ahead(1).starts_with('[') ? read_array(file, where, gate) : read_object(file, where, gate);
  if (gate.seen() == before && !gate.full()) gate.fail({Code::empty, "is an empty array", where});
}

void read_json_lines(Stream& file, const std::string& where, Gate& gate) {
  const uint64_t before = gate.seen();
  const auto read = each_line(file, gate.options().longest_line, where, [&](size_t number, Result<std::string> line) {
    if (line && std::all_of(line->begin(), line->end(), is_blank)) return true;
    line ? give(*line, where + ":" + std::to_string(number), gate) : gate.fail(line.error());
    return !gate.full();
  });
  if (!read) return gate.fail(read.error());
  if (gate.seen() == before && !gate.full()) gate.fail({Code::empty, "is empty", where});
}

}  // namespace coranto::intake
