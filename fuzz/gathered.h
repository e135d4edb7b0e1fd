// What a reader of intake hands on, with what must hold of all of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "intake/gate.h"
#include "scratch.h"

namespace coranto::fuzz {

struct Gathered {
  std::vector<std::string> pages, failures;
  bool operator==(const Gathered&) const = default;
};

inline void check(const Page& page) {
  for (const std::string* text : {&page.text, &page.html, &page.title}) {
    require(utf8::first_invalid(*text) == std::string::npos, "text that is no UTF-8");
  }
  require(page.text.find('\r') == std::string::npos, "line ends of another kind");
  require(page.published.empty() || page.published.size() == 10, "a day that is no ISO day");
  require(!page.source.empty(), "a page without a source");
}

inline Gathered gather(const std::function<void(intake::Gate&)>& read, const intake::Options& options = {}) {
  Gathered all;
  const intake::Gate::Give give = [&](const Page& page) {
    check(page);
    all.pages.push_back(page.source + '\n' + page.title + '\n' + page.published + '\n' + page.text);
  };
  const intake::Gate::Fail failed = [&](const Error& error) {
    require(!error.message.empty() && !error.where.empty(), "a failure without place or reason");
    all.failures.push_back(error.text());
  };
  intake::Gate gate(options, give, failed);
  read(gate);
  require(!all.pages.empty() || !all.failures.empty(), "an input without a page and without a failure");
  return all;
}

}  // namespace coranto::fuzz
