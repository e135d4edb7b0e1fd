// The tables of data/isolate/: words.tsv names classes of words, forms.tsv says what a line of each kind looks like,
// boxes.tsv what the markup around it means.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "coranto/result.h"
#include "isolate/boxes.h"
#include "isolate/day.h"
#include "isolate/pattern.h"

namespace coranto::isolate {

// What a paragraph is by its form; `text` is what no form claims.
// `byline_below` is a byline only under some other line.
enum class Form { text, furniture, heading, byline, byline_below, credit, caption, date };

struct Known {
  Form form = Form::text;
  Pattern pattern;
  size_t row = 0;  // line of forms.tsv
};

struct Tables {
  std::vector<Known> lines;      // whole lines, in the order of the file: the first that matches holds
  std::vector<Known> endings;    // credits at the end of a caption
  std::vector<Known> datelines;  // how a report may begin
  std::vector<Known> signs;      // what marks a sentence as a caption
  Stamps stamps;
  BoxTable boxes;
  Pattern name;                  // a line that is a personal name
  std::map<std::string, std::unordered_set<std::string>> words;  // class -> words in lower case
  std::map<std::string, std::string> agencies;                   // form in lower case -> name

  bool is(const std::string& word_class, std::string_view word) const;
};

Result<Tables> read_tables(const std::string& folder);

std::string lower(std::string_view text);

}  // namespace coranto::isolate
