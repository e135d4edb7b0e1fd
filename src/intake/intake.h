// intake: bytes -> pages.
//
// takes  a path (file or folder) as the user gave it
// gives  the pages in it, in byte order of their names, each as valid UTF-8 text with what its metadata says
// fails  for each input that cannot be read, with file, place and reason; the other inputs are still read
#pragma once

#include <functional>
#include <string>

#include "coranto/page.h"
#include "coranto/result.h"

namespace coranto::intake {

struct Options {
  bool isolated = false;             // the inputs are clean article text
  std::string published;             // ISO day for inputs that do not say their own; empty if not known
  size_t longest_line = 16u << 20;   // bytes; a longer line is an error
  size_t largest_file = 256u << 20;  // bytes
};

// Calls `page` for every page and `failed` for every input that gives none. A folder is read whole, sorted by name,
// without hidden files and without the date sidecars NAME.json beside NAME.txt. "-" is standard input. What is gzip or
// zstd by its first bytes is unpacked as it is read; its name without .gz, .zst, .zstd tells the format inside, its
// whole name is the page's source. Formats: plain text (.txt and all that is not named otherwise), HTML (.html, .htm,
// or by its first bytes), JSON lines (.jsonl: objects with `text`, and `source`, `title`, `published` where known).
void read(const std::string& path, const Options& options, const std::function<void(Page)>& page,
          const std::function<void(Error)>& failed);

}  // namespace coranto::intake
