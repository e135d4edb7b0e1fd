// What a page says about itself in its head: meta elements, JSON-LD, time elements.
#pragma once

#include <string>
#include <vector>

#include "intake/element.h"

namespace coranto::intake {

struct Metadata {
  std::string title;  // without the name of the site
  std::vector<std::string> byline;
  std::string published;  // ISO day
};

Metadata metadata_of(const Element& page);

}  // namespace coranto::intake
