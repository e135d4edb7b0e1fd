// What a page says of itself in JSON-LD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coranto/imprint.h"
#include "intake/metadata/moment.h"

namespace coranto::intake {

// Of the page's own story: the object of an article's type that says the most, then what the others add. Objects of
// comments, reviews, recommended stories and listed items are passed over.
struct LinkedData {
  std::string title, subtitle;
  std::vector<std::string> authors;  // persons, or what has no type
  std::vector<std::string> bodies;   // authors that are organisations
  Moment published, updated;
  std::string publisher, section, language;
  PageKind kind = PageKind::unknown;
  std::vector<Post> posts;  // of a live blog, in the order of the page
  bool paid = false;        // says that it is not free to read
};

// `scripts`: the texts of the page's JSON-LD elements.
LinkedData linked_data_of(const std::vector<std::string_view>& scripts);

}  // namespace coranto::intake
