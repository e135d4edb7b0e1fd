// What of the inputs is read, and how their fields are called.
#pragma once

#include <cstdint>
#include <string>

namespace coranto {

// Names of the fields of JSON objects, the columns of CSV and Parquet. A field that is missing is empty; one of `text`
// and `html` must be there.
struct Fields {
  std::string text = "text";
  std::string html = "html";
  std::string source = "source";
  std::string url = "url";
  std::string title = "title";
  std::string published = "published";
  std::string byline = "byline";
};

// One of several parts of the same inputs that together are the whole and have nothing in common. A page belongs to a
// part by its source, a failure by its place; so it does not matter in what order, where or by how many parts at a time
// they are read, as long as the inputs are named alike.
struct Shard {
  uint32_t index = 1;  // from 1
  uint32_t of = 1;
};

struct Selection {
  Fields fields;
  char delimiter = 0;  // of CSV; 0: the most frequent in its first line of , ; | and tab
  Shard shard;         // the part that is asked for
  uint64_t limit = 0;  // pages, after which reading ends; 0: none
};

}  // namespace coranto
