// coranto factuality: how sure a reader can be of what given words tell.
#include "note/factuality.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "commands.h"
#include "defaults.h"
#include "label/label.h"
#include "messages.h"
#include "output.h"

namespace coranto::programs {
namespace {

using nlohmann::json;

struct Choices {
  std::vector<std::string> paths;
  std::string asks = "sure";
  std::string model;
};

// One line of the input.
struct Asked {
  json id;
  std::string text;
  std::vector<Span> anchors;  // bytes
};

// Byte at which each code point begins, and the end.
std::vector<uint32_t> bytes_of_points(std::string_view text) {
  std::vector<uint32_t> out;
  for (size_t i = 0; i < text.size(); i += utf8::decode(text, i).size) out.push_back(static_cast<uint32_t>(i));
  out.push_back(static_cast<uint32_t>(text.size()));
  return out;
}

bool is_pair(const json& value) {
  return value.is_array() && value.size() == 2 && value[0].is_number_unsigned() && value[1].is_number_unsigned();
}

// Empty if the line is as it should be, else what is wrong with it.
std::string read_line(const std::string& line, Asked& asked) {
  const json object = json::parse(line, nullptr, false);
  if (!object.is_object()) return "no JSON object";
  if (!object.contains("text") || !object["text"].is_string()) return "`text` is no string";
  if (!object.contains("anchors") || !object["anchors"].is_array()) return "`anchors` is no list";
  asked.id = object.value("id", json());
  asked.text = object["text"];
  const auto bytes = bytes_of_points(asked.text);
  for (const json& anchor : object["anchors"]) {
    const json span = anchor.is_object() ? anchor.value("span", json()) : anchor;
    if (!is_pair(span)) return "an anchor is no span [start, end]";
    const auto begin = span[0].get<uint64_t>(), end = span[1].get<uint64_t>();
    if (begin >= end || end >= bytes.size()) return "the span " + span.dump() + " does not lie in the text";
    asked.anchors.push_back({bytes[begin], bytes[end]});
  }
  return "";
}

class Assessor {
 public:
  Assessor(label::Labeller labeller, note::EmbeddingTable table, bool asks_sure)
      : labeller_(std::move(labeller)), table_(std::move(table)), asks_sure_(asks_sure) {}

  // Lines of one input; how many were not as they should be.
  int answer(std::istream& in, const std::string& name) const {
    int errors = 0, number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      Asked asked;
      const std::string fault = read_line(line, asked);
      if (fault.empty()) {
        put(answered(asked) + "\n");
      } else {
        complain({Code::malformed, fault, name + ":" + std::to_string(number)});
        ++errors;
      }
    }
    return errors;
  }

 private:
  std::string answered(const Asked& asked) const {
    const Document document = labeller_.label(asked.text);
    const note::Tree tree(document);
    json values = json::array();
    for (const Span& anchor : asked.anchors) values.push_back(value(tree, anchor));
    return json{{"id", asked.id}, {"values", std::move(values)}}.dump(-1, ' ', false, json::error_handler_t::replace);
  }

  json value(const note::Tree& tree, Span anchor) const {
    const note::Index word = tree.head_of(anchor);
    if (word == note::no_token) return nullptr;
    const note::Factuality factuality = table_.factuality(tree, word);
    const double number = asks_sure_ ? factuality.sure : note::happened(factuality);
    return std::round(number * 100) / 100 + 0.0;
  }

  label::Labeller labeller_;
  note::EmbeddingTable table_;
  bool asks_sure_;
};

int answer_file(const Assessor& assessor, const std::string& path) {
  if (path == "-") return assessor.answer(std::cin, "-");
  std::ifstream file(path);
  if (file) return assessor.answer(file, path);
  complain({Code::unreadable, "cannot be read", path});
  return 1;
}

int factuality(const Choices& choices) {
  auto labeller = label::Labeller::open(choices.model);
  if (!labeller) return complain(labeller.error()), cannot_open;
  auto table = note::EmbeddingTable::open(default_data() + "/events");
  if (!table) return complain(table.error()), cannot_open;
  const Assessor assessor(std::move(*labeller), std::move(*table), choices.asks == "sure");
  int errors = 0;
  for (const std::string& path : choices.paths) errors += answer_file(assessor, path);
  return errors ? failed : done;
}

constexpr const char* footer = R"(
Input: JSON lines {"id": ..., "text": "He denied that they fled.", "anchors": [[20, 24]]}; an anchor may be an object
with the key "span". Spans count code points of the text.
Output: a line each, {"id": ..., "values": [-2]}: one number an anchor, null where it covers no word.

  --asks sure      is it so, as the text has it, of the future too?  +3 certainly ... 0 nothing is said ... -3 not
  --asks happened  has it happened already?  What is to come, wished, planned or allowed is negative

Exit codes:
  0  done
  1  an input or line could not be read, and was named; the others were answered
  2  wrong usage
  3  the model or the table cannot be opened
  4  standard output cannot be written)";

}  // namespace

void add_factuality(CLI::App& app, int& exit_code) {
  auto choices = std::make_shared<Choices>();
  CLI::App* command = app.add_subcommand("factuality", "Say how sure what given words tell is, as a number");
  command->footer(footer);
  command->add_option("paths", choices->paths, "Files of JSON lines, or - for standard input, as without a path");
  command->add_option("--asks", choices->asks, "What the number says")
      ->check(CLI::IsMember({"sure", "happened"}))
      ->capture_default_str();
  add_model_option(*command, choices->model);
  command->callback([choices, &exit_code] {
    if (choices->paths.empty() && isatty(STDIN_FILENO)) throw CLI::RequiredError("paths");
    if (choices->paths.empty()) choices->paths = {"-"};
    exit_code = factuality(*choices);
  });
}

}  // namespace coranto::programs
