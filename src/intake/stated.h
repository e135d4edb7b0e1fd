// What an object, a row or an entry says of one document.
#pragma once

#include <string>
#include <vector>

#include "intake/gate.h"

namespace coranto::intake {

// Empty where it says nothing.
struct Stated {
  std::string text, html, source, url, title, published;
  std::vector<std::string> byline;
};

// Hands it on: its text, or its HTML where it has no text. Its source is what it states, else its URL, else `where`. A
// failure where it has neither, or `published` does not begin with an ISO day.
void give_stated(Stated stated, const std::string& where, Gate& gate);

}  // namespace coranto::intake
